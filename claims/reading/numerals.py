"""What a number in a text is, and the words that numbers are made of.

Holds the value type and the word lists that the readers of numbers share: digits.py,
spelled.py, shares.py and vague.py.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum, auto
from typing import NamedTuple

from claims.reading.wordlists import load_list

MOST_DIGITS = 20
"""More digits than this are no figure."""

MOST_WORDS = 40
"""So many words and hyphens are read as one number."""

SMALL = {word: int(number) for number, words in load_list("number_words").items() for word in words}
"""Zero to nineteen and the tens."""

_SCALES = {word: int(factor) for factor, words in load_list("scale_words").items() for word in words}
SCALES = {word: factor for word, factor in _SCALES.items() if len(word) > 3}
"""Scale words written out: "hundred", "million", "dozen"."""

SHORT_SCALES = {word: factor for word, factor in _SCALES.items() if len(word) <= 3}
"""Scale words cut short, which stand behind digits only: "bn", "mn", "k"."""


class Kind(Enum):
    """What sort of number it is."""

    PLAIN = auto()
    SHARE = auto()
    MULTIPLE = auto()
    VAGUE = auto()
    NONE = auto()


class Numeral(NamedTuple):
    """A number at tokens `[first, last)`. `low` and `high` are given for vague ones only.

    `grain` is the unit that it speaks in, `scaled` tells whether a scale word multiplied it,
    `digits` whether it is written in digits.
    """

    first: int
    last: int
    value: Decimal | None
    kind: Kind = Kind.PLAIN
    digits: bool = False
    scaled: bool = False
    grain: Decimal = Decimal(1)
    low: Decimal | None = None
    high: Decimal | None = None


def whole(value: Decimal) -> Decimal:
    """The same value without an exponent, so that 1.2E+6 is written 1200000."""
    plain = value.normalize()
    return Decimal(int(plain)) if plain == plain.to_integral_value() else plain


def own_grain(value: Decimal) -> Decimal:
    """The unit that a number speaks in as written: 0.01 for 1.20, 10 for 120."""
    written = int(value.as_tuple().exponent)
    return Decimal(1).scaleb(
        written if written < 0 or not value else int(value.normalize().as_tuple().exponent)
    )
