"""Lines that say who wrote an article and when."""

from __future__ import annotations

import pytest

from sources.readers.bylines import Byline, read_byline, stated_date


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        pytest.param("By Jane Doe", Byline(author="Jane Doe"), id="name"),
        pytest.param(
            "by Ana de la Cruz and Jan van den Berg",
            Byline(author="Ana de la Cruz and Jan van den Berg"),
            id="two",
        ),
        pytest.param(
            "Written by Jane Doe | 4 March 2025", Byline("Jane Doe", "2025-03-04"), id="name and day"
        ),
        pytest.param("13 December 2025", Byline(published="2025-12-13"), id="day first"),
        pytest.param("Dec. 13, 2025", Byline(published="2025-12-13"), id="month first"),
        pytest.param("Saturday, September 13, 2025", Byline(published="2025-09-13"), id="weekday"),
        pytest.param("2025-12-13", Byline(published="2025-12-13"), id="ISO"),
        pytest.param("December 2025", Byline(published="2025-12"), id="month only"),
        pytest.param(
            "Published 13 December 2025 at 10:30 GMT",
            Byline(published="2025-12-13T10:30+00:00"),
            id="label and time",
        ),
        pytest.param("4 May 2026, 9:10 am", Byline(published="2026-05-04T09:10"), id="morning"),
        pytest.param("May 4, 2026 12.05 a.m.", Byline(published="2026-05-04T00:05"), id="past midnight"),
        pytest.param("4 May 2026, 12:05 pm EST", Byline(published="2026-05-04T12:05"), id="short zone"),
        pytest.param("2026-05-04T21:40:10.123Z", Byline(published="2026-05-04T21:40+00:00"), id="ISO time"),
        pytest.param("4 May 2026 21:40 +0200", Byline(published="2026-05-04T21:40+02:00"), id="offset"),
        pytest.param("4 May 2026, 6 pm", Byline(published="2026-05-04T18:00"), id="hour only"),
        pytest.param("4 May 2026, 25:70", Byline(published="2026-05-04"), id="no clock shows it"),
        pytest.param("4 May 2026, 13:70 pm", Byline(published="2026-05-04"), id="no minute"),
        pytest.param("Updated: 2 May 2025", Byline(modified="2025-05-02"), id="updated"),
        pytest.param(
            "Meridian | Updated: 2025-09-15 17:52",
            Byline(modified="2025-09-15T17:52"),
            id="outlet and update",
        ),
        pytest.param("Harbour Office, 3 March 2025", Byline(published="2025-03-03"), id="office and day"),
    ],
)
def test_a_byline_is_read_with_the_precision_that_it_states(line: str, byline: Byline) -> None:
    assert read_byline(line) == byline


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("By the end of the day the water had gone", id="prose after by"),
        pytest.param("By Monday", id="one word is no name"),
        pytest.param("03/04/2025", id="a date that reads two ways"),
        pytest.param("31 February 2025", id="a day that is none"),
        pytest.param("13 December", id="no year"),
        pytest.param("The ferry opened on 4 March 2025", id="a sentence with a date"),
        pytest.param("Velmaria frees 123 prisoners", id="a headline"),
    ],
)
def test_what_only_resembles_a_byline_is_none(line: str) -> None:
    assert read_byline(line) is None


def test_a_month_without_a_day_stays_a_month() -> None:
    assert stated_date("March 2025") == "2025-03"
