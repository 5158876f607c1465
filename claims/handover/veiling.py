"""Which claims have a verdict that is withheld until a second one is given, so that nothing else tells it.

A query only; what is withheld on a claim's own page is for `claims.judging.withholding` to say.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.judging.cases import cases_of
from claims.judging.policy import Policy
from claims.judging.scope import Scope
from claims.judging.status import derive_standing
from claims.models import ReviewRow

_AT_ONCE = 5_000
"""How many claims are named to the database in one statement; SQLite takes no more than some 30,000."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """By whom a claim was judged, and since when; one of these verdicts waits for a second one."""

    by: frozenset[str]
    since: datetime


def waiting_for_a_second(
    session: Session, claims: Collection[UUID], policy: Policy, *, now: datetime
) -> Mapping[UUID, Waiting]:
    """Those among the claims, cut ones too, that have a verdict which waits for a second one."""
    wanted, found = sorted(claims), {}
    for start in range(0, len(wanted), _AT_ONCE):
        judged = select(ReviewRow.claim_id).where(ReviewRow.claim_id.in_(wanted[start : start + _AT_ONCE]))
        scope = Scope(claims=tuple(session.scalars(judged.distinct())))
        for claim, case in cases_of(session, scope).items() if scope.claims else ():
            standing = derive_standing(case, policy, now)
            pages = (standing.status, standing.said, standing.so)
            if any(page is not None and page.awaits_second for page in pages):
                reviewers = frozenset(review.by for review in case.reviews)
                found[claim] = Waiting(reviewers, min(review.at for review in case.reviews))
    return found
