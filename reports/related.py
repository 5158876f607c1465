"""Looks findings up the way a page tells them: by quantity, with equal figures together.

Built once for a story, in time and room linear in its findings; knows nothing of claims or places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum
from typing import NamedTuple

from claims.kinds import Party, QuantityStatus, Relation
from claims.reading.record import Figure
from claims.reconcile.record import GroupRelation, OpenTask, Origin, Quantity, Reconciliation
from reports.alike import alike
from reports.words import RELATIONS

_ORDER = list(RELATIONS)


class Weight(IntEnum):
    """How much a quantity asks of a reader; the heaviest comes first."""

    CONFLICT = 0
    OPEN = 1
    FITTING = 2
    UNCLEAR = 3
    ONCE = 4


class Teller(NamedTuple):
    """Somebody whom a text credits with a figure, under the name that stands there."""

    name: str
    party: Party | None = None


class Related:
    """The findings of a story. A group stands here for all the groups that are equal to it."""

    def __init__(self, findings: Reconciliation) -> None:
        together = alike(findings)
        self._leader, self._members = together.leader, together.figures
        self._figures = {related.id: related.figure for related in findings.figures}
        self._places = {related.id: (related.item, number) for number, related in enumerate(findings.figures)}
        self._origins = {related.id: related.origin for related in findings.figures}
        self._speakers = {related.id: related.speaker for related in findings.figures}
        self._by_id = {origin.id: origin for origin in findings.origins}
        self._first = {group.id: self._figures[group.figures[0]] for group in findings.groups}
        self._quantity_of = {group.id: group.quantity for group in findings.groups}
        self._labels = {quantity.id: quantity.label for quantity in findings.quantities}
        self._groups: dict[str, list[str]] = defaultdict(list)
        for leader in self._members:
            self._groups[self._quantity_of[leader]].append(leader)
        self._open = self._open_sums(findings.tasks)
        self._relations: dict[str, list[GroupRelation]] = defaultdict(list)
        for related in findings.relations:
            self._keep(related)

    def _keep(self, related: GroupRelation) -> None:
        """Keep a relation with the quantity that it is told under: of two, that of the whole.

        What can't be told is no more the one's than the other's, and is told under both. That
        equal figures are equal is told only where their units differ.
        """
        a, b = self._leader[related.a], self._leader[related.b]
        one, other = self._quantity_of[a], self._quantity_of[b]
        same = a == b and self._first[related.a].unit == self._first[related.b].unit
        if same or related.relation is Relation.DIFFERENT:
            return
        under = {other}
        if related.relation is Relation.UNCLEAR:
            under.add(one)
        for quantity in under:
            self._relations[quantity].append(replace(related, a=a, b=b))

    def _open_sums(self, tasks: Sequence[OpenTask]) -> set[frozenset[str]]:
        """Each part and whole whose remainder is an open task."""
        leader = {id: first for first, ids in self._members.items() for id in ids}
        return {
            frozenset(leader[figure] for figure in task.figures)
            for task in tasks
            if task.relation is Relation.PART_OF
        }

    def groups(self, quantity: Quantity) -> Sequence[str]:
        """The groups of a quantity, each standing for all that are equal to it."""
        return self._groups[quantity.id]

    def members(self, group: str) -> tuple[str, ...]:
        """The ids of all the figures that a group stands for."""
        return self._members[group]

    def wordings(self, group: str) -> list[Figure]:
        """All the figures that a group stands for."""
        return [self._figures[figure] for figure in self._members[group]]

    def figure(self, group: str) -> Figure:
        """The figure that a group is shown by."""
        return self._first[group]

    def tellers(self, group: str) -> tuple[Teller, ...]:
        """Whom the texts credit with the figures of a group, in the order of the text."""
        told = (
            Teller(_inside_a_sentence(self._speakers[figure] or origin.name), origin.party)
            for figure in self._members[group]
            for origin in [self._by_id[self._origins[figure]]]
            if self._speakers[figure] or origin.party
        )
        return tuple(dict.fromkeys(told))

    def origin_of(self, figure: str) -> str:
        """The id of the source behind a figure."""
        return self._origins[figure]

    def origin(self, id: str) -> Origin:
        """The source behind some figures."""
        return self._by_id[id]

    def first_places(self, group: str) -> dict[str, int]:
        """The documents in which a group stands, with a number that grows with the place in the text."""
        found: dict[str, int] = {}
        for figure in self._members[group]:
            document, place = self._places[figure]
            found.setdefault(document, place)
        return found

    def label(self, group: str) -> str:
        """What the quantity of a group is called."""
        return self._labels[self._quantity_of[group]]

    def told_under(self, quantity: Quantity) -> list[GroupRelation]:
        """The relations that are told under a quantity, those first that ask most of a reader."""
        return sorted(self._relations[quantity.id], key=lambda one: _ORDER.index(one.relation))

    def elsewhere(self, related: GroupRelation, quantity: Quantity) -> str | None:
        """The group of a relation that belongs to another quantity; `None` where neither does."""
        groups = (related.a, related.b)
        return next((group for group in groups if self._quantity_of[group] != quantity.id), None)

    def is_open(self, related: GroupRelation) -> bool:
        """Whether what is left of the whole is an open task."""
        return frozenset((related.a, related.b)) in self._open

    def weight(self, quantity: Quantity) -> Weight:
        """How much a quantity asks of a reader, by what is told under it and by how often it is named."""
        told = self._relations[quantity.id]
        kinds = {related.relation for related in told}
        if Relation.CONFLICT in kinds or quantity.status is QuantityStatus.DISPUTED:
            return Weight.CONFLICT
        if any(map(self.is_open, told)) or quantity.status is QuantityStatus.INCOMPLETE:
            return Weight.OPEN
        if len(quantity.figures) > 1 or kinds - {Relation.UNCLEAR}:
            return Weight.FITTING
        return Weight.UNCLEAR if kinds else Weight.ONCE


def _inside_a_sentence(name: str) -> str:
    """A name without the capital that its article has where a sentence begins with it."""
    return f"the {name[4:]}" if name.startswith("The ") else name
