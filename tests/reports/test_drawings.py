from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from claims.kinds import Modifier
from claims.reading.record import Figure
from reports.drawings import percent, scale_of


def exactly(value: int) -> Figure:
    return Figure(0, 1, str(value), Decimal(value), Decimal(value), Decimal(value))


def at_least(value: int) -> Figure:
    low = Decimal(value)
    return Figure(0, 1, f"at least {value}", low, low, None, modifier=Modifier.AT_LEAST)


def test_figures_that_are_all_the_same_need_no_line() -> None:
    assert scale_of([exactly(123), exactly(123)]) is None


def test_one_figure_needs_no_line() -> None:
    assert scale_of([at_least(114)]) is None


def test_no_figures_need_no_line() -> None:
    assert scale_of([]) is None


def test_the_line_runs_from_the_least_to_the_greatest() -> None:
    scale = scale_of([exactly(132), at_least(100), exactly(123)])

    assert scale is not None
    assert (scale.low, scale.high) == (Decimal(100), Decimal(132))


@given(st.lists(st.integers(-(10**30), 10**30), min_size=2, unique=True))
def test_a_greater_figure_never_stands_further_left_and_all_stay_on_the_line(values: list[int]) -> None:
    scale = scale_of([exactly(value) for value in values])

    assert scale is not None
    places = [scale.at(Decimal(value)) for value in sorted(values)]
    assert places == sorted(places)
    assert places[0] > 0
    assert places[-1] < 1


def test_a_share_is_given_as_a_percentage_without_an_exponent() -> None:
    assert percent(114 / 123) == "92.68%"
    assert percent(1e-9) == "0.00%"
