"""When it happened and when it was counted are told apart."""

from __future__ import annotations

import pytest

from tests.claims.reconcile.stories import figure_in


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Velmaria freed 52 prisoners on 13 December 2025.", {"2025-12-13"}),
        ("In September Velmaria freed 52 prisoners.", {"-09"}),
        ("In 2022 the storm killed 12 people.", {"2022"}),
        ("Inflation stood at 4.1% in May 2024.", {"2024-05"}),
        ("By 24 October 64 people had died.", set()),
        ("Since 1994 Velmaria has freed 52 prisoners.", set()),
        ("The storm killed 12 people.", set()),
    ],
    ids=["day", "month", "year of a toll", "month of a rate", "time of counting", "since", "not said"],
)
def test_the_period_is_when_it_happened(text: str, period: set[str]) -> None:
    assert figure_in(text).side.meaning.period == period


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("By 24 October 64 people had died.", "2024-10-24"),
        ("On Monday the toll stood at 64.", "2024-10-28"),
        ("The storm has killed 64 people.", "2024-10-30"),
        ("The earlier toll was 64.", None),
    ],
    ids=["by", "weekday", "publication", "earlier"],
)
def test_the_time_of_counting_is_not_later_than_is_said(text: str, as_of: str | None) -> None:
    assert figure_in(text, published="2024-10-30").side.as_of == as_of
