"""Which words of a statement speak of which of its figures.

A statement with several figures is cut into one stretch a figure, at the strongest break
between each two; a word's distance from its figure grows over commas and breaks. This is no
parser: it only has to bring the nearest verb, noun and place to a number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.reading.record import Figure
from claims.reconcile.words import Word

_HARD = frozenset({";", ":", ".", "—", "–", "(", ")"})
_JOINING = frozenset({"and", "while", "whereas", "but", "with", "against", "plus", "or", "as", "among", "on"})
_COMMA_COST = 3
_HARD_COST = 12


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
        between = self.words[self.after : first] if first >= self.after else self.words[last : self.at]
        return len(between) + sum(
            _HARD_COST if word.key in _HARD else _COMMA_COST if word.key == "," else 0 for word in between
        )

    def owns(self, first: int, last: int) -> bool:
        """Whether the words `[first, last)` belong to the figure's own stretch."""
        return self.left <= first and last <= self.right


def stretches(words: tuple[Word, ...], figures: Sequence[Figure]) -> list[Stretch]:
    """One stretch a figure, in the order of the figures."""
    places = [_place(words, figure) for figure in figures]
    cuts = [0]
    cuts.extend(_cut(words, before[1], after[0]) for before, after in zip(places, places[1:], strict=False))
    cuts.append(len(words))
    return [
        Stretch(words, cuts[index], place[0], place[1], cuts[index + 1]) for index, place in enumerate(places)
    ]


def _place(words: Sequence[Word], figure: Figure) -> tuple[int, int]:
    inside = [index for index, word in enumerate(words) if word.start < figure.end and figure.start < word.end]
    if inside:
        return inside[0], inside[-1] + 1
    later = next((index for index, word in enumerate(words) if word.start >= figure.start), len(words))
    return later, later


def _cut(words: Sequence[Word], after: int, before: int) -> int:
    """Where the stretch of one figure ends and that of the next begins: the strongest, last break."""
    best, where = 0, before
    for index in range(after, before):
        strength = _strength(words, index)
        if strength and strength >= best:
            best, where = strength, index
    return where if best else max(after, before)


def _strength(words: Sequence[Word], index: int) -> int:
    key = words[index].key
    if key in _HARD:
        return 4
    following = words[index + 1].key if index + 1 < len(words) else ""
    if key == ",":
        return 3 if following in _JOINING else 2
    return 2 if key in _JOINING and key not in {"on", "as", "with"} else 1 if key in {"of", "from", "to", "with"} else 0
