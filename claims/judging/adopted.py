"""Which policy is in force, and adopting another: the last that the desk adopted, or the built-in one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.errors import EmptyReason, PolicyTaken
from claims.judging.cases import cases_of
from claims.judging.models import PolicyRow
from claims.judging.pages import Flip
from claims.judging.policy import Policy
from claims.judging.policy_file import BUILT_IN, read_policy
from claims.judging.scope import Scope
from claims.judging.status import derive_status
from claims.judging.withholding import kept_back
from claims.models import ClaimRow, DocumentRow
from ledger.pen import Pen
from ledger.record import record


def policy_in_force(session: Session) -> Policy:
    """The policy that decides what a verdict needs before it counts."""
    query = select(PolicyRow.toml, PolicyRow.version).order_by(PolicyRow.number.desc()).limit(1)
    found = session.execute(query).one_or_none()
    return BUILT_IN if found is None else read_policy(found.toml, file=f"the adopted policy {found.version}")


def flips(session: Session, new: Policy, *, now: datetime) -> Iterator[Flip]:
    """Every claim whose status would be another under `new`, one document after the other.

    What nobody has judged stands where it stands under any policy, so only reviewed claims are read.
    """
    old = policy_in_force(session)
    placed = (
        select(ClaimRow.id, DocumentRow.slug, ClaimRow.number)
        .join(DocumentRow, DocumentRow.id == ClaimRow.document_id)
        .order_by(DocumentRow.added_at, DocumentRow.id, ClaimRow.number)
    )
    cases = cases_of(session, Scope(reviewed=True))
    for claim, slug, number in session.execute(placed):
        if (case := cases.get(claim)) is None:
            continue
        before, after = derive_status(case, old, now), derive_status(case, new, now)
        if before.status is not after.status:
            yield Flip(f"{slug}:{number}", kept_back(before), kept_back(after))


def adopt(session: Session, pen: Pen, policy: Policy, *, because: str) -> None:
    """Put a policy in force, word for word as it was written.

    Raises `PolicyTaken` where its version is that of other words, or of an adopted policy already, and
    `EmptyReason`.
    """
    if not because.strip():
        raise EmptyReason('adopting a policy needs its reason; give one with --because "…"')
    _refuse_taken(session, policy)
    now = pen.clock()
    row = {
        "id": pen.new_id(),
        "number": (session.scalar(select(func.max(PolicyRow.number))) or 0) + 1,
        "version": policy.version,
        "toml": policy.toml,
        "because": because.strip(),
        "adopted_by": pen.actor,
        "known": pen.known,
        "at": now,
    }
    record(session, pen, action="policy.adopt", subject=policy.version, rows={PolicyRow: [row]}, at=now)


def _refuse_taken(session: Session, policy: Policy) -> None:
    known = {BUILT_IN.version: BUILT_IN.toml}
    known.update(session.execute(select(PolicyRow.version, PolicyRow.toml)).all())
    if known.get(policy.version, policy.toml) != policy.toml:
        raise PolicyTaken(
            f"the version {policy.version} is that of another policy; "
            "give this one a version of its own, on its line: version = …"
        )
    adopted = session.scalar(select(PolicyRow.number).where(PolicyRow.version == policy.version))
    if adopted is not None or policy_in_force(session).version == policy.version:
        raise PolicyTaken(
            f"the policy {policy.version} was adopted already; "
            "to go back to it, give it a new version, on its line: version = …"
        )
