"""Figures of a text in a language that the rules don't know: only what can be read without its words.

Digits, signs of currencies and per cent are read. What a word would decide (at least, million, what
is counted) is not, so every such figure is vague; a number whose value, unit or sense a word is
known to change is left out. Nothing here is guessed: what is missing is unread, not absent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from claims.kinds import Modifier
from claims.reading.record import Figure
from claims.reading.wordlists import load_list, word_set

_NUMBER = re.compile(
    r"\d{1,3}(?:[ \u00a0\u2009\u202f’'.,٬]\d{3}){1,6}(?!\d)(?:[.,٫]\d{1,9})?|\d{1,30}(?:[.,٫]\d{1,9})?"
)
_WORDLIKE_CODES = word_set("ALL AMD BAM COP CUP GEL LAK MAD PEN SOS TOP TRY")
"""Codes of currencies that are more often a word or a name in capitals."""

_SIGNS = {
    sign: code
    for code, spellings in load_list("currencies").items()
    for sign in (code, *spellings)
    if len(code) == 3 and code.isupper() and " " not in sign and (sign == code or not sign.isalnum())
    if sign not in _WORDLIKE_CODES
}
_SHARES = {"%": "%", "٪": "%", "％": "%", "‰": "‰"}
_SYMBOLS = {
    symbol: symbol for symbol in ("km", "kg", "cm", "mm", "°C", "°F", "kWh", "MWh", "GWh", "MW", "GW")
}
_SHARED_SIGNS = {"$": ("es", "pt"), "¥": ("zh",)}
"""Signs that a language uses for a currency of its own as well."""

_SHARE_FIRST = ("tr", "eu")
"""Languages that put the sign for per cent before the number."""


def _one_of(signs: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(signs, key=len, reverse=True)))


_UNIT_AFTER = re.compile(
    rf"[ \u00a0\u202f]?(?P<unit>{_one_of({*_SIGNS, *_SHARES, *_SYMBOLS})})"
    r"(?:(?<![A-Za-z])|(?![^\W\d_]|[²³/]))"
)
_LETTERS = r"A-Za-z\u00c0-\u024f\u0370-\u052f"
"""Letters of scripts that part words by blanks: one close to a number makes it part of a name."""

_UNIT_BEFORE = re.compile(rf"(?<![{_LETTERS}\d])(?P<unit>{_one_of({*_SIGNS, *_SHARES})})[ \u00a0\u202f]?\Z")
_TIED_BEFORE = re.compile(
    rf"[-‐‑–—−/:×^+#§№&°º.,’'٫][ \u00a0]?\Z(?<![–—,][ \u00a0])|[{_LETTERS}_]\Z|第 ?\Z|\d\s\Z|\d x \Z"
)
_ABBREVIATION = re.compile(r"(?<![^\W_])[^\W\d_]{1,4}\.\s?\Z")
_TIED_AFTER = re.compile(
    rf"[-‐‑−/:^+’'](?=\w)|[ \u00a0]?[-‐‑–—−/×x:][ \u00a0]?\d|[.,٫]\d|[º°ª²³]|[{_LETTERS}_]"
    r"|\.\s?[^\W\d_]|[ \u00a0]\d"
)
_LETTER_RUN = re.compile(r"[^\W\d_]{0,40}")
_NEXT = re.compile(r"[\s\u00a0(-]{0,2}(?P<words>[^\W\d_][^\d]{0,30})")
_PREVIOUS = re.compile(r"(?P<word>[^\W\d_]{1,30}+)[.,]?\s?(?:de |del |da )?\Z")
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_HIGHEST_DATE = 60
"""No day, hour or minute of a date or time is higher."""

_AROUND = 48


class _Stems:
    """How listed words begin, to be found at the head of other words.

    In scripts with capital letters a word may be longer than its stem by so many letters only.
    """

    def __init__(self, stems: Iterable[str], *, longest_ending: int) -> None:
        self._stems = tuple(stems)
        self._longest_ending = longest_ending

    def begin(self, words: str) -> bool:
        """Whether `words`, in small letters, begin with one of them."""
        if not words.startswith(self._stems):
            return False
        stem = next(stem for stem in self._longest_first if words.startswith(stem))
        if stem.lower() == stem.upper():
            return True
        rest = _LETTER_RUN.match(words, len(stem))
        return rest is not None and len(rest.group()) <= self._longest_ending

    @cached_property
    def _longest_first(self) -> list[str]:
        return sorted(self._stems, key=len, reverse=True)


def _listed(name: str, *entries: str) -> Iterator[str]:
    """The stems of a list: of all its entries, or of those named."""
    listed = load_list(name)
    for entry in entries or listed:
        yield from listed[entry]


_MONTH_LISTS = [entry for entry in load_list("other_month_names") if entry != "whole words"]
_SCALES = _Stems(_listed("other_scale_words"), longest_ending=3)
_MONTHS = _Stems(_listed("other_month_names", *_MONTH_LISTS), longest_ending=8)
_WHOLE_MONTHS = _Stems(_listed("other_month_names", "whole words"), longest_ending=0)
_UNREAD_UNITS = _Stems(_listed("other_unit_words", "(unread)"), longest_ending=3)
_UNITS_IN_WORDS = {
    unit: _Stems(stems, longest_ending=3)
    for unit, stems in load_list("other_unit_words").items()
    if unit != "(unread)"
}
_DECIMAL_SIGNS = {code: sign for sign, codes in load_list("decimal_signs").items() for code in codes}


def find_written_figures(text: str, start: int, end: int, *, language: str) -> tuple[Figure, ...]:
    """The figures of `text[start:end]` that can be read without knowing `language`, in order.

    Each is vague: how exact it is and what it counts is not read.
    """
    return tuple(_find(text, start, end, language))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a number stands together with the sign of its unit, and the words on both sides."""

    first: int
    last: int
    sign: str | None
    before: str
    after: str


def _find(text: str, start: int, end: int, language: str) -> Iterator[Figure]:
    free = start
    for match in _NUMBER.finditer(text, start, end):
        place = _place(text, match, start, end)
        if place is None or place.first < free or not _is_sign_of(place, match.start(), language):
            continue
        value = _value(match.group(), _DECIMAL_SIGNS.get(language), has_unit=place.sign is not None)
        if value is not None and (figure := _figure(text, match.group(), value, place)):
            free = figure.end
            yield figure


def _is_sign_of(place: _Place, digits: int, language: str) -> bool:
    """Whether the sign beside a number, if any, means one thing in its language where it stands."""
    if place.sign in _SHARES and place.first < digits:
        return language in _SHARE_FIRST
    return language not in _SHARED_SIGNS.get(place.sign or "", ())


def _place(text: str, match: re.Match[str], start: int, end: int) -> _Place | None:
    """A number with its sign; `None` where signs stand on both sides."""
    first, last = match.span()
    before = _UNIT_BEFORE.search(text[max(start, first - _AROUND) : first])
    after = _UNIT_AFTER.match(text, last, end)
    if before and after:
        return None
    if before:
        first -= before.end() - before.start()
    if after:
        last = after.end()
    found = before or after
    sign = found["unit"] if found else None
    return _Place(
        first, last, sign, text[max(start, first - _AROUND) : first], text[last : min(end, last + _AROUND)]
    )


def _figure(text: str, written: str, value: Decimal, place: _Place) -> Figure | None:
    """The figure of a number; `None` where the words around it may make something else of it."""
    following = _following(place.after)
    if _is_tied(place) or _SCALES.begin(following) or _UNREAD_UNITS.begin(following):
        return None
    unit = _unit(place.sign) if place.sign else _unit_in_words(following)
    if unit is None and _is_date(value, written, place.before, following):
        return None
    quote = text[place.first : place.last]
    return Figure(place.first, place.last, quote, value, None, None, Modifier.VAGUE, unit=unit)


def _following(after: str) -> str:
    """The next words, in small letters; nothing where a sign parts them from the number."""
    found = _NEXT.match(after)
    return found["words"].lower() if found else ""


def _is_tied(place: _Place) -> bool:
    """Whether the number is part of a date, a time, a score, a range, a name, a reference or an age."""
    before, after = place.before, place.after
    if _TIED_BEFORE.search(before) or _ABBREVIATION.search(before) or _TIED_AFTER.match(after):
        return True
    return before.endswith("(") and after.startswith(")")


def _is_date(value: Decimal, written: str, before: str, following: str) -> bool:
    """Whether a bare number is a year, or stands beside the name of a month or the word for an hour."""
    if len(written) == 4 and written.isdecimal() and _FIRST_YEAR <= value <= _LAST_YEAR:
        return True
    previous = _PREVIOUS.search(before)
    behind = following.removeprefix("de ").removeprefix("di ")
    return value <= _HIGHEST_DATE and (
        _is_month(behind) or (previous is not None and _is_month(previous["word"].lower()))
    )


def _is_month(words: str) -> bool:
    return _WHOLE_MONTHS.begin(words) or _MONTHS.begin(words)


def _unit(sign: str) -> str:
    return _SIGNS.get(sign) or _SHARES.get(sign) or _SYMBOLS[sign]


def _unit_in_words(following: str) -> str | None:
    return next((unit for unit, stems in _UNITS_IN_WORDS.items() if stems.begin(following)), None)


def _value(written: str, decimal_sign: str | None, *, has_unit: bool) -> Decimal | None:
    """What a number is worth; `None` where its form and the usage of its language leave that open."""
    signs = [character for character in written if not character.isdecimal()]
    if not signs:
        return Decimal(written)
    *others, last = signs
    if others:
        if len(set(others)) > 1 or (last == others[0] and len(written.rsplit(last, 1)[1]) != 3):
            return None
        decimals = last != others[0]
        return _joined(written, last if decimals else None) if last in ".,٫" or not decimals else None
    return _with_one_sign(written, last, decimal_sign, has_unit=has_unit)


def _with_one_sign(written: str, sign: str, decimal_sign: str | None, *, has_unit: bool) -> Decimal | None:
    """What "1.234", "52,16" or "12 500" is worth."""
    whole, decimals = written.split(sign)
    parts_decimals = {"comma": ",", "point": "."}.get(decimal_sign or "")
    if sign == "٫" or (sign in ".," and whole == "0"):
        return _joined(written, sign)
    if sign not in ".,":
        return _joined(written, None) if sign != " " or parts_decimals == "," else None
    if len(decimals) == 3:
        if parts_decimals is None or (sign == parts_decimals and sign == ","):
            return None
        return _joined(written, sign if sign == parts_decimals else None)
    return _joined(written, sign) if sign == parts_decimals or has_unit else None


def _joined(written: str, decimal_sign: str | None) -> Decimal:
    """The value of digits with `decimal_sign` before their decimals; every other sign groups."""
    whole, _, decimals = written.partition(decimal_sign) if decimal_sign else (written, "", "")
    return Decimal("".join(filter(str.isdecimal, whole)) + (f".{decimals}" if decimals else ""))
