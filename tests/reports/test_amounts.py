from __future__ import annotations

from decimal import Decimal

import pytest

from claims.reading.record import Figure
from reports.amounts import amount, amount_like


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


@pytest.mark.parametrize(
    ("value", "quote", "of", "unit", "words"),
    [
        pytest.param("12", "52 tonnes", "52", "t", "12 tonnes", id="its unit as written"),
        pytest.param("12000", "52 tonnes", "52000", "kg", "12 tonnes", id="its scale as written"),
        pytest.param("700000", "£3.1 million", "3100000", "GBP", "£0.7 million", id="millions"),
        pytest.param("250000", "£750,000", "750000", "GBP", "£250,000", id="commas"),
        pytest.param("2", "five days", "5", "day", "2 days", id="written in letters"),
        pytest.param("1", "52 tonnes", "52", "t", "1 t", id="one of them"),
        pytest.param("1", "3 miles", "4828.032", "m", "1 m", id="no round number of them"),
        pytest.param("1200", "3,400 people", "3400", None, "1,200", id="a bare count"),
    ],
)
def test_a_value_beside_a_figure_is_written_like_it(
    value: str, quote: str, of: str, unit: str | None, words: str
) -> None:
    figure = Figure(0, len(quote), quote, Decimal(of), Decimal(of), Decimal(of), unit=unit)

    assert amount_like(Decimal(value), figure) == words
