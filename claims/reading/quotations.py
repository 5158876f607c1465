"""Finds what stands in quotation marks, block by block.

It pairs the marks and carries an open quotation over to the next paragraph, as newspapers
print it; who is being quoted is for `attribution.py` to find out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from claims.reading.record import Span

_MARK = re.compile("[\"“”„«»‟‘’'`](?:(?<=')'|(?<=`)`|(?<!`))")
"""One set of signs comes first, so that all else is passed over fast."""
_CLOSERS = {
    "“": ("”", '"'),
    "„": ("“", "”", '"'),
    "«": ("»",),
    "»": ("«",),
    "``": ("''",),
    "''": ("''",),
    '"': ('"', "”"),
    "”": ("”",),
    "‟": ("”",),
    "‘": ("’",),
    "'": ("'",),
}
_SINGLE = {"‘": "’", "'": "'"}
_SINGLE_REACH = 2000
_APOSTROPHES = 30
"""So many apostrophes are passed over to find where a quotation in single marks ends."""


class Quotation(NamedTuple):
    """A quotation with its marks. `open` is true where its paragraph ends before it is closed."""

    start: int
    end: int
    open: bool = False


def find_quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The outermost quotations of one block, in order, never overlapping."""
    found: list[Quotation] = []
    opened: re.Match[str] | None = None
    for match in _MARK.finditer(text, start, end):
        if opened is None:
            if _opens(text, match, start, end):
                opened = match
        elif _closes(text, match, opened.group(), end):
            found.append(Quotation(opened.start(), match.end()))
            opened = None
        elif match.group() == opened.group() and _opens(text, match, start, end):
            opened = match
    if opened is not None and opened.group() not in _SINGLE:
        found.append(Quotation(opened.start(), end, open=True))
    return found


def _opens(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """True for a mark with a word behind it and none before it."""
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    if match.group() == "’" or before.isalnum() or after.isspace():
        return False
    if match.group() == "'" and (before in "’'" or not after.isalpha()):
        return False
    close = _SINGLE.get(match.group())
    return close is None or _has_single_close(text, match.end(), end, close)


def _closes(text: str, match: re.Match[str], opener: str, end: int) -> bool:
    """True for a mark that belongs to the opener; a straight one must not stand before a word."""
    mark = match.group()
    if mark not in _CLOSERS[opener]:
        return False
    if opener in _SINGLE:
        return _ends_single(text, match.start(), end)
    return (
        mark not in ('"', "''")
        or text[match.start() - 1].isalnum()
        or not text[match.end() : match.end() + 1].isalnum()
    )


def _has_single_close(text: str, start: int, end: int, close: str) -> bool:
    """True where a closing single mark follows in the block: at a word's end, not in "it’s"."""
    stop = min(end, start + _SINGLE_REACH)
    at = start - 1
    for _ in range(_APOSTROPHES):
        at = text.find(close, at + 1, stop)
        if at == -1:
            return False
        if _ends_single(text, at, end):
            return True
    return False


def _ends_single(text: str, at: int, end: int) -> bool:
    """True for a single mark behind a word or its stop, and not for the one of "the boys’ school"."""
    after = text[at + 1] if at + 1 < end else "."
    if text[at - 1] in ",.!?…" or after in ".,;:)?!\n":
        return not after.isalnum()
    return after == " " and text[at - 1] != "s"


class Quotations:
    """The quotations of a document, to be asked by place."""

    def __init__(self, found: list[Quotation]) -> None:
        self.all = found
        self._ends = [quotation.end for quotation in found]

    def within(self, start: int, end: int) -> list[Quotation]:
        """The quotations that share a character with `[start, end)`, in order."""
        place = bisect_left(self._ends, start + 1)
        found = []
        while place < len(self.all) and self.all[place].start < end:
            found.append(self.all[place])
            place += 1
        return found

    def around(self, span: Span) -> Span:
        """The span, widened to the whole of the quotations that it begins or ends in."""
        start, end = span
        for quotation in self.within(start, end):
            start, end = min(start, quotation.start), max(end, quotation.end)
        return start, end

    def hold(self, span: Span) -> bool:
        """True where the whole span stands in quotation marks."""
        return any(q.start <= span[0] and span[1] <= q.end for q in self.within(*span))
