"""Finds a quote in the text that it is said to be from: as it stands, but for layout, altered, or gone.

Values in, values out. A quote is kept only where it stands letter for letter once the layout is taken
away; how near another passage comes is told to a person and keeps nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.anchoring.edges import cuts
from claims.anchoring.folding import folded
from claims.anchoring.nearest import Change, Passage, nearest
from claims.kinds import Fit

_MOST_COMPARED = 10_000_000
_MOST_PLACES = 1_000


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a quote stands in a text, and how it fits; without a place where it is gone.

    `difference` says of an altered quote what stands on the page in place of its words, in order.
    """

    fit: Fit
    start: int | None = None
    end: int | None = None
    difference: tuple[Change, ...] = ()


def anchor(quote: str, text: str, *, prefix: str = "", suffix: str = "", near: int = 0) -> Anchor:
    """Find a quote in a text.

    Where it stands in several places, `prefix` and `suffix`, the words that once stood around it, decide,
    then the place that is nearest to `near`, then the first. A quote without a letter or digit is gone.
    """
    words = quote.strip()
    if not any(map(str.isalnum, words)):
        return Anchor(Fit.GONE)
    around = _Around(text, prefix, suffix, near)
    if exact := list(_whole(_places(words, text), text)):
        return Anchor(Fit.EXACT, *max(exact, key=around.likeness))
    asked, page = folded(words), folded(text)
    found = (page.span(start, end) for start, end in _places(asked.text, page.text))
    if alike := list(_whole(found, text)):
        return Anchor(Fit.WHITESPACE, *max(alike, key=around.likeness))
    passage = nearest(asked, page)
    return _altered(passage, text) if passage else Anchor(Fit.GONE)


def _altered(passage: Passage, text: str) -> Anchor:
    """The passage with the whole of its first and last word or number, of which a quote may have a part."""
    start, end = passage.start, passage.end
    while cuts(text, start):
        start -= 1
    while cuts(text, end):
        end += 1
    before = Change("", text[start : passage.start])
    behind = Change("", text[passage.end : end])
    changes = (before, *passage.changes, behind)
    return Anchor(Fit.ALTERED, start, end, tuple(one for one in changes if one.quote or one.page))


@dataclass(frozen=True, slots=True)
class _Around:
    """What is known of where a quote used to stand."""

    text: str
    prefix: str
    suffix: str
    near: int

    def likeness(self, place: tuple[int, int]) -> tuple[int, int, int]:
        """How well a place fits it; a higher one fits better."""
        start, end = place
        before = self.text[max(0, start - len(self.prefix)) : start]
        behind = self.text[end : end + len(self.suffix)]
        around = _shared(before[::-1], self.prefix[::-1]) + _shared(behind, self.suffix)
        return around, -abs(start - self.near), -start


def _places(quote: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the words stand; in a text that repeats itself endlessly, the first places of many."""
    at = text.find(quote)
    for _ in range(_MOST_COMPARED // len(quote)):
        if at < 0:
            return
        yield at, at + len(quote)
        at = text.find(quote, at + 1)


def _whole(places: Iterator[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """Those places that cut no word and no number, the first of very many."""
    left = _MOST_PLACES
    for start, end in places:
        if not cuts(text, start) and not cuts(text, end):
            yield start, end
            left -= 1
            if not left:
                return


def _shared(one: str, other: str) -> int:
    """How many signs two texts begin with in common."""
    return next(
        (at for at, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs),
        min(len(one), len(other)),
    )
