"""From sides to groups and their relations: who is compared with whom, and what the rules say.

Only groups of one kind whose measures could meet are compared, so that many quantities cost
no more together than one by one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claims.kinds import Relation
from claims.reconcile.lexicon import outer_measures
from claims.reconcile.likeness import Contrasts, likeness
from claims.reconcile.rules import Finding, relate
from claims.reconcile.sides import Found, Side

_SAME = frozenset({Relation.EQUAL, Relation.ROUNDED, Relation.BOUNDED, Relation.UPDATED, Relation.CONFLICT})


@dataclass(frozen=True, slots=True)
class Related:
    """Two groups by their numbers, and what the rules found; `part_of` and `updated` run from `a` to `b`.

    `same` says that they measure one quantity, so far as is said.
    """

    a: int
    b: int
    finding: Finding
    same: bool = False


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
    """What the story sets against each other: nations counted apart, axes with two answers, two holders."""
    people: dict[str | None, set[str]] = defaultdict(set)
    outright: set[tuple[str | None, str]] = set()
    axes: dict[str, set[str]] = defaultdict(set)
    holders: dict[str | None, set[str]] = defaultdict(set)
    for group in groups:
        meaning = group.side.meaning
        people[meaning.measure] |= meaning.people
        outright |= {(meaning.measure, name) for name in meaning.people if meaning.nationals}
        if meaning.holder:
            holders[meaning.measure].add(meaning.holder)
        for scope in meaning.scopes:
            axis, _, answer = scope.partition("=")
            axes[axis].add(answer)
    several = len(set().union(*people.values())) > 1
    every = {(measure, name) for measure, names in people.items() for name in names}
    return Contrasts(
        people=frozenset(every if several else outright),
        axes=frozenset(axis for axis, answers in axes.items() if len(answers) > 1),
        held=frozenset(measure for measure, names in holders.items() if len(names) > 1),
        scenery=_scenery(groups),
    )


def _scenery(groups: Sequence[Gathered]) -> frozenset[str]:
    """The places that at least a fifth of the texts name: the story's own scene parts nothing."""
    texts = {group.side.home for group in groups}
    homes: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        for place in group.side.meaning.places:
            homes[place].add(group.side.home)
    return frozenset(place for place, own in homes.items() if len(own) >= 2 and len(own) * 5 >= len(texts))


def relations_of(groups: Sequence[Gathered], story: Contrasts) -> list[Related]:
    """How the groups stand to each other; groups that are merely different are left out."""
    related = []
    for one, other in _candidates(groups):
        finding, backwards = _in_order(groups[one].side, groups[other].side, story)
        if finding.relation is Relation.DIFFERENT:
            continue
        same = finding.relation in _SAME and _is_one_quantity(groups[one].side, groups[other].side, story)
        related.append(Related(*((other, one) if backwards else (one, other)), finding, same))
    return _with_doubts(groups, related)


def _is_one_quantity(one: Side, other: Side, story: Contrasts) -> bool:
    return one.besides == other.besides and likeness(one.meaning, other.meaning, story).is_same


def _with_doubts(groups: Sequence[Gathered], related: list[Related]) -> list[Related]:
    """Parts of a figure that a better supported one in the same text contradicts, without their remainder."""
    doubted = {
        weak: strong
        for relation in related
        if relation.finding.relation is Relation.CONFLICT
        for weak, strong in ((relation.a, relation.b), (relation.b, relation.a))
        if groups[weak].side.home == groups[strong].side.home
        and len(groups[weak].members) < len(groups[strong].members)
    }
    return [_doubted(groups, relation, doubted) for relation in related]


def _doubted(groups: Sequence[Gathered], relation: Related, doubted: dict[int, int]) -> Related:
    if relation.finding.relation is not Relation.PART_OF or relation.b not in doubted:
        return relation
    whole, rival = groups[relation.b].side.quote, groups[doubted[relation.b]].side.quote
    reason = f"{groups[relation.a].side.quote} is part of what {whole} counts; how much is left depends on whether {whole} or {rival} holds."
    return replace(relation, finding=replace(relation.finding, reason=reason, residual=None))


def _in_order(one: Side, other: Side, story: Contrasts) -> tuple[Finding, bool]:
    """Relates two sides so that the order in which they come changes nothing."""
    if rank(one) <= rank(other):
        return relate(one, other, story)
    finding, backwards = relate(other, one, story)
    return finding, not backwards


def rank(side: Side) -> tuple[str, ...]:
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
