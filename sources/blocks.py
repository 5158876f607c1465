"""The one shape in which every reader hands over a text: canonical text, blocks, metadata.

Standard library only, so that the pure parts of `claims/` can use it. Offsets count
Unicode code points in `CanonicalText.text`, half open `[start, end)`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class BlockKind(StrEnum):
    """What a stretch of the page is, before anything in it is read."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_HEADER = "table_header"
    TABLE_ROW = "table_row"
    QUOTATION = "quotation"
    CAPTION = "caption"
    BYLINE = "byline"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row, with the words of its column's header (`None`: not known)."""

    start: int
    end: int
    header: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: the words that carry it and where it goes."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a text. Blocks are in order, never overlap, and hold every non-blank character.

    `level` is that of a heading: 1 is the headline of the document, 2 and more are
    section headings, 0 is anything else.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file or page says of itself. `None` means that it does not say.

    `published` and `modified` are ISO 8601 with the precision that was stated
    ("2025", "2025-12", "2025-12-13", or a full time); `language` is an ISO 639-1 code.
    """

    title: str | None = None
    published: str | None = None
    modified: str | None = None
    author: str | None = None
    language: str | None = None
    outlet: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimReview:
    """A verdict that a page publishes in machine-readable form (schema.org ClaimReview).

    `rating` is its name as published ("Mostly false"), `rating_value` its number on the scale from
    `worst_rating` to `best_rating`; `author` is who reviewed, `claimant` who made the claim, and
    `appearances` are addresses at which it was made. `title` is the headline of the review.
    Dates keep the precision that is stated. `None` means that the page does not say.
    """

    claim_reviewed: str | None
    rating: str | None = None
    rating_value: Decimal | None = None
    best_rating: Decimal | None = None
    worst_rating: Decimal | None = None
    author: str | None = None
    url: str | None = None
    review_date: str | None = None
    claimant: str | None = None
    claim_date: str | None = None
    publisher: str | None = None
    title: str | None = None
    language: str | None = None
    appearances: tuple[str, ...] = ()

    def as_record(self) -> dict[str, str | list[str] | None]:
        """The review as plain JSON values; numbers as decimal strings."""
        return {
            "claim_reviewed": self.claim_reviewed,
            "rating": self.rating,
            "rating_value": _plain(self.rating_value),
            "best_rating": _plain(self.best_rating),
            "worst_rating": _plain(self.worst_rating),
            "author": self.author,
            "url": self.url,
            "review_date": self.review_date,
            "claimant": self.claimant,
            "claim_date": self.claim_date,
            "publisher": self.publisher,
            "title": self.title,
            "language": self.language,
            "appearances": list(self.appearances),
        }


@dataclass(frozen=True, slots=True)
class CanonicalText:
    """A text as every later step sees it. `reader` is the reader's name and version, as "html/1"."""

    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata
    reader: str
    links: tuple[Link, ...] = ()
    claim_reviews: tuple[ClaimReview, ...] = ()


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")
