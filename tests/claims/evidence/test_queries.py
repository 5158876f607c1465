"""Which evidence there is: for one claim and for many, and without what would give a source away."""

from __future__ import annotations

import uuid

import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from claims.errors import UnknownClaim, UnknownDocument, UnknownEvidence
from claims.evidence.models import EvidenceRow, RecheckRow
from claims.evidence.queries import contacts_of, evidence_of, evidence_pages, searches_of
from claims.evidence.withdrawing import withdraw
from claims.judging.policy_file import BUILT_IN
from claims.kinds import Recheck
from claims.models import ClaimRow
from claims.queries import claim_page
from claims.registry.adding import add_source
from claims.registry.finding import find_source
from claims.registry.merging import merge_sources
from ledger.engine import Ledger
from ledger.record import record
from tests.claims.evidence.desk import CLAIM, heard, page, pen, quote


def handles(ledger: Ledger, where: str | None = None) -> list[str]:
    with ledger.reading() as session:
        return [one.handle for one in evidence_pages(session, where)]


def claim_ids(session: Session) -> list[uuid.UUID]:
    return list(session.scalars(select(ClaimRow.id).order_by(ClaimRow.number)))


def test_evidence_is_listed_for_all_a_document_or_a_claim_in_the_order_in_which_it_came(desk: Ledger) -> None:
    quote(desk, "14 times a week")
    quote(desk, "passengers were hurt on the quay", claim="ferries:3", stance="context")
    quote(desk, "3 May 2026")

    assert handles(desk) == handles(desk, "ferries") == ["evidence:1", "evidence:2", "evidence:3"]
    assert handles(desk, CLAIM) == ["evidence:1", "evidence:3"]
    assert handles(desk, "ferries:1") == []


def test_evidence_can_be_listed_by_its_source(desk: Ledger) -> None:
    quote(desk, "14 times a week", source="Harbour Office")
    heard(desk, source="Lena Voss")

    with desk.reading() as session:
        found = find_source(session, "Lena Voss")
        listed = evidence_pages(session, source=found.id)

    assert [one.source_name for one in listed] == ["Lena Voss"]


@pytest.mark.parametrize(
    ("where", "error"),
    [
        pytest.param("boats", UnknownDocument, id="document"),
        pytest.param("ferries:99", UnknownClaim, id="claim"),
    ],
)
def test_what_is_unknown_is_said(desk: Ledger, where: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        handles(desk, where)


@pytest.mark.parametrize("handle", ["evidence:9", "9", "seven", "evidence:", "evidence:99999999999"])
def test_an_unknown_piece_of_evidence_is_said_with_those_there_are(desk: Ledger, handle: str) -> None:
    quote(desk, "14 times a week")

    with pytest.raises(UnknownEvidence, match="it runs from evidence:1 to evidence:1"):
        page(desk, handle)


def test_when_where_and_how_a_protected_source_spoke_is_left_out_unless_it_is_asked_for(desk: Ledger) -> None:
    with desk.writing() as session:
        add_source(session, pen(), "K7", protected=True)
    handle = heard(desk, source="K7", on_date="2025-12-14", place="the quay", how="face to face").handle
    heard(desk, source="Lena Voss", place="her office")

    plain, asked = page(desk, handle), page(desk, handle, protected=True)
    with desk.reading() as session:
        of_claim = claim_page(session, CLAIM, BUILT_IN).evidence

    assert (plain.on_date, plain.place, plain.how, plain.held_back) == (None, None, None, True)
    assert of_claim[0] == plain
    assert (of_claim[1].place, of_claim[1].held_back) == ("her office", False)
    assert (asked.on_date, asked.place, asked.how) == ("2025-12-14", "the quay", "face to face")
    assert not asked.held_back


def test_when_a_page_from_a_protected_source_was_captured_is_left_out_too(desk: Ledger) -> None:
    with desk.writing() as session:
        add_source(session, pen(), "K7", protected=True)

    assert page(desk, quote(desk, "14 times a week", source="K7").handle).captured_at is None


def test_a_source_is_shown_under_the_name_that_it_has_now(desk: Ledger) -> None:
    handle = heard(desk, source="Harbor Board").handle
    with desk.writing() as session:
        add_source(session, pen(), "Harbour Office")
        merge_sources(session, pen(), "Harbor Board", "Harbour Office", because="one body")

    assert page(desk, handle).source_name == "Harbour Office"
    assert page(desk, handle).source == "source:2"


def test_withdrawn_evidence_stays_on_record_and_counts_no_more(desk: Ledger) -> None:
    handle = quote(desk, "14 times a week").handle
    with desk.writing() as session:
        withdraw(session, pen(actor="bo"), handle, because="the wrong year")

    stored = page(desk, handle)

    assert stored.withdrawn is not None
    assert (stored.withdrawn.because, stored.withdrawn.by, stored.counts) == ("the wrong year", "bo", False)


def test_the_last_look_at_a_page_counts(desk: Ledger) -> None:
    handle = quote(desk, "14 times a week").handle
    with desk.writing() as session:
        id = session.scalars(select(EvidenceRow.id)).one()
        for ordinal, outcome in enumerate([Recheck.QUOTE_ALTERED, Recheck.PAGE_GONE], start=1):
            hand = pen()
            row = {
                "id": hand.new_id(),
                "evidence_id": id,
                "ordinal": ordinal,
                "outcome": outcome,
                "checked_by": hand.actor,
                "known": hand.known,
                "at": hand.clock(),
            }
            record(session, hand, action="evidence.recheck", subject=handle, rows={RecheckRow: [row]})

    recheck = page(desk, handle).recheck

    assert recheck is not None
    assert (recheck.outcome, recheck.capture) == (Recheck.PAGE_GONE, None)


def test_it_takes_as_many_statements_for_many_claims_as_for_one(desk: Ledger) -> None:
    for _ in range(3):
        quote(desk, "14 times a week")
        quote(desk, "14 times a week", claim="ferries:1")

    def statements(claims: list[uuid.UUID]) -> int:
        asked: list[str] = []
        with desk.reading() as session:
            connection = session.connection()
            event.listen(connection, "before_cursor_execute", lambda *given: asked.append(given[2]))
            evidence_of(session, claims)
            searches_of(session, claims)
            contacts_of(session, claims)
        return len(asked)

    with desk.reading() as session:
        every = claim_ids(session)

    assert statements(every[:1]) == statements(every) <= 6


def test_of_very_many_claims_only_those_asked_for_are_answered(desk: Ledger) -> None:
    quote(desk, "14 times a week")
    quote(desk, "14 times a week", claim="ferries:1")
    unknown = [uuid.UUID(int=number) for number in range(2_000)]

    with desk.reading() as session:
        first, second, *_ = claim_ids(session)
        found = evidence_of(session, [*unknown, second])

    assert {claim: [one.handle for one in pages] for claim, pages in found.items()} == {
        second: ["evidence:1"]
    }
    assert first not in found
