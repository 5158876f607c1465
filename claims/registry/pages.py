"""Sources as they are shown: frozen pages, made by queries and read by reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from claims.kinds import FoundIn, Grade, SourceKind

PREFIX = "source:"


@dataclass(frozen=True, slots=True)
class GradePage:
    """A reliability that somebody gave a source; `scope` is `None` where it holds for all of it."""

    id: UUID
    grade: Grade
    scope: str | None
    because: str
    by: str
    known: str
    at: datetime

    @property
    def is_graded(self) -> bool:
        """Whether it says how reliable the source is; F says that nobody can tell."""
        return self.grade is not Grade.F


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One source of the registry; a merged one is shown under the source that it was merged into.

    `kind`, `owner`, `homepage` and `language` are `None` where nobody said. `grades` are all that were
    given, in order; `used` counts the evidence from it. Of a protected source `name` is a code name.
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
    used: int
    added_by: str
    added_at: datetime

    @property
    def handle(self) -> str:
        """What people call it by, beside its name: source:3."""
        return f"{PREFIX}{self.number}"

    @property
    def grade(self) -> GradePage | None:
        """The last grade without a scope; `None` where nobody gave one."""
        return next((grade for grade in reversed(self.grades) if grade.scope is None), None)
