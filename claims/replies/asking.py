"""Putting something to a person before it is published: the words, the claims they are about, the deadline.

A request writes a contact for each of its claims, so that whether those concerned were asked has one
answer everywhere. What it does to a status follows from the policy and is not decided here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.days import moment
from claims.errors import BadReply
from claims.evidence.models import ContactRow
from claims.handles import FoundClaim, find_claim, story_of
from claims.replies.models import ReplyRequestRow, RequestedClaimRow
from claims.replies.pages import PREFIX
from claims.typed import said
from ledger.pen import Pen
from ledger.record import record


@dataclass(frozen=True, slots=True)
class Request:
    """What is put to a person: whom, in which words, how, until when they may answer, and when it was put."""

    whom: str
    put: str
    channel: str
    due: datetime
    put_at: datetime


def ask(session: Session, pen: Pen, request: Request, handles: Sequence[str]) -> int:
    """Record what was put to a person about some claims of one story; give the number of the request.

    Raises `BadReply`, `UnknownDocument` or `UnknownClaim`, and then stores nothing.
    """
    claims, now = _claims(session, handles), pen.clock()
    story = _story(session, claims)
    _check_times(request, now)
    number = (session.scalar(select(func.max(ReplyRequestRow.number))) or 0) + 1
    signed: dict[str, Any] = {"channel": _needed(request.channel, "say how, as in --channel email")}
    signed |= {"due": request.due, "known": pen.known}
    id = pen.new_id()
    row = {
        **signed,
        "id": id,
        "number": number,
        "story": story,
        "whom": _needed(request.whom, "say to whom something was put"),
        "put": request.put.strip() or _needed("", 'give the words that were put to them with --put "…"'),
        "put_at": request.put_at,
        "asked_by": pen.actor,
        "at": now,
    }
    ordinals = _contacts_by_now(session, claims)
    contacts = [
        {
            **signed,
            "id": pen.new_id(),
            "claim_id": claim.id,
            "ordinal": ordinals.get(claim.id, 0) + 1,
            "contacted_by": pen.actor,
            "at": request.put_at,
        }
        for claim in claims
    ]
    asked = [{"id": pen.new_id(), "request_id": id, "contact_id": contact["id"]} for contact in contacts]
    rows = {ReplyRequestRow: [row], ContactRow: contacts, RequestedClaimRow: asked}
    record(session, pen, action="reply.ask", subject=f"{PREFIX}{number}", rows=rows, at=now)
    return number


def _claims(session: Session, handles: Iterable[str]) -> tuple[FoundClaim, ...]:
    """The claims that were named, each once."""
    found = {claim.id: claim for claim in (find_claim(session, handle) for handle in handles)}
    if not found:
        raise BadReply("say which claims it is about, as in --claim ferries:12 --claim ferries:13")
    return tuple(found.values())


def _story(session: Session, claims: Sequence[FoundClaim]) -> str:
    stories = {story_of(session, claim.slug): claim.handle for claim in claims}
    if len(stories) > 1:
        named = " and ".join(f"{handle} of {story}" for story, handle in stories.items())
        raise BadReply(f"{named} are of different stories; put down a request for each story")
    return next(iter(stories))


def _check_times(request: Request, now: datetime) -> None:
    if request.put_at > now:
        raise BadReply(f"{moment(request.put_at)} is still to come; note it once it was put to them")
    if request.due <= request.put_at:
        raise BadReply(
            f"the deadline, {moment(request.due)}, is not after {moment(request.put_at)}, when it was put; "
            "give a later one with --due"
        )


def _contacts_by_now(session: Session, claims: Iterable[FoundClaim]) -> dict[UUID, int]:
    """How many contacts each of the claims has; none where it has no entry."""
    query = (
        select(ContactRow.claim_id, func.max(ContactRow.ordinal))
        .where(ContactRow.claim_id.in_([claim.id for claim in claims]))
        .group_by(ContactRow.claim_id)
    )
    return dict(session.execute(query).all())


def _needed(words: str, otherwise: str) -> str:
    told = said(words)
    if told is None:
        raise BadReply(otherwise)
    return told
