"""Dates in running text, at the precision that is stated."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reading.dates import find_dates


def dates(text: str) -> list[tuple[str, str | None]]:
    return [(text[found.start : found.end], found.value) for found in find_dates(text, 0, len(text))]


STATED = {
    "day month year": ("It ended on 13 December 2025.", [("13 December 2025", "2025-12-13")]),
    "month day year": ("It ended on December 13, 2025.", [("December 13, 2025", "2025-12-13")]),
    "an ordinal": ("On the 13th of December 2025", [("13th of December 2025", "2025-12-13")]),
    "an abbreviation": ("Since Sept. 3 2024", [("Sept. 3 2024", "2024-09-03")]),
    "month and year": ("In July 2021 she left.", [("July 2021", "2021-07")]),
    "a year": ("He has ruled since 1994.", [("1994", "1994")]),
    "a year as adjective": ("After the 2020 vote", [("2020", "2020")]),
    "a year behind a prefix": ("Repression was a post-2020 habit.", [("2020", "2020")]),
    "a season": ("The 2018-19 budget", [("2018-19", "2018")]),
    "day and month": ("The 13 December release", [("13 December", None)]),
    "month alone": ("It will reopen in May.", [("May", None)]),
    "two days of a month": ("On 8 and 9 January 2024", [("8", None), ("9 January 2024", "2024-01-09")]),
    "a span of days": ("From Sept. 20-24 they met.", [("Sept. 20-24", None)]),
    "iso": ("Filed 2025-12-13 here.", [("2025-12-13", "2025-12-13")]),
    "day first": ("Signed 13/12/2025.", [("13/12/2025", "2025-12-13")]),
    "month first": ("Signed 12/13/2025.", [("12/13/2025", "2025-12-13")]),
    "day or month first": ("Signed 05/06/2025.", [("05/06/2025", "2025")]),
    "a decade": ("In the 1990s it grew.", [("1990s", None)]),
    "a weekday": ("They met on Tuesday.", [("Tuesday", None)]),
    "remote years": ("Between 1600 and 1900 it cooled.", [("1600", "1600"), ("1900", "1900")]),
    "a verb that is a month": ("They may march in march time.", []),
    "an amount of that size": ("The quake killed 2000 people and 1500 cows.", []),
    "money of that size": ("It cost $2020 or 1999 euros.", []),
    "a temperature": ("It reached 2000 degrees.", []),
}


@pytest.mark.parametrize(("text", "expected"), STATED.values(), ids=STATED.keys())
def test_a_date_keeps_the_precision_that_was_stated(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert dates(text) == expected


RESOLVED = {
    "a day of this year": ("On 3 March", "2025-06-10", "2025-03-03"),
    "a day of last year": ("On 30 December", "2025-01-02", "2024-12-30"),
    "a weekday": ("On Tuesday", "2025-12-13", "2025-12-09"),
    "the day of publication": ("On Saturday", "2025-12-13T08:00:00Z", "2025-12-13"),
    "a month": ("In November", "2025-12-13", "2025-11"),
    "a year that is stated": ("In 2021", "2025-12-13", "2021"),
    "no day of publication": ("On 3 March", None, None),
    "publication to the year only": ("On 3 March", "2025", None),
}


@pytest.mark.parametrize(("text", "published", "expected"), RESOLVED.values(), ids=RESOLVED.keys())
def test_what_a_date_leaves_out_is_taken_from_the_day_of_publication(
    text: str, published: str | None, expected: str | None
) -> None:
    (found,) = find_dates(text, 0, len(text))

    assert found.resolved(published) == expected


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_every_day_of_the_calendar_is_read_back_in_iso_and_in_words(day: date) -> None:
    written = f"On {day.day} {day:%B} {day.year} they met, or {day.isoformat()}."

    assert [value for _, value in dates(written)] == [day.isoformat()] * 2
