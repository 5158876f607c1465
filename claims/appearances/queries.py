"""Which claims are public, what is known of them, and which of them are to be checked again.

Frozen pages come out, and nothing is written. For many claims as for one it takes the same few statements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.appearances.models import AppearanceRow, PublicClaimRow
from claims.appearances.pages import AppearancePage, PublicPage, in_order
from claims.appearances.wording import is_same_wording
from claims.captured import PREFIX
from claims.evidence.models import EvidenceRow
from claims.handles import handles_of
from claims.judging.scope import EVERYTHING, Scope
from claims.models import CaptureRow, ReviewRow


def public_of(session: Session, scope: Scope = EVERYTHING, *, today: date) -> Mapping[UUID, PublicPage]:
    """What is known of each public claim; claims that nobody has chosen as one are left out."""
    stated = _stated(session, scope)
    if not stated:
        return {}
    appearances = _appearances(session, scope)
    waiting = _open_again(session, stated, scope)
    due = _come(waiting, today)
    return {
        claim: PublicPage(
            claimant=row.claimant,
            wording=row.wording,
            said_on=row.said_on,
            chosen_because=row.chosen_because,
            check_again=row.check_again,
            by=row.stated_by,
            at=row.at,
            appearances=in_order(appearances[claim]),
            open_again=waiting.get(claim),
            due_since=due.get(claim),
        )
        for claim, row in stated.items()
    }


def due_again(session: Session, today: date, *, scope: Scope = EVERYTHING) -> Mapping[UUID, str]:
    """The claims that are to be checked again, with the day since which they are.

    The day has come, and no verdict was given on that day or after.
    """
    return _come(_open_again(session, _stated(session, scope), scope), today)


def same_wording(session: Session, wording: str, *, but: UUID | None = None) -> str | None:
    """The handle of another public claim that rates the same words; `None` where there is none."""
    rated = [
        claim
        for claim, row in _stated(session, EVERYTHING).items()
        if claim != but and is_same_wording(row.wording, wording)
    ]
    if not rated:
        return None
    return handles_of(session, rated[:1])[rated[0]]


def evidence_from_appearances(session: Session, scope: Scope = EVERYTHING) -> frozenset[int]:
    """The numbers of the evidence that is from a page on which its own claim appeared, in any capture."""
    appeared = _appearances(session, scope)
    if not appeared:
        return frozenset()
    places = {
        claim: {place for one in seen for place in (one.capture, one.url)} for claim, seen in appeared.items()
    }
    query = (
        select(EvidenceRow.number, EvidenceRow.claim_id, CaptureRow.number, CaptureRow.asked, CaptureRow.url)
        .join(CaptureRow, CaptureRow.id == EvidenceRow.capture_id)
        .where(*scope.of(EvidenceRow.claim_id))
    )
    return frozenset(
        number
        for number, claim, capture, asked, url in session.execute(query)
        if claim in places and not places[claim].isdisjoint((f"{PREFIX}{capture}", asked or url or ""))
    )


def _come(days: Mapping[UUID, str], today: date) -> Mapping[UUID, str]:
    """Those days that have come."""
    return {claim: day for claim, day in days.items() if day <= today.isoformat()}


def _open_again(session: Session, stated: Mapping[UUID, PublicClaimRow], scope: Scope) -> Mapping[UUID, str]:
    """The days to check again on which, and after which, no verdict was given."""
    named = {claim: row.check_again for claim, row in stated.items() if row.check_again}
    judged = _last_judged(session, scope) if named else {}
    return {
        claim: day
        for claim, day in named.items()
        if claim not in judged or judged[claim].date().isoformat() < day
    }


def _stated(session: Session, scope: Scope) -> dict[UUID, PublicClaimRow]:
    """What was last said of each public claim, in the order in which they were chosen."""
    query = select(PublicClaimRow).where(*scope.of(PublicClaimRow.claim_id))
    rows = session.scalars(query.order_by(PublicClaimRow.ordinal, PublicClaimRow.at))
    return {row.claim_id: row for row in rows}


def _appearances(session: Session, scope: Scope) -> defaultdict[UUID, list[AppearancePage]]:
    """By claim, where it appeared: what was last said of each capture, unless that was taken back."""
    query = (
        select(AppearanceRow, CaptureRow)
        .join(CaptureRow, CaptureRow.id == AppearanceRow.capture_id)
        .where(*scope.of(AppearanceRow.claim_id))
        .order_by(AppearanceRow.claim_id, AppearanceRow.ordinal)
    )
    last = {(row.claim_id, capture.id): (row, capture) for row, capture in session.execute(query)}
    found: defaultdict[UUID, list[AppearancePage]] = defaultdict(list)
    for row, capture in last.values():
        if row.withdrawn_because is None:
            found[row.claim_id].append(_page(row, capture))
    return found


def _page(row: AppearanceRow, capture: CaptureRow) -> AppearancePage:
    return AppearancePage(
        capture=f"{PREFIX}{capture.number}",
        state=capture.state,
        reason=capture.reason,
        url=capture.asked or capture.url,
        title=capture.title,
        outlet=capture.outlet,
        place=row.place,
        on_date=row.on_date,
        quote=row.quote,
        fit=row.fit,
        by=row.added_by,
        at=row.at,
    )


def _last_judged(session: Session, scope: Scope) -> Mapping[UUID, datetime]:
    query = select(ReviewRow.claim_id, func.max(ReviewRow.at).label("at")).group_by(ReviewRow.claim_id)
    return {row.claim_id: row.at for row in session.execute(query.where(*scope.of(ReviewRow.claim_id)))}
