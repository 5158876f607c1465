"""Finds what stands in quotation marks, block by block.

It pairs the marks and carries an open quotation over to the next paragraph, as newspapers
print it; who is being quoted is for `attribution.py` to find out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from claims.reading.record import Span

_MARK = re.compile("[\"“”„«»‟]|''|``|[‘’]")
_OPENERS = {"“": "”", "„": "“”", "«": "»", "``": "''", "‘": "’"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks. `open` is true where its paragraph ends before it is closed."""

    start: int
    end: int
    open: bool = False


def find_quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The outermost quotations of one block, in order, never overlapping."""
    found: list[Quotation] = []
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(text, start, end):
        mark = match.group()
        if opened is None:
            if _opens(text, match, start, end):
                opened = (match.start(), mark)
        elif _closes(text, match, opened[1], end):
            found.append(Quotation(opened[0], match.end()))
            opened = None
    if opened is not None and opened[1] not in "‘'":
        found.append(Quotation(opened[0], end, open=True))
    return found


def _opens(text: str, match: re.Match[str], start: int, end: int) -> bool:
    mark = match.group()
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    if mark == "’" or (mark in "”»" and before.isalnum()):
        return False
    if mark == "‘":
        return not before.isalnum() and _has_single_close(text, match.end(), end)
    return not after.isspace() and not (before.isalnum() and not after.isalnum())


def _has_single_close(text: str, start: int, end: int) -> bool:
    """True where a closing single mark stands before the block ends: at a word's end, not in "it’s"."""
    stop = min(end, start + 2000)
    at = text.find("’", start, stop)
    while at != -1:
        if _ends_single(text, at, end):
            return True
        at = text.find("’", at + 1, stop)
    return False


def _ends_single(text: str, at: int, end: int) -> bool:
    after = text[at + 1] if at + 1 < end else " "
    return not after.isalnum() and (text[at - 1] in ",.!?…" or after in " ,.;:)\n")


def _closes(text: str, match: re.Match[str], opener: str, end: int) -> bool:
    mark = match.group()
    if opener == "‘":
        return mark == "’" and _ends_single(text, match.start(), end)
    if opener in _OPENERS:
        return mark in _OPENERS[opener]
    return mark == opener or (opener == '"' and mark == "”") or (opener == "”" and mark == "”")


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
