"""Two numbers that make one figure, and two that stay two."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.reading.figures import find_figures

QUOTES = {
    "between": ("Between 40 and 50 left.", ["Between 40 and 50"]),
    "to": ("Some 12 to 14 per cent left.", ["Some 12 to 14 per cent"]),
    "a dash": ("It costs £3m–£4m.", ["£3m–£4m"]),
    "spaced dashes": ("Eat 2000 - 2500 calories.", ["2000 - 2500 calories"]),
    "from and to": ("Fines run from $250 to $1,000.", ["from $250 to $1,000"]),
    "next to each other": ("It needs two or three weeks.", ["two or three weeks"]),
    "a rise from one to the other": ("It rose from 3 to 5.", ["3", "5"]),
    "a fall by one to the other": ("It fell by 30 to 126.", ["30", "126"]),
    "a rise to a level": ("It rose 2 per cent to 340.", ["2 per cent", "340"]),
    "falling numbers": ("They go from 9 to 4.", ["9", "4"]),
    "two units": ("It is 5 miles to 8 km.", ["5 miles", "8 km"]),
    "two sizes": ("It has 7 or 8 wheels.", ["7", "8"]),
    "and without between": ("It has 4 and 5 wheels.", ["4", "5"]),
    "the sides of a vote": ("They voted 5–4.", ["5", "4"]),
    "a score": ("They won 3–1.", []),
}


@pytest.mark.parametrize(("text", "quotes"), QUOTES.values(), ids=QUOTES.keys())
def test_a_range_is_one_figure_and_a_change_is_two(text: str, quotes: list[str]) -> None:
    assert [figure.quote for figure in find_figures(text, 0, len(text))] == quotes


def test_the_scale_word_of_the_upper_end_holds_for_the_lower() -> None:
    text = "They lost 12 to 14 million euros."

    (figure,) = find_figures(text, 0, len(text))

    assert (figure.low, figure.high, figure.unit) == (Decimal(12_000_000), Decimal(14_000_000), "EUR")


def test_a_unit_that_stands_once_holds_for_both_sizes() -> None:
    text = "It has a 7- or 8-inch screen."

    seven, eight = find_figures(text, 0, len(text))

    assert (seven.unit, eight.unit) == ("inch", "inch")


def test_the_unit_of_the_start_holds_for_the_end_of_a_change() -> None:
    text = "He went from 208 kilos to 193."

    _, now = find_figures(text, 0, len(text))

    assert now.unit == "kg"
