"""Which words of a statement speak of which of its figures.

A statement with several figures is cut into one stretch a figure, at the strongest break
between each two; a word's distance from its figure grows over commas and breaks. This is no
parser: it only has to bring the nearest verb, noun and place to a number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.reading.record import Figure
from claims.reconcile.words import Word

BREAKS = frozenset({";", ".", "—", "–"})
_SOFT_BREAKS = frozenset({",", ":", "(", ")"})
_JOINING = frozenset({"and", "while", "whereas", "but", "with", "against", "plus", "or", "as", "among", "on"})
_TIGHT_JOINING = frozenset({"and", "while", "whereas", "but", "against", "plus", "or", "among"})
_SOFT_COST = 4
_BREAK_COST = 10


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words around one figure: `words[left:right]` are its own, `words[at:after]` its number."""

    words: tuple[Word, ...]
    left: int
    at: int
    after: int
    right: int

    def cost(self, first: int, last: int) -> int:
        """How far the words `[first, last)` stand from the figure; breaks between cost extra."""
        return sum(
            _BREAK_COST if word.key in BREAKS else _SOFT_COST if word.key in _SOFT_BREAKS else 1
            for word in self.between(first, last)
        )

    def between(self, first: int, last: int) -> tuple[Word, ...]:
        """The words between the figure and the words `[first, last)`."""
        return self.words[self.after : first] if first >= self.after else self.words[last : self.at]

    def owns(self, first: int, last: int) -> bool:
        """Whether the words `[first, last)` belong to the figure's own stretch and not to its number."""
        return self.left <= first and last <= self.right and not (self.at <= first and last <= self.after)


def stretches(words: tuple[Word, ...], figures: Sequence[Figure]) -> list[Stretch]:
    """One stretch a figure, in the order of the figures; words with no break beside them belong to both.

    A figure that is summed from others ("his wife and four daughters") spans their stretches.
    """
    places = _places(words, figures)
    sums = _sums(figures)
    own = [index for index in range(len(figures)) if index not in sums]
    cuts = [(0, 0)]
    cuts.extend(_cut(words, places[before][1], places[after][0]) for before, after in pairwise(own))
    cuts.append((len(words), len(words)))
    edges = {index: (cuts[place][1], cuts[place + 1][0]) for place, index in enumerate(own)}
    for index, inner in sums.items():
        edges[index] = edges[inner[0]][0], edges[inner[-1]][1]
    return [Stretch(words, edges[index][0], *place, edges[index][1]) for index, place in enumerate(places)]


def _sums(figures: Sequence[Figure]) -> dict[int, list[int]]:
    """The figures that others lie within, each with those others; they stand right behind it."""
    sums: dict[int, list[int]] = {}
    outer = 0
    for index, figure in enumerate(figures[1:], 1):
        if figure.start < figures[outer].end:
            sums.setdefault(outer, []).append(index)
        else:
            outer = index
    return sums


def _places(words: Sequence[Word], figures: Sequence[Figure]) -> list[tuple[int, int]]:
    """For each figure the words of its number, in one walk over the statement."""
    places = []
    at = 0
    for figure in figures:
        while at < len(words) and words[at].end <= figure.start:
            at += 1
        after = at
        while after < len(words) and words[after].start < figure.end:
            after += 1
        places.append((at, after))
    return places


def _cut(words: Sequence[Word], after: int, before: int) -> tuple[int, int]:
    """Where the stretch of one figure ends and that of the next begins, at the strongest break between."""
    best, where = 0, before
    for index in range(after, before):
        strength = _strength(words, index)
        if strength > best or (strength == best > 1):
            best, where = strength, index
    if best == 0:
        return max(after, before), after
    return where, where


def _strength(words: Sequence[Word], index: int) -> int:
    key = words[index].key
    if key in BREAKS or key in {":", "("}:
        return 4
    if key == ",":
        return 3 if index + 1 < len(words) and words[index + 1].key in _JOINING else 2
    if key in _TIGHT_JOINING:
        return 2
    return 1 if key in {"of", "from", "to", "with"} else 0
