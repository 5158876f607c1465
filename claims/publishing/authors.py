"""Who wrote a text: those whom somebody named, and those whom its byline names.

Whoever wrote a text does not judge in it. Names are compared as people type them; that two different
names mean one person is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.errors import OwnText
from claims.judging.people import folded, is_same_person
from claims.models import DocumentRow, RevisionRow
from claims.publishing.purpose import purposes_of
from ledger.pen import Pen

_BETWEEN_NAMES = re.compile(r"[,;&/]|\band\b")


def authors_of(session: Session, documents: Collection[UUID]) -> Mapping[UUID, tuple[str, ...]]:
    """By document, who wrote it, in any of its revisions; nobody where neither file nor person says."""
    stated = purposes_of(session, documents)
    found: dict[UUID, list[str]] = {
        document: list(stated[document].authors) if document in stated else [] for document in documents
    }
    query = (
        select(RevisionRow.document_id, RevisionRow.author)
        .where(RevisionRow.document_id.in_(documents))
        .order_by(RevisionRow.document_id, RevisionRow.number)
    )
    for document, byline in session.execute(query):
        found[document] += names_in(byline or "")
    return {document: tuple(dict.fromkeys(names)) for document, names in found.items()}


def folded_authors(session: Session) -> Mapping[str, frozenset[str]]:
    """By the slug of each document, the names of who wrote it, as names are compared."""
    slugs = dict(session.execute(select(DocumentRow.id, DocumentRow.slug)).all())
    named = authors_of(session, slugs)
    return {slugs[document]: frozenset(map(folded, names)) for document, names in named.items()}


def refuse_author(session: Session, pen: Pen, slug: str, document: UUID) -> None:
    """Raise `OwnText` where the pen is in the hand of somebody who wrote the text."""
    if is_among(pen.actor, authors_of(session, [document])[document]):
        raise OwnText(
            f"{pen.actor} wrote {slug}, and who wrote a text neither judges nor signs in it; "
            "let somebody else do it, who says so with --by NAME"
        )


def names_in(byline: str) -> list[str]:
    """The names in a byline such as "Ada Marsh, Ben Cole and Cy Dunn"."""
    return [name for part in _BETWEEN_NAMES.split(byline) if (name := part.strip())]


def is_among(name: str, authors: Iterable[str]) -> bool:
    """Whether a name is that of an author, as far as their spelling tells."""
    return any(is_same_person(name, author) for author in authors)
