from __future__ import annotations

from decimal import Decimal

import pytest

from reports.amounts import amount


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("123", None, "123"),
        ("3000000000", "USD", "3,000,000,000 USD"),
        ("12.50", "%", "12.5%"),
        ("2", "day", "2 days"),
        ("1", "day", "1 day"),
        ("6", "foot", "6 feet"),
        ("3", "square foot", "3 square feet"),
        ("2", "century", "2 centuries"),
        ("5", "km", "5 km"),
        ("60", "mph", "60 mph"),
        ("0", "tonne", "0 tonnes"),
        ("1E+18", None, "1,000,000,000,000,000,000"),
    ],
)
def test_a_value_is_written_with_commas_and_its_unit(value: str, unit: str | None, words: str) -> None:
    assert amount(Decimal(value), unit) == words


def test_a_value_that_is_not_given_says_so() -> None:
    assert amount(None, "USD") == "not given"
