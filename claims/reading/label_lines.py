"""Lines of labels under a page ("Categories: 15 August 2008, Norland, Floods"): the label and each entry.

They say where a page is filed and state nothing. The words that begin them are in `data/label_lines.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.reading.dates import find_dates
from claims.reading.record import Span
from claims.reading.wordlists import load_words

_LABELS = load_words("label_lines")
_LABEL = re.compile(r"\s{0,20}+(?P<label>[^\W\d_]{1,21}+(?: [^\W\d_]{1,20}+){0,2})\s?:(?=\s{1,20}\S)")
_SEPARATOR = re.compile(r"\s{0,20}+[,;|·•]\s{0,20}")
_LONGEST = 400


def split_label_line(text: str, start: int, end: int) -> list[Span]:
    """The label of the line `text[start:end]` and its entries; nothing where it is an ordinary paragraph.

    A comma or another sign parts entries; where none stands, a date is an entry by itself.
    """
    label = _LABEL.match(text, start, end) if text.find(":", start, start + _LONGEST) >= 0 else None
    if label is None or label["label"].lower() not in _LABELS or end - start > _LONGEST:
        return []
    if text[start:end].rstrip().endswith((".", "!", "?")):
        return []
    return [(label.start("label"), label.end()), *_entries(text, label.end(), end)]


def _entries(text: str, start: int, end: int) -> Iterator[Span]:
    position = start
    for date in find_dates(text, start, end):
        yield from _parted(text, position, date.start)
        sign = _SEPARATOR.match(text, date.end, end)
        position = sign.end() if sign else date.end
        yield date.start, date.start + len(text[date.start : position].rstrip())
    yield from _parted(text, position, end)


def _parted(text: str, start: int, end: int) -> Iterator[Span]:
    """The entries between signs; a sign belongs to the entry before it, as a stop to its sentence."""
    ends = [match.end() for match in _SEPARATOR.finditer(text, start, end)]
    for first, last in zip([start, *ends], [*ends, end], strict=True):
        words = text[first:last]
        if words.strip():
            begin = first + len(words) - len(words.lstrip())
            yield begin, first + len(words.rstrip())
