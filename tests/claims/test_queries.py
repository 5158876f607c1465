"""What a page of a story holds, so that a report can quote every document of it."""

from __future__ import annotations

from pathlib import Path

from claims.intake import offer_file, store
from claims.queries import story_page
from ledger.engine import Ledger
from tests.ledger.pens import replaying_pen


def test_a_story_has_the_words_of_every_claim_that_holds_a_figure(ledger: Ledger, tmp_path: Path) -> None:
    for number, (name, boats) in enumerate([("arden", 40), ("belmont", 44)], start=1):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"The sea was calm.\n\nThe port of {name} counted {boats} boats.\n", encoding="utf-8")
        store(ledger, replaying_pen(first=1000 * number), offer_file(str(path), story="storm"))

    with ledger.reading() as session:
        page = story_page(session, "storm")

    assert page.words == {
        "arden:2": "The port of arden counted 40 boats.",
        "belmont:2": "The port of belmont counted 44 boats.",
    }
    assert set(page.words) == set(page.places.values())
