"""Numbers in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reading.spelled import in_words
from claims.reading.tokens import tokenise

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES: list[tuple[int, str]] = [(10**9, "billion"), (10**6, "million"), (1_000, "thousand")]


def value_of(words: str) -> Decimal | None:
    tokens = tokenise(words, 0, len(words))
    numeral = in_words(tokens, 0)
    return numeral.value if numeral and numeral.last == tokens.count else None


def spell(number: int) -> str:
    """The number in words as British newspapers write it."""
    if number < 20:
        return ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return TENS[tens] + (f"-{ONES[ones]}" if ones else "")
    if number < 1_000:
        hundreds, rest = divmod(number, 100)
        return f"{ONES[hundreds]} hundred" + (f" and {spell(rest)}" if rest else "")
    scale, name = next(pair for pair in SCALES if number >= pair[0])
    many, rest = divmod(number, scale)
    return f"{spell(many)} {name}" + (f" {'and ' if rest < 100 else ''}{spell(rest)}" if rest else "")


@given(st.integers(0, 10**12 - 1))
def test_a_number_that_is_spelled_out_is_read_back(number: int) -> None:
    assert value_of(spell(number)) == number


PHRASES = {
    "a half": ("two and a half million", "2500000"),
    "half of a scale": ("half a million", "500000"),
    "a dozen": ("a dozen", "12"),
    "dozens": ("three dozen", "36"),
    "half a dozen": ("half a dozen", "6"),
    "a half-dozen": ("a half-dozen", "6"),
    "an article": ("a hundred and twenty", "120"),
    "without and": ("four hundred twelve", "412"),
    "a pair": ("a pair", None),
    "two numbers in a row": ("two three", None),
    "a decade": ("twenty thirty", None),
    "a scale word alone": ("million", None),
}


@pytest.mark.parametrize(("words", "value"), PHRASES.values(), ids=PHRASES.keys())
def test_halves_dozens_and_articles_are_part_of_a_number(words: str, value: str | None) -> None:
    assert value_of(words) == (None if value is None else Decimal(value))
