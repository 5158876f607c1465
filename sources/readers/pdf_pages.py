"""Takes off what belongs to the pages of a PDF: running heads, running feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sources.readers.pdf_lines import Line

_EDGE = 2
"""How many lines at the head and foot of a page may be running lines."""

_FEWEST_PAGES = 2
_LEAST_SHARE = 0.4
_NUMBER = re.compile(r"\d{1,6}")
_PAGE_NUMBER = re.compile(
    r"[-–—\[( ]{0,3}(?:(?:page|p\.|seite|página) ?)?\d{1,4}(?: ?(?:/|of|von|de|sur) ?\d{1,4})?[-–—\]) ]{0,3}",
    re.IGNORECASE,
)


_PRINTED = re.compile(
    r"(?:https?|file)://\S{1,2000} \d{1,4}/\d{1,4}"
    r"|\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}:\d{2}(?: ?[AP]M)?.{0,300}"
)
"""What a browser prints above and below a page: its address, the time of printing."""


def without_running_lines(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page without the heads and feet that recur, and without page numbers."""
    seen = Counter(words for page in pages for words in {_shape(line) for line in _edges(page)})
    often = max(_FEWEST_PAGES, _LEAST_SHARE * len(pages))
    recurring = {words for words, count in seen.items() if count >= often}
    return [[line for line in page if not _runs(line, page, recurring)] for page in pages]


def _edges(page: Sequence[Line]) -> Iterator[Line]:
    """The lines that stand highest and lowest on a page, in whatever order the file holds them."""
    by_height = sorted(page, key=lambda line: line.bottom)
    yield from by_height[:_EDGE]
    yield from by_height[max(_EDGE, len(by_height) - _EDGE) :]


def _runs(line: Line, page: Sequence[Line], recurring: set[str]) -> bool:
    at_edge = line in tuple(_edges(page))
    words = line.text.replace("\t", " ")
    printed = _PAGE_NUMBER.fullmatch(words) or _PRINTED.fullmatch(words)
    return at_edge and (_shape(line) in recurring or printed is not None)


def _shape(line: Line) -> str:
    return _NUMBER.sub("#", line.text)
