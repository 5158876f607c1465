"""What a figure allows, in one unit for each kind of thing, so that figures can be compared.

Exact decimals throughout; units are converted only where the conversion is exact. Currencies
are never converted.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from claims.kinds import Modifier
from claims.reading.record import Figure
from claims.reconcile.lexicon import conversions, convertible_kinds

LOWER_BOUNDS = frozenset({Modifier.AT_LEAST, Modifier.MORE_THAN})
UPPER_BOUNDS = frozenset({Modifier.AT_MOST, Modifier.LESS_THAN})
APPROXIMATE = frozenset({Modifier.ABOUT, Modifier.NEARLY, Modifier.VAGUE})

_ROUND = 100


_TOLD_EXACTLY = frozenset({"s", "month", "pp"})
"""Kinds that have several units but are given in the one that is meant: times, percentage points."""


@dataclass(frozen=True)
class Amount:
    """A figure's interval in the unit of its kind. `kind` is "count" for a bare count.

    `value` is `None` for a pure range; `None` as `low` or `high` is unbounded. `grain` is the unit
    in which the number speaks; `may_be_rounded` says that it may stand for what rounds to it: a
    measure always, whatever its unit, and a count that ends in two noughts and more or in none.
    """

    kind: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    modifier: Modifier
    grain: Decimal
    may_be_rounded: bool = False

    @property
    def is_bound(self) -> bool:
        """Whether it says only how much at least or at most."""
        return self.modifier in LOWER_BOUNDS or self.modifier in UPPER_BOUNDS

    @property
    def is_loose(self) -> bool:
        """Whether its words make it approximate."""
        return self.modifier in APPROXIMATE

    @cached_property
    def ends(self) -> tuple[Decimal | None, Decimal | None]:
        """The two ends of the interval."""
        return self.low, self.high

    def meets(self, other: Amount) -> bool:
        """Whether some number fits both."""
        return self._starts_before_end_of(other) and other._starts_before_end_of(self)

    def in_whole(self, other: Amount) -> bool:
        """Whether a part of this size fits into a whole of the other size."""
        return self.low is None or other.high is None or self.low <= other.high

    @property
    def _open_below(self) -> bool:
        return self.modifier is Modifier.MORE_THAN

    @property
    def _open_above(self) -> bool:
        return self.modifier is Modifier.LESS_THAN

    def _starts_before_end_of(self, other: Amount) -> bool:
        if self.low is None or other.high is None:
            return True
        if self.low == other.high:
            return not (self._open_below or other._open_above)
        return self.low < other.high


def amount_of(figure: Figure) -> Amount:
    """The figure's amount in the unit of its kind."""
    factor, kind = (Decimal(100), "%") if _is_fraction(figure) else _in_kind(figure.unit)
    grain = Decimal(0) if figure.value is None else grain_of(figure.value)
    return Amount(
        kind=kind,
        value=_scaled(figure.value, factor),
        low=_scaled(figure.low, factor),
        high=_scaled(figure.high, factor),
        modifier=figure.modifier,
        grain=grain * factor,
        may_be_rounded=is_measured(kind) or grain >= _ROUND or 0 < grain <= 1,
    )


def is_measured(kind: str) -> bool:
    """Whether a kind is often converted from a round number in another unit: 12 inches and 30 centimetres."""
    return kind in convertible_kinds() and kind not in _TOLD_EXACTLY


def _is_fraction(figure: Figure) -> bool:
    """Whether it is a share in words: "two thirds", "a half"."""
    return figure.unit is None and figure.value is not None and 0 < figure.value < 1


def grain_of(value: Decimal) -> Decimal:
    """The unit in which a number speaks: its last digit that is not zero, no coarser than the second."""
    if value == 0:
        return Decimal(1)
    _, digits, exponent = value.normalize().as_tuple()
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(exponent - 1 if len(digits) == 1 else exponent)


def _in_kind(unit: str | None) -> tuple[Decimal, str]:
    if unit is None:
        return Decimal(1), "count"
    return conversions().get(unit, (Decimal(1), unit))


def _scaled(number: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if number is None else number * factor


def in_unit(number: Decimal | None, unit: str | None) -> Decimal | None:
    """An amount in the unit of its kind, given in another unit of that kind."""
    if number is None:
        return None
    factor, _ = _in_kind(unit)
    return number / factor
