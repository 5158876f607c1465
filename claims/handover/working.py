"""Being at work on a claim: saying so, and saying that one has stopped.

Actions only. Nobody is kept from a claim that somebody else is at; both are told. When work ends by itself
is for `queries` to say.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.errors import NotAtWork
from claims.handles import FoundClaim
from claims.handover.assigning import subject_of
from claims.handover.models import WorkRow
from claims.handover.queries import work_of
from claims.judging.people import is_same_person
from ledger.pen import Pen
from ledger.record import record


def begin_work(session: Session, pen: Pen, claims: Sequence[FoundClaim]) -> None:
    """Record that the pen's hand is working on claims from now on, as one event."""
    _record(session, pen, claims, begun=True, action="claim.work")


def stop_work(session: Session, pen: Pen, claims: Sequence[FoundClaim]) -> None:
    """Record that the pen's hand has stopped working on claims, as one event; raises `NotAtWork`."""
    at_it = work_of(session, [claim.id for claim in claims], now=pen.clock())
    for claim in claims:
        if not any(is_same_person(pen.actor, one.by) for one in at_it.get(claim.id, ())):
            raise NotAtWork(
                f"{pen.actor} is not at work on {claim.handle}, or is no longer; see who is with: "
                f"factdesk claim show {claim.handle}"
            )
    _record(session, pen, claims, begun=False, action="claim.stop")


def _record(session: Session, pen: Pen, claims: Sequence[FoundClaim], *, begun: bool, action: str) -> None:
    last, now = _last(session, [claim.id for claim in claims]), pen.clock()
    rows = [
        {
            "id": pen.new_id(),
            "claim_id": claim.id,
            "ordinal": last.get(claim.id, 0) + 1,
            "begun": begun,
            "worker": pen.actor,
            "known": pen.known,
            "at": now,
        }
        for claim in claims
    ]
    record(session, pen, action=action, subject=subject_of(claims), rows={WorkRow: rows}, at=now)


def _last(session: Session, claims: Collection[UUID]) -> dict[UUID, int]:
    query = select(WorkRow.claim_id, func.max(WorkRow.ordinal)).group_by(WorkRow.claim_id)
    wanted = set(claims)
    return {claim: last or 0 for claim, last in session.execute(query) if claim in wanted}
