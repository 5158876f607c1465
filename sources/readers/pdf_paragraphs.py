"""Lines of PDF pages put together into plain text with a blank line between paragraphs.

A line goes on with the one before if it stands at the usual distance, in the same size, under
the same edge, and its first word would not have fitted on the line above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sources.readers.pdf_lines import Line

_BULLET = re.compile(r"[•‣◦▪●○■□∙·⁃–*-]\s|\(?(?:\d{1,3}|[a-z])[.)]\s", re.IGNORECASE)
_HYPHENATED = re.compile(r"[^\W\d_][-\u2010\xad]$")
_WORD = re.compile(r"[\w’'-]+")
_STOPS = (".", "!", "?", ":", "”", '"', "’")
_FARTHEST = 3.0
_SIZE_STEP = 1.12
_LEADING_STEP = 1.3
_ROW_STEP = 1.8
"""Rows of a table, lines of an address, stand further apart than those of a paragraph."""

_SHORT = 0.8
_LONGEST_WORD = 200


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of a page, how far they reach, and the document's usual step from line to line.

    The step is in heights of the line below.
    """

    lines: Sequence[Line]
    right: float
    step: float


def as_text(pages: Sequence[Sequence[Line]]) -> str:
    """The text of all pages: one line a paragraph, tight lines that were not wrapped kept apart."""
    words = frozenset(word.casefold() for page in pages for line in page for word in _WORD.findall(line.text))
    step = _usual_step(pages)
    text: list[str] = []
    open_end = False
    for lines in pages:
        page = _Page(lines, max((line.right for line in lines), default=0.0), step)
        for number, (gap, paragraph) in enumerate(_paragraphs(page)):
            joined = _joined(paragraph, words)
            if number == 0 and open_end and joined[:1].islower():
                text[-1], *rest = _parts(text[-1], joined, words)
                text += rest
                continue
            text += [gap, joined] if text else [joined]
        open_end = bool(text) and not text[-1].endswith(_STOPS)
    return "".join(text)


def _usual_step(pages: Sequence[Sequence[Line]]) -> float:
    """The step from line to line inside paragraphs: a low one among all, for those between are longer."""
    pairs = (pair for lines in pages for pair in pairwise(lines))
    steps = sorted((above.bottom - below.bottom) / max(below.height, 1.0) for above, below in pairs)
    close = [step for step in steps if 0.5 < step < _FARTHEST]
    return close[len(close) // 4] if close else 1.0


def _paragraphs(page: _Page) -> Iterator[tuple[str, list[Line]]]:
    """The paragraphs of a page, each with what stands before it: a blank line or a line end."""
    paragraph: list[Line] = []
    gap = "\n\n"
    for line in page.lines:
        if paragraph:
            apart = _stands_apart(page, paragraph[-1], line)
            if not apart and _goes_on(page, paragraph, line):
                paragraph.append(line)
                continue
            yield gap, paragraph
            gap = "\n\n" if apart else "\n"
        paragraph = [line]
    if paragraph:
        yield gap, paragraph


def _stands_apart(page: _Page, above: Line, line: Line) -> bool:
    """Whether space or another size of type sets a line off from the one above."""
    larger, smaller = max(above.height, line.height), min(above.height, line.height)
    if larger > _SIZE_STEP * smaller:
        return True
    step = above.bottom - line.bottom
    short = all(each.right < _SHORT * page.right and not each.text.endswith(_STOPS) for each in (above, line))
    most = _ROW_STEP if short else _LEADING_STEP
    return not 0 < step < most * page.step * line.height


def _goes_on(page: _Page, paragraph: list[Line], line: Line) -> bool:
    """Whether a line was begun only because the one above was full."""
    above, first = paragraph[-1], paragraph[0]
    if "\t" in above.text or "\t" in line.text or _BULLET.match(line.text):
        return False
    if _HYPHENATED.search(above.text) and line.text[:1].islower():
        return True
    indent = line.left - above.left
    hanging = len(paragraph) == 1 and (_BULLET.match(first.text) or indent < 0)
    if abs(indent) > 0.8 * line.height and not hanging:
        return False
    word = line.text.split(" ", 1)[0]
    width = len(word) * (line.right - line.left) / max(len(line.text), 1)
    return above.right + width > page.right - 0.5 * line.height


def _joined(paragraph: Sequence[Line], words: frozenset[str]) -> str:
    text = [paragraph[0].text]
    for line in paragraph[1:]:
        text[-1:] = _parts(text[-1], line.text, words)
    return "".join(text)


def _parts(text: str, following: str, words: frozenset[str]) -> tuple[str, str]:
    """Two lines that make one, so that only the last one of many is looked at again.

    A hyphen between them stays if the document has the word with it elsewhere.
    """
    if not _HYPHENATED.search(text, max(0, len(text) - 2)) or not following[:1].islower():
        return text, f" {following}"
    last = _WORD.findall(text[-_LONGEST_WORD:])
    first, second = last[-1].rstrip("-"), _WORD.match(following)
    whole = f"{first}-{second[0] if second else ''}".casefold()
    return (f"{text[:-1]}-" if whole in words else text[:-1]), following
