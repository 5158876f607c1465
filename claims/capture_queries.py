"""Which captures there are, and what is kept of each; pages come out, and nothing is written."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import Session

from claims.captured import PREFIX, CapturePage, hop_from
from claims.errors import UnknownCapture, UnknownStory
from claims.evidence.models import EvidenceRow
from claims.handle_parts import number_in
from claims.models import CaptureRow
from claims.registry.models import SourceRow
from sources.fetch.outcome import Mark, State
from sources.fetch.urls import web_address


def capture_pages(session: Session, *, story: str | None = None) -> tuple[CapturePage, ...]:
    """The captures of the ledger, or of one story, in the order in which they were made.

    Raises `UnknownStory` where a story has none.
    """
    query = select(CaptureRow).order_by(CaptureRow.number)
    rows = session.scalars(query.where(CaptureRow.story == story) if story is not None else query).all()
    if story is not None and not rows:
        raise UnknownStory(
            f"the story {story!r} has no captures; make one with: factdesk capture URL --story {story}"
        )
    return tuple(_page(row) for row in rows)


def capture_page(session: Session, handle: str) -> CapturePage:
    """One capture by its handle, as in capture:3, or its number. Raises `UnknownCapture`."""
    row = session.scalar(select(CaptureRow).where(CaptureRow.number == number_in(handle, PREFIX)))
    if row is None:
        last = session.scalar(select(func.max(CaptureRow.number))) or 0
        if not last:
            raise UnknownCapture(
                f"there is no capture {handle!r}, nor any other yet; make one with: factdesk capture URL"
            )
        raise UnknownCapture(
            f"there is no capture {handle!r}; they run from {PREFIX}1 to {PREFIX}{last}; list them with: "
            "factdesk capture list"
        )
    return _page(row)


def captures_numbered(session: Session, numbers: Collection[int]) -> tuple[CapturePage, ...]:
    """The captures of these numbers, in order."""
    query = select(CaptureRow).where(CaptureRow.number.in_(numbers)).order_by(CaptureRow.number)
    return tuple(map(_page, session.scalars(query)))


def held_back(session: Session, pages: Sequence[CapturePage]) -> tuple[CapturePage, ...]:
    """The captures as they are shown: of what a protected source says, without when and how it came.

    The name of its file goes too, since it begins with the time.
    """
    query = (
        select(CaptureRow.number)
        .join(EvidenceRow, EvidenceRow.capture_id == CaptureRow.id)
        .join(SourceRow, SourceRow.id == EvidenceRow.source_id)
        .where(SourceRow.protected)
    )
    protected = set(session.scalars(query))
    return tuple(
        replace(page, file=None, given_as=None, how=None, held_back=True)
        if page.number in protected
        else page
        for page in pages
    )


def newest_capture(
    session: Session, url: str, *, states: Collection[State] = tuple(State)
) -> CapturePage | None:
    """The last capture of an address, asked for there or found there in the end; `None`: there is none.

    Failed captures count too, unless `states` leaves them out. Raises `NotAnAddress`.
    """
    address = web_address(url).url
    of_the_address = or_(CaptureRow.asked == address, CaptureRow.url == address)
    query = select(CaptureRow).where(of_the_address, CaptureRow.state.in_(states))
    row = session.scalar(query.order_by(CaptureRow.number.desc()).limit(1))
    return None if row is None else _page(row)


def is_captured(session: Session, sha256: str) -> bool:
    """Whether a capture of the ledger has a file with this digest."""
    return bool(session.scalar(select(exists().where(CaptureRow.file_sha256 == sha256))))


def _page(row: CaptureRow) -> CapturePage:
    return CapturePage(
        number=row.number,
        kind=row.kind,
        story=row.story,
        asked=row.asked,
        url=row.url,
        state=row.state,
        reason=row.reason,
        marks=tuple(Mark(mark) for mark in row.marks),
        hops=tuple(hop_from(hop) for hop in row.hops),
        robots=row.robots,
        user_agent=row.user_agent,
        content_type=row.content_type,
        file=row.file,
        file_bytes=row.file_bytes,
        file_sha256=row.file_sha256,
        block_sha256=row.block_sha256,
        entity_sha256=row.entity_sha256,
        title=row.title,
        text=row.text,
        text_sha256=row.text_sha256,
        reader=row.reader,
        why_no_text=row.why_no_text,
        given_as=row.given_as,
        how=row.how,
        began=row.began,
        added_by=row.added_by,
        added_at=row.added_at,
        outlet=row.outlet,
    )
