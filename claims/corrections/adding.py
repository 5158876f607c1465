"""Putting down a request for a correction, with what the claim counted as then and where its words stand.

Actions only; never commits. What was written and by whom is personal: the log holds digests of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.corrections.counted import counted_as
from claims.corrections.models import CorrectionPlaceRow, CorrectionRow
from claims.corrections.pages import PREFIX, CountedAs
from claims.corrections.places import Place, places_of_claim, places_of_document
from claims.errors import BadCorrection
from claims.handles import find_claim, find_document
from claims.judging.policy import Policy
from claims.kinds import CorrectionKind, PlaceKind
from claims.models import ReviewRow
from claims.pages import ClaimPage
from claims.present import present_revision
from claims.queries import claim_page
from claims.typed import said
from ledger.pen import Pen
from ledger.record import record


def add_correction(
    session: Session,
    pen: Pen,
    about: str,
    kind: CorrectionKind,
    *,
    request: str,
    policy: Policy,
    requested_by: str | None = None,
    received: datetime | None = None,
    places: Sequence[str] = (),
) -> str:
    """Put down a request about a claim, by its handle, or about a document, by its slug; give its handle.

    `places` are those that somebody names besides those that are found. Raises `BadCorrection`,
    `UnknownDocument` or `UnknownClaim`, and then stores nothing.
    """
    now = pen.clock()
    words = said(request)
    if words is None:
        raise BadCorrection('say what the reader asks for, as in --request "The centre counted 132."')
    if received is not None and received > now:
        raise BadCorrection("a request can't have come after now; give the day that it came with --received")
    claim = find_claim(session, about) if ":" in about else None
    document = find_document(session, claim.slug if claim else about)
    page = claim_page(session, claim.handle, policy, now=now) if claim else None
    number = (session.scalar(select(func.max(CorrectionRow.number))) or 0) + 1
    row = {
        "id": pen.new_id(),
        "number": number,
        "document_id": document,
        "claim_id": claim.id if claim else None,
        "kind": kind,
        "request": words,
        "requested_by": said(requested_by),
        "received": received or now,
        **counted_columns(counted_as(page) if page else None),
        "reviews": _reviews(session, claim.id) if claim else 0,
        "revision": present_revision(session, document).number,
        "added_by": pen.actor,
        "known": pen.known,
        "at": now,
    }
    found = [
        *(_found(session, page) if page else places_of_document(session, document, about)),
        *(Place(PlaceKind.OTHER, place) for named in places if (place := said(named))),
    ]
    record(
        session,
        pen,
        action="correction.add",
        subject=claim.handle if claim else about,
        rows={CorrectionRow: [row], CorrectionPlaceRow: list(_places(pen, row["id"], found, now))},
        at=now,
    )
    return f"{PREFIX}{number}"


def counted_columns(counted: CountedAs | None) -> dict[str, object]:
    """What a claim counts as, as it is kept."""
    if counted is None:
        return {"status": None, "verdict": None, "judged_by": None, "judged_at": None}
    return {
        "status": counted.status,
        "verdict": counted.verdict,
        "judged_by": counted.by,
        "judged_at": counted.at,
    }


def _found(session: Session, claim: ClaimPage) -> Iterable[Place]:
    return places_of_claim(session, find_claim(session, claim.handle), claim.text)


def _places(
    pen: Pen, correction: object, found: Sequence[Place], now: datetime
) -> Iterable[dict[str, object]]:
    for ordinal, one in enumerate(dict.fromkeys(found), 1):
        yield {
            "id": pen.new_id(),
            "correction_id": correction,
            "ordinal": ordinal,
            "kind": one.kind,
            "place": one.place,
            "added_by": pen.actor,
            "known": pen.known,
            "at": now,
        }


def _reviews(session: Session, claim: UUID) -> int:
    return session.scalar(select(func.count()).where(ReviewRow.claim_id == claim)) or 0
