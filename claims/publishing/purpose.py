"""What a document is checked for: a draft of our own, or what others published; and who wrote it.

A later statement takes the place of an earlier one, which stays on record.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.handles import find_document
from claims.kinds import Purpose
from claims.publishing.models import PurposeRow
from claims.publishing.pages import PurposePage
from ledger.pen import Pen
from ledger.record import record


def state_purpose(
    session: Session, pen: Pen, slug: str, purpose: Purpose, *, authors: Sequence[str] = ()
) -> None:
    """Say what a document is checked for and who wrote it; nothing is stored where that is said already.

    Without `authors`, those who were named before stay. Raises `UnknownDocument`.
    """
    document = find_document(session, slug)
    said = purposes_of(session, [document]).get(document)
    named = tuple(dict.fromkeys(name for words in authors if (name := " ".join(words.split()))))
    wrote = named or (said.authors if said else ())
    if said and (purpose, wrote) == (said.purpose, said.authors):
        return
    now = pen.clock()
    row = {
        "id": pen.new_id(),
        "document_id": document,
        "ordinal": _how_many(session, document) + 1,
        "purpose": purpose,
        "authors": list(wrote),
        "stated_by": pen.actor,
        "known": pen.known,
        "at": now,
    }
    record(session, pen, action="document.purpose", subject=slug, rows={PurposeRow: [row]}, at=now)


def purposes_of(session: Session, documents: Collection[UUID]) -> Mapping[UUID, PurposePage]:
    """By document, what was last said of it; a document of which nobody said anything is left out."""
    query = select(PurposeRow).where(PurposeRow.document_id.in_(documents)).order_by(PurposeRow.ordinal)
    return {
        row.document_id: PurposePage(row.purpose, tuple(row.authors), row.stated_by, row.known, row.at)
        for row in session.scalars(query)
    }


def _how_many(session: Session, document: UUID) -> int:
    query = select(func.count()).select_from(PurposeRow).where(PurposeRow.document_id == document)
    return session.scalar(query) or 0
