"""Sources as they are shown: frozen pages, made by queries and read by reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from claims.kinds import FoundIn, Grade, SourceKind

PREFIX = "source:"


@dataclass(frozen=True, slots=True)
class GradePage:
    """A reliability that somebody gave a source; `scope` is `None` where it holds for all of it.

    `evidence` are the handles of what it was used for. `under` is the name of the merged source to which it
    was given; it does not carry over.
    """

    id: UUID
    grade: Grade
    scope: str | None
    because: str
    by: str
    known: str
    at: datetime
    evidence: tuple[str, ...] = ()
    under: str | None = None

    @property
    def is_graded(self) -> bool:
        """Whether it says how reliable the source is; F says that nobody can tell."""
        return self.grade is not Grade.F


@dataclass(frozen=True, slots=True)
class MergePage:
    """That another source, by handle and name, was made one with this; `number` is to undo it by."""

    number: int
    source: str
    name: str
    because: str
    by: str
    known: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One source of the registry; a merged one is shown under the source that it was merged into.

    `kind`, `owner`, `homepage` and `language` are `None` where nobody said. `grades` are all that were
    given, in order; `evidence` are the handles of what rests on it and `documents` the slugs of those that
    list it. Of a protected source `name` is a code name, and no document is said to list it.
    """

    number: int
    name: str
    names: tuple[str, ...]
    protected: bool
    found_in: FoundIn
    kind: SourceKind | None
    owner: str | None
    homepage: str | None
    language: str | None
    primary_for: tuple[str, ...]
    grades: tuple[GradePage, ...]
    evidence: tuple[str, ...]
    documents: tuple[str, ...]
    merged: tuple[MergePage, ...]
    added_by: str
    added_at: datetime

    @property
    def handle(self) -> str:
        """What people call it by, beside its name: source:3."""
        return f"{PREFIX}{self.number}"

    @property
    def used(self) -> int:
        """How many pieces of evidence are from it."""
        return len(self.evidence)

    @property
    def handles(self) -> tuple[str, ...]:
        """Its own handle, and those of the sources that were merged into it."""
        return (self.handle, *(merge.source for merge in self.merged))

    @property
    def grade(self) -> GradePage | None:
        """The last grade of its own without a scope; `None` where nobody gave one."""
        own = (grade for grade in reversed(self.grades) if grade.scope is None and grade.under is None)
        return next(own, None)


@dataclass(frozen=True, slots=True)
class SuggestedSource:
    """A source that a story names and nobody has registered; `places` are where: slugs, claims, captures."""

    name: str
    kind: SourceKind | None
    homepage: str | None
    found_in: FoundIn
    places: tuple[str, ...]
