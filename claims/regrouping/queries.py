"""What people did to the cutting of a document, read back. Queries only."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.handle_parts import slug_in
from claims.models import RevisionRow
from claims.present import last_revision_of, present_revision
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


def regrouped_into(session: Session, document: UUID, claim: UUID, handle: str) -> str | None:
    """What people made of a claim, in words; `None` where it still stands, or was cut from the text."""
    last = last_revision_of(session, claim)
    if last.id == present_revision(session, document).id:
        return None
    number = int(handle.rpartition(":")[2])
    for act in regroupings_of(session, document, slug_in(handle)):
        if act.revision == last.number + 1 and number in act.of:
            return ", ".join(act.made_handles) or "furniture"
    return None


def what_became_of(session: Session, document: UUID, claim: UUID, handle: str) -> str:
    """What became of a claim that stands in its document no more, with where to look."""
    if made := regrouped_into(session, document, claim, handle):
        return f"is {made} now; see: factdesk claim show {handle}"
    cut_in = last_revision_of(session, claim).number + 1
    return f"was cut in revision {cut_in}; see: factdesk claim show {handle}"


def how_often_cut_anew(session: Session) -> Mapping[UUID, int]:
    """How often people cut each document otherwise; one that nobody did has no entry."""
    query = select(RegroupingRow.document_id, func.count().label("made")).group_by(RegroupingRow.document_id)
    return {row.document_id: row.made for row in session.execute(query)}
