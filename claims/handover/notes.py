"""The notes of a story as they may be shown: those that may tell a withheld verdict, without their words.

A query only.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from claims.handles import documents_of, story_of
from claims.handover.pages import NotePage, kept_back
from claims.handover.queries import note_pages
from claims.handover.veiling import waiting_for_a_second
from claims.judging.policy import Policy


def notes_now(
    session: Session, policy: Policy, name: str | None = None, *, now: datetime
) -> tuple[NotePage, ...]:
    """The notes on a story and on its claims, or all, the last one first. Raises `UnknownDocument`.

    `name` is a story, or one of its documents.
    """
    story = name if name is None or documents_of(session, name) else story_of(session, name)
    found = note_pages(session, story)
    waiting = waiting_for_a_second(session, {claim for claim, _ in found if claim}, policy, now=now)
    return tuple(
        kept_back([note], waiting[claim].by, waiting[claim].since)[0]
        if claim is not None and claim in waiting
        else note
        for claim, note in reversed(found)
    )
