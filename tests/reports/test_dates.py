from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from reports.dates import date, moment


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        pytest.param("2025", "2025", id="a year"),
        pytest.param("2025-12", "December 2025", id="a month"),
        pytest.param("2025-12-13", "13 December 2025", id="a day"),
        pytest.param("2025-12-13T18:05:00+02:00", "13 December 2025, 16:05 UTC", id="a time with its zone"),
        pytest.param("2025-12-13T18:05:00", "13 December 2025, 18:05", id="a time without a zone"),
        pytest.param("2025-13-40", "2025-13-40", id="no such month"),
        pytest.param("last Tuesday", "last Tuesday", id="not a date"),
    ],
)
def test_a_date_is_shown_with_the_precision_that_was_stated(stated: str, words: str) -> None:
    assert date(stated) == words


def test_a_moment_is_shown_in_utc() -> None:
    kyiv = timezone(timedelta(hours=2))

    assert moment(datetime(2025, 12, 14, 1, 30, tzinfo=kyiv)) == "13 December 2025, 23:30 UTC"
    assert moment(datetime(2025, 12, 3, 9, 5, tzinfo=UTC)) == "3 December 2025, 09:05 UTC"
