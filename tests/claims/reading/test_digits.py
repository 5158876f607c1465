"""What a run of digits is worth, in every usage of separators."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reading.digits import digits_value

WRITTEN = {
    "plain": ("123", "123"),
    "grouped": ("1,187,432", "1187432"),
    "grouped with decimals": ("6,327.80", "6327.80"),
    "Indian groups": ("1,00,000", "100000"),
    "Continental groups": ("1.187.432", "1187432"),
    "Continental with decimals": ("1.234,56", "1234.56"),
    "decimal point": ("36.8", "36.8"),
    "decimal comma": ("52,16", "52.16"),
    "three places behind a nought": ("0,125", "0.125"),
    "a version": ("1.2.3", None),
    "a list": ("1,2,3", None),
    "groups that begin with nought": ("01,234", None),
    "too long to be a figure": ("1" * 21, None),
}


@pytest.mark.parametrize(("written", "value"), WRITTEN.values(), ids=WRITTEN.keys())
def test_separators_are_told_from_decimal_points(written: str, value: str | None) -> None:
    assert digits_value(written) == (None if value is None else Decimal(value))


@given(st.decimals(0, 10**9, places=2, allow_nan=False))
def test_a_number_is_read_back_however_its_thousands_are_grouped(value: Decimal) -> None:
    assert digits_value(f"{value:,.2f}") == digits_value(f"{value:.2f}") == value
