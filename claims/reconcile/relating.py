"""From sides to groups and their relations: what the rules say of those that could relate.

Which are worth comparing is decided in `candidates.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from claims.kinds import Relation
from claims.reconcile.amounts import Amount
from claims.reconcile.candidates import candidates
from claims.reconcile.gathered import Gathered, Related, Relations
from claims.reconcile.likeness import Contrasts, Facet, Likeness, likeness
from claims.reconcile.meaning import Meaning
from claims.reconcile.pairing import Pairing
from claims.reconcile.rivals import standing_conflicts
from claims.reconcile.rules import relate
from claims.reconcile.shares import share_relations
from claims.reconcile.side import Found, Side

_AGREEING = frozenset({Relation.EQUAL, Relation.ROUNDED, Relation.BOUNDED})
_SAME = _AGREEING | {Relation.UPDATED, Relation.CONFLICT}


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
    related.extend(share_relations(groups, story))
    related.sort(key=lambda relation: sorted((relation.a, relation.b)))
    return Relations(tuple(standing_conflicts(groups, related)), shortlist.crowded)


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
