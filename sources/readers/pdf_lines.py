"""The characters of a PDF page put together into lines, by where they stand.

A PDF need not hold blanks or line ends; a gap between two characters is a blank, a wide gap
parts two columns, and a step down begins a line.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

_BLANK_GAP = 0.15
_COLUMN_GAP = 1.0
"""In heights of the line."""

_HYPHEN_MARK = "\x02"
"""What the text layer holds for a hyphen that only parts a word at a line's end."""


class Glyph(NamedTuple):
    """One character and its box, in points from the lower left corner of the page."""

    character: str
    left: float
    right: float
    bottom: float
    top: float


class Line(NamedTuple):
    """One line of a page; tabs in its text part columns."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """The height of its characters, a stand-in for the size of type."""
        return self.top - self.bottom


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines of a page, in the order in which the file holds them."""
    lines: list[Line] = []
    open_line: _OpenLine | None = None
    blank = False
    for glyph in glyphs:
        if glyph.character.isspace() or glyph.character == "\x00":
            blank = blank or glyph.character not in "\r\n"
            continue
        if open_line and open_line.goes_on_with(glyph):
            open_line.add(glyph, blank=blank)
        else:
            if open_line:
                lines.append(open_line.closed())
            open_line = _OpenLine(glyph)
        blank = False
    if open_line:
        lines.append(open_line.closed())
    return lines


class _OpenLine:
    """A line that is still being put together."""

    def __init__(self, first: Glyph) -> None:
        self._characters = [first.character]
        self._left, self._right = first.left, first.right
        self._bottom, self._top = first.bottom, first.top

    def goes_on_with(self, glyph: Glyph) -> bool:
        """Whether a character stands on this line, to the right of what it holds."""
        middle = (glyph.bottom + glyph.top) / 2
        back = self._right - glyph.left
        return self._bottom <= middle <= self._top and back < self._height

    def add(self, glyph: Glyph, *, blank: bool) -> None:
        """Take in the next character; `blank` says whether the file has a blank before it."""
        gap = glyph.left - self._right
        if gap > _COLUMN_GAP * self._height:
            self._characters.append("\t")
        elif blank or gap > _BLANK_GAP * self._height:
            self._characters.append(" ")
        self._characters.append(glyph.character)
        self._right = max(self._right, glyph.right)

    def closed(self) -> Line:
        """The line; pairs of surrogates become the characters that they stand for."""
        units = "".join(self._characters).encode("utf-16-le", errors="surrogatepass")
        text = units.decode("utf-16-le", errors="ignore").replace(_HYPHEN_MARK, "-")
        return Line(text, self._left, self._right, self._bottom, self._top)

    @property
    def _height(self) -> float:
        return max(self._top - self._bottom, 1.0)
