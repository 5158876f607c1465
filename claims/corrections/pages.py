"""Corrections as they are shown: the request, what the claim counted as, the places, the decision.

Values only, made by queries and read by reports. What has to be done before one is closed stands in `rules`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from claims.kinds import CorrectionDecision, CorrectionKind, PlaceKind, Status

PREFIX = "correction:"


@dataclass(frozen=True, slots=True)
class CountedAs:
    """What a claim counted as at a time, and its words then.

    `verdict` is the one that gave the status, with who gave it and when; `None` where nobody had, or where
    it was withheld until a second check. `words` are `None` where the claim had been cut.
    """

    status: Status
    verdict: str | None
    by: str | None
    at: datetime | None
    words: str | None


@dataclass(frozen=True, slots=True)
class MendedPage:
    """That a place was mended, and how; or that it was `left` as it is, and why."""

    how: str
    left: bool
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PlacePage:
    """A place where the words stand; `number` counts those of the correction. Unmended where `None`."""

    number: int
    kind: PlaceKind
    place: str
    mended: MendedPage | None


@dataclass(frozen=True, slots=True)
class EndPage:
    """What was decided about a request. `notice` are the words that readers see, if they see any."""

    decision: CorrectionDecision
    because: str
    notice: str | None
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CorrectionPage:
    """A request to put something right, and what became of it.

    `claim` is the handle of a claim, `None` where it is about the document as a whole. `request` and
    `requested_by` are what the reader wrote and who that was; `None` where nobody said, and on every page
    that is printed. `was` is what the claim counted as when it came. `now` is what it counted as when this
    was closed; of one that is open, what it counts as, or `None` where that was not asked. `earlier` are the
    handles of corrections of the same claim that were asked for before.
    """

    number: int
    slug: str
    story: str
    claim: str | None
    kind: CorrectionKind
    request: str | None
    requested_by: str | None
    received: datetime
    was: CountedAs | None
    now: CountedAs | None
    places: tuple[PlacePage, ...]
    end: EndPage | None
    by: str
    at: datetime
    earlier: tuple[str, ...] = ()

    @property
    def handle(self) -> str:
        """How people name it."""
        return f"{PREFIX}{self.number}"

    @property
    def about(self) -> str:
        """The handle of the claim that it is about, or the slug of the document."""
        return self.claim or self.slug

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided about it yet."""
        return self.end is None

    @property
    def is_noticed(self) -> bool:
        """Whether readers are told of it."""
        return self.end is not None and self.end.notice is not None

    @property
    def unmended(self) -> tuple[PlacePage, ...]:
        """The places that were neither mended nor left with a reason."""
        return tuple(place for place in self.places if place.mended is None)


def without_reader(page: CorrectionPage) -> CorrectionPage:
    """The correction as it may be printed: without who asked for it, and without their words."""
    return replace(page, request=None, requested_by=None)
