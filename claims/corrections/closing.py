"""Mending the places of a correction, and closing it with what was decided. What is closed stays closed.

Actions only; never commits. What has to be done before it can be closed stands in `rules`.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from claims.corrections.adding import counted_columns
from claims.corrections.counted import counted_as
from claims.corrections.models import CorrectionEndRow, CorrectionPlaceRow, CorrectionRow, PlaceMendedRow
from claims.corrections.pages import CorrectionPage
from claims.corrections.queries import correction_of, find_correction
from claims.corrections.rules import Since, missing
from claims.days import day
from claims.errors import BadCorrection, CorrectionClosed, EmptyReason, NotYetMended, UnknownPlace
from claims.judging.policy import Policy
from claims.judging.wording import listed
from claims.kinds import ClaimChange, CorrectionDecision, ReviewRole
from claims.models import ClaimChangeRow, ReviewRow, RevisionRow
from claims.present import present_revision
from claims.queries import claim_page
from claims.typed import reason, said
from ledger.pen import Pen
from ledger.record import record


def mend(
    session: Session, pen: Pen, handle: str, places: Collection[int], *, how: str, left: bool = False
) -> None:
    """Say how places of a correction were mended, or why they are `left` as they are; none means all open.

    Raises `UnknownCorrection`, `CorrectionClosed`, `UnknownPlace` or `EmptyReason`, and then stores nothing.
    """
    row = find_correction(session, handle)
    page = _still_open(session, row)
    told = said(how)
    if told is None:
        raise EmptyReason(f'say how the places of {page.handle} were mended, with --how "…"')
    wanted = set(places) or {place.number for place in page.unmended}
    _refuse_places(page, wanted)
    now = pen.clock()
    rows = [
        {
            "id": pen.new_id(),
            "place_id": id,
            "how": told,
            "left": left,
            "mended_by": pen.actor,
            "known": pen.known,
            "at": now,
        }
        for ordinal, id in session.execute(
            select(CorrectionPlaceRow.ordinal, CorrectionPlaceRow.id)
            .where(CorrectionPlaceRow.correction_id == row.id)
            .order_by(CorrectionPlaceRow.ordinal)
        )
        if ordinal in wanted
    ]
    record(session, pen, action="correction.mend", subject=page.handle, rows={PlaceMendedRow: rows}, at=now)


def close_correction(
    session: Session,
    pen: Pen,
    handle: str,
    decision: CorrectionDecision,
    *,
    because: str,
    policy: Policy,
    notice: str | None = None,
) -> None:
    """Put down what was decided, with the notice that readers see and what the claim counts as now.

    Raises `UnknownCorrection`, `CorrectionClosed`, `EmptyReason`, `BadCorrection` or `NotYetMended`, and then
    stores nothing.
    """
    row = find_correction(session, handle)
    page = _still_open(session, row)
    why, told = reason(because, f"closing {page.handle}"), said(notice)
    _refuse_notice(page, decision, told)
    now = pen.clock()
    since = _since(session, row, page, policy, now)
    if first := missing(page, decision, since):
        raise NotYetMended(first)
    end = {
        "id": pen.new_id(),
        "correction_id": row.id,
        "decision": decision,
        "because": why,
        "notice": told,
        **counted_columns(counted_as(since.claim) if since else None),
        "revision": present_revision(session, row.document_id).number,
        "closed_by": pen.actor,
        "known": pen.known,
        "at": now,
    }
    record(
        session, pen, action="correction.close", subject=page.handle, rows={CorrectionEndRow: [end]}, at=now
    )


def _still_open(session: Session, row: CorrectionRow) -> CorrectionPage:
    page = correction_of(session, row)
    if page.end is None:
        return page
    raise CorrectionClosed(
        f"{page.handle} was closed by {page.end.by} on {day(page.end.at)} ({page.end.decision}) and stays "
        f"closed; put down a new request with: factdesk correction add {page.about}"
    )


def _refuse_places(page: CorrectionPage, wanted: Collection[int]) -> None:
    """Refuse numbers that no place has, and places that were dealt with."""
    if not wanted:
        raise UnknownPlace(f"every place of {page.handle} is mended already")
    there = {place.number: place for place in page.places}
    if unknown := sorted(set(wanted) - set(there)):
        known = f"they run from 1 to {len(there)}" if there else "it has none"
        raise UnknownPlace(
            f"{page.handle} has no place {listed([str(one) for one in unknown], 'or')}; {known}"
        )
    for number in sorted(wanted):
        if mended := there[number].mended:
            raise UnknownPlace(
                f"place {number} of {page.handle} was dealt with by {mended.by} on {day(mended.at)}: "
                f"{mended.how}"
            )


def _refuse_notice(page: CorrectionPage, decision: CorrectionDecision, notice: str | None) -> None:
    declined = decision is CorrectionDecision.DECLINED
    if declined and notice:
        raise BadCorrection("readers are not told of a request that is declined; leave out --notice")
    if not declined and not notice:
        raise BadCorrection(
            f'readers are told what was {decision}; give the words of the notice with --notice "…"'
        )


def _since(
    session: Session, row: CorrectionRow, page: CorrectionPage, policy: Policy, now: datetime
) -> Since | None:
    """What has become of the claim since the request; counted in reviews and revisions, not by any clock."""
    if page.claim is None:
        return None
    judged = session.scalar(
        select(func.count()).where(
            ReviewRow.claim_id == row.claim_id,
            ReviewRow.ordinal > row.reviews,
            ReviewRow.role.is_distinct_from(ReviewRole.REOPENING),
        )
    )
    changed = (
        select(ClaimChangeRow.id)
        .join(RevisionRow, RevisionRow.id == ClaimChangeRow.revision_id)
        .where(
            ClaimChangeRow.claim_id == row.claim_id,
            RevisionRow.number > row.revision,
            ClaimChangeRow.change.in_((ClaimChange.REOPENED, ClaimChange.DROPPED)),
        )
    )
    return Since(
        claim_page(session, page.claim, policy, now=now),
        judged=bool(judged),
        reworded=bool(session.scalar(select(exists(changed)))),
    )
