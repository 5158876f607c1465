"""Recording what came of a request for a reply, and what of it went into the text.

Nothing is taken back: a later answer stands beside an earlier one. An answer counts for the claims of its
own request alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.days import moment
from claims.errors import BadReply, UnknownReply
from claims.evidence.models import ReplyRow
from claims.handle_parts import number_in
from claims.kinds import ReplyOutcome, ReplyState
from claims.replies.models import AnswerUseRow, ReplyRequestRow, RequestAnswerRow, RequestedClaimRow
from claims.replies.pages import PREFIX, state_of
from claims.typed import reason, said
from ledger.pen import Pen
from ledger.record import record


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a request, in their words, and when; `at` is `None` for now."""

    what: ReplyOutcome
    words: str | None = None
    at: datetime | None = None


def answered(session: Session, pen: Pen, handle: str, came: Came) -> int:
    """Record what came of a request; give its number.

    That nothing came can be said once the deadline has passed. Raises `UnknownReply` or `BadReply`, and then
    stores nothing.
    """
    request, now = find_request(session, handle), pen.clock()
    at, before = came.at or now, _came(session, request)
    _check(request, came, at, now, before)
    row = {
        "id": pen.new_id(),
        "request_id": request.id,
        "ordinal": len(before) + 1,
        "came": came.what,
        "answer": came.words.strip() if came.words else None,
        "came_at": at,
        "noted_by": pen.actor,
        "known": pen.known,
        "at": now,
    }
    contacts = select(RequestedClaimRow.contact_id).where(RequestedClaimRow.request_id == request.id)
    replies = [
        {
            "id": pen.new_id(),
            "contact_id": contact,
            "answered": came.what is ReplyOutcome.ANSWERED,
            "noted_by": pen.actor,
            "known": pen.known,
            "at": at,
        }
        for contact in session.scalars(contacts.order_by(RequestedClaimRow.id))
    ]
    rows = {RequestAnswerRow: [row], ReplyRow: replies}
    record(session, pen, action="reply.answer", subject=f"{PREFIX}{request.number}", rows=rows, at=now)
    return request.number


def used(session: Session, pen: Pen, handle: str, *, words: str | None, because: str | None = None) -> int:
    """Record the words of the text in which an answer was used, `None` for none; give the request's number.

    Raises `UnknownReply`, `BadReply`, or `EmptyReason` where nothing was used without a reason.
    """
    request, now = find_request(session, handle), pen.clock()
    name = f"{PREFIX}{request.number}"
    if state_of(_came(session, request), request.due, now) is ReplyState.AWAITED:
        raise BadReply(
            f"nothing has come of {name} yet, and it has time until {moment(request.due)}; note an answer "
            f'with: factdesk reply answered {request.number} "…"'
        )
    told = said(words)
    why = said(because) if told else reason(because or "", f"that nothing of {name} was used")
    last = select(func.count()).select_from(AnswerUseRow).where(AnswerUseRow.request_id == request.id)
    row = {
        "id": pen.new_id(),
        "request_id": request.id,
        "ordinal": (session.scalar(last) or 0) + 1,
        "used": told,
        "because": why,
        "noted_by": pen.actor,
        "known": pen.known,
        "at": now,
    }
    record(session, pen, action="reply.use", subject=name, rows={AnswerUseRow: [row]}, at=now)
    return request.number


def find_request(session: Session, handle: str) -> ReplyRequestRow:
    """The request that a number, or a handle as "reply:3", names. Raises `UnknownReply`."""
    query = select(ReplyRequestRow).where(ReplyRequestRow.number == number_in(handle, PREFIX))
    found = session.scalar(query)
    if found is None:
        last = session.scalar(select(func.max(ReplyRequestRow.number))) or 0
        there = f"they run from {PREFIX}1 to {PREFIX}{last}" if last else "nothing was put to anybody yet"
        raise UnknownReply(f"there is no reply {handle!r}; {there}; list them with: factdesk reply list")
    return found


def _came(session: Session, request: ReplyRequestRow) -> tuple[ReplyOutcome, ...]:
    query = select(RequestAnswerRow.came).where(RequestAnswerRow.request_id == request.id)
    return tuple(session.scalars(query.order_by(RequestAnswerRow.ordinal)))


def _check(
    request: ReplyRequestRow, came: Came, at: datetime, now: datetime, before: tuple[ReplyOutcome, ...]
) -> None:
    name = f"{PREFIX}{request.number}"
    if at > now:
        raise BadReply(f"{moment(at)} is still to come; note an answer to {name} once it is there")
    if at < request.put_at:
        raise BadReply(f"{name} was put on {moment(request.put_at)}; nothing can have come of it before")
    match came.what:
        case ReplyOutcome.ANSWERED if not (came.words or "").strip():
            raise BadReply(f"give the answer to {name} in their words, or say --no-answer or --declined")
        case ReplyOutcome.NONE if at < request.due:
            raise BadReply(
                f"{name} has time until {moment(request.due)}; if they said that they will not answer, "
                f"note it with: factdesk reply answered {request.number} --declined"
            )
        case ReplyOutcome.NONE if before:
            raise BadReply(f"{name} has an answer already; see: factdesk reply show {request.number}")
        case _:
            return
