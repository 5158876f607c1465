"""Parts and multiples: "two thirds", "half of", "six in 10", "twice as many", "sixfold"."""

from __future__ import annotations

from decimal import Decimal

from claims.reading.numerals import SCALES, SMALL, Kind, Numeral, whole
from claims.reading.tokens import Tokens
from claims.reading.wordlists import load_list, word_set

PARTS = {word: int(number) for number, words in load_list("fraction_words").items() for word in words}
"""Fraction words with their denominators."""

MULTIPLES = {"twice": 2, "thrice": 3, "double": 2, "triple": 3, "quadruple": 4}
"""Words that multiply what follows."""

FOLDS = {f"{word}fold": number for word, number in SMALL.items()}
"""One word for number and "fold"."""

_OF_WHOLE = word_set("of the its his her their our my all these those")
_AFTER_PART = _OF_WHOLE | frozenset(
    ["more", "less", "fewer", "higher", "lower", "as", "to", "in", "or", "", *".,;)"]
)
_AFTER_MULTIPLE = word_set("as the its their that his her what")
_GRAIN = Decimal("0.01")
_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 25, 50, 100, 1_000, 10_000, 100_000})
_JOINTS = (("out", "of", "every"), ("out", "of"), ("in", "every"), ("in",))
_TIMES = word_set("second minute hour day week month year")


def share(tokens: Tokens, at: int) -> Numeral | None:
    """A part of a whole that begins at a token."""
    word, following = tokens.lower[at], tokens.lower[at + 1]
    if word == "half":
        return (
            Numeral(at, at + 1, Decimal("0.5"), Kind.SHARE, scaled=True, grain=_GRAIN)
            if following in _OF_WHOLE
            else None
        )
    above = 1 if word == "a" else SMALL.get(word, 0)
    part = at + 2 if following == "-" else at + 1
    below = PARTS.get(tokens.lower[part], 0)
    if not 0 < above < min(below, 10) or tokens.lower[part].endswith("s") != (above > 1):
        return None
    return _part(tokens, at, part + 1, above, below)


def _part(tokens: Tokens, at: int, last: int, above: int, below: int) -> Numeral | None:
    """The fraction, unless its words mean something else: "a third man", "one half-hour"."""
    following = tokens.lower[last]
    if following == "of" and tokens.lower[last + 1] == "a" and tokens.lower[last + 2] in SCALES:
        factor = SCALES[tokens.lower[last + 2]]
        value = whole((Decimal(above) * factor / below).quantize(Decimal(1)))
        return Numeral(at, last + 3, value, scaled=True, grain=Decimal(factor) / 100)
    if following not in (_OF_WHOLE if below == 2 else _AFTER_PART) and tokens.lower[at] == "a":
        return None
    return Numeral(at, last, _portion(above, below), Kind.SHARE, scaled=True, grain=_GRAIN)


def one_in(tokens: Tokens, at: int) -> Numeral | None:
    """One number in another, if that is a usual whole: "one in three", "nine out of ten", "6 in every 10"."""
    step = next((len(joint) + 1 for joint in _JOINTS if tokens.follows(at + 1, joint)), None)
    if step is None:
        return None
    above, below = _whole_number(tokens, at), _whole_number(tokens, at + step)
    if above is None or below is None or not 0 < above < below or _goes_on(tokens.lower[at + step + 1]):
        return None
    if above > 1 and below not in _WHOLES:
        return None
    return Numeral(at, at + step + 1, _portion(above, below), Kind.SHARE, scaled=True, grain=_GRAIN)


def _goes_on(word: str) -> bool:
    """Whether what follows says that the second number is something else: a stretch of time, a unit."""
    return word.removesuffix("s") in _TIMES or word in SCALES or word in ("-", "%", "per")


def _whole_number(tokens: Tokens, at: int) -> int | None:
    word = tokens.words[at].replace(",", "")
    return int(word) if word.isdecimal() and len(word) < 7 else SMALL.get(tokens.lower[at])


def multiple(tokens: Tokens, at: int) -> Numeral | None:
    """How many times as much."""
    word = tokens.lower[at]
    if word in FOLDS:
        return Numeral(at, at + 1, Decimal(FOLDS[word]), Kind.MULTIPLE)
    if word in MULTIPLES and tokens.lower[at + 1] in _AFTER_MULTIPLE:
        return Numeral(at, at + 1, Decimal(MULTIPLES[word]), Kind.MULTIPLE)
    return None


def _portion(above: int, below: int) -> Decimal:
    return (Decimal(above) / below).quantize(Decimal("0.000001")).normalize()
