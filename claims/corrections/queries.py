"""Which corrections were asked for and what became of them; frozen pages come out, nothing is written.

For many as for one it takes the same few statements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from claims.corrections.models import CorrectionEndRow, CorrectionPlaceRow, CorrectionRow, PlaceMendedRow
from claims.corrections.pages import (
    PREFIX,
    CorrectionPage,
    CountedAs,
    EndPage,
    MendedPage,
    PlacePage,
)
from claims.errors import UnknownCorrection
from claims.handle_parts import number_in
from claims.handles import documents_of, find_document
from claims.models import ClaimRow, DocumentRow, PlacementRow, RevisionRow

Ends = Mapping[UUID, CorrectionEndRow]
Words = Mapping[UUID, Mapping[int, str]]
"""By claim, what it says in which revision, in their order; one that was cut has no words from there on."""


def find_correction(session: Session, handle: str) -> CorrectionRow:
    """The correction that "correction:3", or "3", names. Raises `UnknownCorrection`."""
    number = number_in(handle.strip(), PREFIX)
    found = session.scalar(select(CorrectionRow).where(CorrectionRow.number == number)) if number else None
    if found is None:
        raise UnknownCorrection(
            f"there is no correction {handle!r}; list them with: factdesk correction list"
        )
    return found


def correction_of(session: Session, row: CorrectionRow) -> CorrectionPage:
    """The page of one correction."""
    (page,) = _pages(session, CorrectionRow.id == row.id)
    return page


def correction_pages(
    session: Session, name: str | None = None, *, is_open: bool | None = None
) -> tuple[CorrectionPage, ...]:
    """The corrections of a story, of a document, or of the ledger, in their order.

    `is_open` leaves those alone that are open, or closed. Raises `UnknownDocument`.
    """
    wanted: list[ColumnElement[bool]] = []
    if name is not None:
        wanted.append(
            DocumentRow.story == name
            if documents_of(session, name)
            else DocumentRow.id == find_document(session, name)
        )
    return tuple(page for page in _pages(session, *wanted) if is_open in (None, page.is_open))


def open_corrections(
    session: Session, documents: Collection[UUID] | None = None
) -> tuple[CorrectionPage, ...]:
    """The corrections of some documents, or of all, about which nobody has decided yet."""
    return tuple(page for page in corrections_of(session, documents) if page.is_open)


def corrections_of(session: Session, documents: Collection[UUID] | None = None) -> tuple[CorrectionPage, ...]:
    """The corrections of some documents, or of all, in their order."""
    return _pages(session, *([] if documents is None else [CorrectionRow.document_id.in_(documents)]))


def _pages(session: Session, *wanted: ColumnElement[bool]) -> tuple[CorrectionPage, ...]:
    query = (
        select(CorrectionRow, DocumentRow.slug, DocumentRow.story, ClaimRow.number)
        .join(DocumentRow, DocumentRow.id == CorrectionRow.document_id)
        .outerjoin(ClaimRow, ClaimRow.id == CorrectionRow.claim_id)
        .where(*wanted)
        .order_by(CorrectionRow.number)
    )
    rows = session.execute(query).all()
    if not rows:
        return ()
    asked = [row.id for row, *_ in rows]
    places, ends = _places(session, asked), _ends(session, asked)
    words = _words(session, {row.claim_id for row, *_ in rows if row.claim_id})
    earlier = _earlier(session, {row.document_id for row, *_ in rows})
    return tuple(
        CorrectionPage(
            number=row.number,
            slug=slug,
            story=story,
            claim=f"{slug}:{claim}" if claim else None,
            kind=row.kind,
            request=row.request,
            requested_by=row.requested_by,
            received=row.received,
            was=_was(row, words),
            now=_became(row, ends.get(row.id), words),
            places=tuple(places.get(row.id, ())),
            end=_end(ends[row.id]) if row.id in ends else None,
            by=row.added_by,
            at=row.at,
            earlier=tuple(
                f"{PREFIX}{number}"
                for number in earlier[row.document_id, row.claim_id]
                if number < row.number
            ),
        )
        for row, slug, story, claim in rows
    )


def _was(row: CorrectionRow, words: Words) -> CountedAs | None:
    """What the claim of a correction counted as when it came; `None` where it is about no claim."""
    if row.status is None or row.claim_id is None:
        return None
    then = [quote for revision, quote in words[row.claim_id].items() if revision <= row.revision]
    return CountedAs(row.status, row.verdict, row.judged_by, row.judged_at, then[-1])


def _became(row: CorrectionRow, end: CorrectionEndRow | None, words: Words) -> CountedAs | None:
    """What the claim counted as when the correction was closed; `None` while it is open."""
    if end is None or end.status is None or row.claim_id is None:
        return None
    then = words[row.claim_id].get(end.revision)
    return CountedAs(end.status, end.verdict, end.judged_by, end.judged_at, then)


def _end(row: CorrectionEndRow) -> EndPage:
    return EndPage(row.decision, row.because, row.notice, row.closed_by, row.at)


def _ends(session: Session, corrections: Collection[UUID]) -> Ends:
    query = select(CorrectionEndRow).where(CorrectionEndRow.correction_id.in_(corrections))
    return {row.correction_id: row for row in session.scalars(query)}


def _places(session: Session, corrections: Collection[UUID]) -> Mapping[UUID, list[PlacePage]]:
    query = (
        select(CorrectionPlaceRow, PlaceMendedRow)
        .outerjoin(PlaceMendedRow, PlaceMendedRow.place_id == CorrectionPlaceRow.id)
        .where(CorrectionPlaceRow.correction_id.in_(corrections))
        .order_by(CorrectionPlaceRow.ordinal)
    )
    found: defaultdict[UUID, list[PlacePage]] = defaultdict(list)
    for row, done in session.execute(query):
        mended = MendedPage(done.how, done.left, done.mended_by, done.at) if done else None
        found[row.correction_id].append(PlacePage(row.ordinal, row.kind, row.place, mended))
    return found


def _words(session: Session, claims: Collection[UUID]) -> Words:
    query = (
        select(PlacementRow.claim_id, RevisionRow.number, PlacementRow.quote)
        .join(RevisionRow, RevisionRow.id == PlacementRow.revision_id)
        .where(PlacementRow.claim_id.in_(claims))
        .order_by(RevisionRow.number)
    )
    found: defaultdict[UUID, dict[int, str]] = defaultdict(dict)
    for claim, revision, quote in session.execute(query):
        found[claim][revision] = quote
    return found


def _earlier(session: Session, documents: Collection[UUID]) -> Mapping[tuple[UUID, UUID | None], list[int]]:
    """By document and claim, the numbers of all that was asked for, in their order."""
    query = (
        select(CorrectionRow.document_id, CorrectionRow.claim_id, CorrectionRow.number)
        .where(CorrectionRow.document_id.in_(documents))
        .order_by(CorrectionRow.number)
    )
    found: defaultdict[tuple[Any, Any], list[int]] = defaultdict(list)
    for document, claim, number in session.execute(query):
        found[document, claim].append(number)
    return found
