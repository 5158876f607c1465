"""Which groups are worth comparing at all, so that many quantities cost no more than one by one.

Groups of different kinds, or of measures that neither are one nor lie within each other, are
different and never meet here. A long list of one measure is split further by what sets figures
apart for certain: noun, holder, place, receiver. In a list that is long even then each figure is
compared with its nearest only, by value and in the order of the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claims.reconcile.lexicon import measures_marked, outer_measures
from claims.reconcile.likeness import Contrasts
from claims.reconcile.side import Side

Axis = Callable[[Side], frozenset[str]]
"""What a side says to one question; empty is not said."""

SHORT = 20
"""As many figures of one thing are compared all with each other."""

_NEAREST = (-8, -3, -2, -1, 0, 1, 2, 3, 8)
"""Which neighbours by value: the next few, and one beyond those of which a round number may stand."""

_NEXT = 1
_SPENT = "spent"


@dataclass(frozen=True, slots=True)
class Shortlist:
    """Pairs of sides, by their numbers, that could relate, each once; every other pair is different.

    `crowded` are those that were compared with their nearest only.
    """

    pairs: tuple[tuple[int, int], ...]
    crowded: frozenset[int]


def candidates(sides: Sequence[Side], story: Contrasts) -> Shortlist:
    """The pairs that could relate."""
    buckets: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for number, side in enumerate(sides):
        if side.derived:
            continue  # "a man was killed" tells of one victim, and never says that there were no others
        spent = side.meaning.measure in measures_marked("s")
        buckets[side.amount.kind, _SPENT if spent else side.meaning.measure].append(number)
    split = _Split(sides, _axes(story))
    pairs: dict[tuple[int, int], None] = {}
    for (kind, measure), members in buckets.items():
        pairs.update(dict.fromkeys(split.within(members)))
        others = [None, *sorted(outer_measures().get(measure, ()))] if measure else []
        for other in others:
            pairs.update(dict.fromkeys(split.across(members, buckets.get((kind, other), []))))
    return Shortlist(tuple(pairs), frozenset(split.crowded))


def _axes(story: Contrasts) -> list[Axis]:
    held = measures_marked("@")

    def noun(side: Side) -> frozenset[str]:
        return (
            frozenset({side.meaning.noun})
            if side.meaning.noun and side.amount.kind == "count"
            else frozenset()
        )

    def holder(side: Side) -> frozenset[str]:
        meaning = side.meaning
        return frozenset({meaning.holder}) if meaning.holder and meaning.measure in held else frozenset()

    def place(side: Side) -> frozenset[str]:
        return side.meaning.places - story.scenery

    def receiver(side: Side) -> frozenset[str]:
        return side.meaning.receivers

    return [noun, holder, place, receiver]


class _Split:
    """Pairs of sides within one list or across two, a long list split by one question after another."""

    def __init__(self, sides: Sequence[Side], axes: Sequence[Axis]) -> None:
        self.sides, self.axes = sides, axes
        self.sizes = [_size(side) for side in sides]
        self.crowded: set[int] = set()

    def within(self, members: Sequence[int], asked: int = 0) -> Iterator[tuple[int, int]]:
        """The pairs of one list, after so many questions."""
        if len(members) <= SHORT:
            for index, one in enumerate(members):
                for other in members[index + 1 :]:
                    yield one, other
            return
        if asked == len(self.axes):
            self.crowded.update(members)
            yield from self._nearest(members, members)
            return
        silent, parted = self._answers(members, asked)
        for share in parted.values():
            yield from self.within(share, asked + 1)
        yield from self.within(silent, asked + 1)
        spoken = sorted({member for share in parted.values() for member in share})
        yield from self.across(silent, spoken, asked + 1)

    def across(self, left: Sequence[int], right: Sequence[int], asked: int = 0) -> Iterator[tuple[int, int]]:
        """The pairs of one of each list."""
        if min(len(left), len(right)) == 0:
            return
        if len(left) + len(right) <= SHORT:
            for one in left:
                for other in right:
                    yield (one, other) if one < other else (other, one)
            return
        if asked == len(self.axes):
            self.crowded.update(left, right)
            yield from self._nearest(left, right)
            return
        (left_silent, left_parted), (right_silent, right_parted) = (
            self._answers(members, asked) for members in (left, right)
        )
        for answer in left_parted.keys() & right_parted.keys():
            yield from self.across(left_parted[answer], right_parted[answer], asked + 1)
        yield from self.across(left_silent, right, asked + 1)
        spoken = sorted({member for share in left_parted.values() for member in share})
        yield from self.across(spoken, right_silent, asked + 1)

    def _answers(self, members: Iterable[int], asked: int) -> tuple[list[int], dict[str, list[int]]]:
        """Those who say nothing to a question, and the others by what they say."""
        silent: list[int] = []
        parted: dict[str, list[int]] = defaultdict(list)
        for member in members:
            answers = self.axes[asked](self.sides[member])
            if not answers:
                silent.append(member)
            for answer in sorted(answers):
                parted[answer].append(member)
        return silent, parted

    def _nearest(self, left: Sequence[int], right: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Each of the left with those of the right that lie next to it by value, and in the text."""
        by_value = sorted(right, key=lambda member: (self.sizes[member], member))
        values = [(self.sizes[member], member) for member in by_value]
        in_text = sorted(right)
        for one in left:
            at, place = bisect_left(values, (self.sizes[one], one)), bisect_left(in_text, one)
            near = [by_value[at + step] for step in _NEAREST if 0 <= at + step < len(by_value)]
            near += in_text[max(0, place - _NEXT) : place + _NEXT + 1]
            for other in near:
                if one != other:
                    yield (one, other) if one < other else (other, one)


def _size(side: Side) -> Decimal:
    amount = side.amount
    ends = (amount.value, amount.low, amount.high)
    return next((end for end in ends if end is not None), Decimal(0))
