"""What a new version of a text makes of the claims of the old one. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from claims.kinds import ClaimChange


class Run(NamedTuple):
    """A stretch of words as it was and as it is now; the same twice where it was kept.

    What was added has an empty `was`, what was cut an empty `now`.
    """

    was: str
    now: str

    @property
    def kept(self) -> bool:
        """Whether the words stayed as they were."""
        return self.was == self.now


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one claim: `old` and `new` number the statements of the two readings from 0.

    `why` says in a sentence why a claim has to be looked at again. `difference` holds the words that
    differ among those that stayed: of the claim itself, or of the neighbour that `why` speaks of.
    """

    change: ClaimChange
    old: int | None
    new: int | None
    why: str | None = None
    difference: tuple[Run, ...] = ()
