"""Reviews: a named person's judgement on a claim, with its reason."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.errors import EmptyReason
from claims.handles import find_claim
from claims.models import ReviewRow
from claims.policy import Policy
from ledger.pen import Pen
from ledger.record import record


def mark(session: Session, pen: Pen, handle: str, verdict: str, *, because: str, policy: Policy) -> None:
    """Record the pen's judgement on a claim; what it does to the claim's status follows from the policy.

    Raises `UnknownVerdict`, `EmptyReason`, `UnknownDocument` or `UnknownClaim`, and then stores nothing.
    """
    chosen = policy.verdict(verdict)
    reason = because.strip()
    if not reason:
        raise EmptyReason(f'a review of {handle} needs its reason; give one with --because "…"')
    claim = find_claim(session, handle)
    now = pen.clock()
    earlier = session.scalar(
        select(func.count()).select_from(ReviewRow).where(ReviewRow.claim_id == claim.id)
    )
    review = {
        "id": pen.new_id(),
        "claim_id": claim.id,
        "ordinal": (earlier or 0) + 1,
        "verdict": chosen,
        "because": reason,
        "reviewer": pen.actor,
        "known": pen.known,
        "policy": policy.version,
        "at": now,
    }
    record(session, pen, action="claim.review", subject=claim.handle, rows={ReviewRow: [review]}, at=now)
