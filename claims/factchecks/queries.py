"""Which fact-checks of others there are; pages come out, nothing is written."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from claims.errors import UnknownFactCheck
from claims.factchecks.models import FactCheckRow
from claims.factchecks.pages import PREFIX, FactCheckPage
from claims.handle_parts import number_in
from claims.models import CaptureRow


def factcheck_pages(session: Session, *, publisher: str | None = None) -> tuple[FactCheckPage, ...]:
    """The fact-checks that count, in the order in which they were imported.

    `publisher` leaves those whose publisher's name holds these words, whatever their case.
    """
    wanted = " ".join(publisher.split()).casefold() if publisher else ""
    pages = _pages(session, _everything())
    return tuple(
        page for page in pages if page.replaced_by is None and wanted in (page.publisher or "").casefold()
    )


def factcheck_page(session: Session, handle: str) -> FactCheckPage:
    """One fact-check by its handle, as in factcheck:3, or its number. Raises `UnknownFactCheck`."""
    [page] = _pages(session, _everything().where(FactCheckRow.number == find_factcheck(session, handle)))
    return page


def pages_of(session: Session, handles: Collection[str]) -> Mapping[str, FactCheckPage]:
    """The fact-checks that these handles name; one that there is not is left out."""
    numbers = [number_in(handle, PREFIX) for handle in handles]
    found = _pages(session, _everything().where(FactCheckRow.number.in_(numbers)))
    return {page.handle: page for page in found}


def find_factcheck(session: Session, handle: str) -> int:
    """The number of the fact-check that a handle names. Raises `UnknownFactCheck`."""
    number = number_in(handle, PREFIX)
    found = session.scalar(select(FactCheckRow.number).where(FactCheckRow.number == number))
    if found is None:
        last = session.scalar(select(func.max(FactCheckRow.number))) or 0
        there = f"they run from {PREFIX}1 to {PREFIX}{last}" if last else "none was imported yet"
        raise UnknownFactCheck(
            f"there is no fact-check {handle!r}; {there}; list them with: factdesk factcheck list"
        )
    return found


def _everything() -> Select[Any]:
    """All fact-checks, each with the number of the version of it that counts."""
    version = select(
        FactCheckRow.identity,
        FactCheckRow.number,
        func.row_number()
        .over(
            partition_by=FactCheckRow.identity,
            order_by=(func.coalesce(FactCheckRow.review_date, "").desc(), FactCheckRow.number.desc()),
        )
        .label("place"),
    ).subquery()
    return (
        select(FactCheckRow, version.c.number.label("counts"), CaptureRow.number.label("capture"))
        .join(version, (version.c.identity == FactCheckRow.identity) & (version.c.place == 1))
        .outerjoin(CaptureRow, CaptureRow.id == FactCheckRow.capture_id)
        .order_by(FactCheckRow.number)
    )


def _pages(session: Session, query: Select[Any]) -> Iterator[FactCheckPage]:
    for row, counts, capture in session.execute(query):
        yield FactCheckPage(
            number=row.number,
            claim_reviewed=row.claim_reviewed,
            claimant=row.claimant,
            claim_date=row.claim_date,
            rating=row.rating,
            rating_value=row.rating_value,
            best_rating=row.best_rating,
            worst_rating=row.worst_rating,
            publisher=row.publisher,
            url=row.url,
            title=row.title,
            review_date=row.review_date,
            language=row.language,
            appearances=tuple(row.appearances),
            found_in=row.found_in,
            capture=None if capture is None else f"capture:{capture}",
            by=row.imported_by,
            known=row.known,
            at=row.at,
            replaced_by=None if counts == row.number else f"{PREFIX}{counts}",
        )
