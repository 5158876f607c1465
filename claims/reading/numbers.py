"""Where numbers stand in a statement and what they are worth, in digits and in words.

Knows nothing of units, modifiers or what is counted, and takes for granted that dates and
names were masked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from claims.reading.digits import in_digits
from claims.reading.nobody import nobody
from claims.reading.numerals import SCALES, SMALL, Numeral
from claims.reading.shares import FOLDS, MULTIPLES, PARTS, multiple, one_in, share
from claims.reading.spelled import in_words
from claims.reading.tokens import Tokens
from claims.reading.vague import DOZENS, FEW, PLURALS, vague

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

_READERS: list[tuple[Callable[[Tokens, int], Numeral | None], Iterable[str]]] = [
    (vague, {"a", "several", "few", "many", "tens", *PLURALS, *DOZENS}),
    (one_in, SMALL),
    (share, {"a", "half", *SMALL}),
    (multiple, {*FOLDS, *MULTIPLES}),
    (nobody, {"nobody", "no", "without"}),
    (in_words, {"a", "an", "half", *SCALES, *SMALL}),
]
"""What reads numbers in words, each with the words that it begins at; the first that can read one decides."""

_BY_WORD = {
    word: [read for read, words in _READERS if word in words] for _, words in _READERS for word in words
}
_ARTICLES = frozenset({"a", "an"})
_BEHIND_ARTICLE = FEW | SCALES.keys() | PARTS.keys() | {"half", "pair", "-"}


def find_numerals(tokens: Tokens, hidden: Sequence[bool]) -> list[Numeral]:
    """The numbers of a statement in order; tokens that are hidden never take part."""
    found: list[Numeral] = []
    free = 0
    for at in _beginnings(tokens):
        if at < free or hidden[at]:
            continue
        numeral = _numeral_at(tokens, at)
        if numeral is not None and not any(hidden[at : numeral.last]):
            found.append(numeral)
            free = numeral.last
    return found


def _beginnings(tokens: Tokens) -> list[int]:
    """The tokens that a number may begin at: digits, a point before them, words for numbers."""
    lower = tokens.lower
    points = [at - 1 for at in tokens.numbers if tokens.words[at - 1] == "." and tokens.glued(at)]
    words = [
        at
        for at, word in enumerate(lower)
        if word in _BY_WORD and (word not in _ARTICLES or lower[at + 1] in _BEHIND_ARTICLE)
    ]
    return sorted([*tokens.numbers, *(at for at in points if not tokens.glued(at)), *words])


def _numeral_at(tokens: Tokens, at: int) -> Numeral | None:
    if tokens.is_number(at):
        return one_in(tokens, at) or in_digits(tokens, at)
    if tokens.words[at] == ".":
        return in_digits(tokens, at)
    return next((numeral for read in _BY_WORD[tokens.lower[at]] if (numeral := read(tokens, at))), None)
