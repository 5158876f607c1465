"""Assigning claims: who has to check them. The last assignment of a claim counts; all stay on record.

Actions only. An assignment gives nobody a right and takes none away: anybody may still judge a claim.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.errors import NobodyNamed
from claims.handles import FoundClaim
from claims.handover.models import AssignmentRow
from claims.handover.pages import Assigned
from claims.handover.queries import assignments_of
from claims.judging.people import is_same_person
from claims.revisions import Revision
from ledger.pen import Pen
from ledger.record import record


def assign(session: Session, pen: Pen, claims: Sequence[FoundClaim], to: str | None) -> tuple[Assigned, ...]:
    """Say who has to check claims, as one event; `None` takes them from everybody.

    A claim that the person has already is left as it is. Raises `NobodyNamed` for an empty name.
    """
    name = None if to is None else _name(to)
    ids = [claim.id for claim in claims]
    had = {claim: assigned.to for claim, assigned in assignments_of(session, ids).items()}
    done = [_assigned(claim, had.get(claim.id), name) for claim in claims]
    new = [claim for claim, one in zip(claims, done, strict=True) if one.is_new]
    if new:
        _record(session, pen, new, name)
    return tuple(done)


def pass_on(session: Session, pen: Pen, revision: Revision) -> None:
    """Give the parts of a claim that was split, or what was joined, to whoever had it before.

    What was joined of the claims of two persons is nobody's.
    """
    if revision.act is None or not revision.act.made:
        return
    had = assignments_of(session, revision.dropped)
    names = {one.to for one in had.values()}
    if len(names) == 1 and len(had) == len(revision.dropped):
        slug, made = revision.offered.slug, set(revision.act.made)
        new = [one for one in revision.placed if one.number in made]
        assign(session, pen, [FoundClaim(one.claim, slug, one.number) for one in new], names.pop())


def subject_of(claims: Sequence[FoundClaim]) -> str:
    """What an event about several claims is filed under: the claim, or the documents that they are in."""
    if len(claims) == 1:
        return claims[0].handle
    return ", ".join(dict.fromkeys(claim.slug for claim in claims))


def _assigned(claim: FoundClaim, before: str | None, to: str | None) -> Assigned:
    if before is not None and to is not None and is_same_person(before, to):
        return Assigned(claim.handle, before, before)
    return Assigned(claim.handle, before, to)


def _record(session: Session, pen: Pen, claims: Sequence[FoundClaim], to: str | None) -> None:
    last, now = _last(session, [claim.id for claim in claims]), pen.clock()
    rows = [
        {
            "id": pen.new_id(),
            "claim_id": claim.id,
            "ordinal": last.get(claim.id, 0) + 1,
            "assigned_to": to,
            "assigned_by": pen.actor,
            "known": pen.known,
            "at": now,
        }
        for claim in claims
    ]
    record(
        session, pen, action="claim.assign", subject=subject_of(claims), rows={AssignmentRow: rows}, at=now
    )


def _last(session: Session, claims: Collection[UUID]) -> dict[UUID, int]:
    """How often each claim was assigned; those that never were are left out."""
    query = select(AssignmentRow.claim_id, func.max(AssignmentRow.ordinal)).group_by(AssignmentRow.claim_id)
    wanted = set(claims)
    return {claim: last or 0 for claim, last in session.execute(query) if claim in wanted}


def _name(typed: str) -> str:
    name = " ".join(typed.split())
    if not name:
        raise NobodyNamed("the name is empty; say who is to check the claim with --to NAME, or --to-nobody")
    return name
