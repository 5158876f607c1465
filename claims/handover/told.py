"""Entries of the log as they are told to somebody who comes back to the desk: values, and what is for whom.

Nothing here asks the database or a clock. What each kind of entry says is in `sentences`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

from claims.handle_parts import slug_in
from claims.judging.people import is_same_person

Value: TypeAlias = "bool | int | str | list[Value] | dict[str, Value] | None"
Row: TypeAlias = Mapping[str, Value]


class Part(StrEnum):
    """What a thing that happened is to the reader, the most important first."""

    YOURS = "yours"
    CHANGED = "changed"
    NOTES = "notes"
    ANSWERS = "answers"
    VERDICTS = "verdicts"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Logged:
    """An entry of the log; `inserted` are the rows that it wrote, by table, as far as they are told."""

    seq: int
    at: datetime
    by: str
    action: str
    subject: str
    leaf: str
    inserted: Mapping[str, Sequence[Row]]

    def rows(self, table: str) -> Sequence[Row]:
        """The rows of one table."""
        return self.inserted.get(table, ())

    def first(self, table: str) -> Row:
        """The first row of a table; an empty one where there is none."""
        return next(iter(self.rows(table)), {})


@dataclass(frozen=True, slots=True)
class Names:
    """What the ids in entries stand for; an id that is not known has no entry.

    `stories` are those of the documents, by slug. `owners` says whose a claim was by its so manyeth
    assignment. `notes` are words of notes; one that was deleted has none.
    """

    claims: Mapping[UUID, str] = field(default_factory=dict)
    evidence: Mapping[UUID, tuple[str, UUID]] = field(default_factory=dict)
    contacts: Mapping[UUID, UUID] = field(default_factory=dict)
    corrections: Mapping[UUID, str] = field(default_factory=dict)
    stories: Mapping[str, str] = field(default_factory=dict)
    owners: Mapping[tuple[UUID, int], str] = field(default_factory=dict)
    notes: Mapping[UUID, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that happened, in words: `about` what, what was `did`, by whom, and why.

    `blind` is what may be told of it while a verdict on the claim waits for a second one; `None` where that
    is the same, without the reason. `people` are those it concerns beside whoever did it. Nobody did it
    where `by` is `None`: it follows from something else.
    """

    part: Part
    about: tuple[str, ...]
    did: str
    reason: str | None = None
    by: str | None = None
    blind: str | None = None
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Happened:
    """An entry of the log with all that it tells; `own` is whether the reader did it."""

    logged: Logged
    told: tuple[Told, ...]
    noun: tuple[str, str]
    own: bool


@dataclass(frozen=True, slots=True)
class SincePage:
    """What happened since a reader left, in the order of the log.

    `left` is the time since which, `None` for the beginning; `asked` is whether the reader named it, and did
    not leave it to the last thing that they did.
    """

    reader: str
    left: datetime | None
    asked: bool
    happened: tuple[Happened, ...]


def veiled(told: Told, waiting: frozenset[str]) -> Told:
    """The same without anything from which a verdict could be told that waits for a second one."""
    if not waiting.intersection(told.about):
        return told
    return replace(told, did=told.blind or told.did, reason=None)


def concerns(told: Told, reader: str, mine: frozenset[str]) -> Told:
    """The same, marked as the reader's where it is about a claim of theirs, or names them."""
    if mine.intersection(told.about) or any(is_same_person(reader, name) for name in told.people):
        return replace(told, part=Part.YOURS)
    return told


def is_about(told: Sequence[Told], logged: Logged, names: Names, wanted: frozenset[str]) -> bool:
    """Whether an entry is about one of the stories and documents that are `wanted`."""
    places = {logged.subject, *(name for one in told for name in one.about)}
    slugs = {slug_in(place) or place for place in places}
    return bool(wanted & (slugs | {story for slug in slugs if (story := names.stories.get(slug))}))
