"""Which groups are worth comparing at all, so that many quantities cost no more than one by one.

Groups of different kinds, or of measures that neither are one nor lie within each other, are
different and never meet here. A long list of one measure is split further by what sets figures
apart for certain: noun, holder, place, receiver. In a list that is long even then, only figures whose
sentences share a name are compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from claims.reconcile.lexicon import measures_marked, outer_measures
from claims.reconcile.likeness import Contrasts
from claims.reconcile.side import Side

Axis = Callable[[Side], frozenset[str]]
"""What a side says to one question; empty is not said."""

_SHORT = 40


def candidates(sides: Sequence[Side], story: Contrasts) -> Iterator[tuple[int, int]]:
    """Pairs of sides, by their numbers, that could relate; every other pair is different. Each comes once."""
    buckets: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for number, side in enumerate(sides):
        buckets[side.amount.kind, side.meaning.measure].append(number)
    axes = _axes(story)
    for (kind, measure), members in buckets.items():
        yield from _within(members, sides, axes)
        others = [None, *sorted(outer_measures().get(measure, ()))] if measure else []
        for other in others:
            yield from _across(members, buckets.get((kind, other), []), sides, axes)


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

    def names(side: Side) -> frozenset[str]:
        return side.names

    return [noun, holder, place, receiver, names]


def _within(members: Sequence[int], sides: Sequence[Side], axes: Sequence[Axis]) -> Iterator[tuple[int, int]]:
    if len(members) <= _SHORT or not axes:
        for index, one in enumerate(members):
            for other in members[index + 1 :]:
                yield one, other
        return
    silent, parted = _split(members, sides, axes[0])
    if not parted:
        yield from _within(silent, sides, axes[1:])
        return
    seen: set[tuple[int, int]] = set()
    for share in parted.values():
        for pair in _within(share, sides, axes[1:]):
            if pair not in seen:
                seen.add(pair)
                yield pair
    yield from _within(silent, sides, axes[1:])
    spoken = sorted({member for share in parted.values() for member in share})
    yield from _across(silent, spoken, sides, axes[1:])


def _across(
    left: Sequence[int], right: Sequence[int], sides: Sequence[Side], axes: Sequence[Axis]
) -> Iterator[tuple[int, int]]:
    if len(left) * len(right) <= _SHORT * _SHORT or not axes:
        for one in left:
            for other in right:
                yield (one, other) if one < other else (other, one)
        return
    (left_silent, left_parted), (right_silent, right_parted) = (
        _split(members, sides, axes[0]) for members in (left, right)
    )
    seen: set[tuple[int, int]] = set()
    for answer in left_parted.keys() & right_parted.keys():
        for pair in _across(left_parted[answer], right_parted[answer], sides, axes[1:]):
            if pair not in seen:
                seen.add(pair)
                yield pair
    if left_silent:
        yield from _across(left_silent, right, sides, axes[1:])
    if right_silent:
        spoken = sorted({member for share in left_parted.values() for member in share})
        yield from _across(spoken, right_silent, sides, axes[1:])


def _split(
    members: Sequence[int], sides: Sequence[Side], axis: Axis
) -> tuple[list[int], dict[str, list[int]]]:
    """Those who say nothing to a question, and the others by what they say."""
    silent: list[int] = []
    parted: dict[str, list[int]] = defaultdict(list)
    for member in members:
        answers = axis(sides[member])
        if not answers:
            silent.append(member)
        for answer in sorted(answers):
            parted[answer].append(member)
    return silent, parted
