"""Numbers that are an order of magnitude."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.kinds import Modifier
from claims.reading.figures import find_figures

LIMITS = {
    "dozens": ("Dozens left.", 24, None),
    "scores": ("Scores of people left.", 40, None),
    "hundreds": ("Hundreds left.", 100, 1_000),
    "tens of thousands": ("Tens of thousands left.", 10_000, 100_000),
    "hundreds of millions": ("Hundreds of millions of dollars went.", 100_000_000, 1_000_000_000),
    "several hundred": ("Several hundred left.", 200, 1_000),
    "a few thousand": ("A few thousand left.", 2_000, 10_000),
}


@pytest.mark.parametrize(("text", "low", "high"), LIMITS.values(), ids=LIMITS.keys())
def test_a_vague_number_has_limits_and_no_value(text: str, low: int, high: int | None) -> None:
    (figure,) = find_figures(text, 0, len(text))

    assert (figure.modifier, figure.value, figure.low) == (Modifier.VAGUE, None, Decimal(low))
    assert figure.high == (None if high is None else Decimal(high))


@pytest.mark.parametrize("word", ["several", "many", "few", "some", "fewer"])
def test_a_word_without_a_number_is_no_figure(word: str) -> None:
    text = f"There were {word} villages."

    assert find_figures(text, 0, len(text)) == ()
