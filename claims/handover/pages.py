"""The hand-over as it is shown: who has a claim, who is at it, what was noted. Frozen pages, and what holds
of them; nothing here asks the database or a clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from claims.judging.people import folded


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who has to check a claim, and who said so."""

    to: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AtWork:
    """That somebody is working on a claim, and since when."""

    by: str
    since: datetime


@dataclass(frozen=True, slots=True)
class NotePage:
    """A note on a claim, or on a story as a whole (`claim` is `None`).

    `text` is `None` where it was deleted, or is `withheld` until a second verdict is given.
    """

    story: str
    claim: str | None
    text: str | None
    by: str
    known: str
    at: datetime
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class DeskPage:
    """What the desk has to know of a claim beside its status; matters of the desk, which no report prints."""

    assigned: Assignment | None = None
    at_it: tuple[AtWork, ...] = ()
    notes: tuple[NotePage, ...] = ()


NOTHING = DeskPage()
"""A claim that nobody has, nobody is at, and nothing was noted of."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """What an assignment did to one claim: whose it was and whose it is; `None` is nobody's."""

    handle: str
    before: str | None
    to: str | None

    @property
    def is_new(self) -> bool:
        """Whether it changed hands."""
        return self.before != self.to


def kept_back(notes: Iterable[NotePage], reviewers: Iterable[str], since: datetime) -> tuple[NotePage, ...]:
    """Notes without the words of those that may tell a verdict which waits for a second one.

    These are the notes of whoever judged the claim, and all that were made after the first verdict.
    """
    names = set(map(folded, reviewers))
    return tuple(
        replace(note, text=None, withheld=True) if folded(note.by) in names or note.at >= since else note
        for note in notes
    )
