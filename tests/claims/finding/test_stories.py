"""Documents about one event that stand in different stories."""

from __future__ import annotations

from pathlib import Path

from claims.finding.stories import suggested_stories
from claims.intake import offer_file, store, store_revision
from ledger.engine import Ledger
from ledger.pen import Pen

ADA = Pen.of_this_machine("Ada")
FERRY = "Ferry sinks off Arden\n\nA ferry with 80 passengers sank off Arden on Monday, the coastguard said.\n"
RESCUE = "Passengers of ferry saved\n\nAll passengers of the ferry that sank off Arden were saved by boats.\n"
WRECK = "Wreck of Arden ferry found\n\nDivers found the ferry that sank off Arden with 80 passengers.\n"
BUDGET = "Budget fails\n\nParliament in Norland rejected the budget by one vote after a long night.\n"


def put(ledger: Ledger, folder: Path, text: str, slug: str, story: str | None = None) -> None:
    path = folder / f"{slug}.txt"
    path.write_text(text, encoding="utf-8")
    store(ledger, ADA, offer_file(str(path), story=story))


def suggested(ledger: Ledger) -> list[tuple[str, list[str], list[str]]]:
    with ledger.reading() as session:
        found = suggested_stories(session)
    return [
        (one.story, [document.slug for document in one.documents], [document.slug for document in one.apart])
        for one in found
    ]


def test_documents_about_one_event_in_two_stories_are_suggested_with_the_reason(
    ledger: Ledger, tmp_path: Path
) -> None:
    put(ledger, tmp_path, FERRY, "ferry")
    put(ledger, tmp_path, BUDGET, "budget")
    put(ledger, tmp_path, RESCUE, "rescue")

    assert suggested(ledger) == [("ferry", ["ferry", "rescue"], ["rescue"])]
    with ledger.reading() as session:
        assert suggested_stories(session)[0].reason.startswith("Both tell of ")


def test_the_story_of_most_of_them_is_suggested(ledger: Ledger, tmp_path: Path) -> None:
    put(ledger, tmp_path, FERRY, "ferry")
    put(ledger, tmp_path, RESCUE, "rescue", "sinking")
    put(ledger, tmp_path, WRECK, "wreck", "sinking")

    assert suggested(ledger) == [("sinking", ["ferry", "rescue", "wreck"], ["ferry"])]


def test_documents_of_one_story_are_no_suggestion(ledger: Ledger, tmp_path: Path) -> None:
    put(ledger, tmp_path, FERRY, "ferry")
    put(ledger, tmp_path, RESCUE, "rescue", "ferry")
    put(ledger, tmp_path, BUDGET, "budget")

    assert suggested(ledger) == []


def test_the_words_that_a_document_has_now_are_looked_at(ledger: Ledger, tmp_path: Path) -> None:
    put(ledger, tmp_path, FERRY, "ferry")
    put(ledger, tmp_path, RESCUE, "rescue")
    (tmp_path / "rescue.txt").write_text(BUDGET, encoding="utf-8")

    store_revision(ledger, ADA, offer_file(str(tmp_path / "rescue.txt")))

    assert suggested(ledger) == []


def test_a_text_that_was_added_again_to_the_story_is_suggested_no_more(
    ledger: Ledger, tmp_path: Path
) -> None:
    put(ledger, tmp_path, FERRY, "ferry")
    put(ledger, tmp_path, RESCUE, "rescue")

    put(ledger, tmp_path, RESCUE, "rescue-again", "ferry")

    assert suggested(ledger) == []
