"""Which claims are meant: some, those of some documents, or all, as a condition on a query."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, Subquery, func, select
from sqlalchemy.orm import InstrumentedAttribute

from claims.models import ClaimRow, DocumentRow, PlacementRow, ReviewRow, RevisionRow

Key = InstrumentedAttribute[UUID]


@dataclass(frozen=True, slots=True)
class Scope:
    """Which claims are meant: some, those of some documents, or all; perhaps the reviewed alone.

    Claims that are named are meant where they last stood, the others where they stand in the present text.
    """

    claims: tuple[UUID, ...] | None = None
    documents: tuple[UUID, ...] | None = None
    reviewed: bool = False

    def of(self, claim: Key) -> list[ColumnElement[bool]]:
        """The conditions that leave these claims alone; `claim` is the column that names them."""
        wanted: list[ColumnElement[bool]] = []
        if self.claims is not None:
            wanted.append(claim.in_(self.claims))
        if self.reviewed:
            wanted.append(claim.in_(select(ReviewRow.claim_id)))
        if self.documents is not None:
            within = select(ClaimRow.id).where(ClaimRow.document_id.in_(self.documents))
            wanted.append(claim.in_(within))
        return wanted

    def of_placements(self, placement: Key) -> list[ColumnElement[bool]]:
        """The same for a column that names placements."""
        wanted = self.of(PlacementRow.claim_id)
        return [placement.in_(select(PlacementRow.id).where(*wanted))] if wanted else []

    def of_stories(self, story: InstrumentedAttribute[str]) -> list[ColumnElement[bool]]:
        """The conditions that leave the stories that these claims are in."""
        if self.claims is None and self.documents is None:
            return []
        query = select(DocumentRow.story)
        if self.documents is not None:
            query = query.where(DocumentRow.id.in_(self.documents))
        if self.claims is not None:
            within = select(ClaimRow.document_id).where(ClaimRow.id.in_(self.claims))
            query = query.where(DocumentRow.id.in_(within))
        return [story.in_(query)]


EVERYTHING = Scope()


def present_revisions() -> Subquery:
    """The id, document and time of every document's last revision."""
    last = (
        select(RevisionRow.document_id, func.max(RevisionRow.number).label("number"))
        .group_by(RevisionRow.document_id)
        .subquery()
    )
    return (
        select(RevisionRow.id, RevisionRow.document_id, RevisionRow.added_at)
        .join(
            last,
            (RevisionRow.document_id == last.c.document_id) & (RevisionRow.number == last.c.number),
        )
        .subquery()
    )
