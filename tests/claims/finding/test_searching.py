"""Searching a ledger: what is shown of a hit, and what is kept back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claims.captures import capture_file
from claims.evidence.adding import add_heard, add_quote
from claims.evidence.offered import Heard, Quoted
from claims.evidence.typed import judged
from claims.finding.filters import Filters
from claims.finding.keeping import index_of
from claims.finding.pages import Hit
from claims.finding.searching import search
from claims.judging.policy_file import BUILT_IN
from claims.judging.reviews import mark
from claims.judging.tier_setting import set_tier
from claims.kinds import EvidenceKind, Status, Tier
from claims.registry.adding import add_source
from ledger.engine import Ledger
from reports.json import Record
from reports.search_records import hit_record
from reports.search_screens import search_screen
from tests.claims.finding.desk import WEEK, add, found, pen, revise

EVER = datetime(2000, 1, 1, tzinfo=UTC)
PAGE = """The harbour office counts

Two tugs towed the wrecks of Arden to the open sea, the office said. The weather was calm on that day.
"""


def hits(ledger: Ledger, words: str, *, most: int = 20) -> list[Hit]:
    with index_of(ledger) as index, ledger.reading() as session:
        return list(search(session, index, words, BUILT_IN, most=most).hits)


def printed(ledger: Ledger, words: str) -> tuple[str, list[Record]]:
    with index_of(ledger) as index, ledger.reading() as session:
        page = search(session, index, words, BUILT_IN)
    return search_screen(page), [hit_record(hit) for hit in page.hits]


@pytest.fixture
def evidence(desk: Ledger, tmp_path: Path) -> Ledger:
    """evidence:1 of a protected source from capture:1, evidence:2 told by it, evidence:3 by somebody else."""
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    capture_file(desk, pen(), tmp_path / "page.txt", how="saved by Ada", url="https://harbour.example/wrecks")
    with desk.writing() as session:
        add_source(session, pen(), "Heron", protected=True)
        protected = judged(stance="supports", because="was there", source="Heron")
        add_quote(
            session, pen(), "storm:2", "capture:1", Quoted(quote="Two tugs towed the wrecks"), protected
        )
        told = Heard(
            kind=EvidenceKind.INTERVIEW, told="The wrecks are mine.", place="Corrie", how="met twice"
        )
        add_heard(session, pen(), "storm:2", told, protected)
        other = judged(stance="refutes", because="was there", source="Ana Zupčić")
        add_heard(session, pen(), "week:2", replace(told, told="I saw no wrecks at all."), other)
    return desk


def test_a_cut_claim_says_in_which_revision(desk: Ledger, tmp_path: Path) -> None:
    revise(desk, tmp_path, "week", WEEK.partition("A baker")[0])

    shown, (record,) = printed(desk, "lottery")

    assert "week:4  ? unconfirmed, cut in revision 2\n" in shown
    assert record["cut_in"] == 2


def test_a_verdict_that_waits_for_a_second_one_is_not_told(desk: Ledger) -> None:
    with desk.writing() as session:
        set_tier(session, pen(), "storm:2", Tier.ACCUSATION, because="it accuses")
        mark(session, pen(), "storm:2", "refuted", because="none sank", policy=BUILT_IN)

    shown, records = printed(desk, "14 boats arden")

    assert "storm:2  ? unconfirmed\n" in shown
    assert "refuted" not in shown + str(records)
    assert "none sank" not in shown + str(records)


def test_when_and_where_a_protected_source_spoke_is_neither_shown_nor_searched(evidence: Ledger) -> None:
    _, records = printed(evidence, "wrecks")
    told = {record["handle"]: record for record in records}

    assert set(told) == {"capture:1", "evidence:1", "evidence:2", "evidence:3"}
    assert (told["evidence:2"]["place"], told["evidence:2"]["how"], told["evidence:2"]["at"]) == (None,) * 3
    assert told["capture:1"]["began"] is None
    assert told["evidence:3"]["place"] == "Corrie"
    assert found(evidence, "twice") == set()


def test_since_when_tells_nothing_of_a_protected_source(evidence: Ledger) -> None:
    assert found(evidence, "wrecks", Filters(since=EVER)) == {"evidence:3"}


def test_evidence_sources_and_captures_belong_to_the_documents_that_they_are_for(evidence: Ledger) -> None:
    assert found(evidence, "wrecks", Filters(document="week")) == {"evidence:3"}
    assert found(evidence, "wrecks", Filters(story="storm")) == {"capture:1", "evidence:1", "evidence:2"}
    assert found(evidence, "zupcic", Filters(document="week")) == {"source:2"}
    assert found(evidence, "zupcic", Filters(document="storm")) == set()


def test_claims_are_told_by_status_and_by_the_day_on_which_their_words_came(
    desk: Ledger, tmp_path: Path
) -> None:
    with desk.reading() as session:
        before = hits(desk, "arden")
    revise(desk, tmp_path, "week", WEEK.replace("41 boats", "12 boats"))
    with desk.writing() as session:
        mark(session, pen(), "storm:2", "not checkable", because="nobody counted", policy=BUILT_IN)

    assert len(before) == 3
    assert found(desk, "arden", Filters(statuses=(Status.NOT_CHECKABLE,))) == {"storm:2"}
    assert found(desk, "arden", Filters(statuses=(Status.UNCONFIRMED,))) == {"week:2", "week:3"}


def test_a_long_page_is_shown_where_the_words_stand_in_it(evidence: Ledger, tmp_path: Path) -> None:
    nothing = "Nothing happens here at all.\n\n" * 200
    long = f"{nothing}The otters of Corrie came home.\n\n{nothing}"
    (tmp_path / "long.txt").write_text(f"A long page\n\n{long}", encoding="utf-8")
    capture_file(evidence, pen(), tmp_path / "long.txt", how="saved by Ada")

    shown, (record,) = printed(evidence, "otter corrie")

    assert "The «otters» of «Corrie» came home." in " ".join(shown.split())
    assert [record["text"][start:end] for start, end in record["spans"]] == ["otters", "Corrie"]
    assert len(record["text"]) < 300
    assert record["text_start"] > 5_000


def test_a_document_may_have_the_name_of_a_kind(evidence: Ledger, tmp_path: Path) -> None:
    add(evidence, tmp_path, "evidence", "A museum opens\n\nIt shows wrecks of Arden.\n\nAdmission is free.\n")

    handles = sorted((hit.within, hit.handle) for hit in hits(evidence, "wrecks"))

    assert ("claims", "evidence:2") in handles
    assert ("evidence", "evidence:2") in handles
    assert found(evidence, "museum") == {"evidence:1"}
