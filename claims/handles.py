"""Handles: how people name documents and claims, as "belarus-release" and "belarus-release:12"."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import starmap
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.errors import UnknownClaim, UnknownDocument, UnknownStory
from claims.models import ClaimRow, DocumentRow


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim that a handle names."""

    id: UUID
    slug: str
    number: int

    @property
    def handle(self) -> str:
        """The handle in its plain form."""
        return f"{self.slug}:{self.number}"


def find_document(session: Session, slug: str) -> UUID:
    """The key of the document with that slug. Raises `UnknownDocument`."""
    # What a shell hands over need not be text; no slug looks like that.
    found = session.scalar(select(DocumentRow.id).where(DocumentRow.slug == slug)) if slug.isascii() else None
    if found is None:
        known = session.scalars(select(DocumentRow.slug).order_by(DocumentRow.slug)).all()
        raise UnknownDocument(
            f"there is no document {slug!r}{_nearest(slug, known)}; list them with: factdesk document list"
        )
    return found


def find_claim(session: Session, handle: str) -> FoundClaim:
    """The claim that a handle as "article:12" names. Raises `UnknownDocument` or `UnknownClaim`."""
    slug, colon, number = handle.rpartition(":")
    if not colon or not (number.isascii() and number.isdigit()):
        named = slug if colon else handle
        example = named if named and not named.isdigit() else "article"
        raise UnknownClaim(f"{handle!r} names no claim; write SLUG:NUMBER, as in {example}:12")
    document = find_document(session, slug)
    # A number longer than any that SQLite can hold is simply not there.
    wanted = int(number) if len(number) < 19 else 0
    query = select(ClaimRow.id).where(ClaimRow.document_id == document, ClaimRow.number == wanted)
    found = session.scalar(query)
    if found is None:
        last = session.scalar(select(func.max(ClaimRow.number)).where(ClaimRow.document_id == document))
        raise UnknownClaim(
            f"there is no claim {slug}:{number}; the claims of {slug} run from {slug}:1 to {slug}:{last}; "
            f"list them with: factdesk claim list {slug}"
        )
    return FoundClaim(found, slug, wanted)


def handles_of(session: Session, claims: Collection[UUID]) -> dict[UUID, str]:
    """The handles of claims, by their keys."""
    query = select(ClaimRow.id, DocumentRow.slug, ClaimRow.number).join(
        DocumentRow, DocumentRow.id == ClaimRow.document_id
    )
    rows = session.execute(query.where(ClaimRow.id.in_(claims)))
    return {id: f"{slug}:{number}" for id, slug, number in rows}


def find_claims(session: Session, handles: Iterable[str]) -> tuple[FoundClaim, ...]:
    """The claims that some handles name, each once, in one statement for however many.

    Raises `UnknownDocument` or `UnknownClaim` for the first that names none.
    """
    named = list(handles)
    parts = [handle.rpartition(":") for handle in named if handle.isascii()]
    numbers = {int(number) for _, _, number in parts if number.isdigit() and len(number) < 10}
    query = (
        select(ClaimRow.id, DocumentRow.slug, ClaimRow.number)
        .join(DocumentRow, DocumentRow.id == ClaimRow.document_id)
        .where(DocumentRow.slug.in_({slug for slug, _, _ in parts}), ClaimRow.number.in_(numbers))
    )
    known = {found.handle: found for found in starmap(FoundClaim, session.execute(query))}
    found = [known.get(handle) or find_claim(session, handle) for handle in named]
    return tuple({claim.id: claim for claim in found}.values())


def documents_of(session: Session, story: str) -> tuple[str, ...]:
    """The slugs of a story's documents as they were added; none where there is no such story."""
    if not story.isascii():
        return ()
    query = select(DocumentRow.slug).where(DocumentRow.story == story)
    return tuple(session.scalars(query.order_by(DocumentRow.added_at, DocumentRow.id)))


def find_story(session: Session, story: str) -> tuple[str, ...]:
    """The slugs of a story's documents. Raises `UnknownStory` where there are none."""
    if slugs := documents_of(session, story):
        return slugs
    if story.isascii() and (
        inside := session.scalar(select(DocumentRow.story).where(DocumentRow.slug == story))
    ):
        raise UnknownStory(f"{story} is a document of the story {inside}; name that story")
    known = session.scalars(select(DocumentRow.story).distinct().order_by(DocumentRow.story)).all()
    raise UnknownStory(
        f"there is no story {story!r}{_nearest(story, known)}; list them with: factdesk document list"
    )


def story_of(session: Session, slug: str) -> str:
    """The story that a document is in. Raises `UnknownDocument`."""
    return session.get_one(DocumentRow, find_document(session, slug)).story


def _nearest(word: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(word, known, n=1)
    return f" (did you mean {near[0]}?)" if near else ""
