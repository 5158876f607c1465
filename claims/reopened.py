"""From when on a claim has the words that it has: what was made before was made of other words.

A query only; how statuses follow from what counts is for others to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.kinds import ClaimChange
from claims.models import ClaimChangeRow, PlacementRow, RevisionRow
from claims.pages import Reopened

T = TypeVar("T")

_ASKED_BY_NAME = 1_000
"""More claims are not named to the database one by one."""


def reopened_at(session: Session, claims: Iterable[UUID] | None = None) -> Mapping[UUID, Reopened]:
    """When each of some claims, or of all, was last opened again; a claim that never was has no entry."""
    wanted = None if claims is None else set(claims)
    asked = ClaimChangeRow.change == ClaimChange.REOPENED
    if wanted is not None and len(wanted) <= _ASKED_BY_NAME:
        asked &= ClaimChangeRow.claim_id.in_(wanted)
    query = (
        select(ClaimChangeRow, RevisionRow.number)
        .join(RevisionRow, RevisionRow.id == ClaimChangeRow.revision_id)
        .where(asked)
        .order_by(RevisionRow.number)
    )
    return {
        row.claim_id: _page(row, number)
        for row, number in session.execute(query)
        if wanted is None or row.claim_id in wanted
    }


def worded_since(session: Session, claims: Iterable[UUID]) -> Mapping[UUID, datetime]:
    """Since when each of some claims has the words that it has, and means by them what it means."""
    wanted = set(claims)
    query = (
        select(PlacementRow.claim_id, func.min(RevisionRow.added_at))
        .join(RevisionRow, RevisionRow.id == PlacementRow.revision_id)
        .group_by(PlacementRow.claim_id)
    )
    if len(wanted) <= _ASKED_BY_NAME:
        query = query.where(PlacementRow.claim_id.in_(wanted))
    reopened = reopened_at(session, wanted)
    return {
        claim: reopened[claim].at if claim in reopened else first
        for claim, first in session.execute(query)
        if claim in wanted
    }


def parted(reviews: Sequence[T], reopened: Reopened | None) -> tuple[Sequence[T], Sequence[T]]:
    """The reviews of a claim, in their order, as those of its earlier words and those that count."""
    before = reopened.reviews if reopened else 0
    return reviews[:before], reviews[before:]


def _page(row: ClaimChangeRow, revision: int) -> Reopened:
    runs = tuple((was, now) for was, now in row.difference)
    return Reopened(revision, row.at, row.why or "", runs, row.reviews, row.evidence)
