"""Noting where a public claim appeared: a capture, whatever became of it, with its day and its words.

An appearance shows that a thing was said, and is no evidence that it is so: nothing here touches evidence.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.anchoring import anchor
from claims.appearances.models import AppearanceRow, PublicClaimRow
from claims.appearances.offered import Sighted
from claims.capture_queries import capture_page
from claims.captured import CapturePage
from claims.errors import BadPublicClaim
from claims.evidence.adding import anchored
from claims.evidence.offered import Quoted
from claims.handles import FoundClaim, find_claim
from claims.kinds import Fit
from claims.models import CaptureRow
from claims.typed import reason
from ledger.pen import Pen
from ledger.record import Row, record

_STANDS = (Fit.EXACT, Fit.WHITESPACE)


def add_appearance(
    session: Session, pen: Pen, handle: str, capture: str, seen: Sighted, *, called: str | None = None
) -> None:
    """Note that a public claim appeared in a capture; said again, what is given replaces what was said.

    Without a quote the rated wording is looked for there. `called` is how messages name the capture where
    people don't know it by its handle. Nothing is stored where all of it is said already. Raises
    `BadPublicClaim` where nobody chose the claim as a public one, `QuoteNotFound`, `BadEvidence`,
    `UnknownCapture` or `UnknownClaim`.
    """
    wording = rated(session, handle)
    claim, page = find_claim(session, handle), capture_page(session, capture)
    id = session.scalars(select(CaptureRow.id).where(CaptureRow.number == page.number)).one()
    before = _last(session, claim.id, id)
    quote, fit = _words(page, wording, seen.quote, before, called or page.handle)
    said = {
        "place": _said(seen.place, before.place if before else None),
        "on_date": _said(seen.on_date, before.on_date if before else None),
        "quote": quote,
        "fit": fit,
        "withdrawn_because": None,
    }
    if before is None or any(getattr(before, name) != value for name, value in said.items()):
        _note(session, pen, claim, {"capture_id": id, **said}, action="claim.appeared")


def withdraw_appearance(session: Session, pen: Pen, handle: str, capture: str, *, because: str) -> None:
    """Say that a capture does not show a public claim after all, and why; it stays on record.

    Raises `EmptyReason`, or `BadPublicClaim` where it is no appearance of the claim.
    """
    why = reason(because, "taking back an appearance")
    claim, page = find_claim(session, handle), capture_page(session, capture)
    id = session.scalars(select(CaptureRow.id).where(CaptureRow.number == page.number)).one()
    before = _last(session, claim.id, id)
    if before is None or before.withdrawn_because is not None:
        raise BadPublicClaim(
            f"{page.handle} is no appearance of {claim.handle}; see: factdesk claim show {claim.handle}"
        )
    said = {name: getattr(before, name) for name in ("capture_id", "place", "on_date", "quote", "fit")}
    row = {**said, "withdrawn_because": why}
    _note(session, pen, claim, row, action="claim.appearance_withdrawn")


def rated(session: Session, handle: str) -> str:
    """The wording of a public claim that is rated. Raises `BadPublicClaim` where nobody chose it as one."""
    claim = find_claim(session, handle)
    query = select(PublicClaimRow.wording).where(PublicClaimRow.claim_id == claim.id)
    wording = session.scalar(query.order_by(PublicClaimRow.ordinal.desc()).limit(1))
    if wording is None:
        raise BadPublicClaim(
            f"{claim.handle} is no public claim yet; say whose it is and why it is checked: "
            f'factdesk claim public {claim.handle} --claimant NAME --chosen-because "…"'
        )
    return wording


def _words(
    page: CapturePage, wording: str, quote: str | None, before: AppearanceRow | None, called: str
) -> tuple[str | None, Fit | None]:
    """The words of a capture in which the claim stands there, as they stand, and how they fit."""
    if quote is None and before is not None and before.quote is not None:
        return before.quote, before.fit
    if page.text is None and quote is not None:
        raise BadPublicClaim(
            f"there are no words in {called} ({page.why_no_text or page.reason}); leave out --quote, and say "
            "what is seen there with --place"
        )
    if page.text is None:
        return None, None
    found = (
        anchor(wording, page.text) if quote is None else anchored(page, Quoted(quote=quote), called=called)
    )
    if found is None or found.fit not in _STANDS:
        return None, None
    return page.text[found.start : found.end], found.fit


def _said(now: str | None, before: str | None) -> str | None:
    """What was said now, else what was said before; "" takes it back."""
    return before if now is None else now or None


def _last(session: Session, claim: UUID, capture: UUID) -> AppearanceRow | None:
    query = select(AppearanceRow).where(AppearanceRow.claim_id == claim, AppearanceRow.capture_id == capture)
    return session.scalar(query.order_by(AppearanceRow.ordinal.desc()).limit(1))


def _note(session: Session, pen: Pen, claim: FoundClaim, said: Row, *, action: str) -> None:
    noted = select(func.max(AppearanceRow.ordinal)).where(AppearanceRow.claim_id == claim.id)
    now = pen.clock()
    row = {
        **said,
        "id": pen.new_id(),
        "claim_id": claim.id,
        "ordinal": (session.scalar(noted) or 0) + 1,
        "added_by": pen.actor,
        "known": pen.known,
        "at": now,
    }
    record(session, pen, action=action, subject=claim.handle, rows={AppearanceRow: [row]}, at=now)
