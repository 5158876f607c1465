"""Finding a source by what people call it: its handle, or any of its names however it is spelled.

A source that was merged is found as the one that it was merged into.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, exists, func, select
from sqlalchemy.orm import Session, aliased

from claims.errors import AmbiguousSource, UnknownSource
from claims.handle_parts import number_in
from claims.registry.models import SourceDetailRow, SourceGradeRow, SourceMergeRow, SourceNameRow, SourceRow
from claims.registry.names import key_of
from claims.registry.pages import PREFIX


@dataclass(frozen=True, slots=True)
class FoundSource:
    """A source that somebody named."""

    id: UUID
    number: int
    name: str
    protected: bool

    @property
    def handle(self) -> str:
        """The handle in its plain form."""
        return f"{PREFIX}{self.number}"

    def __str__(self) -> str:
        return f"{self.handle} ({self.name})"


_LATER = aliased(SourceDetailRow)
_FOUND = (
    select(SourceRow.id, SourceRow.number, SourceDetailRow.name, SourceRow.protected)
    .join(SourceDetailRow, SourceDetailRow.source_id == SourceRow.id)
    .where(
        ~exists().where(
            _LATER.source_id == SourceDetailRow.source_id, _LATER.ordinal > SourceDetailRow.ordinal
        )
    )
)
"""Sources as somebody finds them: each with the name that it has now."""
_NAMED = (
    _FOUND.join(SourceNameRow, SourceNameRow.source_id == SourceRow.id)
    .where(SourceNameRow.key == bindparam("key"))
    .order_by(SourceRow.number)
)


def find_source(session: Session, words: str) -> FoundSource:
    """The source that a handle as "source:3", or a name, stands for.

    Raises `UnknownSource` or `AmbiguousSource`.
    """
    return target_of(session, find_as_named(session, words))


def find_as_named(session: Session, words: str) -> FoundSource:
    """The source with that handle or name itself, whether or not it was merged into another."""
    if words.startswith(PREFIX):
        return _by_number(session, words)
    found = sources_named(session, words)
    targets = {target_of(session, one).id for one in found}
    if not found:
        raise UnknownSource(
            f"there is no source {words!r}{_nearest(session, words)}; "
            f'list them with: factdesk source list, or add it with: factdesk source add "{words}"'
        )
    if len(targets) > 1:
        raise AmbiguousSource(
            f"{words!r} is a name of {' and of '.join(map(str, found))}; say which, as in {found[0].handle}"
        )
    return found[0]


def sources_named(session: Session, name: str) -> Sequence[FoundSource]:
    """The sources that go by a name, in the order in which they were added."""
    try:
        key = key_of(name)
        key.encode()
    except UnicodeEncodeError:  # what a shell hands over need not be text
        return ()
    return [FoundSource(*row) for row in session.execute(_NAMED, {"key": key})]


def target_of(session: Session, found: FoundSource) -> FoundSource:
    """The source that one was merged into, in the end; itself where it was not merged."""
    id = found.id
    while (merge := last_merge(session, id)) and merge.undoes is None:
        id = merge.into_id
    return found if id == found.id else found_source(session, id)


def last_merge(session: Session, source: UUID) -> SourceMergeRow | None:
    """The last that was said of merging a source; the merge stands unless it undoes another."""
    query = select(SourceMergeRow).where(SourceMergeRow.source_id == source)
    return session.scalar(query.order_by(SourceMergeRow.number.desc()).limit(1))


def last_details(session: Session, source: UUID) -> SourceDetailRow:
    """What is known of a source now."""
    query = select(SourceDetailRow).where(SourceDetailRow.source_id == source)
    return session.scalars(query.order_by(SourceDetailRow.ordinal.desc()).limit(1)).one()


def grade_in_force(session: Session, source: UUID) -> UUID | None:
    """The key of the last grade of a source that holds for all of it; `None` where nobody gave one."""
    query = select(SourceGradeRow.id).where(
        SourceGradeRow.source_id == source, SourceGradeRow.scope.is_(None)
    )
    return session.scalar(query.order_by(SourceGradeRow.ordinal.desc()).limit(1))


def found_source(session: Session, id: UUID) -> FoundSource:
    """The source of that key."""
    return FoundSource(*session.execute(_FOUND.where(SourceRow.id == id)).one())


def _by_number(session: Session, handle: str) -> FoundSource:
    id = session.scalar(select(SourceRow.id).where(SourceRow.number == number_in(handle, PREFIX)))
    if id is None:
        last = session.scalar(select(func.max(SourceRow.number))) or 0
        there = f"they run from {PREFIX}1 to {PREFIX}{last}" if last else "there are none yet"
        raise UnknownSource(f"there is no source {handle!r}; {there}; list them with: factdesk source list")
    return found_source(session, id)


def _nearest(session: Session, words: str) -> str:
    query = select(SourceNameRow.key, SourceNameRow.name).order_by(SourceNameRow.key)
    names = {row.key: row.name for row in session.execute(query)}
    near = difflib.get_close_matches(key_of(words), names, n=1)
    return f" (did you mean {names[near[0]]}?)" if near else ""
