from __future__ import annotations

from datetime import UTC
from math import isnan

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.estimate.numbers import NO_TIME, moments, number, numbers, seconds


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


texts = st.one_of(
    st.text(alphabet="0123456789.,-+eE ", max_size=20),
    st.decimals(allow_nan=False, allow_infinity=False, places=4).map(str),
    st.sampled_from(["", "N/A", "1e18", "123456789012345678", "\N{MINUS SIGN}5", "1\n"]),
)


@given(st.lists(texts, max_size=20))
def test_many_texts_mean_what_each_of_them_means(texts: list[str]) -> None:
    value, decimals = numbers(pa.array(texts, pa.string()))

    assert [(repr(float(one)), int(places)) for one, places in zip(value, decimals, strict=True)] == [
        (repr(one), places) for one, places in map(number, texts)
    ]


times = st.one_of(
    st.datetimes(timezones=st.sampled_from([None, UTC])).map(str),
    st.dates().map(str),
    st.sampled_from(
        ["", "2025", "2025-02", "2025-02-30", "2025-02-01T24:00:01", "0000-01-01", "2025-02-01 10:00:00"]
    ),
)


@given(st.lists(times, max_size=10))
def test_many_times_mean_what_each_of_them_means(texts: list[str]) -> None:
    found = moments(pa.array(texts, pa.string())).tolist()

    assert found == [NO_TIME if when is None else when for when in map(seconds, texts)]
