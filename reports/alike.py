"""Puts figures that say the same together, so that a page names them once.

Reconciling keeps "123" and "123 on 13 December" in two groups, equal to each other; a
reader sees one figure that stands in several places.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claims.kinds import Relation
from claims.reconcile.record import Reconciliation


@dataclass(frozen=True, slots=True)
class Alike:
    """Equal groups: `leader` maps each to the first of them, `figures` that one to all their figures.

    The figures come in the order of the text, document by document.
    """

    leader: Mapping[str, str]
    figures: Mapping[str, tuple[str, ...]]


def alike(findings: Reconciliation) -> Alike:
    """The groups of `findings`, those together that are equal."""
    quantity = {group.id: group.quantity for group in findings.groups}
    leader = joined(
        quantity,
        (
            (related.a, related.b)
            for related in findings.relations
            if related.relation is Relation.EQUAL and quantity[related.a] == quantity[related.b]
        ),
    )
    position = {related.id: number for number, related in enumerate(findings.figures)}
    figures: dict[str, list[str]] = {}
    for group in findings.groups:
        figures.setdefault(leader[group.id], []).extend(group.figures)
    return Alike(
        leader, {first: tuple(sorted(ids, key=position.__getitem__)) for first, ids in figures.items()}
    )


def joined(names: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each name with the first of all the names that pairs join it to, directly or through others."""
    place = {name: number for number, name in enumerate(names)}
    leaders = {name: name for name in place}

    def leader_of(name: str) -> str:
        while leaders[name] != name:
            leaders[name] = name = leaders[leaders[name]]
        return name

    for a, b in pairs:
        first, second = sorted((leader_of(a), leader_of(b)), key=place.__getitem__)
        leaders[second] = first
    return {name: leader_of(name) for name in leaders}
