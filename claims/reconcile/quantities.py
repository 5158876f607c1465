"""What several figures measure together: quantities with their value, standing and reason.

A finding of the machine, never a verdict; no status of a claim follows from it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from decimal import Decimal

from claims.kinds import QuantityStatus, Relation
from claims.reading.record import plain
from claims.reconcile.record import Quantity
from claims.reconcile.relating import Gathered, Related
from claims.reconcile.sides import Found

_SAME = frozenset({Relation.EQUAL, Relation.ROUNDED, Relation.BOUNDED, Relation.UPDATED, Relation.CONFLICT})


def clusters(groups: Sequence[Gathered], related: Sequence[Related]) -> list[list[int]]:
    """Groups that measure the same quantity, by their numbers, in order of first appearance."""
    parent = list(range(len(groups)))
    for relation in related:
        if relation.finding.relation in _SAME:
            one, other = _root(parent, relation.a), _root(parent, relation.b)
            parent[max(one, other)] = min(one, other)
    found: dict[int, list[int]] = defaultdict(list)
    for number in range(len(groups)):
        found[_root(parent, number)].append(number)
    return list(found.values())


def quantity_of(
    id: str,
    members: Sequence[int],
    groups: Sequence[Gathered],
    related: Sequence[Related],
    found: Sequence[Found],
    origin_of: dict[str, str],
) -> Quantity:
    """The quantity that some groups measure, with what they say of it together."""
    figures = sorted(figure for member in members for figure in groups[member].members)
    standing = [member for member in members if not _is_replaced(member, related)]
    status, why = _status(members, standing, groups, related)
    value, low, high = _value(standing or members, groups, found, status)
    origins = {origin_of[found[figure].item] for member in standing for figure in groups[member].members}
    return Quantity(
        id=id,
        label=_label(members, groups, found),
        figures=tuple(f"{found[figure].item}.{found[figure].number}" for figure in figures),
        value=value,
        low=low,
        high=high,
        unit=found[figures[0]].figure.unit,
        status=status,
        origins=max(1, len(origins)),
        why=why,
    )


def _is_replaced(member: int, related: Sequence[Related]) -> bool:
    return any(
        relation.a == member
        for relation in related
        if relation.finding.relation is Relation.UPDATED
    )


def _status(
    members: Sequence[int], standing: Sequence[int], groups: Sequence[Gathered], related: Sequence[Related]
) -> tuple[QuantityStatus, str]:
    for relation in related:
        if relation.finding.relation is Relation.CONFLICT and relation.a in standing and relation.b in standing:
            return QuantityStatus.DISPUTED, relation.finding.reason
    if not standing:
        return QuantityStatus.SUPERSEDED, "Every figure has been replaced by another."
    if len(standing) < len(members):
        return QuantityStatus.SETTLED, f"The latest count is {groups[standing[-1]].side.quote}."
    return QuantityStatus.SETTLED, "All figures agree."


def _value(
    members: Sequence[int], groups: Sequence[Gathered], found: Sequence[Found], status: QuantityStatus
) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    figures = [found[figure].figure for member in members for figure in groups[member].members]
    if status is QuantityStatus.DISPUTED:
        lows = [figure.low for figure in figures if figure.low is not None]
        highs = [figure.high for figure in figures if figure.high is not None]
        return None, min(lows, default=None), max(highs, default=None)
    best = min(figures, key=lambda figure: (_looseness(figure.low, figure.high), -_digits(figure.value)))
    return best.value, best.low, best.high


def _looseness(low: Decimal | None, high: Decimal | None) -> Decimal:
    return Decimal("Infinity") if low is None or high is None else high - low


def _digits(value: Decimal | None) -> int:
    return len(value.normalize().as_tuple().digits) if value is not None else 0


def _label(members: Sequence[int], groups: Sequence[Gathered], found: Sequence[Found]) -> str:
    """What a person would call it, from the commonest words for what is counted and what happened."""
    nouns = Counter(
        found[figure].figure.counted
        for member in members for figure in groups[member].members if found[figure].figure.counted
    )  # fmt: skip
    meanings = [groups[member].side.meaning for member in members]
    measure = next((meaning.measure for meaning in meanings if meaning.measure), None)
    noun = nouns.most_common(1)[0][0] if nouns else None
    said = measure.replace("_", " ") if measure else None
    return " ".join(word for word in (noun, said) if word and word != noun) if noun is None else (
        f"{noun} {said}" if said and said not in noun else noun
    ) or "figures"


def _root(parent: list[int], number: int) -> int:
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number


__all__ = ["clusters", "plain", "quantity_of"]
