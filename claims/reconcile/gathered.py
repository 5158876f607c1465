"""Groups of figures that say the very same, and what was found of two of them: values only."""

from __future__ import annotations

from dataclasses import dataclass

from claims.reconcile.pairing import Finding
from claims.reconcile.side import Side


@dataclass(frozen=True, slots=True)
class Related:
    """Two groups by their numbers, and what the rules found; `part_of` and `updated` run from `a` to `b`.

    `same` says that they measure one quantity, so far as is said.
    """

    a: int
    b: int
    finding: Finding
    same: bool = False


@dataclass(frozen=True, slots=True)
class Relations:
    """All relations of a story; `crowded` are the groups that were compared with their nearest only."""

    related: tuple[Related, ...]
    crowded: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Gathered:
    """Figures that say the very same: their side and their numbers in the story, in order."""

    side: Side
    members: tuple[int, ...]
