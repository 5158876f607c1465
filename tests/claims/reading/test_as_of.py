"""The time of counting, where the text gives it."""

from __future__ import annotations

import pytest

from claims.reading.figures import find_figures

TIMES = {
    "as of": ("As of 3 May 2024, 12 were missing.", "2024-05-03"),
    "as at": ("12 were missing as at 3 May 2024.", "2024-05-03"),
    "by, of what had been counted": ("By 3 May 2024 12 people had been found.", "2024-05-03"),
    "as of a month": ("12 were missing as of May 2024.", "2024-05"),
    "by, of what is to come": ("12 parks will open by 2030.", None),
    "on the day of the event": ("On 3 May 2024 12 people left.", None),
    "two times of counting": ("As of 3 May 2024 12 were missing, as of 4 May 2024 none.", None),
}


@pytest.mark.parametrize(("text", "expected"), TIMES.values(), ids=TIMES.keys())
def test_only_a_time_of_counting_is_an_as_of_date(text: str, expected: str | None) -> None:
    (figure,) = find_figures(text, 0, len(text))

    assert figure.as_of == expected
