"""What people did to the cutting of a document, read back. Queries only."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.models import RevisionRow
from claims.regrouping.models import RegroupingRow
from claims.regrouping.pages import RegroupingPage


def regroupings_of(session: Session, document: UUID, slug: str) -> tuple[RegroupingPage, ...]:
    """What people did to the cutting of a document, known as `slug`, in the order in which they did it."""
    query = (
        select(RegroupingRow, RevisionRow.number)
        .join(RevisionRow, RevisionRow.id == RegroupingRow.revision_id)
        .where(RegroupingRow.document_id == document)
        .order_by(RegroupingRow.number)
    )
    return tuple(
        RegroupingPage(
            slug=slug,
            number=row.number,
            revision=revision,
            kind=row.kind,
            of=tuple(row.of),
            made=tuple(row.made),
            because=row.because,
            by=row.by,
            known=row.known,
            at=row.at,
        )
        for row, revision in session.execute(query)
    )


def how_often_cut_anew(session: Session) -> Mapping[UUID, int]:
    """How often people cut each document otherwise; one that nobody did has no entry."""
    query = select(RegroupingRow.document_id, func.count().label("made")).group_by(RegroupingRow.document_id)
    return {row.document_id: row.made for row in session.execute(query)}
