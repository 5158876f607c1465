"""What a person has to find out: figures that can't both hold, and parts of a whole not accounted for.

Messages name the numbers and what they measure, never ids; the pages add where they stand.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.kinds import Relation
from claims.reading.record import plain
from claims.reconcile.record import OpenTask
from claims.reconcile.relating import Gathered, Related
from claims.reconcile.sides import Found


def tasks_of(
    groups: Sequence[Gathered], related: Sequence[Related], found: Sequence[Found], labels: dict[int, str]
) -> list[OpenTask]:
    """Every conflict and every remainder that no figure closes, in the order of the text."""
    return [*_conflicts(groups, related, found, labels), *_remainders(groups, related, found, labels)]


def _conflicts(
    groups: Sequence[Gathered], related: Sequence[Related], found: Sequence[Found], labels: dict[int, str]
) -> list[OpenTask]:
    tasks: dict[tuple[str, ...], OpenTask] = {}
    for relation in related:
        if relation.finding.relation is not Relation.CONFLICT:
            continue
        one, other = groups[relation.a], groups[relation.b]
        message = f"{one.side.quote} or {other.side.quote}? Both are given for {labels[relation.a]}, and they can't both hold."
        tasks.setdefault(
            tuple(sorted((one.side.quote, other.side.quote))),
            OpenTask(Relation.CONFLICT, (_id(found, one), _id(found, other)), message),
        )
    return list(tasks.values())


def _remainders(
    groups: Sequence[Gathered], related: Sequence[Related], found: Sequence[Found], labels: dict[int, str]
) -> list[OpenTask]:
    tasks: dict[tuple[str, ...], OpenTask] = {}
    for relation in related:
        residual = relation.finding.residual
        if relation.finding.relation is not Relation.PART_OF or not residual:
            continue
        part, whole = groups[relation.a], groups[relation.b]
        if any(other.side.amount.value == residual and other.side.amount.kind == whole.side.amount.kind for other in groups):
            continue
        message = (
            f"{plain(residual)} of {whole.side.quote} are not accounted for: "
            f"{part.side.quote} are {labels[relation.a]}, {whole.side.quote} are {labels[relation.b]}."
        )
        key = (part.side.quote, whole.side.quote)
        tasks.setdefault(key, OpenTask(Relation.PART_OF, (_id(found, part), _id(found, whole)), message))
    return list(tasks.values())


def _id(found: Sequence[Found], group: Gathered) -> str:
    first = found[group.members[0]]
    return f"{first.item}.{first.number}"
