"""The document laid out as the article that it was, with every claim marked where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from reports.views.basic import Chip, Link, VerdictView


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words inside a claim; `css` marks a figure or a hedge."""

    text: str
    css: str | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of an article: a claim, or words that belong to none.

    `anchor` is set where the claim begins, and `number` where it ends. `furniture` marks words
    of the page that are no part of the article.
    """

    pieces: tuple[Piece, ...]
    furniture: bool = False
    chip: Chip | None = None
    href: str | None = None
    anchor: str | None = None
    number: str | None = None
    title: str | None = None
    standing_out: bool = False


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell of a table, with the words of its column's header."""

    label: str | None
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A word in the margin of the article about a claim that stands out."""

    claim: Link
    verdicts: tuple[VerdictView, ...]
    marks: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class BlockView:
    """One block of the article. `heads` marks a table's header row."""

    stretches: tuple[Stretch, ...]
    cells: tuple[CellView, ...] = ()
    heads: bool = False


@dataclass(frozen=True, slots=True)
class RunView:
    """Neighbouring blocks that are laid out as one: a list, a table, a quotation, or a single block."""

    layout: str
    blocks: tuple[BlockView, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """The document as the article that it was; `language` is `None` where it is not known."""

    language: str | None
    runs: tuple[RunView, ...]
