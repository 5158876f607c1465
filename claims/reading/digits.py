"""Numbers in digits: separators of every usage, scale words and letters, powers of ten."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.reading.metres import means_metres
from claims.reading.numerals import MOST_DIGITS, SCALES, SHORT_SCALES, Numeral, own_grain, whole
from claims.reading.plurals import looks_plural
from claims.reading.tokens import Tokens

GLUED_SCALES = {"k": 1_000, "K": 1_000, "m": 10**6, "M": 10**6}
"""Letters that multiply the digits before them."""

MONEY_SCALES = {**GLUED_SCALES, "b": 10**9, "B": 10**9, "t": 10**12, "T": 10**12}
"""Letters that multiply an amount of money."""

_VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333333", "⅔": "0.666667", "⅛": "0.125"}
_SPACED = re.compile(r"\d{1,3}(?:([\u00a0\u2009\u202f ])\d{3})(?:\1\d{3}){0,8}(?![\d.,]?\d)")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3}){1,13}(?:\.\d{1,40})?|\d{1,2}(?:,\d{2}){1,13},\d{3}(?:\.\d{1,40})?")
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3}){1,13},\d{1,40}|\d{1,3}(?:\.\d{3}){2,13}")
_DECIMAL_COMMA = re.compile(r"\d{1,40},(?:\d{1,2}|\d{4,40})|0,\d{1,40}")
_SIGNS = frozenset("$£€¥₹₽₺₩₪₴₦₱฿₫₸₾₼₿")
_GREATEST_POWER = 40


def in_digits(tokens: Tokens, at: int) -> Numeral | None:
    """The number in digits that begins at a token, with its scale."""
    value, last = _digits(tokens, at)
    if value is None:
        return None
    if tokens.words[last] in ("×", "x") and tokens.words[last + 1] == "10":
        return _with_power(tokens, at, value)
    value, last = _with_fraction(tokens, value, last)
    factor, last = _scale(tokens, at, last)
    grain = own_grain(value) * factor
    return Numeral(at, last, whole(value * factor), digits=True, scaled=factor != 1, grain=grain)


def digits_value(written: str) -> Decimal | None:
    """What a run of digits, points and commas is worth; `None` where it is no number.

    "1,187,432" and "1.187.432" are grouped, "52,16" has a decimal comma, "1.2.3" is a version.
    """
    if len(written) - written.count(",") - written.count(".") > MOST_DIGITS:
        return None
    if written.isdecimal():
        return Decimal(written)
    if _DECIMAL_COMMA.fullmatch(written):
        return Decimal(written.replace(",", "."))
    if _GROUPED.fullmatch(written):
        return None if written.startswith("0") else Decimal(written.replace(",", ""))
    if _CONTINENTAL.fullmatch(written):
        return Decimal(written.replace(".", "").replace(",", "."))
    if written.count(".") == 1 and "," not in written:
        return Decimal(written)
    return None


def _digits(tokens: Tokens, at: int) -> tuple[Decimal | None, int]:
    """The value of the digits alone and the token behind them; "1 200" is one number, ".5" too."""
    if tokens.words[at] == ".":
        return digits_value(f"0.{tokens.words[at + 1]}"), at + 2
    spaced = _SPACED.match(tokens.text, tokens.starts[at], tokens.end)
    if spaced is None or spaced.group().startswith("0"):
        return digits_value(tokens.words[at]), at + 1
    last = at + 1
    while tokens.ends[last - 1] < spaced.end():
        last += 1
    return digits_value("".join(tokens.words[at:last])), last


def _with_power(tokens: Tokens, at: int, value: Decimal) -> Numeral | None:
    """A number times a power of ten: "1.99×10^30"."""
    last = at + 4 if tokens.words[at + 3] == "^" else at + 3
    minus = tokens.words[last] in ("-", "−")
    last += minus
    power = tokens.words[last]
    if not (power.isdecimal() and tokens.glued(last) and len(power) < 3 and int(power) <= _GREATEST_POWER):
        return None
    scaled = value.scaleb(-int(power) if minus else int(power))
    return Numeral(at, last + 1, whole(scaled), digits=True, scaled=True, grain=own_grain(scaled))


def _with_fraction(tokens: Tokens, value: Decimal, last: int) -> tuple[Decimal, int]:
    """Adds the fraction behind the digits: "2½", "2 and a half"."""
    if tokens.words[last] in _VULGAR:
        return value + Decimal(_VULGAR[tokens.words[last]]), last + 1
    if tokens.lower[last] == "and" and tokens.follows(last, ("and", "a", "half")) and value < 100:
        return value + Decimal("0.5"), last + 3
    return value, last


def _scale(tokens: Tokens, at: int, last: int) -> tuple[int, int]:
    """The factor that the words behind the digits multiply them with, and where they end."""
    if tokens.glued(last) and tokens.words[last] in MONEY_SCALES:
        return _glued_scale(tokens, at, last)
    factor = 1
    while True:
        step = 1 if tokens.words[last] == "-" and tokens.glued(last) else 0
        word = tokens.lower[last + step]
        scale = SCALES.get(word) or SHORT_SCALES.get(word)
        if scale is None or (factor not in (1, 100) and scale <= factor):
            return factor, last
        factor *= scale
        last += step + 1


def _glued_scale(tokens: Tokens, at: int, last: int) -> tuple[int, int]:
    """A letter close to the digits: "3m", "2.5k", "$4b". Metres and tonnes are left to the units."""
    word = tokens.words[last]
    if tokens.glued(last + 1) and tokens.is_number(last + 1):
        return 1, last
    if _has_currency_before(tokens, at):
        return MONEY_SCALES[word], last + 1
    if word not in GLUED_SCALES or (word == "m" and means_metres(tokens, at, last)):
        return 1, last
    if word == "K" and not looks_plural(tokens.lower[last + 1]):
        return 1, last
    return GLUED_SCALES[word], last + 1


def _has_currency_before(tokens: Tokens, at: int) -> bool:
    before = tokens.words[at - 1]
    return before in _SIGNS or (before.isupper() and len(before) in (2, 3) and tokens.glued(at))
