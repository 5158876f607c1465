"""Which claims of the ledger are like one of them: suggestions with reasons, until a person decides.

The claims are put into an index anew each time, so that this costs as much as reading all claims of
the ledger once. Nothing is stored.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.finding.pages import SimilarClaim, SimilarPage
from claims.finding.stock import empty_stock
from claims.judging.policy import Policy
from claims.kinds import MatchDecision
from claims.matching.likeness import Rarity
from claims.matching.ranking import matches
from claims.matching.record import CheckedClaim
from claims.models import ClaimRow, DocumentRow, PlacementRow, RevisionRow
from claims.queries import claim_page

TOP = 10
_AT_ONCE = 1_000
"""So many rows are held at a time."""


def similar_claims(session: Session, handle: str, policy: Policy, *, top: int = TOP) -> SimilarPage:
    """The claims of all documents that say the same as a claim or are of its matter, the likest first.

    Headings and what else can't be checked are left out. Raises `UnknownDocument` or `UnknownClaim`.
    """
    asked = claim_page(session, handle, policy)
    with empty_stock() as stock:
        for claim in _present_claims(session):
            if claim.id != asked.handle:
                stock.add(claim)
        stock.close()
        found = matches(asked.text, stock.candidates(asked.text), Rarity(stock), top=top)
    return SimilarPage(
        claim=asked,
        similar=tuple(
            SimilarClaim(claim_page(session, match.id, policy), match)
            for match in found
            if match.decision is not MatchDecision.DIFFERENT
        ),
    )


def _present_claims(session: Session) -> Iterator[CheckedClaim]:
    """The checkable claims of every document's present revision, by handle."""
    latest = (
        select(RevisionRow.document_id, func.max(RevisionRow.number).label("number"))
        .group_by(RevisionRow.document_id)
        .subquery()
    )
    query = (
        select(DocumentRow.slug, ClaimRow.number, PlacementRow.quote)
        .join(RevisionRow, RevisionRow.document_id == DocumentRow.id)
        .join(latest, (latest.c.document_id == DocumentRow.id) & (latest.c.number == RevisionRow.number))
        .join(PlacementRow, PlacementRow.revision_id == RevisionRow.id)
        .join(ClaimRow, ClaimRow.id == PlacementRow.claim_id)
        .where(PlacementRow.checkable)
    )
    for slug, number, quote in session.execute(query.execution_options(yield_per=_AT_ONCE)):
        yield CheckedClaim(f"{slug}:{number}", quote)
