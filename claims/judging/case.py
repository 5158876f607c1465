"""A case: everything that the status of one claim rests on, as one frozen value.

Values only. How a case is read from the ledger is for `cases`; what follows from it, for `status`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from claims.kinds import Fit, Grade, Interest, Question, SearchResult, Stance, Tier, WhyNot
from claims.pages import ReviewPage


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One piece of evidence, as far as a status rests on it.

    `origin` is the same for what comes from one place in the end, `source` whom it is from in words.
    `stale_since` is when its page was found to have other words. `grade` is F or `None` where nobody can
    tell how reliable the source is. `question` is `None` where it bears on the claim as it stands.
    `is_appearance` is whether its page is one on which the claim itself was made or repeated.
    """

    handle: str
    stance: Stance
    question: Question | None
    origin: str
    source: str
    primary: bool
    interest: Interest
    grade: Grade | None
    fit: Fit | None
    withdrawn: bool
    stale_since: datetime | None
    at: datetime
    is_appearance: bool = False

    @property
    def stands(self) -> bool:
        """Whether a status may rest on it: not withdrawn, and its words stand where they were captured."""
        return not self.withdrawn and self.stale_since is None and self.fit not in (Fit.ALTERED, Fit.GONE)

    @property
    def is_graded(self) -> bool:
        """Whether it is known how reliable its source is; F says that nobody can tell."""
        return self.grade is not None and self.grade is not Grade.F


@dataclass(frozen=True, slots=True)
class Asked:
    """That somebody concerned was asked. `replied` is whether they answered, and `None` if nothing came."""

    whom: str | None
    at: datetime
    due: datetime | None
    replied: bool | None

    def is_open(self, now: datetime) -> bool:
        """Whether an answer may still come: none was noted, and the time that was given is not over."""
        return self.replied is None and self.due is not None and self.due > now


@dataclass(frozen=True, slots=True)
class SignedOff:
    """That somebody signed the claim off."""

    role: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Difference:
    """That a figure of the claim differs from another's, as the machine finds: a finding, and no verdict.

    `since` is when both texts were known here. `others` are the last verdicts on the claims on the other
    side, which are `rivals`; `None` for one that nobody has judged.
    """

    says: str
    since: datetime
    others: tuple[str | None, ...]
    rivals: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that the status of one claim rests on.

    `tier` was set by `tier_set_by`, or suggested where that is `None`. `attributed` is whether the text
    credits somebody with it. `authors` are the folded names of those who wrote the text. What was made
    before the claim was opened again is of other words and not in here, but for `asked_before`: who was
    asked in those words. `reopened_at` is when that was.
    """

    checkable: bool = True
    why_not: WhyNot | None = None
    reported_unconfirmed: bool = False
    attributed: bool = False
    tier: Tier = Tier.ROUTINE
    tier_set_by: str | None = None
    differences: tuple[Difference, ...] = ()
    reviews: tuple[ReviewPage, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    searches: tuple[SearchResult, ...] = ()
    asked: tuple[Asked, ...] = ()
    asked_before: tuple[Asked, ...] = ()
    sign_offs: tuple[SignedOff, ...] = ()
    authors: frozenset[str] = frozenset()
    reopened_at: datetime | None = None
