"""From sides to groups and their relations: who is compared with whom, and what the rules say.

Only groups of one kind whose measures could meet are compared, so that many quantities cost
no more together than one by one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.kinds import Relation
from claims.reconcile.lexicon import outer_measures
from claims.reconcile.likeness import Contrasts
from claims.reconcile.rules import Finding, relate
from claims.reconcile.sides import Found, Side


@dataclass(frozen=True, slots=True)
class Related:
    """Two groups by their numbers, and what the rules found; `part_of` and `updated` run from `a` to `b`."""

    a: int
    b: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Gathered:
    """Figures that say the very same: their side and their numbers in the story, in order."""

    side: Side
    members: tuple[int, ...]


def gather(found: Sequence[Found]) -> list[Gathered]:
    """Groups of figures with one and the same side, in the order of their first figure."""
    groups: dict[Side, list[int]] = defaultdict(list)
    for number, figure in enumerate(found):
        groups[figure.side].append(number)
    return [Gathered(side, tuple(members)) for side, members in groups.items()]


def contrasts_of(groups: Sequence[Gathered]) -> Contrasts:
    """What the story sets against each other: nations counted apart, axes with two answers."""
    people: dict[str | None, set[str]] = defaultdict(set)
    axes: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        meaning = group.side.meaning
        people[meaning.measure] |= meaning.people
        for scope in meaning.scopes:
            axis, _, answer = scope.partition("=")
            axes[axis].add(answer)
    every = set().union(*people.values()) if people else set()
    live = len(every) > 1
    return Contrasts(
        people=frozenset((measure, name) for measure, names in people.items() for name in names if live),
        axes=frozenset(axis for axis, answers in axes.items() if len(answers) > 1),
    )


def relations_of(groups: Sequence[Gathered], story: Contrasts) -> list[Related]:
    """How the groups stand to each other; groups that are merely different are left out."""
    related = []
    for one, other in _candidates(groups):
        finding, backwards = _in_order(groups[one].side, groups[other].side, story)
        if finding.relation is Relation.DIFFERENT:
            continue
        related.append(Related(other, one, finding) if backwards else Related(one, other, finding))
    return related


def _in_order(one: Side, other: Side, story: Contrasts) -> tuple[Finding, bool]:
    """Relates two sides so that the order in which they come changes nothing."""
    if _rank(one) <= _rank(other):
        return relate(one, other, story)
    finding, backwards = relate(other, one, story)
    return finding, not backwards


def _rank(side: Side) -> tuple[str, ...]:
    amount = side.amount
    return (str(amount.value), str(amount.low), str(amount.high), side.quote, repr(side.meaning), repr(side))


def _candidates(groups: Sequence[Gathered]) -> Iterator[tuple[int, int]]:
    """Pairs of groups that could relate: one kind, and measures that are one, nested or not said."""
    buckets: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        buckets[group.side.amount.kind, group.side.meaning.measure].append(number)
    for (kind, measure), members in buckets.items():
        for index, one in enumerate(members):
            for other in members[index + 1 :]:
                yield one, other
        outer = [None, *sorted(outer_measures().get(measure, ()))] if measure else []
        for other_measure in outer:
            for other in buckets.get((kind, other_measure), ()):
                for one in members:
                    yield (one, other) if one < other else (other, one)
