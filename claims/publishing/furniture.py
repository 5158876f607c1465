"""Furniture: words of a page that are no part of its article, and who agreed that they are none.

A signature is tied to the words and not to their place, so it holds in every revision that has them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.errors import CannotSign, EmptyReason
from claims.handles import find_document
from claims.kinds import ClaimKind
from claims.present import present_revision
from claims.publishing.authors import refuse_author
from claims.publishing.models import FurnitureSignatureRow
from claims.publishing.pages import FurniturePage, SignaturePage
from claims.reading.record import Span
from claims.sections import in_section
from claims.stored import PlacedStatement, spans_of, statements_of
from ledger.pen import Pen
from ledger.record import record


def furniture_of(session: Session, slug: str) -> tuple[FurniturePage, ...]:
    """The furniture of a document's present revision, in the order of the text. Raises `UnknownDocument`."""
    document = find_document(session, slug)
    revision = present_revision(session, document)
    times = Counter(_plain(revision.text[start:end]) for start, end in spans_of(revision.furniture))
    signed = _signatures(session, document)
    return tuple(FurniturePage(slug, words, times[words], signed.get(words)) for words in times)


def furniture_spans(
    session: Session, slug: str, *, words: str | None = None, section: str | None = None
) -> tuple[Span, ...]:
    """Where furniture of a document stands: all of it, some `words`, or what stands in a section.

    Raises `UnknownDocument`, `UnknownSection`, or `CannotSign` where there are no such words.
    """
    revision = present_revision(session, find_document(session, slug))
    spans = spans_of(revision.furniture)
    if section is not None:
        spans = _in_section(statements_of(session, revision.id), spans, slug, section)
    if words is None:
        return spans
    found = tuple(span for span in spans if _plain(revision.text[slice(*span)]) == _plain(words))
    if not found:
        there = dict.fromkeys(_plain(revision.text[slice(*span)]) for span in spans)
        listed = "; ".join(f'"{one}"' for one in list(there)[:3]) or "nothing"
        raise CannotSign(f'"{words}" is no furniture of {slug}; there is: {listed}')
    return found


def sign_furniture(
    session: Session,
    pen: Pen,
    slug: str,
    *,
    words: str | None = None,
    section: str | None = None,
    because: str,
) -> tuple[str, ...]:
    """Agree that furniture of a document is no part of it; give the words that were signed just now.

    It is all of it, some `words`, or what stands in a section. Raises `EmptyReason`, `OwnText`,
    `UnknownDocument`, or `CannotSign` where there is no such furniture.
    """
    if not because.strip():
        raise EmptyReason(f'signing the furniture of {slug} needs a reason; give one with --because "…"')
    document = find_document(session, slug)
    refuse_author(session, pen, slug, document)
    spans = furniture_spans(session, slug, words=words, section=section)
    text = present_revision(session, document).text
    asked = {_plain(text[slice(*span)]) for span in spans}
    wanted = [page for page in furniture_of(session, slug) if page.words in asked]
    now = pen.clock()
    unsigned = [page.words for page in wanted if page.signed is None]
    rows = [signature(pen, document, one, because, now) for one in unsigned]
    if rows:
        record(
            session, pen, action="furniture.sign", subject=slug, rows={FurnitureSignatureRow: rows}, at=now
        )
    return tuple(unsigned)


def signature(pen: Pen, document: UUID, words: str, because: str, now: datetime) -> dict[str, object]:
    """The row of a signature on words that are no part of a document."""
    return {
        "id": pen.new_id(),
        "document_id": document,
        "words": words,
        "because": because.strip(),
        "signed_by": pen.actor,
        "known": pen.known,
        "at": now,
    }


def unsigned_rows(
    session: Session, pen: Pen, document: UUID, words: Iterable[str], because: str, now: datetime
) -> list[dict[str, object]]:
    """The rows of signatures on words that are no part of a document, where nobody has signed them yet."""
    signed = _signatures(session, document)
    fresh = dict.fromkeys(one for one in map(_plain, words) if one not in signed)
    return [signature(pen, document, one, because, now) for one in fresh]


def _in_section(
    placed: Sequence[PlacedStatement], spans: Sequence[Span], slug: str, section: str
) -> tuple[Span, ...]:
    """Those spans that stand under a heading; at the head of a text they stand under none."""
    headings = [one for one in placed if one.statement.kind is ClaimKind.HEADING]
    starts = [one.statement.start for one in headings]
    names = [None, *(_plain(one.quote) for one in headings)]
    named = {one.statement.start: _plain(one.quote) for one in headings}
    under = {span[0]: names[bisect_right(starts, span[0])] for span in spans}
    found = set(in_section({**named, **under}, slug, section))
    return tuple(span for span in spans if span[0] in found)


def _signatures(session: Session, document: UUID) -> Mapping[str, SignaturePage]:
    query = select(FurnitureSignatureRow).where(FurnitureSignatureRow.document_id == document)
    return {
        row.words: SignaturePage(row.because, row.signed_by, row.known, row.at)
        for row in session.scalars(query)
    }


def _plain(words: str) -> str:
    return " ".join(words.split())
