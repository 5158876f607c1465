"""Recording that somebody looked for evidence, and whom they asked: looking and finding nothing is a fact.

What it does to a status follows from the policy and is not decided here.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.errors import BadEvidence, UnknownContact
from claims.evidence.models import ContactRow, ReplyRow, SearchRow
from claims.handles import FoundClaim, find_claim
from claims.kinds import SearchResult
from claims.replies.models import ReplyRequestRow, RequestedClaimRow
from claims.typed import said
from ledger.pen import Pen
from ledger.record import record


def searched(
    session: Session,
    pen: Pen,
    handle: str,
    *,
    where: str,
    found: SearchResult,
    terms: str | None = None,
    note: str | None = None,
) -> None:
    """Record that somebody looked for evidence on a claim, where, with which words, and what came of it.

    Raises `BadEvidence`, `UnknownDocument` or `UnknownClaim`, and then stores nothing.
    """
    claim, now = find_claim(session, handle), pen.clock()
    row = {
        "id": pen.new_id(),
        "claim_id": claim.id,
        "ordinal": _count(session, SearchRow, claim) + 1,
        "place": _needed(where, 'say where you looked, as in --where "the shipping register"'),
        "terms": said(terms),
        "result": found,
        "note": said(note),
        "searched_by": pen.actor,
        "known": pen.known,
        "at": now,
    }
    record(session, pen, action="claim.search", subject=claim.handle, rows={SearchRow: [row]}, at=now)


def contacted(
    session: Session,
    pen: Pen,
    handle: str,
    *,
    whom: str,
    channel: str,
    asked: str | None = None,
    due: datetime | None = None,
) -> int:
    """Record that somebody was asked about a claim; give the contact's number, which counts from 1 per claim.

    Raises `BadEvidence`, `UnknownDocument` or `UnknownClaim`, and then stores nothing.
    """
    claim, now = find_claim(session, handle), pen.clock()
    number = _count(session, ContactRow, claim) + 1
    row = {
        "id": pen.new_id(),
        "claim_id": claim.id,
        "ordinal": number,
        "whom": _needed(whom, 'say whom you asked, as in --whom "the harbour office"'),
        "channel": _needed(channel, 'say how you asked, as in --channel "e-mail"'),
        "asked": said(asked),
        "due": due,
        "contacted_by": pen.actor,
        "known": pen.known,
        "at": now,
    }
    record(session, pen, action="claim.contact", subject=claim.handle, rows={ContactRow: [row]}, at=now)
    return number


def replied(
    session: Session, pen: Pen, handle: str, *, answer: str | None, contact: int | None = None
) -> int:
    """Record what came of asking, `None` for no answer; give the number of the contact.

    Where `contact` is not given, the last one is meant. Raises `UnknownContact`, `BadEvidence`,
    `UnknownDocument` or `UnknownClaim`, and then stores nothing.
    """
    claim, now = find_claim(session, handle), pen.clock()
    asked = _contact(session, claim, contact)
    _refuse_part_of_request(session, claim, asked)
    row = {
        "id": pen.new_id(),
        "contact_id": asked.id,
        "answered": answer is not None,
        "answer": None if answer is None else _needed(answer, "give the answer, or say --no-answer"),
        "noted_by": pen.actor,
        "known": pen.known,
        "at": now,
    }
    record(session, pen, action="claim.reply", subject=claim.handle, rows={ReplyRow: [row]}, at=now)
    return asked.ordinal


def _contact(session: Session, claim: FoundClaim, number: int | None) -> ContactRow:
    last = _count(session, ContactRow, claim)
    wanted = last if number is None else number
    query = select(ContactRow).where(ContactRow.claim_id == claim.id, ContactRow.ordinal == wanted)
    found = session.scalar(query) if 0 < wanted <= last else None
    if found is not None:
        return found
    if last:
        raise UnknownContact(f"there is no contact {number} on {claim.handle}; they run from 1 to {last}")
    raise UnknownContact(
        f"nobody was asked about {claim.handle} yet; put down whom you ask with: "
        f'factdesk claim contacted {claim.handle} --whom "…" --channel "…"'
    )


def _refuse_part_of_request(session: Session, claim: FoundClaim, asked: ContactRow) -> None:
    """What came of a request is said of the person once, and not claim by claim."""
    number = session.scalar(
        select(ReplyRequestRow.number)
        .join(RequestedClaimRow, RequestedClaimRow.request_id == ReplyRequestRow.id)
        .where(RequestedClaimRow.contact_id == asked.id)
    )
    if number is not None:
        raise BadEvidence(
            f"contact {asked.ordinal} on {claim.handle} is part of reply:{number}; note what came of it "
            f'with: factdesk reply answered {number} "…"'
        )


def _count(session: Session, rows: type[SearchRow] | type[ContactRow], claim: FoundClaim) -> int:
    return session.scalar(select(func.count()).select_from(rows).where(rows.claim_id == claim.id)) or 0


def _needed(words: str, otherwise: str) -> str:
    told = said(words)
    if told is None:
        raise BadEvidence(otherwise)
    return told
