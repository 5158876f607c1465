"""Which policy is in force: the last that the desk adopted, or the built-in one."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.judging.models import PolicyRow
from claims.judging.policy import Policy
from claims.judging.policy_file import BUILT_IN, read_policy


def policy_in_force(session: Session) -> Policy:
    """The policy that decides what a verdict needs before it counts."""
    query = select(PolicyRow.toml, PolicyRow.version).order_by(PolicyRow.number.desc()).limit(1)
    found = session.execute(query).one_or_none()
    return BUILT_IN if found is None else read_policy(found.toml, file=f"the adopted policy {found.version}")
