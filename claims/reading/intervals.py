"""What a wording allows: the lowest and the highest value that would still make it true.

Tolerance comes from each figure's own precision and from nothing else. Whether an end is
open ("more than 120") is told by the modifier, not by the interval.
"""

from __future__ import annotations

from decimal import Decimal
from typing import assert_never

from claims.kinds import Modifier
from claims.reading.numerals import own_grain

Interval = tuple[Decimal | None, Decimal | None]


def granularity(value: Decimal, own: Decimal | None = None, *, scaled: bool = False) -> Decimal:
    """The unit that a number speaks in, never coarser than its second significant digit.

    `own` is the unit as the number is written, if more is known than its value; `scaled` says
    that a scale word multiplied it. "About 120" speaks in tens, "about 1,000" in hundreds,
    "1.2 million" in hundred thousands, "about 5" in ones.
    """
    own = own_grain(value) if own is None else own
    grain = min(own, Decimal(1).scaleb(value.adjusted() - 1))
    return grain if scaled else max(grain, min(own, Decimal(1)))


def interval(value: Decimal, modifier: Modifier, grain: Decimal) -> Interval:
    """The interval that the modifier leaves around a value that speaks in units of `grain`."""
    match modifier:
        case Modifier.EXACT | Modifier.RANGE | Modifier.VAGUE:
            return value, value
        case Modifier.ABOUT:
            return value - grain / 2, value + grain / 2
        case Modifier.NEARLY:
            return value - grain, value
        case Modifier.AT_LEAST | Modifier.MORE_THAN:
            return value, None
        case Modifier.AT_MOST | Modifier.LESS_THAN:
            return None, value
        case _:
            assert_never(modifier)
