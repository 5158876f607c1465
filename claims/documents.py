"""Adding documents: what was read in a file becomes rows and one event.

Actions only; they take a session and a pen and never commit. Reading happens before.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import PurePath
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.errors import BadSlug, SlugTaken, StoryTaken
from claims.handles import documents_of
from claims.models import (
    AttributionRow,
    ClaimRow,
    DocumentRow,
    FigureRow,
    ListedSourceRow,
    PlacementRow,
    RevisionRow,
)
from claims.reading import RULES
from claims.reading.record import Reading, Statement
from claims.reconcile.record import Item
from ledger.base import Base
from ledger.pen import Pen
from ledger.record import record

CONTEXT = 32
"""How many characters before and after a claim are kept, to find it again."""

LONGEST_SLUG = 80

Row = dict[str, object]
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
            f"{offered.slug} is known already, with other words; to check this text beside it, name it with "
            f"--slug OTHER-NAME (revising a document, document revise, comes with a later version)"
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
    reading = offered.reading
    document, revision = pen.new_id(), pen.new_id()
    rows: dict[type[Base], list[Row]] = {
        DocumentRow: [{"id": document, "slug": offered.slug, "story": offered.story_name, "added_at": now}],
        RevisionRow: [_revision(offered, revision, document) | {"added_at": now}],
        ClaimRow: [],
        PlacementRow: [],
        FigureRow: [],
        AttributionRow: [],
        ListedSourceRow: [
            {"id": pen.new_id(), "revision_id": revision, **asdict(source)} for source in reading.sources
        ],
    }
    for number, statement in enumerate(reading.statements, 1):
        claim, placement = pen.new_id(), pen.new_id()
        rows[ClaimRow].append({"id": claim, "document_id": document, "number": number})
        rows[PlacementRow].append(
            {"id": placement, "claim_id": claim, "revision_id": revision, **_placement(reading, statement)}
        )
        rows[FigureRow].extend(_figures(pen, placement, statement, len(rows[FigureRow])))
        rows[AttributionRow].extend(_attributions(pen, placement, statement, len(rows[AttributionRow])))
    return rows


def _revision(offered: Offer, id: UUID, document: UUID) -> Row:
    reading, metadata = offered.reading, offered.reading.source.metadata
    return {
        "id": id,
        "document_id": document,
        "number": 1,
        "file": offered.file,
        "sha256": offered.sha256,
        "text": reading.source.text,
        "title": reading.title,
        "language": reading.language,
        "published": metadata.published,
        "modified": metadata.modified,
        "author": metadata.author,
        "outlet": metadata.outlet,
        "url": metadata.url,
        "blocks": [_block(block) for block in reading.source.blocks],
        "links": [asdict(link) for link in reading.source.links],
        "furniture": [list(span) for span in reading.furniture],
        "reader": reading.source.reader,
        "rules": RULES,
    }


def _block(block: Any) -> Row:
    return {**asdict(block), "kind": block.kind.value, "cells": [asdict(cell) for cell in block.cells]}


def _placement(reading: Reading, statement: Statement) -> Row:
    text = reading.source.text
    return {
        "start": statement.start,
        "end": statement.end,
        "quote": text[statement.start : statement.end],
        "prefix": text[max(0, statement.start - CONTEXT) : statement.start],
        "suffix": text[statement.end : statement.end + CONTEXT],
        "kind": statement.kind,
        "section": statement.section,
        "checkable": statement.checkable,
        "why_not": statement.why_not,
        "reported_unconfirmed": statement.reported_unconfirmed,
        "hedges": [hedge.as_record() for hedge in statement.hedges],
    }


def _figures(pen: Pen, placement: UUID, statement: Statement, first: int) -> Iterator[Row]:
    for ordinal, figure in enumerate(statement.figures, first):
        yield {
            **asdict(figure),
            "id": pen.new_id(),
            "placement_id": placement,
            "ordinal": ordinal,
        }


def _attributions(pen: Pen, placement: UUID, statement: Statement, first: int) -> Iterator[Row]:
    for ordinal, attribution in enumerate(statement.attributions, first):
        yield {
            **attribution.as_record(),
            "id": pen.new_id(),
            "placement_id": placement,
            "ordinal": ordinal,
        }
