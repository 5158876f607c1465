from __future__ import annotations

import pytest

from reports.prose import prose


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        pytest.param("Both can't hold.", "Both can’t hold.", id="apostrophe"),
        pytest.param("the owners' boats", "the owners’ boats", id="apostrophe at the end of a word"),
        pytest.param("Given as '12'.", "Given as '12'.", id="single quotation marks before a stop"),
        pytest.param("Counted by 2025-03-14.", "Counted by 14 March 2025.", id="date"),
        pytest.param("It leaves 12000.", "It leaves 12,000.", id="long number"),
        pytest.param("It was 2025.", "It was 2025.", id="year"),
        pytest.param("It leaves 12,000.", "It leaves 12,000.", id="already parted"),
        pytest.param("See 12:30000 and 1.123456.", "See 12:30000 and 1.123456.", id="no number of its own"),
        pytest.param("Part 2025-03-14-7.", "Part 2025-03-14-7.", id="no date"),
        pytest.param("Day 2025-13-40.", "Day 2025-13-40.", id="no such month"),
    ],
)
def test_a_sentence_of_the_machine_is_set_for_a_page(said: str, printed: str) -> None:
    assert prose(said) == printed


def test_a_clock_time_is_told_with_its_day() -> None:
    told = prose("31 was counted by 2026-05-04T21:40, 14 by 2026-05-04T09:10+00:00.")

    assert told == "31 was counted by 4 May 2026, 21:40, 14 by 4 May 2026, 09:10 UTC."
