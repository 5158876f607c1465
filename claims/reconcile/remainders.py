"""What is left of a whole when a part of it is taken away, in the unit of the whole.

Computed from one part and its whole only; whether other figures close it is asked in `tasks.py`.
"""

from __future__ import annotations

from decimal import Decimal

from claims.reconcile.amounts import LOWER_BOUNDS, UPPER_BOUNDS, in_unit
from claims.reconcile.side import Side


def left_over(part: Side, whole: Side) -> Decimal | None:
    """What is left, as finely as the coarser figure says; `None` where a number is missing or too large."""
    a, b = part.amount, whole.amount
    if a.value is None or b.value is None or a.value > b.value:
        return None
    left = in_unit(b.value - a.value, whole.unit)
    grain = in_unit(max(a.grain, b.grain), whole.unit)
    if part.unit == whole.unit or left is None or not grain:
        return left
    return left.quantize(Decimal(1).scaleb(grain.adjusted()))


def left_in_words(part: Side, whole: Side, left: Decimal) -> str:
    """What is left, as one would say it: "9", "about 3,000 t", "at most 28"."""
    loose = part.amount.is_loose or whole.amount.is_loose
    modifiers = part.amount.modifier, whole.amount.modifier
    most = modifiers[0] in LOWER_BOUNDS or modifiers[1] in UPPER_BOUNDS
    least = modifiers[0] in UPPER_BOUNDS or modifiers[1] in LOWER_BOUNDS
    how = "about " if loose or (most and least) else "at most " if most else "at least " if least else ""
    return f"{how}{left.normalize():,f}" + (f" {whole.unit}" if whole.unit else "")
