"""Where numbers stand in a statement and what they are worth, in digits and in words.

Knows nothing of units, modifiers or what is counted, and takes for granted that dates and
names were masked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claims.reading.digits import in_digits
from claims.reading.nobody import nobody
from claims.reading.numerals import SCALES, SMALL, Numeral
from claims.reading.shares import FOLDS, MULTIPLES, PARTS, multiple, one_in, share
from claims.reading.spelled import in_words
from claims.reading.tokens import Tokens
from claims.reading.vague import DOZENS, PLURALS, vague

NUMBER_WORDS = frozenset(
    {
        *SMALL,
        *SCALES,
        *PARTS,
        *FOLDS,
        *MULTIPLES,
        *PLURALS,
        *DOZENS,
        "pair",
        "nobody",
        "no",
        "without",
        "½",
        "¼",
        "¾",
    }
)
"""Without one of these and without a digit, a statement holds no figure."""

_BEGINNINGS = NUMBER_WORDS | {"a", "an", "tens", "several", "few", "many", "."}
_READERS: list[Callable[[Tokens, int], Numeral | None]] = [vague, one_in, share, multiple, nobody, in_words]


def find_numerals(tokens: Tokens, hidden: Sequence[bool]) -> list[Numeral]:
    """The numbers of a statement in order; tokens that are hidden never take part."""
    found: list[Numeral] = []
    at = 0
    while at < tokens.count:
        begins = tokens.words[at][0].isdecimal() or tokens.lower[at] in _BEGINNINGS
        numeral = _numeral_at(tokens, at) if begins and not hidden[at] else None
        if numeral is not None and not any(hidden[at : numeral.last]):
            found.append(numeral)
            at = numeral.last
        else:
            at += 1
    return found


def _numeral_at(tokens: Tokens, at: int) -> Numeral | None:
    if tokens.is_number(at):
        return one_in(tokens, at) or in_digits(tokens, at)
    if tokens.words[at] == ".":
        point = tokens.is_number(at + 1) and tokens.glued(at + 1) and not tokens.glued(at)
        return in_digits(tokens, at) if point else None
    return next((numeral for read in _READERS if (numeral := read(tokens, at))), None)
