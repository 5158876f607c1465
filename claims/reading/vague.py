"""Numbers that are none: "dozens", "hundreds of thousands", "several hundred".

An order of magnitude: "hundreds" is from a hundred up to where a larger word would have
been used. "dozens" is two dozen and up.
"""

from __future__ import annotations

from decimal import Decimal

from claims.reading.numerals import SCALES, Kind, Numeral
from claims.reading.tokens import Tokens

PLURALS = {"hundreds": 100, "thousands": 1_000, "millions": 10**6, "billions": 10**9, "trillions": 10**12}
"""Scale words in the plural."""

DOZENS = {"dozens": 24, "scores": 40}
"""Plurals of smaller numbers, with the least that they can mean."""

FEW = frozenset({"several", "few", "many", "couple"})
"""Words that make a scale word vague."""


def vague(tokens: Tokens, at: int) -> Numeral | None:
    """The vague number that begins at a token."""
    word = tokens.lower[at]
    if word in FEW:
        return _few(tokens, at, at)
    if word == "a" and tokens.lower[at + 1] in FEW:
        return _few(tokens, at, at + 1)
    if word in DOZENS:
        counts = word == "dozens" or tokens.lower[at + 1] == "of"
        return Numeral(at, at + 1, None, Kind.VAGUE, low=Decimal(DOZENS[word])) if counts else None
    return _magnitude(tokens, at)


def _magnitude(tokens: Tokens, at: int) -> Numeral | None:
    """An order of magnitude: "thousands", "tens of thousands", "hundreds of millions"."""
    factor, last = 10 if tokens.lower[at] == "tens" else PLURALS.get(tokens.lower[at], 0), at + 1
    if tokens.lower[last] == "of" and tokens.lower[last + 1] in PLURALS:
        factor *= PLURALS[tokens.lower[last + 1]]
        last += 2
    if factor < 100:
        return None
    return Numeral(at, last, None, Kind.VAGUE, low=Decimal(factor), high=Decimal(factor * 10))


def _few(tokens: Tokens, first: int, at: int) -> Numeral | None:
    """A few of a scale word: "a few hundred", "several hundred thousand"; without one it is no figure."""
    last = at + 2 if tokens.lower[at + 1] == "of" else at + 1
    factor = 1
    while tokens.lower[last] in SCALES and last < at + 5:
        factor *= SCALES[tokens.lower[last]]
        last += 1
    if factor == 1:
        return None
    return Numeral(first, last, None, Kind.VAGUE, low=Decimal(2 * factor), high=Decimal(10 * factor))
