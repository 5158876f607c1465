"""What somebody did to the cutting of a text into claims: a frozen page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from claims.kinds import RegroupingKind


@dataclass(frozen=True, slots=True)
class RegroupingPage:
    """That somebody split or joined claims of a document, or took claims for furniture or the reverse.

    `of` are the numbers of the claims that it was done to, `made` those that it made; `revision` is the one
    in which it shows first. `because` is `None` where nobody gave a reason.
    """

    slug: str
    number: int
    revision: int
    kind: RegroupingKind
    of: tuple[int, ...]
    made: tuple[int, ...]
    because: str | None
    by: str
    known: str
    at: datetime

    @property
    def of_handles(self) -> tuple[str, ...]:
        """The claims that it was done to."""
        return tuple(f"{self.slug}:{number}" for number in self.of)

    @property
    def made_handles(self) -> tuple[str, ...]:
        """The claims that it made."""
        return tuple(f"{self.slug}:{number}" for number in self.made)
