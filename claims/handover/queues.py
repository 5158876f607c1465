"""Queues: which claims somebody asks for, as a function of how each claim stands.

Values only. Whose the claims are and in which queue they stand are two questions: a claim has to answer
both. Of several names, and of several queues, one is enough.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import assert_never

from claims.handle_parts import slug_in
from claims.handover.due import due_of
from claims.judging.people import folded, is_same_person
from claims.kinds import Question, ReviewRole, Status
from claims.pages import ClaimPage, StatusPage


class Queue(StrEnum):
    """What a claim can wait for somebody to do."""

    UNCONFIRMED = "unconfirmed"
    STALE = "stale"
    NEEDS_SECOND = "needs_second"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asks for.

    `of` are the people whose claims are meant, and `unassigned` those that nobody has; neither means
    everybody's. ``queues` without any means every claim. `reader` is who asks: a claim on which they gave the
    first verdict, or of whose text they are an author, waits for another's second. `due_by` is until when a
    deadline counts as near. `authors` are those of each document, by slug.
    """

    reader: str
    due_by: datetime
    of: tuple[str, ...] = ()
    unassigned: bool = False
    worked_on: bool = False
    public: bool = False
    queues: frozenset[Queue] = frozenset()
    authors: Mapping[str, frozenset[str]] | None = None


def is_wanted(claim: ClaimPage, wanted: Wanted) -> bool:
    """Whether a claim is among those that somebody asks for."""
    if wanted.worked_on and not claim.desk.at_it:
        return False
    if wanted.public and claim.public is None:
        return False
    if (wanted.of or wanted.unassigned) and not _is_of(claim, wanted):
        return False
    return not wanted.queues or any(_is_in(claim, queue, wanted) for queue in wanted.queues)


def _is_of(claim: ClaimPage, wanted: Wanted) -> bool:
    if claim.desk.assigned is None:
        return wanted.unassigned
    return any(is_same_person(name, claim.desk.assigned.to) for name in wanted.of)


def _is_in(claim: ClaimPage, queue: Queue, wanted: Wanted) -> bool:
    match queue:
        case Queue.UNCONFIRMED:
            return claim.standing.status is Status.UNCONFIRMED
        case Queue.STALE:
            return any(standing.stale for _, standing in _answers(claim))
        case Queue.NEEDS_SECOND:
            return _waits_for(claim, wanted)
        case Queue.DUE:
            return any(due.at <= wanted.due_by for due in due_of(claim))
        case _:
            assert_never(queue)


def _waits_for(claim: ClaimPage, wanted: Wanted) -> bool:
    """Whether a verdict waits for a second one that the reader can give."""
    if folded(wanted.reader) in (wanted.authors or {}).get(slug_in(claim.handle), ()):
        return False
    return any(
        standing.awaits_second and not is_same_person(wanted.reader, _first_reader(claim, question) or "")
        for question, standing in _answers(claim)
    )


def _first_reader(claim: ClaimPage, question: Question | None) -> str | None:
    """Who gave the verdict that waits; a review that names no question answers either."""
    for review in reversed(claim.reviews):
        if review.role is ReviewRole.VERDICT and (question is None or review.question in (None, question)):
            return review.by
    return None


def _answers(claim: ClaimPage) -> list[tuple[Question | None, StatusPage]]:
    """The answers that a claim has: one, or of reported speech two."""
    if claim.said is None or claim.so is None:
        return [(None, claim.standing)]
    return [(Question.SAID, claim.said), (Question.SO, claim.so)]
