"""Says who wrote a document: as the document says itself, and as somebody at the desk has stated."""

from __future__ import annotations

from claims.pages import DocumentPage
from reports.hidden import shown_name


def author_words(document: DocumentPage) -> str | None:
    """Who wrote the document, with who stated it where it does not say so itself; `None`: nobody said."""
    own = document.metadata.author
    told = [own] if own else []
    if document.purpose:
        known = {" ".join((own or "").split()).casefold()}
        stated = [name for name in document.purpose.authors if " ".join(name.split()).casefold() not in known]
        if stated:
            told.append(f"{', '.join(stated)}, as stated by {shown_name(document.purpose.by)}")
    return "; ".join(told) or None
