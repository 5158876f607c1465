"""What a wording allows."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.kinds import Modifier
from claims.reading.intervals import granularity, interval

GRAINS = {
    "tens": ("120", None, False, "10"),
    "never coarser than the second digit": ("1000", None, False, "100"),
    "ones": ("5", None, False, "1"),
    "as written": ("123", None, False, "1"),
    "decimals": ("0.5", None, False, "0.1"),
    "a scale word": ("1200000", "100000", True, "100000"),
    "a scale word behind one digit": ("5000000", "1000000", True, "100000"),
    "a nought that was written out": ("1200000", "10000", True, "10000"),
}


@pytest.mark.parametrize(("value", "own", "scaled", "grain"), GRAINS.values(), ids=GRAINS.keys())
def test_a_number_speaks_in_units_of_its_own(value: str, own: str | None, scaled: bool, grain: str) -> None:
    assert granularity(Decimal(value), Decimal(own) if own else None, scaled=scaled) == Decimal(grain)


INTERVALS = {
    "exact": (Modifier.EXACT, "120", "120"),
    "about": (Modifier.ABOUT, "115", "125"),
    "nearly": (Modifier.NEARLY, "110", "120"),
    "at least": (Modifier.AT_LEAST, "120", None),
    "more than": (Modifier.MORE_THAN, "120", None),
    "at most": (Modifier.AT_MOST, None, "120"),
    "less than": (Modifier.LESS_THAN, None, "120"),
}


@pytest.mark.parametrize(("modifier", "low", "high"), INTERVALS.values(), ids=INTERVALS.keys())
def test_a_modifier_opens_or_widens_the_interval(
    modifier: Modifier, low: str | None, high: str | None
) -> None:
    expected = tuple(None if end is None else Decimal(end) for end in (low, high))

    assert interval(Decimal(120), modifier, Decimal(10)) == expected


@given(st.decimals("0.01", 10**15, allow_nan=False, places=2), st.sampled_from(Modifier))
def test_the_value_always_lies_in_its_own_interval(value: Decimal, modifier: Modifier) -> None:
    low, high = interval(value, modifier, granularity(value))

    assert low is None or low <= value
    assert high is None or value <= high
