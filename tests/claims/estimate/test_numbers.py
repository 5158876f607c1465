from __future__ import annotations

from math import isnan

import pytest

from claims.estimate.numbers import number, seconds, written


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        ("123", 123, 0),
        (" 30.06 ", 30.06, 2),
        ("46.0", 46, 1),
        ("1,234,567", 1_234_567, 0),
        ("-5", -5, 0),
        ("\N{MINUS SIGN}5", -5, 0),
        (".5", 0.5, 1),
        ("1e18", 1e18, 0),
        ("1.25e1", 12.5, 1),
        ("1000000000000000000", 1e18, 0),
    ],
)
def test_a_number_keeps_the_precision_in_which_it_is_written(text: str, value: float, decimals: int) -> None:
    assert number(text) == (value, decimals)


@pytest.mark.parametrize(
    "text", ["", ".", "NaN", "inf", "1e999", "1_000", "1,23", "12-Nov", "N/A", "٣", "-", "e5", "9" * 500]
)
def test_anything_else_is_no_number(text: str) -> None:
    assert isnan(number(text)[0])


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2025", "2025-02"),
        ("2025-02-01", "2025-02-01T10:00:00"),
        ("2025-02-01T12:00:00+02:00", "2025-02-01T10:00:01Z"),
        ("Sat Feb 1 10:00:00 2025", "Sat, 01 Feb 2025 10:00:01 GMT"),
    ],
)
def test_times_are_compared_whatever_their_spelling(earlier: str, later: str) -> None:
    first, second = seconds(earlier), seconds(later)

    assert first is not None
    assert second is not None
    assert first < second


@pytest.mark.parametrize("text", ["", "yesterday", "2025-13", "99"])
def test_a_time_that_cannot_be_read_is_unknown(text: str) -> None:
    assert seconds(text) is None


@pytest.mark.parametrize(
    ("units", "decimals", "text"),
    [
        (3006.0, 2, "30.06"),
        (123.0, 0, "123"),
        (-5.0, 1, "-0.5"),
        (1e18, 0, "1000000000000000000"),
        (38.25, 0, "38.25"),
    ],
)
def test_units_are_written_as_a_plain_decimal(units: float, decimals: int, text: str) -> None:
    assert written(units, decimals) == text
