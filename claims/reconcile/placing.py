"""Figures that people put with others or apart: which quantities that leaves, and how figures then relate.

Decisions are applied to what the machine found, in the order in which they were made, and change
nothing of how it looks for it. Figures that a person put together are compared by their numbers and
times alone; of a figure that a person took out it is still said that it is part of another, or has
one for its part, where both stand in one text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, count, product
from typing import assert_never

from claims.kinds import Relation
from claims.reconcile.candidates import candidates
from claims.reconcile.decisions import (
    Decision,
    Decisions,
    Merged,
    Moved,
    OriginsJoined,
    OriginsParted,
    PartyNamed,
    Ruling,
    Split,
    placed_alone,
)
from claims.reconcile.gathered import Gathered, Related, Relations
from claims.reconcile.labels import label_of
from claims.reconcile.likeness import Facet, Likeness
from claims.reconcile.meaning import Meaning
from claims.reconcile.pairing import Finding, Pairing
from claims.reconcile.relating import places_in_order
from claims.reconcile.rules import RULES_FOR_ONE_THING, relate
from claims.reconcile.side import Side
from claims.reconcile.story import Story

_ONE_THING = Likeness((("measure", Facet.EQUAL, ""),))
_SAID_TWICE = Finding(Relation.EQUAL, "Both say the same of the same thing.")

Clusters = Sequence[Sequence[int]]
"""The groups of each quantity, by their numbers."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A story whose figures stand where people have put them.

    `rulings` has the decision that put a group where it is, of those that a person placed.
    """

    story: Story
    clusters: Clusters
    labels: Sequence[str]
    rulings: dict[int, Ruling]


def placed(story: Story, clusters: Clusters, decisions: Decisions) -> Placed:
    """What the machine found, as people have changed it; every figure that is named must be there.

    Each decision looks at every group once.
    """
    if not decisions:
        return Placed(story, clusters, [label_of(cluster, story) for cluster in clusters], {})
    story, clusters = _set_apart(story, clusters, placed_alone(decisions))
    places = _Places(story, clusters)
    found = list(places.home)
    for decision in decisions:
        places.apply(decision)
    by_home = _by_home(places.home)
    together = [_put_together(story, places, found, members) for members in by_home.values()]
    related = [*_left_of(story, places, found), *(each for one in together for each in one.related)]
    relations = Relations(
        tuple(sorted(related, key=lambda relation: sorted((relation.a, relation.b)))),
        story.relations.crowded.union(*(one.crowded for one in together)),
    )
    return Placed(
        story=replace(story, relations=relations),
        clusters=list(by_home.values()),
        labels=[places.label_of(home, members) for home, members in by_home.items()],
        rulings=places.rulings,
    )


class _Places:
    """Which quantity each group is in, as decision after decision is applied.

    `alone` are the groups that were placed one by one, `moved` those of them that were put with
    others, `guests` all that came from elsewhere; a quantity is not called by its guests.
    """

    def __init__(self, story: Story, clusters: Clusters) -> None:
        self.story = story
        self.group_of = {
            story.found[number].id: group
            for group, gathered in enumerate(story.groups)
            for number in gathered.members
        }
        self.home = [0] * len(story.groups)
        for home, cluster in enumerate(clusters):
            for group in cluster:
                self.home[group] = home
        self.fresh = count(len(clusters))
        self.labels: dict[int, str] = {}
        self.rulings: dict[int, Ruling] = {}
        self.alone: set[int] = set()
        self.moved: set[int] = set()
        self.guests: set[int] = set()

    def apply(self, decision: Decision) -> None:
        """Do what a decision about quantities says."""
        match decision:
            case Moved(ruling, figure, to):
                self._move(self.group_of[figure], self.group_of[to], ruling)
            case Split(ruling, figures, label):
                self._split([self.group_of[figure] for figure in figures], label, ruling)
            case Merged(ruling, one, other):
                self._merge(self.group_of[one], self.group_of[other], ruling)
            case OriginsJoined() | OriginsParted() | PartyNamed():
                pass  # where figures come from is another question
            case _:
                assert_never(decision)

    def label_of(self, home: int, members: Sequence[int]) -> str:
        """What the quantity is called: as a person said, else by those that are no guests in it."""
        own = [group for group in members if group not in self.guests]
        return self.labels.get(home) or label_of(own or members, self.story)

    def _move(self, group: int, to: int, ruling: Ruling) -> None:
        if self.home[group] != self.home[to]:
            self._put(group, self.home[to], ruling)
            self.moved.add(group)
            self.guests.add(group)

    def _split(self, groups: Sequence[int], label: str | None, ruling: Ruling) -> None:
        home = next(self.fresh)
        for group in groups:
            self._put(group, home, ruling)
            self.moved.discard(group)
            self.guests.discard(group)
        if label:
            self.labels[home] = label

    def _merge(self, one: int, other: int, ruling: Ruling) -> None:
        kept, gone = self.home[one], self.home[other]
        if kept == gone:
            return
        for group, home in enumerate(self.home):
            if home in (kept, gone):
                self.rulings[group] = ruling
            if home == gone:
                self.home[group] = kept
                self.guests.add(group)

    def _put(self, group: int, home: int, ruling: Ruling) -> None:
        self.home[group] = home
        self.rulings[group] = ruling
        self.alone.add(group)


def _set_apart(story: Story, clusters: Clusters, figures: Collection[str]) -> tuple[Story, Clusters]:
    """The same findings with each of some figures in a group of its own."""
    groups = list(story.groups)
    twins: dict[int, list[int]] = {}
    for group, gathered in enumerate(story.groups):
        named = [number for number in gathered.members if story.found[number].id in figures]
        kept = [number for number in gathered.members if number not in named] or [named.pop(0)]
        groups[group] = Gathered(gathered.side, tuple(kept))
        twins[group] = [group, *range(len(groups), len(groups) + len(named))]
        groups += [Gathered(gathered.side, (number,)) for number in named]
    related = [
        replace(relation, a=a, b=b)
        for relation in story.related
        for a, b in product(twins[relation.a], twins[relation.b])
    ]
    for own in twins.values():
        related += [Related(a, b, _SAID_TWICE, same=True) for a, b in combinations(own, 2)]
    crowded = frozenset(twin for group in story.relations.crowded for twin in twins[group])
    apart = replace(
        story,
        groups=groups,
        relations=Relations(tuple(related), crowded),
        order=places_in_order([group.side for group in groups]),
    )
    return apart, [[twin for group in cluster for twin in twins[group]] for cluster in clusters]


def _left_of(story: Story, places: _Places, found: Sequence[int]) -> Iterator[Related]:
    """The relations that the machine found and no decision has made void."""
    for relation in story.related:
        ends = {relation.a, relation.b}
        together = places.home[relation.a] == places.home[relation.b]
        together_before = found[relation.a] == found[relation.b]
        if together or together_before:
            stands = together and together_before
        else:
            stands = ends.isdisjoint(places.alone)
        if stands or (
            not together and ends.isdisjoint(places.moved) and _is_part_in_one_text(relation, story)
        ):
            yield relation


def _is_part_in_one_text(relation: Related, story: Story) -> bool:
    one, other = story.groups[relation.a].side, story.groups[relation.b].side
    return relation.finding.relation is Relation.PART_OF and one.home == other.home


def _put_together(story: Story, places: _Places, found: Sequence[int], members: Sequence[int]) -> Relations:
    """How groups of one quantity relate that stand in it together because a person says so."""
    if len({found[group] for group in members}) == 1:
        return Relations(())
    members = sorted(members, key=lambda group: story.order[group])
    sides = _sides_of_one_thing(story, members)
    shortlist = candidates(sides, story.contrasts)
    related = []
    for one, other in shortlist.pairs:
        a, b = members[one], members[other]
        if found[a] != found[b]:
            finding, backwards = _relation_of_one_thing(sides[one], sides[other], story)
            told = f"{finding.reason} {_told(places, a, b)}"
            related.append(
                Related(*((b, a) if backwards else (a, b)), replace(finding, reason=told), same=True)
            )
    return Relations(tuple(related), frozenset(members[number] for number in shortlist.crowded))


def _told(places: _Places, *groups: int) -> str:
    """Who put them together: whoever decided last about one of them."""
    rulings = [places.rulings[group] for group in groups if group in places.rulings]
    ruling = max(rulings, key=lambda ruling: ruling.number)
    return f"{ruling.by} took them for one thing: {ruling.reason}"


def _sides_of_one_thing(story: Story, members: Sequence[int]) -> list[Side]:
    """The sides of groups with nothing left but number, time and speaker, all measuring the same."""
    sides = [story.groups[group].side for group in members]
    measure = next((side.meaning.measure for side in sides if side.meaning.measure), None)
    return [
        Side(
            amount=side.amount,
            meaning=Meaning(side.amount.kind, measure=measure, outright=True),
            quote=side.quote,
            home=side.home,
            as_of=side.as_of,
            state=side.state,
            speakers=side.speakers,
            derived=side.derived,
        )
        for side in sides
    ]


def _relation_of_one_thing(a: Side, b: Side, story: Story) -> tuple[Finding, bool]:
    return relate(
        Pairing(a, b, _ONE_THING, story.contrasts),
        Pairing(b, a, _ONE_THING, story.contrasts),
        rules=RULES_FOR_ONE_THING,
    )


def _by_home(home: Sequence[int]) -> dict[int, list[int]]:
    by_home: dict[int, list[int]] = defaultdict(list)
    for group, own in enumerate(home):
        by_home[own].append(group)
    return dict(by_home)
