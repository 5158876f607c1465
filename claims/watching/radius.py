"""The blast radius: which claims rest on words that have changed, and which reports printed them."""

from __future__ import annotations

from sqlalchemy.orm import Session

from claims.judging.policy import Policy
from claims.publishing.printing import printed_with
from claims.queries import claim_page
from claims.watching.pages import CHANGED, Touched, WatchPage
from claims.watching.rechecking import Watched


def watch_page(session: Session, name: str, watched: Watched, policy: Policy) -> WatchPage:
    """What a watch over `name` found, with everything that it touches."""
    handles = dict.fromkeys(one.claim for one in watched.looked if one.outcome in CHANGED)
    claims = [claim_page(session, handle, policy) for handle in handles]
    printed = printed_with(session, handles)
    touched = tuple(
        Touched(
            claim.handle,
            claim.text,
            claim.standing.status,
            claim.standing.reason,
            printed.get(claim.handle, ()),
        )
        for claim in claims
    )
    return WatchPage(name, watched.looked, watched.not_looked, touched)
