"""The arithmetic of drawings: where on a line a figure stands, in percentages.

Drawings are laid out in percentages and not in pixels, so that they fill whatever width
there is while their text keeps its size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from claims.reading.record import Figure

_MARGIN = 0.06


@dataclass(frozen=True, slots=True)
class Scale:
    """A number line from `low` to `high`, which stand a little inside its ends."""

    low: Decimal
    high: Decimal

    def at(self, value: Decimal) -> float:
        """Where a value stands, from 0 to 1."""
        share = float((value - self.low) / (self.high - self.low))
        return min(1.0, max(0.0, _MARGIN + share * (1 - 2 * _MARGIN)))


def scale_of(figures: Sequence[Figure]) -> Scale | None:
    """The line on which all of the figures stand; `None` where there is nothing to compare."""
    ends = [end for figure in figures for end in (figure.value, figure.low, figure.high) if end is not None]
    if len(figures) < 2 or not ends or min(ends) == max(ends):
        return None
    return Scale(min(ends), max(ends))


def percent(share: float) -> str:
    """A share of 1 as a percentage that a drawing can hold: "92.68%"."""
    return f"{100 * share:.2f}%"
