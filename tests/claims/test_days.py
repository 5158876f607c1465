"""Days in words."""

from __future__ import annotations

from datetime import date

import pytest

from claims.days import day


@pytest.mark.parametrize(
    ("at", "words"),
    [
        pytest.param(date(2025, 1, 1), "1 January 2025", id="the first month"),
        pytest.param(date(2025, 12, 14), "14 December 2025", id="the last"),
    ],
)
def test_a_day_is_told_without_a_leading_nought(at: date, words: str) -> None:
    assert day(at) == words
