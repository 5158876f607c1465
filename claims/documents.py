"""Adding documents: what was read in a file becomes rows and one event.

Actions only; they take a session and a pen and never commit. Reading happens before.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.errors import BadSlug, SlugTaken, StoryTaken
from claims.handles import documents_of
from claims.models import ClaimRow, DocumentRow, RevisionRow
from claims.reading.record import Reading
from claims.reconcile.record import Item
from claims.stored import PlacedStatement
from claims.storing import revision_rows
from ledger.base import Base
from ledger.pen import Pen
from ledger.record import record

LONGEST_SLUG = 80

Rows = Mapping[type[Base], Sequence[Mapping[str, object]]]


@dataclass(frozen=True, slots=True)
class Offer:
    """A text that somebody wants checked: what was read in it, and where it came from.

    `story` is `None` where nobody named one; the document then starts one of its own.
    """

    reading: Reading
    sha256: str
    file: str
    slug: str
    story: str | None

    @property
    def story_name(self) -> str:
        """The story that the document stands in, or will."""
        return self.story or self.slug

    @property
    def origin(self) -> Mapping[str, object]:
        """What a revision keeps of where the text came from."""
        return {"file": self.file, "sha256": self.sha256}

    @property
    def item(self) -> Item:
        """The text as reconciling takes it."""
        metadata = self.reading.source.metadata
        return Item(self.slug, self.reading.comparable, metadata.outlet, metadata.url, metadata.published)


def offer(
    reading: Reading, *, sha256: str, file: str, slug: str | None = None, story: str | None = None
) -> Offer:
    """Name a text: by `slug`, else by the file's stem, else by its title; its story is its own unless told.

    Raises `BadSlug` where a slug or story can't be used, or nothing is there to name the text by.
    """
    stem = "" if file == "-" else PurePath(file).stem
    named = usable_name(slug) if slug is not None else slug_of(stem) or slug_of(reading.title or "")
    if not named:
        raise BadSlug(f"nothing to name {file!r} by; give it a name with --slug NAME")
    return Offer(reading, sha256, file, named, usable_name(story) if story is not None else None)


def slug_of(words: str) -> str:
    """Words as a slug: lower-case letters, digits and hyphens, cut at a word; empty where nothing is left."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return slug if len(slug) <= LONGEST_SLUG else slug[: LONGEST_SLUG + 1].rsplit("-", 1)[0][:LONGEST_SLUG]


def usable_name(slug: str) -> str:
    """The name of a document or story, as it may be used. Raises `BadSlug`."""
    if not slug or slug != slug_of(slug):
        usable = slug_of(slug)
        hint = f", as in {usable}" if usable else ""
        raise BadSlug(f"{slug!r} can't be a slug: lower-case letters, digits and hyphens only{hint}")
    return slug


def is_known(session: Session, offered: Offer) -> bool:
    """Whether the very same bytes are there under this slug already.

    Raises `SlugTaken` where other bytes are, and `StoryTaken` where the document is in another story.
    """
    query = (
        select(DocumentRow.story, RevisionRow.sha256)
        .join(RevisionRow, RevisionRow.document_id == DocumentRow.id)
        .where(DocumentRow.slug == offered.slug)
        .order_by(RevisionRow.number.desc())
        .limit(1)
    )
    found = session.execute(query).one_or_none()
    if found is None:
        _refuse_foreign_story(session, offered)
        return False
    if found.sha256 != offered.sha256:
        raise SlugTaken(
            f"{offered.slug} is known already, with other words; if this is its next version: "
            f"factdesk document revise {offered.slug} FILE; to check it beside the other, "
            "name it with --slug OTHER-NAME"
        )
    if offered.story not in (found.story, None):
        raise StoryTaken(f"{offered.slug} is in the story {found.story} and stays there; leave out --story")
    return True


def _refuse_foreign_story(session: Session, offered: Offer) -> None:
    """A document that nobody put into a story must not slip into one that happens to have its name."""
    if offered.story is None and documents_of(session, offered.slug):
        raise StoryTaken(
            f"there is a story {offered.slug} of other documents; join it with --story {offered.slug}, "
            "or name this text with --slug OTHER-NAME"
        )


def add(session: Session, pen: Pen, offered: Offer) -> None:
    """Store a document, its first revision, its claims and what was read in them, as one event."""
    now = pen.clock()
    rows = _rows(offered, pen, now)
    record(session, pen, action="document.add", subject=offered.slug, rows=rows, at=now)


def _rows(offered: Offer, pen: Pen, now: datetime) -> Rows:
    document = pen.new_id()
    placed = [
        PlacedStatement(pen.new_id(), pen.new_id(), number, offered.reading.quote(statement), statement)
        for number, statement in enumerate(offered.reading.statements, 1)
    ]
    return {
        DocumentRow: [{"id": document, "slug": offered.slug, "story": offered.story_name, "added_at": now}],
        ClaimRow: [{"id": one.claim, "document_id": document, "number": one.number} for one in placed],
        **revision_rows(
            pen,
            offered.reading,
            placed,
            {"id": pen.new_id(), "document_id": document, "number": 1, **offered.origin, "added_at": now},
        ),
    }
