"""Which documents of the ledger tell of one event and yet stand in different stories: suggestions.

Grouping is done by `claims/matching/grouping.py`; nothing is stored and nothing is moved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from claims.finding.pages import StoryDocument, SuggestedStory
from claims.matching.grouping import OPENING, NewsDocument, events_of
from claims.models import DocumentRow, RevisionRow


def suggested_stories(session: Session) -> tuple[SuggestedStory, ...]:
    """The events of which documents in several stories tell, in the order in which these were added.

    What is suggested is the story of most of them; of several, that of the first. A text that stands in
    that story as well, under another slug, is left out.
    """
    documents, found = {}, []
    for slug, story, title, file, sha256, opening in session.execute(_present_documents()):
        documents[slug] = StoryDocument(slug, story, title, file, sha256)
        found.append(NewsDocument(slug, opening, title))
    suggested = (_suggested(event.documents, event.reason, documents) for event in events_of(found))
    return tuple(one for one in suggested if one.apart)


def _present_documents() -> Select[Any]:
    """Every document with the title and the beginning of the text that it now has."""
    last = (
        select(RevisionRow.document_id, func.max(RevisionRow.number).label("number"))
        .group_by(RevisionRow.document_id)
        .subquery()
    )
    return (
        select(
            DocumentRow.slug,
            DocumentRow.story,
            RevisionRow.title,
            RevisionRow.file,
            RevisionRow.sha256,
            func.substr(RevisionRow.text, 1, OPENING),
        )
        .join(RevisionRow, RevisionRow.document_id == DocumentRow.id)
        .join(last, (last.c.document_id == DocumentRow.id) & (last.c.number == RevisionRow.number))
        .order_by(DocumentRow.added_at, DocumentRow.id)
    )


def _suggested(slugs: tuple[str, ...], reason: str, documents: Mapping[str, StoryDocument]) -> SuggestedStory:
    told = tuple(documents[slug] for slug in slugs)
    [(story, _)] = Counter(one.story for one in told).most_common(1)
    there = {one.sha256 for one in told if one.story == story}
    kept = tuple(one for one in told if one.story == story or one.sha256 not in there)
    return SuggestedStory(story, reason, kept)
