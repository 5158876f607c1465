"""What several figures measure together: quantities with their value, standing and reason.

A finding of the machine, never a verdict; no status of a claim follows from it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from claims.kinds import Relation
from claims.reconcile.candidates import SHORT
from claims.reconcile.gathered import Related
from claims.reconcile.likeness import likeness
from claims.reconcile.record import OpenTask, Quantity
from claims.reconcile.resolution import resolve
from claims.reconcile.stability import flips_of
from claims.reconcile.story import Story

_FIRST = [Relation.EQUAL, Relation.ROUNDED, Relation.BOUNDED, Relation.UPDATED, Relation.CONFLICT]


_CROWDED = f"There are more than {SHORT} figures of this sort; each was compared with its nearest only."


def clusters(story: Story) -> list[list[int]]:
    """Groups that measure one quantity, by their numbers, in order of first appearance.

    Two clusters are joined only where nothing that any of their figures says sets them apart,
    so that a figure which says little doesn't tie together two that differ.
    """
    parent = list(range(len(story.groups)))
    meanings = [group.side.meaning for group in story.groups]
    for relation in sorted((r for r in story.related if r.same), key=lambda r: _strength(r, story.order)):
        one, other = sorted((_root(parent, relation.a), _root(parent, relation.b)))
        if one != other and likeness(meanings[one], meanings[other], story.contrasts).is_same:
            parent[other] = one
            meanings[one] = meanings[one].filled_from(meanings[other])
    found: dict[int, list[int]] = defaultdict(list)
    for number in range(len(story.groups)):
        found[_root(parent, number)].append(number)
    return list(found.values())


def quantities_of(
    story: Story, members: Sequence[Sequence[int]], tasks: Sequence[OpenTask], names: Sequence[str]
) -> list[Quantity]:
    """One quantity a cluster, with what its figures say together."""
    cluster_of = {group: index for index, cluster in enumerate(members) for group in cluster}
    inside: dict[int, list[Related]] = defaultdict(list)
    for relation in story.related:
        if cluster_of[relation.a] == cluster_of[relation.b]:
            inside[cluster_of[relation.a]].append(relation)
    open_wholes = {task.figures[1] for task in tasks if task.relation is Relation.PART_OF}
    return [
        _quantity(f"q{index + 1}", cluster, story, inside[index], open_wholes, names[index])
        for index, cluster in enumerate(members)
    ]


def _quantity(
    id: str,
    members: Sequence[int],
    story: Story,
    inside: Sequence[Related],
    open_wholes: set[str],
    label: str,
) -> Quantity:
    figures = sorted(number for member in members for number in story.groups[member].members)
    ids = tuple(story.found[number].id for number in figures)
    open_part = not open_wholes.isdisjoint(ids)
    found = resolve(members, inside, story, open_part=open_part)
    crowded = not story.relations.crowded.isdisjoint(members)
    return Quantity(
        id=id,
        label=label,
        figures=ids,
        value=found.value,
        low=found.low,
        high=found.high,
        unit=found.unit,
        status=found.status,
        origins=found.origins,
        why=f"{found.why} {_CROWDED}" if crowded else found.why,
        flips=flips_of(members, inside, story, open_part=open_part),
    )


def _strength(relation: Related, order: Sequence[int]) -> tuple[int, ...]:
    return (_FIRST.index(relation.finding.relation), *sorted((order[relation.a], order[relation.b])))


def _root(parent: list[int], number: int) -> int:
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number
