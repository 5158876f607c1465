"""Puts figures that say the same together, so that a page names them once.

Reconciling keeps "123" and "123 on 13 December" in two groups, equal to each other; a
reader sees one figure that stands in several places.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claims.kinds import Relation
from claims.reconcile.record import Reconciliation


@dataclass(frozen=True, slots=True)
class Alike:
    """Equal groups: `leader` maps each to the first of them, `figures` maps that one to all their figures."""

    leader: Mapping[str, str]
    figures: Mapping[str, tuple[str, ...]]


def alike(findings: Reconciliation) -> Alike:
    """The groups of `findings`, those together that are equal."""
    leaders = {group.id: group.id for group in findings.groups}

    def leader_of(group: str) -> str:
        while leaders[group] != group:
            leaders[group] = group = leaders[leaders[group]]
        return group

    quantity = {group.id: group.quantity for group in findings.groups}
    places = {group.id: place for place, group in enumerate(findings.groups)}
    for related in findings.relations:
        if related.relation is Relation.EQUAL and quantity[related.a] == quantity[related.b]:
            first, second = sorted((leader_of(related.a), leader_of(related.b)), key=places.__getitem__)
            leaders[second] = first
    figures: dict[str, list[str]] = {}
    for group in findings.groups:
        figures.setdefault(leader_of(group.id), []).extend(group.figures)
    return Alike(
        {group.id: leader_of(group.id) for group in findings.groups},
        {leader: tuple(ids) for leader, ids in figures.items()},
    )
