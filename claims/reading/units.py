"""Units and currencies: which one stands before or behind a number, and at what rate.

Every unit has one spelling in what factdesk prints: an ISO 4217 code for money, "%", the SI
symbol, or the English singular ("day", "mile"); rates are joined with a stroke ("USD/month").
The lists are `data/units.txt`, `data/unit_symbols.txt` and `data/currencies.txt`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.reading.numerals import SCALES
from claims.reading.tokens import Tokens, tokenise
from claims.reading.wordlists import Phrase, as_phrase, by_first_word, load_list, word_set

_CURRENCIES = frozenset(load_list("currencies"))
_CODES = frozenset(code for code in _CURRENCIES if len(code) == 3 and code.isupper())


def _spellings(name: str, *, lower: bool) -> dict[str, str]:
    return {
        " ".join(as_phrase(word.lower() if lower else word)): unit
        for unit, words in load_list(name).items()
        for word in words
    }


def _is_sign(spelling: str) -> bool:
    return any(not part.isalpha() or part in ("RM", "Rs", "Rp", "kr") for part in as_phrase(spelling))


_MONEY = _spellings("currencies", lower=False)
_SIGNS = {**{s: unit for s, unit in _MONEY.items() if _is_sign(s)}, **{code: code for code in _CODES}}
_NAMES = {s.lower(): unit for s, unit in _MONEY.items() if not _is_sign(s)}
_WORDS = by_first_word({**_NAMES, **_spellings("units", lower=True)})
_SYMBOLS = by_first_word({**_spellings("unit_symbols", lower=False), **_SIGNS})
_BEFORE = {tuple(reversed(as_phrase(sign))): code for sign, code in _SIGNS.items()}
_BEFORE_LASTS = frozenset(phrase[0] for phrase in _BEFORE)
_WEIGHT = frozenset(load_list("weight_words")["weight"])
_MONEY_WORDS = frozenset(load_list("weight_words")["money"])
_LONE = word_set("C F m g t l L s h p c x K V A W J")
_PER = frozenset({"per", "/", "a", "an", "every", "each"})
DURATIONS = word_set("year month week day hour minute second decade century fortnight night weekend ms")
"""Units of time that passes."""

_BASES = DURATIONS | word_set(
    "night person head capita household share game ounce barrel gallon litre tonne ton kilogram acre "
    "hectare mile kilometre pound pupil patient employee worker child adult passenger vehicle "
    "unit annum vote seat"
)
_AFTER_ARTICLE = DURATIONS | {"head", "share", "barrel", "gallon", "litre", "tonne", "piece"}
_LATER = word_set("after before later earlier ago old long")
_DOLLARS = {"U.S.": "USD", "US": "USD", "USD": "USD", "Canadian": "CAD", "CAD": "CAD", "Australian": "AUD"}
_NATIONS = by_first_word(_DOLLARS)
_AFTER_NATION = word_set("per a an from for in to on at and or by")
_HEADER_UNIT = re.compile(r"[\[(]([^\])]{1,30})[\])]")
_SHORT_BASES = {
    "yr": "year",
    "hr": "hour",
    "h": "hour",
    "s": "second",
    "capita": "capita",
    "mmBTU": "mmBTU",
    "lb": "lb",
    "kg": "kg",
    "kWh": "kWh",
    "MWh": "MWh",
    "liter": "litre",
    "kilo": "kg",
    "km": "km",
}


class Unit(NamedTuple):
    """A unit and the token behind it."""

    name: str
    last: int


def is_money(unit: str) -> bool:
    """Whether the unit is a currency, or a rate of one."""
    return unit.partition("/")[0] in _CURRENCIES


def unit_before(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """The currency sign or code right before the number at `at`, with its first token."""
    if tokens.words[at - 1] not in _BEFORE_LASTS:
        return None
    for length in (4, 3, 2, 1):
        phrase = tuple(tokens.words[at - 1 - i] for i in range(length))
        if phrase in _BEFORE:
            return _BEFORE[phrase], at - length
    return None


def unit_after(tokens: Tokens, at: int) -> Unit | None:
    """The unit that begins at the token `at`, right behind a number."""
    tied = at + 1 if tokens.words[at] == "-" else at
    if tokens.lower[tied] in ("pound", "pounds"):
        return _longest(_WORDS, tokens.lower, tied) or Unit(_pound(tokens, tied), tied + 1)
    if tokens.lower[tied] == "won" and not (tokens.is_number(tied - 1) or tokens.lower[tied - 1] in SCALES):
        return None
    if tokens.words[at] in ("-", "‑", "–") and tokens.glued(at) and tokens.is_word(at + 1):
        return _longest(_WORDS, tokens.lower, at + 1) or _symbol(tokens, at + 1)
    return _longest(_WORDS, tokens.lower, at) or _symbol(tokens, at)


def _pound(tokens: Tokens, at: int) -> str:
    """Which pound: money ("GBP") where the sentence is about money, a weight ("lb") otherwise."""
    near = tokens.lower[max(0, at - 30) : at + 30]
    if not _WEIGHT.isdisjoint(near) or (
        tokens.lower[at + 1] == "of" and tokens.lower[at + 2] not in _MONEY_WORDS
    ):
        return "lb"
    scaled = tokens.lower[at - 1] in ("million", "billion", "m", "bn")
    priced = tokens.words[at + 1] == "(" and tokens.words[at + 2] in ("$", "€", "US")
    return "GBP" if scaled or priced or not _MONEY_WORDS.isdisjoint(near) else "lb"


def _symbol(tokens: Tokens, at: int) -> Unit | None:
    unit = _longest(_SYMBOLS, tokens.words, at)
    if unit is None or not _stands_free(tokens, unit.last):
        return None
    word = tokens.words[at]
    if word in _LONE and unit.last == at + 1:
        close = tokens.glued(at) or (word in ("m", "t") and tokens.starts[at] - tokens.ends[at - 1] == 1)
        return unit if close and (word != "s" or "." in tokens.words[at - 1]) else None
    if word in ('"', "in"):
        return unit if tokens.glued(at) and (word == "in" or "." in tokens.words[at - 1]) else None
    return unit


def _stands_free(tokens: Tokens, last: int) -> bool:
    """Whether no letter or digit is stuck to the end of the symbol."""
    return not (
        tokens.glued(last) and tokens.words[last][:1].isalnum() and tokens.words[last - 1][-1:].isalnum()
    )


def _longest(choices: dict[str, list[tuple[Phrase, str]]], words: list[str], at: int) -> Unit | None:
    for phrase, name in choices.get(words[at], ()):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return Unit(name, at + len(phrase))
    return None


def national(tokens: Tokens, at: int) -> Unit | None:
    """Whose dollars they are, where that stands behind the amount: "$75 U.S. per barrel"."""
    unit = _longest(_NATIONS, tokens.words, at)
    ends = unit is not None and (not tokens.is_word(unit.last) or tokens.lower[unit.last] in _AFTER_NATION)
    return unit if ends else None


def unit_of_header(header: str) -> tuple[str, str | None]:
    """What a table's column counts and in what unit: "Area (km²)" is area in km²."""
    whole = " ".join(header.split())
    match = _HEADER_UNIT.search(header)
    if match is None:
        return whole, None
    inner = tokenise(match[1], 0, len(match[1]))
    unit = unit_after(inner, 0)
    name = " ".join(f"{header[: match.start()]} {header[match.end() :]}".split())
    return (name, unit.name) if unit and unit.last == inner.count and name else (whole, None)


def rate_after(tokens: Tokens, at: int) -> Unit | None:
    """What the amount is per: "a day", "per 100,000", "/barrel"; the name is what follows the stroke."""
    word = tokens.lower[at]
    if word == "-" and tokens.lower[at + 1] in ("a", "per"):
        at, word = at + 1, tokens.lower[at + 1]
    if word in ("in", "for") and is_base(tokens, at + 2):
        return _round_base(tokens, at + 2)
    if word not in _PER:
        return None
    base = at + 2 if tokens.lower[at + 1] == "-" else at + 1
    if word == "per" and tokens.is_number(base):
        return _round_base(tokens, base)
    name = _base(tokens, base)
    if name is None:
        return None
    if word not in ("per", "/") and (name not in _AFTER_ARTICLE or tokens.lower[base + 1] in _LATER):
        return None
    return Unit(name, base + 1)


def is_base(tokens: Tokens, at: int) -> bool:
    """Whether the number at a token is what a rate is reckoned on: "per 100,000", "for every 1,000"."""
    if not tokens.is_number(at):
        return False
    if tokens.lower[at - 1] == "every" and tokens.lower[at - 2] in ("in", "for"):
        return tokens.words[at].strip("0,") == "1"
    return tokens.lower[at - 1] == "per"


def _round_base(tokens: Tokens, at: int) -> Unit:
    """The base as written, with its scale word: "100,000", "1 million"."""
    last = at + 2 if tokens.lower[at + 1] in SCALES else at + 1
    return Unit(" ".join(tokens.words[at:last]), last)


def _base(tokens: Tokens, at: int) -> str | None:
    lower = tokens.lower[at]
    if lower in _BASES:
        return lower
    if tokens.words[at] in _SHORT_BASES:
        return _SHORT_BASES[tokens.words[at]]
    return lower if tokens.lower[at - 1] == "per" and tokens.is_word(at) else None
