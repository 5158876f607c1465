"""What people did to the cutting of a document, read back. Queries only."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
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
