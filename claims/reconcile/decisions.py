"""What people decided about the figures of a story: values that reconciling takes beside the texts.

Figures are named by the ids that reconciling gives them ("ITEM.N"); which figure of a text that is,
and whether it can still be found, is settled before. Nothing is applied here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Ruling:
    """Who decided and why; `number` counts the decisions of a story from 1, in the order they were made."""

    number: int
    by: str
    because: str

    @property
    def reason(self) -> str:
        """The reason as the end of a sentence."""
        return self.because if self.because.endswith((".", "!", "?", "…")) else f"{self.because}."


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure measures what the figure `to` measures, and not what it was taken for."""

    ruling: Ruling
    figure: str
    to: str


@dataclass(frozen=True, slots=True)
class Split:
    """Some figures measure something of their own, which may have been given a name."""

    ruling: Ruling
    figures: tuple[str, ...]
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """All that is measured with the one figure and all that is measured with the other is one quantity."""

    ruling: Ruling
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class OriginsJoined:
    """The origins of the two figures are one."""

    ruling: Ruling
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class OriginsParted:
    """Each figure comes from an origin of its own, with all that its text has from the same source."""

    ruling: Ruling
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartyNamed:
    """Somebody has a part in the event and speaks for it, or has none, whatever the words suggest."""

    ruling: Ruling
    name: str
    is_party: bool = True


Decision: TypeAlias = Moved | Split | Merged | OriginsJoined | OriginsParted | PartyNamed
Decisions: TypeAlias = Sequence[Decision]
"""Decisions in the order in which they were made; a later one is applied to what the earlier ones left."""


def placed_alone(decisions: Iterable[Decision]) -> frozenset[str]:
    """The figures that somebody put somewhere one by one."""
    found: set[str] = set()
    for decision in decisions:
        match decision:
            case Moved():
                found.add(decision.figure)
            case Split():
                found.update(decision.figures)
    return frozenset(found)
