"""Similar claims come out of the lasting index as they would of one made for the question."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import func, select

from claims.finding.keeping import index_of
from claims.finding.similar import similar_claims
from claims.finding.stock import empty_stock
from claims.judging.policy_file import BUILT_IN
from claims.matching.likeness import Rarity
from claims.matching.ranking import matches
from claims.matching.record import CheckedClaim, Match
from claims.models import ClaimRow, DocumentRow, PlacementRow, RevisionRow
from ledger.engine import Ledger
from tests.claims.finding.desk import STORM, WEEK, add, revise

TOP = 5


def present_claims(ledger: Ledger) -> list[CheckedClaim]:
    """The checkable claims of every document's last revision, read anew."""
    with ledger.reading() as session:
        last = select(RevisionRow.document_id, func.max(RevisionRow.number)).group_by(RevisionRow.document_id)
        present = {(document, number) for document, number in session.execute(last)}
        query = (
            select(
                DocumentRow.slug,
                ClaimRow.number,
                PlacementRow.quote,
                RevisionRow.document_id,
                RevisionRow.number.label("revision"),
            )
            .join(ClaimRow, ClaimRow.id == PlacementRow.claim_id)
            .join(DocumentRow, DocumentRow.id == ClaimRow.document_id)
            .join(RevisionRow, RevisionRow.id == PlacementRow.revision_id)
            .where(PlacementRow.checkable)
        )
        return [
            CheckedClaim(f"{row.slug}:{row[1]}", row.quote)
            for row in session.execute(query)
            if (row.document_id, row.revision) in present
        ]


def like_it_in_a_new_index(claims: list[CheckedClaim], asked: CheckedClaim) -> list[Match]:
    with empty_stock() as stock:
        for claim in claims:
            if claim != asked:
                stock.add(claim)
        stock.close()
        found = matches(asked.text, stock.candidates(asked.text), Rarity(stock), top=TOP)
    return [match for match in found if match.decision != "different"]


def test_they_are_the_same_after_texts_were_added_revised_and_shortened(desk: Ledger, tmp_path: Path) -> None:
    for step in range(3):
        with index_of(desk):
            pass
        add(desk, tmp_path, f"more-{step}", STORM.replace("14 boats", f"{step} boats"))
        revise(
            desk, tmp_path, "week", WEEK.replace("41", str(50 + step)).partition("A baker")[0 if step else 2]
        )

    claims = present_claims(desk)

    with index_of(desk) as index, desk.reading() as session:
        for claim in claims:
            page = similar_claims(session, index, claim.id, BUILT_IN, top=TOP)
            assert [one.match for one in page.similar] == like_it_in_a_new_index(claims, claim)
    assert len(claims) > 10
