"""A person says what a claim is to another claim, or to a fact-check of others.

An action: it takes a session and a pen and never commits. No verdict is carried over by it.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from claims.errors import NothingToDecide
from claims.factchecks.models import FactCheckRow, LikenessRow
from claims.factchecks.pages import PREFIX
from claims.factchecks.queries import factcheck_page
from claims.handle_parts import number_in
from claims.handles import find_claim
from claims.kinds import MatchDecision
from claims.typed import reason
from ledger.pen import Pen
from ledger.record import record


def decide_likeness(
    session: Session, pen: Pen, handle: str, other: str, decision: MatchDecision, *, because: str
) -> str:
    """Record that a claim is the same as another, related to it or different, whichever is named first.

    `other` is the handle of a claim or of a fact-check; that of what it stands for is given back, which is
    the latest version of a fact-check. What was said of the two before no longer counts.
    Raises `NothingToDecide`, `EmptyReason`, `UnknownDocument`, `UnknownClaim` or `UnknownFactCheck`.
    """
    claim, now = find_claim(session, handle), pen.clock()
    why = reason(because, f"a decision about {claim.handle}")
    beside, factcheck, called = _other(session, other)
    if beside == claim.id:
        raise NothingToDecide(
            f"{claim.handle} is one claim; name another, or a fact-check as {PREFIX}3; "
            f"see which are like it: factdesk claim similar {claim.handle}"
        )
    row = {
        "id": pen.new_id(),
        "claim_id": claim.id,
        "other_id": beside,
        "factcheck_id": factcheck,
        "ordinal": _said_before(session, claim.id, beside, factcheck) + 1,
        "decision": decision,
        "because": why,
        "decided_by": pen.actor,
        "known": pen.known,
        "at": now,
    }
    record(session, pen, action="claim.decide", subject=claim.handle, rows={LikenessRow: [row]}, at=now)
    return called


def _other(session: Session, handle: str) -> tuple[UUID | None, UUID | None, str]:
    """The claim or the fact-check that a handle names, the latter in its latest version."""
    if not handle.startswith(PREFIX):
        found = find_claim(session, handle)
        return found.id, None, found.handle
    page = factcheck_page(session, handle)
    called = page.replaced_by or page.handle
    number = number_in(called, PREFIX)
    return None, session.scalar(select(FactCheckRow.id).where(FactCheckRow.number == number)), called


def _said_before(session: Session, claim: UUID, other: UUID | None, factcheck: UUID | None) -> int:
    """How often something was said of the two."""
    query = select(func.max(LikenessRow.ordinal)).where(_of_the_two(claim, other, factcheck))
    return session.scalar(query) or 0


def _of_the_two(claim: UUID, other: UUID | None, factcheck: UUID | None) -> ColumnElement[bool]:
    if other is None:
        identity = select(FactCheckRow.identity).where(FactCheckRow.id == factcheck).scalar_subquery()
        versions = select(FactCheckRow.id).where(FactCheckRow.identity == identity)
        return and_(LikenessRow.claim_id == claim, LikenessRow.factcheck_id.in_(versions))
    return or_(
        and_(LikenessRow.claim_id == claim, LikenessRow.other_id == other),
        and_(LikenessRow.claim_id == other, LikenessRow.other_id == claim),
    )
