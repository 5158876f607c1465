"""What matching is given and what it answers with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from claims.kinds import MatchDecision


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A claim that was checked before; `title` is the headline of the check, `None` where there is none."""

    id: str
    text: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """What the rules say of two claims, and why, in one sentence that can be read aloud."""

    decision: MatchDecision
    reason: str


@dataclass(frozen=True, slots=True)
class Match:
    """A checked claim beside what is asked: how near it comes, from 0 to 1, and what the rules say of it.

    The score only orders; the decision does not rest on it.
    """

    id: str
    score: float
    decision: MatchDecision
    reason: str

    def as_record(self) -> dict[str, Any]:
        """The match as plain JSON values, in the form that other programs rely on."""
        return {"id": self.id, "score": self.score, "decision": self.decision.value, "reason": self.reason}


class Stock(Protocol):
    """What ranking asks of the place where the checked claims lie."""

    @property
    def size(self) -> int:
        """How many claims there are."""

    @property
    def mean_length(self) -> float:
        """How many terms a claim and its title have between them, in the mean."""

    def holders(self, term: str) -> int:
        """How many claims hold a term, in their text or their title."""
