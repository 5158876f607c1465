"""Making sources one where people know that two names are one, and taking that back.

Merging moves nothing: names, grades and evidence stay where they are, and are shown under the source that
the merge leads to, so that undoing it brings everything back.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.errors import CannotMerge, UnknownMerge
from claims.registry.finding import FoundSource, find_as_named, found_source, last_merge, target_of
from claims.registry.models import SourceMergeRow
from claims.typed import reason
from ledger.pen import Pen
from ledger.record import record

_OF = "merging sources"


@dataclass(frozen=True, slots=True)
class Merged:
    """A merge that was made or undone: its number, the source, and the one that it is or was shown under."""

    number: int
    source: FoundSource
    into: FoundSource


def merge_sources(session: Session, pen: Pen, words: str, into: str, *, because: str) -> Merged:
    """Say that one source is another under a second name.

    Raises `CannotMerge` where they are one already or may not be, `EmptyReason`, and what `find_source`
    raises.
    """
    source, named = find_as_named(session, words), find_as_named(session, into)
    _refuse(session, source, named)
    why = reason(because, _OF)
    merge = _recorded(session, pen, source.id, named.id, why, undoes=None)
    return Merged(merge, source, target_of(session, named))


def undo_merge(session: Session, pen: Pen, number: int, *, because: str) -> Merged:
    """Take a merge back; both stay on record. Raises `UnknownMerge` or `EmptyReason`."""
    merge = session.scalar(select(SourceMergeRow).where(SourceMergeRow.number == number))
    if merge is None or merge.undoes is not None:
        raise UnknownMerge(
            f"there is no merge {number}; the merges of a source and their numbers are shown by: "
            "factdesk source show NAME"
        )
    last = last_merge(session, merge.source_id)
    if last is None or last.id != merge.id:
        raise UnknownMerge(f"merge {number} has been undone already")
    _recorded(session, pen, merge.source_id, merge.into_id, reason(because, _OF), undoes=merge.id)
    return Merged(number, found_source(session, merge.source_id), found_source(session, merge.into_id))


def _refuse(session: Session, source: FoundSource, into: FoundSource) -> None:
    if source.id == into.id:
        raise CannotMerge(f"both names stand for {source}; there is nothing to merge")
    if source.protected != into.protected:
        hidden = source if source.protected else into
        raise CannotMerge(f"{hidden} is protected; merging it would tell whom its code name hides")
    merge = last_merge(session, source.id)
    if merge and merge.undoes is None:
        earlier = found_source(session, merge.into_id)
        raise CannotMerge(
            f"{source} is merged into {earlier} already; take that back first with: "
            f'factdesk source merge --undo {merge.number} --because "…"'
        )
    if target_of(session, into).id == source.id:
        raise CannotMerge(
            f"{into} is merged into {source} already, so {source} can't be merged into it as well; "
            f"they are shown together as {source}"
        )


def _recorded(
    session: Session, pen: Pen, source: UUID, into: UUID, because: str, *, undoes: UUID | None
) -> int:
    now = pen.clock()
    number = (session.scalar(select(func.max(SourceMergeRow.number))) or 0) + 1
    row = {
        "id": pen.new_id(),
        "number": number,
        "source_id": source,
        "into_id": into,
        "undoes": undoes,
        "because": because,
        "merged_by": pen.actor,
        "known": pen.known,
        "at": now,
    }
    action = "source.merge" if undoes is None else "source.part"
    subject = found_source(session, source).handle
    record(session, pen, action=action, subject=subject, rows={SourceMergeRow: [row]}, at=now)
    return number
