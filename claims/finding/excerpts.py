"""The part of a text that shows why it was found: where most of what was looked for stands together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.finding.asked import Span, joined

LONGEST = 240
_LEAD = 60
"""So many characters may stand before the first place that is shown."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of a text from `start` on, with the `spans` in them to be marked; `more` of the text follows."""

    text: str
    start: int
    spans: tuple[Span, ...]
    more: bool


def excerpt(text: str, places: Sequence[Sequence[Span]], *, most: int = LONGEST) -> Excerpt:
    """At most so many characters of a text, around the places at which several things stand in it."""
    if len(text) <= most:
        return Excerpt(text, 0, joined([span for spans in places for span in spans]), more=False)
    start = _blank_before(text, max(0, _best(places, most - _LEAD) - _LEAD))
    end = _blank_after(text, start, start + most)
    inside = [
        (first - start, last - start)
        for spans in places
        for first, last in spans
        if first >= start and last <= end
    ]
    return Excerpt(text[start:end], start, joined(inside), more=end < len(text))


def _best(places: Sequence[Sequence[Span]], wide: int) -> int:
    """Where a stretch begins that has the most of them, the first such; the beginning where there is none."""
    spans = sorted((span, number) for number, found in enumerate(places) for span in found)
    best, most, first = 0, 0, 0
    inside: dict[int, int] = {}
    for (_, end), number in spans:
        inside[number] = inside.get(number, 0) + 1
        while first < len(spans) and end - spans[first][0][0] > wide:
            left = spans[first][1]
            inside[left] -= 1
            if not inside[left]:
                del inside[left]
            first += 1
        if len(inside) > most:
            best, most = spans[first][0][0], len(inside)
    return best


def _blank_before(text: str, at: int) -> int:
    """The beginning of the word at or after a place, unless that is the beginning of the text."""
    if at == 0 or text[at - 1].isspace():
        return at
    blank = text.find(" ", at, at + _LEAD)
    return at if blank < 0 else blank + 1


def _blank_after(text: str, start: int, end: int) -> int:
    """The end of the last word that ends before a place."""
    if end >= len(text) or text[end].isspace():
        return min(end, len(text))
    blank = text.rfind(" ", start, end)
    return end if blank <= start else blank
