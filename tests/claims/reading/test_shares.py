"""Parts and multiples."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.reading.figures import find_figures

VALUES = {
    "a third": ("A third of them left.", ["0.333333"]),
    "two thirds": ("Two-thirds of them left.", ["0.666667"]),
    "three quarters": ("Three quarters of them left.", ["0.75"]),
    "half": ("Half of them left.", ["0.5"]),
    "one in five": ("One in five left.", ["0.2"]),
    "six in 10": ("Six in 10 left.", ["0.6"]),
    "nine out of ten": ("Nine out of ten left.", ["0.9"]),
    "twice": ("Twice as many left.", ["2"]),
    "sixfold": ("It grew sixfold.", ["6"]),
    "a number and its time": ("They won 3 in 2 days.", ["3", "2"]),
    "a third man": ("A third man left.", []),
    "the second half": ("It fell in the second half.", []),
    "the third quarter": ("It fell in the third quarter.", []),
    "doubt": ("He doubled his bet.", []),
}


@pytest.mark.parametrize(("text", "values"), VALUES.values(), ids=VALUES.keys())
def test_a_part_is_a_share_of_one_and_an_ordinal_is_none(text: str, values: list[str]) -> None:
    assert [figure.value for figure in find_figures(text, 0, len(text))] == [
        Decimal(value) for value in values
    ]
