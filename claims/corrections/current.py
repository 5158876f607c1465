"""One correction as it stands at this moment, with what its claim counts as. It writes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from claims.corrections.counted import counted_as
from claims.corrections.pages import CorrectionPage
from claims.corrections.queries import correction_of, find_correction
from claims.judging.policy import Policy
from claims.queries import claim_page


def correction_page(
    session: Session, handle: str, policy: Policy, *, now: datetime | None = None
) -> CorrectionPage:
    """One correction; while it is open, with what its claim counts as. Raises `UnknownCorrection`."""
    page = correction_of(session, find_correction(session, handle))
    if page.claim is None or not page.is_open:
        return page
    return replace(page, now=counted_as(claim_page(session, page.claim, policy, now=now)))
