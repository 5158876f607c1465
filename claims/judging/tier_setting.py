"""Setting the tier of a claim, and signing a claim off: two things that people say beside their verdicts."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.days import day
from claims.errors import CannotSign, UnknownSignOff, UnknownTier
from claims.handles import FoundClaim, find_claim, find_document
from claims.judging.cases import cases_of
from claims.judging.models import SignOffRow, TierRow
from claims.judging.people import is_same_person
from claims.judging.policy import Policy, plain_words
from claims.judging.reviews import reason_of
from claims.judging.scope import Scope
from claims.kinds import Tier
from claims.publishing.authors import refuse_author
from ledger.pen import Pen
from ledger.record import record


def set_tier(session: Session, pen: Pen, handle: str, tier: str, *, because: str) -> None:
    """Say how much a claim needs; it stands before what its words suggest.

    Raises `UnknownTier`, `EmptyReason`, `OwnText`, `UnknownDocument` or `UnknownClaim`.
    """
    typed = plain_words(tier)
    if typed not in list(Tier):
        raise UnknownTier(f"{tier!r} is no tier; choose one of: {', '.join(Tier)}")
    reason, claim = reason_of(because, handle), _not_own(session, pen, handle)
    now = pen.clock()
    row = {
        "id": pen.new_id(),
        "claim_id": claim.id,
        "ordinal": _next(session, claim, TierRow),
        "tier": Tier(typed),
        "because": reason,
        "set_by": pen.actor,
        "known": pen.known,
        "at": now,
    }
    record(session, pen, action="claim.tier", subject=claim.handle, rows={TierRow: [row]}, at=now)


def sign_off(session: Session, pen: Pen, handle: str, role: str, *, because: str, policy: Policy) -> None:
    """Sign a claim off in a role that the policy asks for, as "legal".

    Raises `UnknownSignOff`, `EmptyReason`, `OwnText`, `UnknownDocument`, `UnknownClaim`, or `CannotSign`
    where the same person has signed these words in that role before.
    """
    known = {plain_words(one): one for one in policy.sign_off_roles}
    typed = plain_words(role)
    if typed not in known:
        there = f"choose one of: {', '.join(known.values())}" if known else "it asks for none"
        raise UnknownSignOff(f"the policy {policy.version} asks for no {role!r} sign-off; {there}")
    reason, claim = reason_of(because, handle), _not_own(session, pen, handle)
    _refuse_second_signature(session, pen, claim, known[typed])
    now = pen.clock()
    row = {
        "id": pen.new_id(),
        "claim_id": claim.id,
        "ordinal": _next(session, claim, SignOffRow),
        "role": known[typed],
        "because": reason,
        "signed_by": pen.actor,
        "known": pen.known,
        "at": now,
    }
    record(session, pen, action="claim.sign_off", subject=claim.handle, rows={SignOffRow: [row]}, at=now)


def _refuse_second_signature(session: Session, pen: Pen, claim: FoundClaim, role: str) -> None:
    for signed in cases_of(session, Scope(claims=(claim.id,)))[claim.id].sign_offs:
        if signed.role == role and is_same_person(pen.actor, signed.by):
            raise CannotSign(
                f"{claim.handle} is signed off as {role} already, by {signed.by} on {day(signed.at)}; "
                f"see: factdesk claim explain {claim.handle}"
            )


def _not_own(session: Session, pen: Pen, handle: str) -> FoundClaim:
    claim = find_claim(session, handle)
    refuse_author(session, pen, claim.slug, find_document(session, claim.slug))
    return claim


def _next(session: Session, claim: FoundClaim, rows: type[TierRow] | type[SignOffRow]) -> int:
    earlier = session.scalar(select(func.count()).select_from(rows).where(rows.claim_id == claim.id))
    return (earlier or 0) + 1
