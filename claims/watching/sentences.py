"""Finds the sentence in which words stand. Values in, values out."""

from __future__ import annotations

from claims.reading.record import Span
from claims.reading.sentences import split_sentences


def around(text: str, start: int, end: int) -> Span:
    """The place of the sentence, or the sentences, that hold `text[start:end]`; none crosses a line break."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    held = [(a, b) for a, b in split_sentences(text, first, last) if a < end and b > start]
    return (min(start, held[0][0]), max(end, held[-1][1])) if held else (start, end)
