"""The blast radius: which claims rest on words that have changed, and which reports printed them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from claims.handle_parts import slug_in
from claims.judging.policy import Policy
from claims.pages import ClaimPage
from claims.publishing.pages import PrintedPage
from claims.publishing.printing import printed_reports
from claims.queries import claim_page
from claims.watching.pages import CHANGED, InReport, Touched, WatchPage
from claims.watching.rechecking import Watched


def watch_page(session: Session, name: str, watched: Watched, policy: Policy) -> WatchPage:
    """What a watch over `name` found, with everything that it touches."""
    handles = dict.fromkeys(one.claim for one in watched.looked if one.outcome in CHANGED)
    claims = [claim_page(session, handle, policy) for handle in handles]
    printed = printed_reports(session, {slug_in(claim.handle) for claim in claims})
    touched = tuple(
        Touched(
            claim.handle,
            claim.text,
            claim.standing.status,
            claim.standing.reason,
            _in_reports(claim, printed.get(slug_in(claim.handle), ())),
        )
        for claim in claims
    )
    return WatchPage(name, watched.looked, watched.not_looked, touched)


def _in_reports(claim: ClaimPage, printed: Sequence[PrintedPage]) -> tuple[InReport, ...]:
    """The reports that printed a claim; one that was printed again with the same status counts once."""
    found: dict[tuple[object, ...], InReport] = {}
    for page in printed:
        if (status := page.statuses.get(claim.handle)) is not None:
            found[page.file, page.form, status] = InReport(page.file, page.form, status, page.at)
    return tuple(found.values())
