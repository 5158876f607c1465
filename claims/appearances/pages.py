"""A public claim as it is shown: whose it is, the words that are rated, and where they appeared.

Values only. What became of the claim itself, its verdicts and its evidence, is on its own page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from claims.judging.people import folded
from claims.kinds import Fit
from sources.fetch.outcome import State

_HELD = (State.CAPTURED, State.PARTIAL)


@dataclass(frozen=True, slots=True)
class AppearancePage:
    """That a claim appeared somewhere, and what was kept of it. `None` is not known.

    `state` and `reason` say how the capture went. `quote` are its own words, and stand there as `fit` says.
    """

    capture: str
    state: State
    reason: str | None
    url: str | None
    title: str | None
    outlet: str | None
    place: str | None
    on_date: str | None
    quote: str | None
    fit: Fit | None
    by: str
    at: datetime

    @property
    def was_captured(self) -> bool:
        """Whether the page, or a part of it, was had."""
        return self.state in _HELD


@dataclass(frozen=True, slots=True)
class PublicPage:
    """What is known of a claim made in public. `claimant` and `said_on` are `None` where nobody knows.

    `appearances` come as `in_order` puts them. `check_again` is the day that was named, `open_again` the same
    as long as nobody has given a verdict on it or after it, and `due_since` once it has come as well.
    """

    claimant: str | None
    wording: str
    said_on: str | None
    chosen_because: str
    check_again: str | None
    by: str
    at: datetime
    appearances: tuple[AppearancePage, ...] = ()
    open_again: str | None = None
    due_since: str | None = None

    @property
    def first(self) -> AppearancePage | None:
        """The earliest appearance of which the day is known; `None` where no day is."""
        return next((one for one in self.appearances if one.on_date), None)

    @property
    def published_by_claimant(self) -> tuple[AppearancePage, ...]:
        """Appearances of which the claimant is the publisher, who may only have passed the words on."""
        name = folded(self.claimant or "")
        return tuple(one for one in self.appearances if name and folded(one.outlet or "") == name)


def in_order(appearances: Iterable[AppearancePage]) -> tuple[AppearancePage, ...]:
    """Appearances by their day, those of one day as they were noted, those of an unknown day last.

    A capture that failed is left out where the same page was had at another time.
    """
    listed = list(appearances)
    had = {one.url for one in listed if one.was_captured}
    shown = (one for one in listed if one.was_captured or one.url not in had)
    return tuple(sorted(shown, key=lambda one: (one.on_date is None, one.on_date or "")))
