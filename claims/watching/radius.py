"""The blast radius: which claims rest on words that have changed, and which reports printed them."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from claims.appearances.queries import due_again
from claims.handles import documents_of, find_document, handles_of
from claims.judging.policy import Policy
from claims.judging.scope import Scope
from claims.publishing.pages import DueAgain
from claims.publishing.printing import printed_with
from claims.queries import claims_named
from claims.watching.pages import CHANGED, Touched, WatchPage
from claims.watching.rechecking import Watched


def watch_page(session: Session, name: str, watched: Watched, policy: Policy, *, today: date) -> WatchPage:
    """What a watch over `name` found, with everything that it touches, and what is to be checked again."""
    handles = dict.fromkeys(one.claim for one in watched.looked if one.outcome in CHANGED)
    claims = claims_named(session, handles, policy)
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
    return WatchPage(name, watched.looked, watched.not_looked, touched, _due_again(session, name, today))


def _due_again(session: Session, name: str, today: date) -> tuple[DueAgain, ...]:
    slugs = documents_of(session, name) or (name,)
    scope = Scope(documents=tuple(find_document(session, slug) for slug in slugs))
    due = due_again(session, today, scope=scope)
    handles = handles_of(session, due)
    return tuple(DueAgain(handles[claim], since) for claim, since in due.items())
