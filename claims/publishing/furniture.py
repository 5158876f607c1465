"""Furniture: words of a page that are no part of its article, and who agreed that they are none.

A signature is tied to the words and not to their place, so it holds in every revision that has them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.errors import CannotSign, EmptyReason
from claims.handles import find_document
from claims.present import present_revision
from claims.publishing.authors import refuse_author
from claims.publishing.models import FurnitureSignatureRow
from claims.publishing.pages import FurniturePage, SignaturePage
from claims.stored import spans_of
from ledger.pen import Pen
from ledger.record import record


def furniture_of(session: Session, slug: str) -> tuple[FurniturePage, ...]:
    """The furniture of a document's present revision, in the order of the text. Raises `UnknownDocument`."""
    document = find_document(session, slug)
    revision = present_revision(session, document)
    times = Counter(_plain(revision.text[start:end]) for start, end in spans_of(revision.furniture))
    signed = _signatures(session, document)
    return tuple(FurniturePage(slug, words, times[words], signed.get(words)) for words in times)


def sign_furniture(
    session: Session, pen: Pen, slug: str, *, words: str | None = None, because: str
) -> tuple[str, ...]:
    """Agree that `words`, or all furniture of a document, are no part of it; give what was signed just now.

    Raises `EmptyReason`, `OwnText`, `UnknownDocument`, or `CannotSign` where the words are no furniture.
    """
    if not because.strip():
        raise EmptyReason(f'signing the furniture of {slug} needs a reason; give one with --because "…"')
    document = find_document(session, slug)
    refuse_author(session, pen, slug, document)
    there = furniture_of(session, slug)
    wanted = [page for page in there if words is None or page.words == _plain(words)]
    if words is not None and not wanted:
        listed = "; ".join(f'"{page.words}"' for page in there[:3]) or "nothing"
        raise CannotSign(f'"{words}" is no furniture of {slug}; there is: {listed}')
    now = pen.clock()
    rows = [
        {
            "id": pen.new_id(),
            "document_id": document,
            "words": page.words,
            "because": because.strip(),
            "signed_by": pen.actor,
            "known": pen.known,
            "at": now,
        }
        for page in wanted
        if page.signed is None
    ]
    if rows:
        record(
            session, pen, action="furniture.sign", subject=slug, rows={FurnitureSignatureRow: rows}, at=now
        )
    return tuple(str(row["words"]) for row in rows)


def _signatures(session: Session, document: UUID) -> Mapping[str, SignaturePage]:
    query = select(FurnitureSignatureRow).where(FurnitureSignatureRow.document_id == document)
    return {
        row.words: SignaturePage(row.because, row.signed_by, row.known, row.at)
        for row in session.scalars(query)
    }


def _plain(words: str) -> str:
    return " ".join(words.split())
