"""Numbers as they are written: digits with separators and scale, number words, fractions, vague plurals.

`find_numerals` says where a number stands and what it is worth. It does not know units,
modifiers or what is counted, and takes for granted that dates and names were masked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from claims.reading.tokens import Tokens
from claims.reading.wordlists import load_list

LONGEST = 20
"""More digits or words than this are no figure."""

_SMALL = {word: int(number) for number, words in load_list("number_words").items() for word in words}
NUMBERS_TO_NINETY = frozenset(_SMALL)
SCALES = {word: int(factor) for factor, words in load_list("scale_words").items() for word in words}
_PARTS = {word: int(number) for number, words in load_list("fraction_words").items() for word in words}
GLUED_SCALES = {"k": 1_000, "K": 1_000, "m": 10**6, "M": 10**6, "B": 10**9, "b": 10**9, "T": 10**12}
_MONEY_SCALES = {**GLUED_SCALES, "t": 10**12}
_PLURALS = {"hundreds": 100, "thousands": 1_000, "millions": 10**6, "billions": 10**9, "trillions": 10**12}
_DOZENS = {"dozens": 12, "scores": 20}
_VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333333", "⅔": "0.666667", "⅛": "0.125"}
_MULTIPLES = {"twice": 2, "thrice": 3, "double": 2, "triple": 3, "quadruple": 4}
_FEW = {"several": 2, "few": 2, "many": 2, "couple": 2}

NUMBER_WORDS = frozenset(
    {
        *_SMALL,
        *(word + "fold" for word in _SMALL),
        *SCALES,
        *_PARTS,
        *_PLURALS,
        *_DOZENS,
        *_VULGAR,
        *_MULTIPLES,
        "pair",
        "nobody",
        "no",
    }
    - {"k", "mn", "mln", "mio", "bn", "bln", "tn", "trn"}
)
"""Without one of these and without a digit, a statement holds no figure."""

_SPACED = re.compile(r"\d{1,3}(?:([\u00a0\u2009\u202f ])\d{3})(?:\1\d{3}){0,8}(?![\d.,]?\d)")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3}){1,}(?:,\d+)")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}|\d+,\d{4,}|0,\d+")


class Kind(Enum):
    """What sort of number it is."""

    PLAIN = auto()
    SHARE = auto()
    VAGUE = auto()
    MULTIPLE = auto()
    NOBODY = auto()


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at tokens `[first, last)`. `low` and `high` are given for vague ones only.

    `grain` is the place of the last digit that was written out; `scaled` tells whether a
    scale word multiplied it.
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


def find_numerals(tokens: Tokens, masked: Sequence[bool]) -> list[Numeral]:
    """The numbers of a statement in order; tokens that are masked never take part."""
    found: list[Numeral] = []
    at = 0
    while at < tokens.count:
        numeral = None if masked[at] else _numeral_at(tokens, at, masked)
        if numeral is not None and not any(masked[numeral.first : numeral.last]):
            found.append(numeral)
            at = max(numeral.last, at + 1)
        else:
            at += 1
    return found


def _numeral_at(tokens: Tokens, at: int, masked: Sequence[bool]) -> Numeral | None:
    if tokens.is_number(at):
        return _in_digits(tokens, at)
    word = tokens.lower[at]
    if word == "." and tokens.is_number(at + 1) and tokens.glued(at + 1) and not tokens.glued(at):
        value = digits_value("0." + tokens.words[at + 1])
        return None if value is None else Numeral(at, at + 2, value, digits=True, grain=_grain(value))
    if word not in _STARTERS:
        return None
    for read in (_vague, _share, _multiple, _nobody, _in_words):
        numeral = read(tokens, at)
        if numeral is not None:
            return numeral
    return None


_STARTERS = NUMBER_WORDS | {"a", "an", "tens", "several", "many"}


def digits_value(written: str) -> Decimal | None:
    """What a run of digits, points and commas is worth; `None` where it is no number.

    "1,187,432" and "1.187.432" are grouped, "52,16" has a decimal comma, "1.2.3" is a version.
    """
    if len(written) > LONGEST:
        return None
    if written.isdecimal():
        return Decimal(written)
    if _ENGLISH.fullmatch(written) or _INDIAN.fullmatch(written):
        return None if written.startswith("0") else Decimal(written.replace(",", ""))
    if _CONTINENTAL.fullmatch(written):
        return Decimal(written.replace(".", "").replace(",", "."))
    if _DOTTED.fullmatch(written):
        return Decimal(written.replace(".", ""))
    if _DECIMAL_COMMA.fullmatch(written):
        return Decimal(written.replace(",", "."))
    if written.count(".") == 1 and "," not in written:
        return Decimal(written)
    return None


def _in_digits(tokens: Tokens, at: int) -> Numeral | None:
    last = at + 1
    spaced = _SPACED.match(tokens.text, tokens.starts[at], tokens.end)
    if spaced and not spaced.group().startswith("0"):
        value: Decimal | None = Decimal("".join(c for c in spaced.group() if c.isdecimal()))
        while tokens.ends[last - 1] < spaced.end():
            last += 1
    else:
        value = digits_value(tokens.words[at])
    if value is None:
        return None
    if tokens.words[last] in ("×", "x") and tokens.words[last + 1] == "10":
        return _with_power(tokens, at, value)
    value, last = _with_vulgar(tokens, value, last)
    grain = _grain(value)
    factor, last = _scale(tokens, at, last)
    return Numeral(at, last, whole(value * factor), digits=True, scaled=factor != 1, grain=grain * factor)


def _with_power(tokens: Tokens, at: int, value: Decimal) -> Numeral | None:
    """ "1.99×10^30": a number times a power of ten."""
    last = at + 3
    if tokens.words[last] == "^":
        last += 1
    minus = tokens.words[last] in ("-", "−")
    last += minus
    power = tokens.words[last]
    if not power.isdecimal() or int(power) > 40 or not tokens.glued(last):
        return None
    scaled = value.scaleb(-int(power) if minus else int(power))
    return Numeral(at, last + 1, whole(scaled), digits=True, scaled=True, grain=_grain(value))


def _with_vulgar(tokens: Tokens, value: Decimal, last: int) -> tuple[Decimal, int]:
    """Adds a fraction behind the digits: "2½", "1 1/2"."""
    if tokens.words[last] in _VULGAR:
        return value + Decimal(_VULGAR[tokens.words[last]]), last + 1
    return value, last


def _scale(tokens: Tokens, at: int, last: int) -> tuple[int, int]:
    """The factor that the words behind the digits multiply them with, and where they end."""
    word = tokens.words[last]
    if tokens.glued(last) and word in GLUED_SCALES | _MONEY_SCALES:
        return _glued_scale(tokens, at, last)
    factor = 1
    while True:
        step = 1 if word == "-" and tokens.glued(last) else 0
        scale = SCALES.get(tokens.lower[last + step])
        if scale is None or (factor != 1 and scale <= factor and factor != 100):
            return factor, last
        factor *= scale
        last += step + 1
        word = tokens.words[last]


def _glued_scale(tokens: Tokens, at: int, last: int) -> tuple[int, int]:
    """ "3m", "2.5k", "$4b": a letter close to the digits. Metres and tonnes are left to the units."""
    word = tokens.words[last]
    if tokens.glued(last + 1) and tokens.is_number(last + 1):
        return 1, last
    if _has_currency_before(tokens, at):
        return _MONEY_SCALES[word], last + 1
    if word == "m" and _means_metres(tokens, at, last):
        return 1, last
    return (GLUED_SCALES[word], last + 1) if word in ("k", "K", "m", "M") else (1, last)


def _has_currency_before(tokens: Tokens, at: int) -> bool:
    before = tokens.words[at - 1]
    return (len(before) == 1 and not before.isalnum() and before in "$£€¥₹₽₺₩₪₴₦₱฿₫₸₾₼₿") or (
        before.isupper() and len(before) in (2, 3) and tokens.glued(at)
    )


_DIMENSIONS = frozenset(
    [
        "long",
        "high",
        "wide",
        "deep",
        "tall",
        "thick",
        "away",
        "above",
        "below",
        "across",
        "apart",
        "in",
        "race",
        "sprint",
        "dash",
        "final",
    ]
)


def _means_metres(tokens: Tokens, at: int, last: int) -> bool:
    """Whether "37m" is a length: before "long" or a bracketed conversion, or after "a" without a plural."""
    after = tokens.lower[last + 1]
    if after in _DIMENSIONS or after in ("-", "/", "x", "×"):
        return True
    if (
        after == "("
        and tokens.is_number(last + 2)
        and tokens.lower[last + 3] in ("ft", "feet", "yd", "yards")
    ):
        return True
    return tokens.lower[at - 1] in ("a", "the") and tokens.is_word(last + 1) and not after.endswith("s")


def _in_words(tokens: Tokens, at: int) -> Numeral | None:
    """ "two hundred and fifty thousand", "two and a half million", "a dozen", "half a million"."""
    lower = tokens.lower
    if lower[at] in ("a", "an"):
        return _article(tokens, at)
    if lower[at] == "half" and lower[at + 1] in ("a", "-", "an") and lower[at + 2] in SCALES:
        factor = SCALES[lower[at + 2]]
        return Numeral(at, at + 3, whole(Decimal(factor) / 2), scaled=True, grain=Decimal(factor) / 10)
    if lower[at] == "half" and lower[at + 1] in ("a", "an") and lower[at + 2] in _MEASURES:
        return Numeral(at, at + 2, Decimal("0.5"), grain=Decimal("0.1"))
    fold = lower[at].removesuffix("fold")
    if fold in _SMALL and fold != lower[at]:
        return Numeral(at, at + 1, Decimal(_SMALL[fold]), Kind.MULTIPLE)
    if lower[at] == "pair" or (lower[at] in SCALES and not _is_bare_scale(tokens, at)):
        return None
    return _spelled(tokens, at)


_MEASURES = frozenset(
    "hour mile kilometre kilometer metre meter pint litre liter tonne ton acre point day year".split()
)


def _is_bare_scale(tokens: Tokens, at: int) -> bool:
    """ "million-dollar": a scale word that stands for one of itself."""
    return tokens.lower[at] in ("million", "billion", "trillion") and (
        tokens.lower[at + 1] in ("dollar", "pound", "euro")
        or tokens.lower[at + 2] in ("dollar", "pound", "euro")
    )


def _article(tokens: Tokens, at: int) -> Numeral | None:
    word = tokens.lower[at + 1]
    if word == "pair" and tokens.lower[at + 2] == "of":
        return Numeral(at, at + 2, Decimal(2))
    if word in ("few", "couple"):
        return _few(tokens, at, at + 1)
    if word in SCALES and len(word) > 3:
        numeral = _spelled(tokens, at + 1)
        return numeral and Numeral(
            at, numeral.last, numeral.value, scaled=numeral.scaled, grain=numeral.grain
        )
    if word == "half" and lower_is(tokens, at + 2, "-") and tokens.lower[at + 3] == "dozen":
        return Numeral(at, at + 4, Decimal(6))
    return None


def lower_is(tokens: Tokens, at: int, word: str) -> bool:
    """Whether the token is this word, in any case."""
    return tokens.lower[at] == word


def _spelled(tokens: Tokens, at: int) -> Numeral | None:
    """Reads number words from left to right by the grammar of English numerals."""
    total, current, at_scale = 0, Decimal(0), 0
    last = position = at
    scaled = False
    while position < at + LONGEST:
        word = tokens.lower[position]
        if word in _SMALL and _fits(current, _SMALL[word], position > at):
            current += _SMALL[word]
        elif word in SCALES and len(word) > 3:
            factor = SCALES[word]
            if at_scale and factor >= at_scale and factor != 12:
                break
            if factor == 100:
                if not 0 <= current < 100:
                    break
                current = (current or Decimal(1)) * 100
            else:
                total += int((current or Decimal(1)) * factor)
                current, at_scale = Decimal(0), factor
            scaled = scaled or factor != 12
        elif word == "and" and tokens.follows(position + 1, ("a", "half")) and 0 < current < 100:
            current += Decimal("0.5")
            position += 2
        elif (word == "and" and _goes_on(tokens, position + 1, current, total)) or (
            word == "-" and tokens.glued(position) and tokens.lower[position + 1] in _JOINED and position > at
        ):
            position += 1
            continue
        else:
            break
        position += 1
        last = position
    if last == at:
        return None
    value = Decimal(total) + current
    grain = _trailing(value) if scaled else Decimal(1)
    return Numeral(at, last, whole(value), scaled=scaled, grain=grain)


_JOINED = frozenset(_SMALL) | {word for word in SCALES if len(word) > 3}


def _fits(current: Decimal, number: int, inside: bool) -> bool:
    """Whether a small number may follow what was read: "twenty" takes "two", "two" takes nothing."""
    if not inside or current == 0:
        return not (inside and number == 0)
    rest = int(current) % 100
    return rest == 0 if number >= 10 else number > 0 and int(current) % 10 == 0 and rest != 10


def _goes_on(tokens: Tokens, at: int, current: Decimal, total: int) -> bool:
    """Whether "and" lies inside a number: "two hundred and fifty", "a thousand and one"."""
    number = _SMALL.get(tokens.lower[at])
    if number is None or number == 0 or current % 100 != 0 or (current == 0 and total == 0):
        return False
    return current >= 100 or total >= 1000


def _vague(tokens: Tokens, at: int) -> Numeral | None:
    """ "dozens", "hundreds of thousands", "several hundred": an order of magnitude, no number."""
    word, lower = tokens.lower[at], tokens.lower
    if word in ("several", "few", "many"):
        return _few(tokens, at, at)
    if word in _DOZENS:
        if word == "scores" and lower[at + 1] != "of":
            return None
        return Numeral(at, at + 1, None, Kind.VAGUE, low=Decimal(2 * _DOZENS[word]))
    if word != "tens" and word not in _PLURALS:
        return None
    factor, last = (10, at + 1) if word == "tens" else (_PLURALS[word], at + 1)
    if lower[last] == "of" and lower[last + 1] in _PLURALS:
        factor *= _PLURALS[lower[last + 1]]
        last += 2
    if factor == 10:
        return None
    return Numeral(at, last, None, Kind.VAGUE, low=Decimal(factor), high=Decimal(factor * 10))


def _few(tokens: Tokens, first: int, at: int) -> Numeral | None:
    """ "a few hundred", "several thousand"; without a scale word they are no figure."""
    last = at + 1
    if tokens.lower[last] == "of":
        last += 1
    factor = 1
    while (scale := SCALES.get(tokens.lower[last])) is not None and len(tokens.lower[last]) > 3:
        factor *= scale
        last += 1
    if factor == 1:
        return None
    return Numeral(first, last, None, Kind.VAGUE, low=Decimal(2 * factor), high=Decimal(10 * factor))


def _share(tokens: Tokens, at: int) -> Numeral | None:
    """ "a third", "two-thirds", "half of", "one in three"."""
    lower = tokens.lower
    out_of = _one_in(tokens, at)
    if out_of is not None:
        return out_of
    if lower[at] == "half":
        return Numeral(at, at + 1, Decimal("0.5"), Kind.SHARE) if lower[at + 1] in _OF_WHOLE else None
    above = 1 if lower[at] in ("a", "one") else _SMALL.get(lower[at], 0)
    step = 2 if lower[at + 1] == "-" else 1
    below = _PARTS.get(lower[at + step])
    if not 0 < above < 10 or below is None or below <= above:
        return None
    plural = lower[at + step].endswith("s") or lower[at + step] == "halves"
    last = at + step + 1
    if plural != (above > 1) or (lower[at] == "a" and lower[last] not in _AFTER_PART):
        return None
    if lower[last] == "of" and lower[last + 1] == "a" and lower[last + 2] in SCALES:
        factor = SCALES[lower[last + 2]]
        return Numeral(
            at, last + 3, whole(Decimal(above) * factor / below), scaled=True, grain=Decimal(factor) / 100
        )
    if below == 2 and lower[last] not in _OF_WHOLE:
        return None
    return Numeral(at, last, _portion(above, below), Kind.SHARE)


_OF_WHOLE = frozenset(["of", "the", "its", "his", "her", "their", "our", "my", "all", "these", "those"])
_AFTER_PART = frozenset(
    ["of", "more", "less", "fewer", "higher", "lower", "as", "", ".", ",", ";", ")", "to", "in", "or"]
)


def _one_in(tokens: Tokens, at: int) -> Numeral | None:
    """ "one in three", "nine out of ten": a share, if the second number is the larger."""
    above = _SMALL.get(tokens.lower[at])
    step = 3 if tokens.follows(at + 1, ("out", "of")) else 2 if tokens.lower[at + 1] == "in" else 0
    below = _SMALL.get(tokens.lower[at + step]) if step else None
    if above is None or below is None or not 0 < above < below:
        return None
    return Numeral(at, at + step + 1, _portion(above, below), Kind.SHARE)


def _multiple(tokens: Tokens, at: int) -> Numeral | None:
    """ "twice as many", "double the number", "sixfold"."""
    factor = _MULTIPLES.get(tokens.lower[at])
    if factor is None or tokens.lower[at + 1] not in (
        "as",
        "the",
        "its",
        "their",
        "that",
        "his",
        "her",
        "what",
    ):
        return None
    return Numeral(at, at + 1, Decimal(factor), Kind.MULTIPLE)


_HARMED = frozenset(
    [
        "killed",
        "injured",
        "hurt",
        "wounded",
        "harmed",
        "arrested",
        "detained",
        "charged",
        "hospitalised",
        "hospitalized",
        "affected",
        "displaced",
        "evacuated",
        "infected",
        "convicted",
        "sentenced",
        "released",
        "freed",
        "rescued",
        "missing",
        "died",
        "survived",
    ]
)


def _nobody(tokens: Tokens, at: int) -> Numeral | None:
    """ "no one was hurt", "nobody died": none, where something is counted."""
    if tokens.lower[at] == "nobody":
        last = at + 1
    elif tokens.follows(at, ("no", "one")):
        last = at + 2
    elif tokens.follows(at, ("no", "-", "one")):
        last = at + 3
    else:
        return None
    verbs = tokens.lower[last : last + 4]
    if any(verb in _HARMED for verb in verbs) and verbs[0] in _HARMED | {
        "was",
        "were",
        "has",
        "had",
        "is",
        "else",
    }:
        return Numeral(at, last, Decimal(0), Kind.NOBODY)
    return None


def _portion(above: int, below: int) -> Decimal:
    return (Decimal(above) / below).quantize(Decimal("0.000001")).normalize()


def whole(value: Decimal) -> Decimal:
    """The same value without an exponent, so that 1.2E+6 is written 1200000."""
    plain = value.normalize()
    return Decimal(int(plain)) if plain == plain.to_integral_value() else plain


def _grain(value: Decimal) -> Decimal:
    return Decimal(1).scaleb(min(0, int(value.as_tuple().exponent)))


def _trailing(value: Decimal) -> Decimal:
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(max(0, int(exponent)))
