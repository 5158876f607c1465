"""From sides to groups and their relations: what the rules say of those that could relate.

Which are worth comparing is decided in `candidates.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.kinds import Relation
from claims.reconcile.amounts import Amount
from claims.reconcile.candidates import candidates
from claims.reconcile.likeness import Contrasts, Facet, Likeness, likeness
from claims.reconcile.meaning import Meaning
from claims.reconcile.pairing import Finding, Pairing
from claims.reconcile.rules import relate
from claims.reconcile.sameness import in_one_article, two_voices
from claims.reconcile.side import Found, Side

_TWO = 2
_SERIES = "The text gives more than two numbers of the sort: rather a list than rival counts."
_MAY_BE_PART = "One gives the number of what another text counts as a part of the other, and may mean it."
_AGREEING = frozenset({Relation.EQUAL, Relation.ROUNDED, Relation.BOUNDED})
_SAME = _AGREEING | {Relation.UPDATED, Relation.CONFLICT}


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
class Relations:
    """All relations of a story; `crowded` are the groups that were compared with their nearest only."""

    related: tuple[Related, ...]
    crowded: frozenset[int] = frozenset()


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


def relations_of(groups: Sequence[Gathered], story: Contrasts) -> Relations:
    """How the groups stand to each other; groups that are merely different are left out."""
    sides = [group.side for group in groups]
    order = places_in_order(sides)
    meet = _Meetings(sides, story)
    related = []
    shortlist = candidates(sides, story)
    for one, other in shortlist.pairs:
        first, second = (one, other) if order[one] < order[other] else (other, one)
        pairing = meet(first, second)
        if pairing is None:
            continue
        finding, backwards = relate(*pairing)
        if finding.relation is Relation.DIFFERENT:
            continue
        same = (
            finding.relation in _SAME
            and pairing[0].likeness.is_same
            and sides[one].besides == sides[other].besides
        )
        related.append(Related(*((second, first) if backwards else (first, second)), finding, same))
    related.sort(key=lambda relation: sorted((relation.a, relation.b)))
    return Relations(tuple(_without_parts(_without_series(groups, related))), shortlist.crowded)


def with_doubts(groups: Sequence[Gathered], relations: Relations) -> Relations:
    """Parts of a figure that a better supported one in the same text contradicts, without their remainder."""
    doubted = {
        weak: strong
        for relation in relations.related
        if relation.finding.relation is Relation.CONFLICT
        for weak, strong in ((relation.a, relation.b), (relation.b, relation.a))
        if groups[weak].side.home == groups[strong].side.home
        and len(groups[weak].members) < len(groups[strong].members)
    }
    return replace(
        relations, related=tuple(_doubted(groups, relation, doubted) for relation in relations.related)
    )


def places_in_order(sides: Sequence[Side]) -> list[int]:
    """For each side its place in an order that doesn't depend on the order of the items."""
    places = [0] * len(sides)
    for place, number in enumerate(sorted(range(len(sides)), key=lambda number: _rank(sides[number]))):
        places[number] = place
    return places


class _Meetings:
    """Sets sides beside each other; meanings that occur often are compared once."""

    def __init__(self, sides: Sequence[Side], story: Contrasts) -> None:
        self.sides, self.story = sides, story
        numbers: dict[Meaning, int] = {}
        self.meanings = [numbers.setdefault(side.meaning, len(numbers)) for side in sides]
        self.known: dict[tuple[int, int], Likeness] = {}
        self.breaths = _breaths(sides)

    def __call__(self, one: int, other: int) -> tuple[Pairing, Pairing] | None:
        """The pair both ways round; `None` where they are plainly different."""
        a, b = self.sides[one], self.sides[other]
        forward = self._likeness(one, other)
        if forward.any(Facet.DIFFERENT) and a.whole is None and b.whole is None:
            return None
        one_breath = not self.breaths[one].isdisjoint(self.breaths[other])
        return (
            Pairing(a, b, forward, self.story, one_breath),
            Pairing(b, a, self._likeness(other, one), self.story, one_breath),
        )

    def _likeness(self, one: int, other: int) -> Likeness:
        key = self.meanings[one], self.meanings[other]
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = likeness(self.sides[one].meaning, self.sides[other].meaning, self.story)
        return found


def _breaths(sides: Sequence[Side]) -> list[frozenset[tuple[str, int]]]:
    """For each side the sentences that give its number in its meaning, in whichever text they stand.

    So a text that prints another's sentence again can't be in conflict with it. Sentences that
    set accounts against each other are left out.
    """
    said: dict[tuple[Amount, Meaning], set[tuple[str, int]]] = defaultdict(set)
    keys = [(side.amount, replace(side.meaning, told=None)) for side in sides]
    for side, key in zip(sides, keys, strict=True):
        if not side.contrasted:
            said[key].update((side.home, statement) for statement in side.statements)
    return [frozenset(said[key]) for key in keys]


def _without_series(groups: Sequence[Gathered], related: list[Related]) -> list[Related]:
    """No conflicts where one article gives more than two numbers of a sort, for they are a list.

    What it tells as the counts of different speakers ("the police", "the organisers") is none.
    """
    rivals: dict[int, set[int]] = defaultdict(set)
    for relation in related:
        a, b = groups[relation.a].side, groups[relation.b].side
        if relation.finding.relation is Relation.CONFLICT and in_one_article(a, b) and not two_voices(a, b):
            rivals[relation.a].add(relation.b)
            rivals[relation.b].add(relation.a)
    listed = {
        group
        for group, others in rivals.items()
        if len({groups[number].side.amount for near in others for number in (near, *rivals[near])}) > _TWO
    }
    return [
        replace(relation, finding=Finding(Relation.UNCLEAR, _SERIES), same=False)
        if relation.finding.relation is Relation.CONFLICT and {relation.a, relation.b} <= listed
        else relation
        for relation in related
    ]


def _without_parts(related: list[Related]) -> list[Related]:
    """No conflict with a whole where its rival gives the number of a part of it, and may mean that part.

    Where one text gives 40 in all and 36 of them in the north, another's 36 without a place may
    well be those in the north.
    """
    parts: dict[int, set[int]] = defaultdict(set)
    agreeing: dict[int, set[int]] = defaultdict(set)
    for relation in related:
        if relation.finding.relation is Relation.PART_OF:
            parts[relation.b].add(relation.a)
        elif relation.finding.relation in _AGREEING:
            agreeing[relation.a].add(relation.b)
            agreeing[relation.b].add(relation.a)
    return [
        replace(relation, finding=Finding(Relation.UNCLEAR, _MAY_BE_PART), same=False)
        if relation.finding.relation is Relation.CONFLICT
        and any(
            agreeing[rival] & _parts_of(whole, parts, agreeing)
            for whole, rival in ((relation.a, relation.b), (relation.b, relation.a))
        )
        else relation
        for relation in related
    ]


def _parts_of(whole: int, parts: dict[int, set[int]], agreeing: dict[int, set[int]]) -> set[int]:
    """The parts of a whole and of the figures that agree with it."""
    return parts[whole].union(*(parts[other] for other in agreeing[whole]))


def _doubted(groups: Sequence[Gathered], relation: Related, doubted: dict[int, int]) -> Related:
    if relation.finding.relation is not Relation.PART_OF or relation.b not in doubted:
        return relation
    whole, rival = groups[relation.b].side.quote, groups[doubted[relation.b]].side.quote
    part = groups[relation.a].side.quote
    reason = (
        f"{part} is part of what {whole} counts; what is left depends on whether {whole} or {rival} holds."
    )
    return replace(relation, finding=replace(relation.finding, reason=reason, residual=None))


def _rank(side: Side) -> tuple[str, ...]:
    amount = side.amount
    return (
        str(amount.value),
        str(amount.low),
        str(amount.high),
        side.quote,
        side.home,
        str(sorted(side.statements)),
    )
