"""Takes off what belongs to the pages of a PDF: running heads, running feet, page numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from sources.readers.pdf_lines import Line

_EDGE = 2
"""How many lines at the head and foot of a page may be running lines."""

_FEWEST_PAGES = 2
_LEAST_SHARE = 0.4
_COUNTING_SHARE = 0.8
"""Page numbers begin anew with a part of a document, so not every step need fit."""

_NUMBER = re.compile(r"\d{1,6}")
_PAGE_NUMBER = re.compile(
    r"[-–—\[( ]{0,3}(?:(?:page|p\.|seite|página) ?)?\d{1,4}(?: ?(?:/|of|von|de|sur) ?\d{1,4})?[-–—\]) ]{0,3}",
    re.IGNORECASE,
)


_PRINTED = re.compile(
    r"(?:https?|file)://\S{1,2000}+ \d{1,4}/\d{1,4}"
    r"|\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}:\d{2}(?: ?[AP]M)?.{0,300}"
)
"""What a browser prints above and below a page: its address, the time of printing."""


def without_running_lines(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page without the heads and feet that recur, and without page numbers.

    Where nothing else would be left of the document, what recurs is its text and stays.
    """
    edges = [_edges(page) for page in pages]
    recurring = _recurring(
        [[page[place] for place in sorted(edge)] for page, edge in zip(pages, edges, strict=True)]
    )
    for running in (recurring, frozenset[str]()):
        kept = [
            [line for place, line in enumerate(page) if place not in edge or not _runs(line, running)]
            for page, edge in zip(pages, edges, strict=True)
        ]
        if any(kept):
            return kept
    return [list(page) for page in pages]


def _edges(page: Sequence[Line]) -> set[int]:
    """The places of the highest and lowest lines of a page, in whatever order the file holds them."""
    by_height = sorted(range(len(page)), key=lambda place: page[place].bottom)
    return {*by_height[:_EDGE], *by_height[-_EDGE:]}


def _recurring(edges: Sequence[Sequence[Line]]) -> frozenset[str]:
    """The shapes of the lines that recur at the edges of pages, and whose numbers run with the pages."""
    found: dict[str, dict[int, str]] = {}
    for page, lines in enumerate(edges):
        for line in lines:
            found.setdefault(_shape(line), {}).setdefault(page, line.text)
    often = max(_FEWEST_PAGES, _LEAST_SHARE * len(edges))
    return frozenset(shape for shape, seen in found.items() if len(seen) >= often and _counts_pages(seen))


def _counts_pages(seen: Mapping[int, str]) -> bool:
    """Whether the numbers in a line stand still or go up with the pages, as those of the text do not."""
    steps = [
        0 <= int(after) - int(before) <= page - earlier
        for (earlier, words), (page, following) in pairwise(seen.items())
        for before, after in zip(_NUMBER.findall(words), _NUMBER.findall(following), strict=False)
    ]
    return sum(steps) >= _COUNTING_SHARE * len(steps)


def _runs(line: Line, recurring: frozenset[str]) -> bool:
    words = line.text.replace("\t", " ")
    printed = _PAGE_NUMBER.fullmatch(words) or _PRINTED.fullmatch(words)
    return _shape(line) in recurring or printed is not None


def _shape(line: Line) -> str:
    return _NUMBER.sub("#", line.text)
