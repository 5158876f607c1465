"""What a watch found: each quote with what became of it, what could not be looked at, and who is touched."""

from __future__ import annotations

from dataclasses import dataclass

from claims.kinds import Recheck, Status
from claims.publishing.pages import DueAgain, InReport

CHANGED = (Recheck.QUOTE_ALTERED, Recheck.QUOTE_GONE)
"""What a confirmation does not outlast. A page that is gone takes nothing from a good capture."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A quote that was looked for again; all but the words and the outcome are handles and addresses.

    `now` are the words that stand where an altered quote stood, `difference` says it in words. `before` is
    the capture that the evidence rests on, `after` the one that was looked at. `is_new` is whether it was
    found by this watch: what an earlier one found in the same capture is told again, and not recorded.
    """

    evidence: str
    claim: str
    url: str
    quote: str
    outcome: Recheck
    now: str | None
    difference: str | None
    before: str
    after: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class NotLooked:
    """Evidence that was not compared, and why. `url` is `None` where there is no page to watch."""

    evidence: str
    claim: str
    url: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Touched:
    """A claim that rests on words which have changed, how it stands now, and the reports that printed it."""

    claim: str
    text: str
    status: Status
    reason: str
    reports: tuple[InReport, ...]


@dataclass(frozen=True, slots=True)
class WatchPage:
    """What a watch over a story, or one document, found, in the order of the texts.

    `due_again` are the public claims in it that are to be checked again, whatever became of their pages.
    """

    name: str
    looked: tuple[Looked, ...]
    not_looked: tuple[NotLooked, ...]
    touched: tuple[Touched, ...]
    due_again: tuple[DueAgain, ...] = ()

    @property
    def found_change(self) -> bool:
        """Whether a quote was altered or has gone."""
        return any(one.outcome in CHANGED for one in self.looked)
