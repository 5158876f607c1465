"""A percentage of a stated base beside a count: "42% of the 1,200 pupils passed" and "504 pupils passed".

Compared only where the sentence gives the base as a number, the same things are counted, and the
same is said of them. A percentage without a base is never made a count.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claims.kinds import Relation
from claims.reconcile.amounts import Amount
from claims.reconcile.clauses import Stretch
from claims.reconcile.gathered import Gathered, Related
from claims.reconcile.likeness import Contrasts, Facet, likeness
from claims.reconcile.pairing import Finding
from claims.reconcile.side import Side

_BEFORE_BASE = frozenset({"of", "the", "its", "all", "their", "those", "these", "our", "his", "her"})
_FURTHEST = 2
_MOST = 20
_WHOLE = Decimal(100)
_STEM = 6


def bases_of(spans: Sequence[Stretch], amounts: Sequence[Amount]) -> dict[int, int]:
    """For each share of a number that its sentence gives right behind it, that number."""
    found = {}
    for index in range(len(spans) - 1):
        here, there = spans[index], spans[index + 1]
        between = [word.key for word in here.words[here.after : there.at]]
        is_share = amounts[index].kind == "%" and amounts[index + 1].kind == "count"
        if is_share and between[:1] == ["of"] and _BEFORE_BASE.issuperset(between):
            found[index] = index + 1
    return found


def share_relations(groups: Sequence[Gathered], story: Contrasts) -> Iterator[Related]:
    """How each share of a stated base stands to the counts of the same things, near it in value."""
    counts: dict[str, list[tuple[Decimal, int]]] = defaultdict(list)
    for number, group in enumerate(groups):
        side = group.side
        if side.amount.kind == "count" and side.amount.value is not None and side.head:
            counts[side.head].append((side.amount.value, number))
    for known in counts.values():
        known.sort()
    for number, group in enumerate(groups):
        share = _as_count(group.side)
        if share is None or share.value is None:
            continue
        near = counts[group.side.head or ""]
        first = bisect_left(near, (share.value / _FURTHEST, 0))
        last = bisect_right(near, (share.value * _FURTHEST, len(groups)))
        for _, other in near[first : min(last, first + _MOST)]:
            finding = _finding(group.side, groups[other].side, share, story)
            if finding is not None:
                yield Related(number, other, finding)


def _as_count(side: Side) -> Amount | None:
    """The count that a share of a number comes to, as exactly as the percentage is given."""
    base, share = side.base, side.amount
    if base is None or base.value is None or share.value is None:
        return None
    value = share.value * base.value / _WHOLE
    slack = share.grain * base.value / _WHOLE / 2
    return Amount("count", value, value - slack, value + slack, share.modifier, Decimal(0))


def _finding(side: Side, other: Side, share: Amount, story: Contrasts) -> Finding | None:
    count, base = other.amount, side.base
    if base is None or share.value is None or count.value is None or count.value == base.value:
        return None
    alike = likeness(side.meaning, other.meaning, story)
    if alike.any(Facet.DIFFERENT) or not _same_is_said(side, other):
        return None
    made = f"{side.quote} of {base.value:,f} is {share.value.normalize():,f}"
    if share.value == count.value and count.low == count.high:
        return Finding(Relation.EQUAL, f"{made}, which is what {other.quote} says.")
    if share.meets(count):
        return Finding(
            Relation.ROUNDED, f"{made}, and {other.quote} is that within the rounding of a percentage."
        )
    if alike.is_same and not count.is_bound and not count.is_loose:
        return Finding(Relation.CONFLICT, f"{made}, and {other.quote} is given for the same.")
    return None


def _same_is_said(side: Side, other: Side) -> bool:
    """Whether both clauses share a word beside the noun that is counted, such as their verb."""
    noun = (side.head or "")[:_STEM]
    return bool((side.words & other.words) - {noun})
