"""Reads what is at the gate: the documents of a story as they stand, with what nobody has signed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from claims.corrections.queries import open_corrections
from claims.handles import documents_of, find_document, story_of
from claims.judging.policy import Policy
from claims.outcomes.queries import asked_in
from claims.pages import StoryPage
from claims.publishing.furniture import furniture_of
from claims.publishing.gate import Gated, gate
from claims.publishing.pages import GatePage
from claims.queries import document_page, story_page


def gate_page(session: Session, name: str, policy: Policy, *, now: datetime) -> GatePage:
    """What stands in the way of publishing a story, or one document. Raises `UnknownDocument`."""
    return gate(name, *at_the_gate(session, name, policy, now=now), now=now)


def at_the_gate(
    session: Session, name: str, policy: Policy, *, now: datetime
) -> tuple[StoryPage, list[Gated]]:
    """A story, or that of a document, with all its documents as they stand. Raises `UnknownDocument`."""
    story = name if documents_of(session, name) else story_of(session, name)
    documents = [_gated(session, slug, policy, now) for slug in documents_of(session, story)]
    return story_page(session, story), documents


def _gated(session: Session, slug: str, policy: Policy, now: datetime) -> Gated:
    page = document_page(session, slug, policy, now=now)
    unsigned = [furniture.words for furniture in furniture_of(session, slug) if furniture.signed is None]
    return Gated(
        slug,
        page.purpose.purpose if page.purpose else None,
        page.claims,
        tuple(unsigned),
        asked=asked_in(session, find_document(session, slug)),
        corrections=open_corrections(session, [find_document(session, slug)]),
    )
