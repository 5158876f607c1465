"""What the pages of stories and claims hold, and what asking for them costs."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import event

from claims.errors import UnknownClaim
from claims.intake import offer_file, store
from claims.judging.policy_file import BUILT_IN
from claims.queries import claim_page, claims_named, story_page
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


@pytest.fixture
def harbour(ledger: Ledger, tmp_path: Path) -> Ledger:
    for number, name in enumerate(("harbour", "quay"), start=1):
        lines = "\n\n".join(f"The {name} has {boats} boats." for boats in range(20, 40))
        (tmp_path / f"{name}.txt").write_text(f"Boats\n\n{lines}\n", encoding="utf-8")
        store(ledger, replaying_pen(first=10_000 * number), offer_file(str(tmp_path / f"{name}.txt")))
    return ledger


def test_claims_named_come_once_and_in_their_order(harbour: Ledger) -> None:
    with harbour.reading() as session:
        pages = claims_named(session, ["quay:4", "harbour:9", "quay:02", "quay:4"], BUILT_IN)
        alone = [claim_page(session, handle, BUILT_IN) for handle in ("quay:4", "harbour:9", "quay:2")]

    assert list(pages) == alone


def test_one_name_among_them_that_is_none_is_told(harbour: Ledger) -> None:
    with harbour.reading() as session, pytest.raises(UnknownClaim, match="there is no claim quay:99"):
        claims_named(session, ["quay:4", "quay:99"], BUILT_IN)


def test_many_claims_of_a_document_take_as_many_statements_as_two(harbour: Ledger) -> None:
    def statements(numbers: range) -> int:
        asked: list[str] = []
        with harbour.reading() as session:
            connection = session.connection()
            event.listen(connection, "before_cursor_execute", lambda *about: asked.append(about[2]))
            claims_named(session, [f"harbour:{number}" for number in numbers], BUILT_IN)
        return len(asked)

    assert statements(range(2, 20)) == statements(range(2, 4))
