"""Says who wrote a document: as the document says itself, and as somebody at the desk has stated."""

from __future__ import annotations

from claims.judging.people import is_same_person
from claims.pages import DocumentPage
from reports.hidden import shown_name


def author_words(document: DocumentPage) -> str | None:
    """Who wrote the document, with who stated it where it does not say so itself; `None`: nobody said."""
    own = document.metadata.author
    told = [own] if own else []
    if document.purpose:
        stated = [name for name in document.purpose.authors if not is_same_person(name, own or "")]
        if stated:
            told.append(f"{', '.join(stated)}, as stated by {shown_name(document.purpose.by)}")
    return "; ".join(told) or None
