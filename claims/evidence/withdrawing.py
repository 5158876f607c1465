"""Withdrawing evidence: it no longer counts, and stays on record with the reason."""

from __future__ import annotations

from sqlalchemy.orm import Session

from claims.errors import AlreadyWithdrawn
from claims.evidence.models import WithdrawalRow
from claims.evidence.queries import evidence_page, find_evidence
from claims.typed import reason
from ledger.pen import Pen
from ledger.record import record


def withdraw(session: Session, pen: Pen, handle: str, *, because: str) -> None:
    """Record that a piece of evidence no longer counts.

    Raises `UnknownEvidence`, `AlreadyWithdrawn` or `EmptyReason`, and then stores nothing.
    """
    id, page = find_evidence(session, handle), evidence_page(session, handle)
    told = reason(because, f"withdrawing {page.handle}")
    if page.withdrawn:
        raise AlreadyWithdrawn(
            f"{page.handle} was withdrawn by {page.withdrawn.by}; see: factdesk evidence show {page.handle}"
        )
    now = pen.clock()
    row = {
        "id": pen.new_id(),
        "evidence_id": id,
        "because": told,
        "withdrawn_by": pen.actor,
        "known": pen.known,
        "at": now,
    }
    record(session, pen, action="evidence.withdraw", subject=page.handle, rows={WithdrawalRow: [row]}, at=now)
