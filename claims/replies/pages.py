"""The right of reply as it is shown: what was put to a person, what came of it, and what was used.

Frozen pages, made by queries.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from claims.kinds import ReplyOutcome, ReplyState

PREFIX = "reply:"


@dataclass(frozen=True, slots=True)
class PutClaim:
    """A claim that something was put to a person about.

    Where its words were changed since, it is `reworded`: what was put is of other words than it has now.
    """

    handle: str
    reworded: bool


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """What came of a request. `at` is when it came, `None` where that is held back."""

    came: ReplyOutcome
    answer: str | None
    by: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class UsePage:
    """Words in which an answer was used, or `None` for none, `because` of something.

    `stands_in` are the documents of the story in whose present text the words stand; none where they stand
    in no text, or not any more.
    """

    words: str | None
    because: str | None
    stands_in: tuple[str, ...]
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RequestPage:
    """What was put to one person, word for word, about some claims of a story.

    `put_at` is when it was put, `at` when that was noted. `state` is as of the time that the page was asked
    for. `uses` are what was said last of what was used. `source` is the handle of the one registered source
    of that name, and `protected` whether the name is a code name; then by which channel and when is `None`,
    and `held_back`, unless it was asked for.
    """

    number: int
    story: str
    whom: str | None
    channel: str | None
    put: str | None
    put_at: datetime | None
    due: datetime
    by: str
    known: str
    at: datetime | None
    state: ReplyState
    claims: tuple[PutClaim, ...]
    answers: tuple[AnswerPage, ...] = ()
    uses: tuple[UsePage, ...] = ()
    source: str | None = None
    protected: bool = False
    held_back: bool = False

    @property
    def handle(self) -> str:
        """What people call it by: reply:3."""
        return f"{PREFIX}{self.number}"

    @property
    def name(self) -> str:
        """Whom it was put to, or that this was withheld."""
        return self.whom or "somebody"

    @property
    def is_open(self) -> bool:
        """Whether nothing has been noted of what came of it."""
        return not self.answers

    def covers(self, claim: str) -> bool:
        """Whether the words that a claim has now are those that were put."""
        return any(one.handle == claim and not one.reworded for one in self.claims)


def state_of(came: tuple[ReplyOutcome, ...], due: datetime, now: datetime) -> ReplyState:
    """Where a request stands: an answer counts however late it came; the deadline may pass by itself."""
    if ReplyOutcome.ANSWERED in came:
        return ReplyState.ANSWERED
    if ReplyOutcome.DECLINED in came:
        return ReplyState.DECLINED
    return ReplyState.UNANSWERED if came or due <= now else ReplyState.AWAITED
