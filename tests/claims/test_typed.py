"""What people type: dates are taken with their zone, and what is none is said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from claims.errors import BadTime, EmptyReason
from claims.typed import moment, reason, said


def test_a_time_with_a_zone_is_that_time() -> None:
    assert moment("2025-12-14 18:00+02:00") == datetime(2025, 12, 14, 16, tzinfo=UTC)
    assert moment("2025-12-14T18:00Z") == datetime(2025, 12, 14, 18, tzinfo=UTC)


def test_a_time_without_one_is_that_of_this_machine() -> None:
    found = moment("2025-12-14 9:05")

    assert found.tzinfo is not None
    assert found == datetime(2025, 12, 14, 9, 5).astimezone()


def test_a_date_alone_ends_with_its_day() -> None:
    assert moment("2025-12-14") + timedelta(seconds=1) == datetime(2025, 12, 15).astimezone()


@pytest.mark.parametrize(
    "written", ["tomorrow", "14.12.2025", "2025-13-01", "2025-12-14 25:00", "2025-12-14 18", "", "0000-00-00"]
)
def test_what_is_no_date_is_said(written: str) -> None:
    with pytest.raises(BadTime, match="is no date; write it as 2025-12-14"):
        moment(written)


def test_what_is_said_stands_on_one_line_and_nothing_is_nothing() -> None:
    assert said(" both\n ministries ") == "both ministries"
    assert said(" \n") is None
    assert said(None) is None


def test_a_reason_of_no_words_is_refused_with_how_to_give_one() -> None:
    with pytest.raises(EmptyReason, match="closing correction:3 needs its reason; give one with --because"):
        reason(" ", "closing correction:3")
