"""Finds the sums in a story: wholes whose named parts add up, and wholes of which something is missing.

A part that merely is less than its whole makes no sum: what is left of it was never in question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from operator import itemgetter

from claims.kinds import Modifier, Relation
from claims.reconcile.record import GroupRelation
from reports.related import Related


@dataclass(frozen=True, slots=True)
class Sum:
    """A whole and the parts that are named of it, in the order of the text; `rest` is not accounted for."""

    whole: str
    parts: tuple[str, ...]
    rest: Decimal


def sums(told: Sequence[GroupRelation], related: Related) -> Iterator[Sum]:
    """The sums in some relations: those that add up first, each once, then those with an open remainder."""
    parts: dict[str, list[GroupRelation]] = defaultdict(list)
    for one in told:
        if one.relation is Relation.PART_OF and _can_be_part(one, related):
            parts[one.b].append(one)
    for whole, relations in parts.items():
        candidates = list(dict.fromkeys(one.a for one in relations if _is_exact(one.a, related)))
        complete = dict.fromkeys(_complete(whole, candidates, related)) if _is_exact(whole, related) else {}
        yield from (Sum(whole, found, Decimal(0)) for found in complete)
        yield from _open(relations, {part for found in complete for part in found}, related)


def _open(relations: Sequence[GroupRelation], accounted: Set[str], related: Related) -> Iterator[Sum]:
    """The parts whose remainder is open; a part that is the remainder of another is no second sum."""
    rests: set[Decimal] = set()
    for one in relations:
        value = related.figure(one.a).value
        if not related.is_open(one) or one.residual is None or one.a in accounted or value in rests:
            continue
        rests.add(one.residual)
        yield Sum(one.b, (one.a,), one.residual)


def _can_be_part(one: GroupRelation, related: Related) -> bool:
    part, whole = related.figure(one.a), related.figure(one.b)
    if part.value is None or not whole.value or part.unit != whole.unit:
        return False
    return 0 < part.value / whole.value <= 1


def _is_exact(group: str, related: Related) -> bool:
    figure = related.figure(group)
    return figure.modifier is Modifier.EXACT and bool(figure.value)


def _complete(whole: str, parts: Sequence[str], related: Related) -> Iterator[tuple[str, ...]]:
    """Parts that add up to the whole and stand in one document: neighbours in its text, or any two."""
    total = related.figure(whole).value
    by_document: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for part in parts:
        for document, place in related.first_places(part).items():
            by_document[document].append((place, part))
    for placed in by_document.values():
        row = [part for _, part in sorted(placed, key=itemgetter(0))]
        for found in (*_neighbours(row, total, related), *_twos(row, total, related)):
            if len({related.label(part) for part in found}) == len(found) > 1:
                yield found


def _value(group: str, related: Related) -> Decimal:
    return related.figure(group).value or Decimal(0)


def _neighbours(row: Sequence[str], total: Decimal | None, related: Related) -> Iterator[tuple[str, ...]]:
    """The runs of a row that add up to the total; every value is above 0, so one pass finds them all."""
    first, reached = 0, Decimal(0)
    for last, part in enumerate(row):
        reached += _value(part, related)
        while total is not None and reached > total:
            reached -= _value(row[first], related)
            first += 1
        if reached == total:
            yield tuple(row[first : last + 1])


def _twos(row: Sequence[str], total: Decimal | None, related: Related) -> Iterator[tuple[str, ...]]:
    """The first two of every two values that add up to the total, in the order of the row."""
    seen: dict[Decimal, str] = {}
    for part in row:
        value = _value(part, related)
        if total is not None and (other := seen.get(total - value)) is not None:
            yield other, part
        seen.setdefault(value, part)
