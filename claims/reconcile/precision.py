"""What two numbers allow each other by their own precision, whatever they measure."""

from __future__ import annotations

from decimal import Decimal

from claims.kinds import Modifier
from claims.reconcile.amounts import LOWER_BOUNDS, Amount, is_measured


def rounds(a: Amount, b: Amount) -> bool:
    """Whether a is a rounding of b: by its words, or by the zeros at its end."""
    if a.is_loose and a.meets(b):
        return True
    if a.value is None or b.value is None or b.is_bound or a.is_bound:
        return _same_range(a, b)
    coarser = a.grain >= 10 * b.grain and a.may_be_rounded
    return coarser and abs(a.value - b.value) * 2 <= a.grain


def may_be_round(a: Amount, b: Amount) -> bool:
    """Whether a small number that ends in nought may stand for the other: 120 for 123, 100 for 99."""
    if a.value is None or b.value is None or a.is_bound or b.is_bound:
        return False
    return a.grain >= 10 * b.grain and abs(a.value - b.value) * 2 <= a.grain


def nearly_meet(a: Amount, b: Amount) -> bool:
    """Whether an approximate figure may be meant a little more loosely than its digits say."""
    if a.value and b.value and is_measured(a.kind) and abs(a.value - b.value) * 50 <= abs(a.value):
        return True
    return any(_loosely_holds(one, other) for one, other in ((a, b), (b, a)))


def touch(a: Amount, b: Amount) -> bool:
    """Whether one says "more than 400" and the other 400: careless wording more often than a conflict."""
    open_ends = {Modifier.MORE_THAN, Modifier.LESS_THAN}
    return (
        a.value == b.value and bool({a.modifier, b.modifier} & open_ends) and not (a.is_bound and b.is_bound)
    )


def far_apart(a: Amount, b: Amount) -> bool:
    """Whether one number is more than twice the other."""
    small, large = sorted((a.value or Decimal(0), b.value or Decimal(0)))
    return large > 2 * small


def stands_beside(bound: Amount, other: Amount) -> bool:
    """Whether a bound lies so near to a number that it may be a way of giving it: "more than 120" for 123."""
    if not bound.is_bound or bound.value is None or other.value is None:
        return True
    return abs(bound.value - other.value) <= bound.grain


def same_direction(a: Amount, b: Amount) -> bool:
    """Whether two bounds are of one sort, both from below or both from above."""
    return (a.modifier in LOWER_BOUNDS) == (b.modifier in LOWER_BOUNDS) and b.is_bound


def only_vague(a: Amount, b: Amount) -> bool:
    """Whether one is no more than a vague word that the other fits ("hundreds" and 300)."""
    return Modifier.VAGUE in (a.modifier, b.modifier) and a.meets(b)


def look_like_a_slip(a: Amount, b: Amount) -> bool:
    """Whether two numbers lie close, or have the same digits in another order or with another nought."""
    if a.value is None or b.value is None or not a.value or not b.value:
        return True
    small, large = sorted((abs(a.value), abs(b.value)))
    digits = [sorted(str(number.normalize().as_tuple().digits)) for number in (small, large)]
    return large * 2 < small * 3 or digits[0] == digits[1]


def _same_range(a: Amount, b: Amount) -> bool:
    """Whether two ranges have nearly the same ends, as after a conversion to round numbers."""
    if Modifier.RANGE not in (a.modifier,) or a.modifier is not b.modifier:
        return False
    ends = [(x, y) for x, y in zip(a.ends, b.ends, strict=True) if x is not None and y is not None]
    return len(ends) == 2 and all(abs(x - y) * 50 <= abs(x) for x, y in ends) and a.ends != b.ends


def _loosely_holds(loose: Amount, other: Amount) -> bool:
    if not loose.is_loose or loose.value is None or other.value is None:
        return False
    digits = len(loose.value.normalize().as_tuple().digits)
    slack = Decimal(1).scaleb(loose.value.adjusted()) / 2 if digits == 1 else loose.grain
    return abs(loose.value - other.value) <= slack
