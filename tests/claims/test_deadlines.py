"""When something has to be there, as people say it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from claims.deadlines import deadline
from claims.errors import BadTime

ZONE = timezone(timedelta(hours=2))
WEDNESDAY = datetime(2026, 3, 4, 9, 30, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("written", "until"),
    [
        pytest.param("today 18:00", datetime(2026, 3, 4, 18, 0, tzinfo=ZONE), id="today"),
        pytest.param("tomorrow", datetime(2026, 3, 5, 23, 59, 59, tzinfo=ZONE), id="tomorrow"),
        pytest.param("Tomorrow 9:15", datetime(2026, 3, 5, 9, 15, tzinfo=ZONE), id="tomorrow-at"),
        pytest.param("friday 18:00", datetime(2026, 3, 6, 18, 0, tzinfo=ZONE), id="weekday"),
        pytest.param("wednesday", datetime(2026, 3, 11, 23, 59, 59, tzinfo=ZONE), id="today's-weekday"),
        pytest.param("monday", datetime(2026, 3, 9, 23, 59, 59, tzinfo=ZONE), id="next-week"),
        pytest.param("3d", datetime(2026, 3, 7, 23, 59, 59, tzinfo=ZONE), id="days"),
        pytest.param("in 1 week", datetime(2026, 3, 11, 23, 59, 59, tzinfo=ZONE), id="week"),
        pytest.param("36h", datetime(2026, 3, 5, 21, 30, tzinfo=ZONE), id="hours"),
        pytest.param("2026-03-05 18:00Z", datetime(2026, 3, 5, 20, 0, tzinfo=ZONE), id="date"),
    ],
)
def test_a_deadline_is_said_as_a_newsroom_says_it(written: str, until: datetime) -> None:
    assert deadline(written, WEDNESDAY) == until


@pytest.mark.parametrize("written", ["today 9:00", "2026-03-04T08:00+02:00", "2020-01-01"])
def test_a_time_that_has_passed_is_no_deadline(written: str) -> None:
    with pytest.raises(BadTime, match="has passed already"):
        deadline(written, WEDNESDAY)


@pytest.mark.parametrize("written", ["soon", "friday 25:00", "0x3d", "", "2026-02-30", "fri day"])
def test_what_is_no_time_is_refused_with_how_to_write_one(written: str) -> None:
    with pytest.raises(BadTime, match="is no time; write it as"):
        deadline(written, WEDNESDAY)
