"""Times of the past, and lengths of time, as people say them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from claims.errors import BadTime
from claims.handover.times import length, since_when

NOW = datetime(2025, 12, 16, 9, 30, tzinfo=timezone(timedelta(hours=2)))
"""A Tuesday, two hours ahead of UTC."""


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("3h", "2025-12-16T06:30:00+02:00", id="hours"),
        pytest.param("45 min ago", "2025-12-16T08:45:00+02:00", id="minutes"),
        pytest.param("2d", "2025-12-14T09:30:00+02:00", id="days"),
        pytest.param("1w", "2025-12-09T09:30:00+02:00", id="a week"),
        pytest.param("today", "2025-12-16T00:00:00+02:00", id="today"),
        pytest.param("08:15", "2025-12-16T08:15:00+02:00", id="an hour of today"),
        pytest.param("yesterday", "2025-12-15T00:00:00+02:00", id="yesterday"),
        pytest.param("Monday 18:00", "2025-12-15T18:00:00+02:00", id="a weekday with its hour"),
        pytest.param("tuesday", "2025-12-09T00:00:00+02:00", id="the weekday of today is a week ago"),
        pytest.param("2025-12-13 18:00Z", "2025-12-13T18:00:00+00:00", id="a time with its zone"),
    ],
)
def test_a_time_is_read_as_it_is_said(written: str, expected: str) -> None:
    assert since_when(written, NOW) == datetime.fromisoformat(expected)


def test_a_day_alone_is_meant_from_its_beginning() -> None:
    at = since_when("2025-12-13", NOW)

    assert (at.astimezone().date().isoformat(), at.astimezone().time().isoformat()) == (
        "2025-12-13",
        "00:00:00",
    )


@pytest.mark.parametrize("written", ["", "soon", "25:00", "monday 24:00", "2025-13-01", "h", "3y"])
def test_what_is_no_time_is_refused_with_examples(written: str) -> None:
    with pytest.raises(BadTime, match="monday 18:00"):
        since_when(written, NOW)


@pytest.mark.parametrize("written", ["2030-01-01", "23:00"])
def test_a_time_to_come_is_refused(written: str) -> None:
    with pytest.raises(BadTime, match="still to come"):
        since_when(written, NOW)


def test_a_length_of_time_is_read() -> None:
    assert (length("2d"), length("12 hours")) == (timedelta(days=2), timedelta(hours=12))
    with pytest.raises(BadTime, match="2d, 12h or 1w"):
        length("soon")
