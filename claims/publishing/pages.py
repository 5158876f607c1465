"""What a document is checked for, and what stands in the way of publishing it: frozen pages and values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from claims.kinds import ObstacleKind, Purpose, Status

ASSUMED = Purpose.DRAFT
"""What a document is taken for where nobody said, since a draft asks for more."""


@dataclass(frozen=True, slots=True)
class PurposePage:
    """What somebody said that a document is checked for, and who wrote it, as far as they said."""

    purpose: Purpose
    authors: tuple[str, ...]
    by: str
    known: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SignaturePage:
    """That a person looked and agrees, with the reason."""

    because: str
    by: str
    known: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FurniturePage:
    """Words of a document that the reader took for no part of the article.

    `times` is how often they stand there; layout apart, the same words are signed once. `signed` is `None`
    until a person agrees.
    """

    slug: str
    words: str
    times: int
    signed: SignaturePage | None


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing that stands in the way of publishing: at which handle, why, and what to do about it.

    `handle` is that of a claim, or the slug of a document, or the story, where it is no claim; of what was
    put to a person it is that of the request, as reply:3, and `claims` those that it is about. `due` is until
    when somebody has time to clear it, `None` where no time was set.
    """

    handle: str
    kind: ObstacleKind
    says: str
    next_step: str
    due: datetime | None = None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Worded:
    """A claim that holds in part or with context, and is to be worded accordingly."""

    handle: str
    says: str


@dataclass(frozen=True, slots=True)
class DueAgain:
    """A public claim that is to be checked again since a day (ISO 8601); it stands as before."""

    handle: str
    since: str


@dataclass(frozen=True, slots=True)
class Overridden:
    """A claim that counts although the policy asks for more; `for_readers` is the reason they see."""

    handle: str
    because: str
    by: str
    for_readers: str | None


@dataclass(frozen=True, slots=True)
class Replied:
    """What there is to know of what was put to a person, where it stands in nobody's way.

    `next_step` is what somebody still has to do, `None` where nothing is left; `due` is until when an answer
    was asked for.
    """

    handle: str
    says: str
    next_step: str | None = None
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class GatedPage:
    """A document at the gate, and what it is treated as; `is_assumed` where nobody said."""

    slug: str
    purpose: Purpose
    is_assumed: bool


@dataclass(frozen=True, slots=True)
class GatePage:
    """What stands in the way of publishing a story or a document, and what passes with a note.

    `statuses` counts the claims, suggestions among the not checkable; obstacles come by kind and then in the
    order of the texts.
    """

    name: str
    documents: tuple[GatedPage, ...]
    obstacles: tuple[Obstacle, ...]
    worded: tuple[Worded, ...]
    overridden: tuple[Overridden, ...]
    statuses: Mapping[Status, int]
    replies: tuple[Replied, ...] = ()
    due_again: tuple[DueAgain, ...] = ()

    @property
    def passes(self) -> bool:
        """Whether nothing stands in the way."""
        return not self.obstacles


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A report that was printed, with the status of each of its claims then, by handle. SHA-256 is in hex."""

    slug: str
    revision: int
    form: str
    file: str
    sha256: str
    statuses: Mapping[str, Status]
    at: datetime


@dataclass(frozen=True, slots=True)
class InReport:
    """A report that printed a claim: which file, in which form, when last, and how the claim stood in it."""

    file: str
    form: str
    revision: int
    status: Status
    at: datetime


def told_something(reports: Sequence[InReport]) -> tuple[InReport, ...]:
    """The reports that told something of a claim: unconfirmed is nothing told."""
    return tuple(one for one in reports if one.status is not Status.UNCONFIRMED)


def told_otherwise(reports: Sequence[InReport], status: Status) -> tuple[InReport, ...]:
    """The reports that told something else of a claim than its status."""
    return tuple(one for one in told_something(reports) if one.status is not status)
