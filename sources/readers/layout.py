"""The shapes that plain text is laid out in: paragraphs, hard-wrapped lines, list items, tables.

Works on a text as it stands and gives pieces with their places in it; what part a piece
plays (headline, quotation, furniture) is for `roles`. Nothing is changed or dropped here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from sources.blocks import Cell
from sources.readers.tables import Row, find_rows, lost_columns

_LINE_BREAK = re.compile(r"[\n\r\f\v\x85\u2028\u2029](?:(?<=\r)\n)?")
"""One set of signs comes first, so that all else is passed over fast."""

_MARKER = re.compile(
    r"(?P<bullet>[•‣◦▪●○■□∙·⁃*–+-])[ \t\xa0]+(?=\S)"
    r"|\(?(?P<number>\d{1,3})[.)][ \t\xa0]+(?=\S)"
    r"|\(?(?P<letter>[a-zA-Z])[.)][ \t\xa0]+(?=\S)"
)
_SURE_BULLETS = frozenset("•‣◦▪●○■□∙⁃*-")
_WORD_START = re.compile(r"\S{1,40}")
_UNDERLINE = re.compile(r"={3,}|-{3,}")

_NARROWEST_WRAP, _WIDEST_WRAP = 40, 120
_FEWEST_WRAPS, _WRAPPED_SHARE = 2, 0.6
_RAGGED = 12
"""How many columns short of the width a wrapped line may end."""


class Shape(StrEnum):
    """What a piece of plain text looks like."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    NUMBERED_ITEM = "numbered item"
    UNDERLINED = "underlined"
    CAPTION = "caption"
    HEADER_ROW = "header row"
    ROW = "row"
    MARKER = "marker"
    HEADING = "heading"
    QUOTATION = "quotation"
    BYLINE = "byline"


class Line(NamedTuple):
    """One line without the blanks at its ends; a blank line has `start == end`."""

    start: int
    end: int
    indent: int
    marker: int = 0
    numbered: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing stands on the line."""
        return self.start == self.end

    @property
    def length(self) -> int:
        """How many columns the line reaches, its indent counted."""
        return self.indent + self.end - self.start


class Piece(NamedTuple):
    """A stretch of text of one shape, and whether a blank line (or nothing) stands above and below it."""

    shape: Shape
    start: int
    end: int
    above: bool = False
    below: bool = False
    cells: tuple[Cell, ...] = ()


def lay_out(text: str, *, wrapped: bool = True) -> list[Piece]:
    """The pieces of a text, in order; together they hold every character that is not blank.

    `wrapped` says whether lines may have been broken to fit a width.
    """
    lines = _with_markers(text, list(_lines(text)))
    width = _wrap_width(text, lines) if wrapped else 0
    pieces: list[Piece] = []
    for number, chunk in enumerate(_chunks(lines)):
        pieces += _lay_out_chunk(text, chunk, width, first=number == 0)
    return pieces


def _lines(text: str) -> Iterator[Line]:
    position = 0
    breaks = [(match.start(), match.end()) for match in _LINE_BREAK.finditer(text)]
    for end, following in [*breaks, (len(text), len(text))]:
        raw = text[position:end]
        body = raw.strip()
        indent = len(raw) - len(raw.lstrip())
        start = position + indent if body else position
        yield Line(start, start + len(body), indent)
        position = following


def _chunks(lines: list[Line]) -> Iterator[list[Line]]:
    chunk: list[Line] = []
    for line in lines:
        if not line.blank:
            chunk.append(line)
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _with_markers(text: str, lines: list[Line]) -> list[Line]:
    """The lines, with the length of the list marker that each begins with.

    A dash, number or letter can begin a sentence as well ("A. Smith said"); it is a marker
    only next to another of its list.
    """
    candidates = [
        (place, match)
        for place, line in enumerate(lines)
        if (match := _MARKER.match(text, line.start, line.end))
    ]
    marked = list(lines)
    for index, (place, match) in enumerate(candidates):
        neighbours = [candidates[i][1] for i in (index - 1, index + 1) if 0 <= i < len(candidates)]
        sure = match["bullet"] in _SURE_BULLETS and len(lines) > 1
        if sure or any(_same_list(match, other) for other in neighbours):
            marked[place] = lines[place]._replace(
                marker=match.end() - match.start(), numbered=bool(match["number"])
            )
    return marked


def _same_list(a: re.Match[str], b: re.Match[str]) -> bool:
    if a["bullet"] or b["bullet"]:
        return a["bullet"] == b["bullet"]
    if a["number"] and b["number"]:
        return abs(int(a["number"]) - int(b["number"])) == 1
    if a["letter"] and b["letter"]:
        return abs(ord(a["letter"]) - ord(b["letter"])) == 1
    return False


def _wrap_width(text: str, lines: list[Line]) -> int:
    """The column at which the text was wrapped by hand or machine; 0 where it was not.

    A text that has paragraphs on single lines was not, however its other lines look.
    """
    width = max((line.length for line in lines if " " in text[line.start : line.end]), default=0)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    pairs = [
        (line, following)
        for line, following in pairwise(lines)
        if not line.blank and not following.blank and not following.marker
    ]
    full = sum(_is_full(text, line, following, width - _RAGGED) for line, following in pairs)
    return width if full >= max(_FEWEST_WRAPS, _WRAPPED_SHARE * len(pairs)) else 0


def _is_full(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    word = _WORD_START.match(text, following.start, following.end)
    return line.length + 1 + (len(word[0]) if word else 0) > width


def _lay_out_chunk(text: str, chunk: list[Line], width: int, *, first: bool) -> list[Piece]:
    spans = [(line.start, line.end) for line in chunk]
    if not any(line.marker for line in chunk):
        rows = find_rows(text, spans)
        if not rows and not first and not width:
            rows = lost_columns(text, spans)
        if rows:
            return _lay_out_rows(text, chunk, rows, width)
    return _lay_out_running(text, chunk, width)


def _lay_out_rows(text: str, chunk: list[Line], rows: list[Row], width: int) -> list[Piece]:
    """A chunk that holds a table: what stands above and below it, and its rows."""
    above, below = chunk[: rows[0].line], chunk[rows[-1].line + 1 :]
    pieces = _lay_out_running(text, above, width)
    if len(pieces) == 1 and text[pieces[0].end - 1] not in ".!?":
        pieces = [pieces[0]._replace(shape=Shape.CAPTION)]
    for row in rows:
        line = chunk[row.line]
        shape = Shape.MARKER if row.rule else Shape.HEADER_ROW if row.header else Shape.ROW
        pieces.append(Piece(shape, line.start, line.end, cells=row.cells))
    return pieces + _lay_out_running(text, below, width)


def _lay_out_running(text: str, chunk: list[Line], width: int) -> list[Piece]:
    """Lines without columns: joined where they were wrapped, parted at list markers."""
    groups = list(_joined(text, chunk, width))
    pieces: list[Piece] = []
    for group in groups:
        line, end = group[0], group[-1].end
        body = line.start + line.marker
        above, below = group is groups[0], group is groups[-1]
        if line.marker:
            pieces.append(Piece(Shape.MARKER, line.start, _trimmed_end(text, line.start, body)))
            pieces.append(
                Piece(Shape.NUMBERED_ITEM if line.numbered else Shape.ITEM, body, end, above, below)
            )
        elif _has_words(text, line.start, end):
            pieces.append(Piece(Shape.PARAGRAPH, line.start, end, above, below))
        else:
            if pieces and _UNDERLINE.fullmatch(text, line.start, end):
                pieces[-1] = pieces[-1]._replace(shape=Shape.UNDERLINED)
            pieces.append(Piece(Shape.MARKER, line.start, end))
    return pieces


def _joined(text: str, chunk: list[Line], width: int) -> Iterator[list[Line]]:
    """Lines in the groups that were one line before they were wrapped."""
    group: list[Line] = []
    for line in chunk:
        if group and _continues(text, group, line, width):
            group.append(line)
            continue
        if group:
            yield group
        group = [line]
    if group:
        yield group


def _continues(text: str, group: list[Line], line: Line, width: int) -> bool:
    """Whether a line goes on with what the lines before it began."""
    if line.marker or not _has_words(text, line.start, line.end):
        return False
    previous = group[-1]
    if group[0].marker and line.indent > group[0].indent:
        return True
    goes_on = text[line.start].islower() and text[previous.end - 1] not in ".!?:;"
    if goes_on and previous.length >= _NARROWEST_WRAP:
        return True
    return bool(width) and _is_full(text, previous, line, width - _RAGGED)


def _has_words(text: str, start: int, end: int) -> bool:
    return any(character.isalnum() for character in text[start:end])


def _trimmed_end(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
