"""Blocks before they have a place: what a reader collects, and how canonical text is made of it.

The canonical text parts paragraphs by a blank line, items and rows by a line end, and cells by
" | ", so that no two figures ever touch.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from sources.blocks import Block, BlockKind, CanonicalText, Cell, Link, Metadata

CELL_GAP = " | "

_WEB = ("http://", "https://")
"""Links that go anywhere else (a script, a place on the page) are not kept."""

_GROUPED_DIGITS = re.compile(r"(?<!\d)\d{1,3}(?:[\xa0\u2009\u202f]\d{3}){1,6}(?!\d)")
_GROUP_GAP = re.compile(r"[\xa0\u2009\u202f]")
_SPACE = re.compile(r"\s+")
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff\ue000]"
)
_KEPT_SPACE = "\ue000"
_TIGHT = {BlockKind.LIST_ITEM, BlockKind.TABLE_HEADER, BlockKind.TABLE_ROW}


@dataclass(frozen=True, slots=True)
class DraftCell:
    """The words of a table cell and of its column's header."""

    text: str
    header: str | None = None


@dataclass(frozen=True, slots=True)
class DraftLink:
    """Words of a block that carry a link, as `[start, end)` within the block."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A block whose place in the canonical text is not yet known. A row's text is made of its cells."""

    kind: BlockKind
    text: str = ""
    level: int = 0
    cells: tuple[DraftCell, ...] = ()
    links: tuple[DraftLink, ...] = ()


class Words:
    """Collects the words of one block run by run, with single blanks between them, and their links."""

    def __init__(self) -> None:
        self._runs: list[str] = []
        self._length = 0
        self._open = True
        self._links: list[DraftLink] = []

    def add(self, run: str, url: str | None = None) -> None:
        """Take in the next run of characters; `url` is where it links to."""
        words = _single_spaced(run)
        if self._open:
            words = words.lstrip(" ")
        if not words:
            return
        start = self._length + len(words) - len(words.lstrip(" "))
        end = self._length + len(words.rstrip(" "))
        if url and start < end:
            self._links.append(DraftLink(start, end, url))
        self._runs.append(words)
        self._length += len(words)
        self._open = words.endswith(" ")

    def draft(self, kind: BlockKind, *, level: int = 0) -> Draft:
        """The block that the words make."""
        return Draft(kind, "".join(self._runs).rstrip(" "), level, links=tuple(self._links))


def table_drafts(rows: Sequence[Sequence[str]], *, headed: bool) -> Iterator[Draft]:
    """The rows of a table, each cell under the words of its column; a `headed` table begins with these."""
    headers = rows[0] if headed else []
    for number, row in enumerate(rows):
        if headed and number == 0:
            yield Draft(BlockKind.TABLE_HEADER, cells=tuple(DraftCell(cell) for cell in row))
        else:
            pairs = zip_longest(row, headers[: len(row)])
            yield Draft(BlockKind.TABLE_ROW, cells=tuple(DraftCell(cell, header) for cell, header in pairs))


def tidy(text: str) -> str:
    """Words with single blanks between them, without control and invisible characters.

    A narrow or no-break blank stays one between the digits of a grouped number ("12 500").
    """
    return _single_spaced(text).strip(" ")


def _single_spaced(text: str) -> str:
    grouped = _GROUPED_DIGITS.sub(_with_kept_gaps, _DROPPED.sub("", text))
    return _SPACE.sub(" ", grouped).replace(_KEPT_SPACE, "\xa0")


def _with_kept_gaps(number: re.Match[str]) -> str:
    return _GROUP_GAP.sub(_KEPT_SPACE, number[0])


def compose(drafts: Iterable[Draft], metadata: Metadata, reader: str) -> CanonicalText:
    """The canonical text that the drafts make, with every block in its place."""
    pieces: list[str] = []
    blocks: list[Block] = []
    links: list[Link] = []
    position = 0
    for draft in drafts:
        words, cells = _row(draft) if draft.cells else (draft.text, ())
        if not words:
            continue
        gap = _gap(blocks[-1].kind, draft.kind) if blocks else ""
        start = position + len(gap)
        blocks.append(
            Block(
                draft.kind,
                start,
                start + len(words),
                draft.level,
                tuple(_moved(cell, start) for cell in cells),
            )
        )
        links += [
            Link(start + link.start, start + link.end, link.url)
            for link in draft.links
            if link.url.startswith(_WEB)
        ]
        pieces += [gap, words]
        position = start + len(words)
    return CanonicalText("".join(pieces), tuple(blocks), metadata, reader, tuple(links))


def _row(draft: Draft) -> tuple[str, tuple[Cell, ...]]:
    words: list[str] = []
    cells: list[Cell] = []
    position = 0
    for cell in draft.cells:
        text = tidy(cell.text)
        if not text:
            continue
        position += len(CELL_GAP) if cells else 0
        cells.append(Cell(position, position + len(text), tidy(cell.header) if cell.header else None))
        words.append(text)
        position += len(text)
    return CELL_GAP.join(words), tuple(cells)


def _moved(cell: Cell, by: int) -> Cell:
    return Cell(cell.start + by, cell.end + by, cell.header)


def _gap(before: BlockKind, after: BlockKind) -> str:
    return "\n" if before in _TIGHT and after in _TIGHT else "\n\n"
