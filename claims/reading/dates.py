"""Dates as they are written, with the precision that was stated and nothing filled in.

"13 December 2025" is a day, "December 2025" a month, "since 1994" a year; "13 December"
has no year, so its value is unknown unless `DateMention.resolved` is told when the text was
published. Clock times are not here (see masks.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from claims.reading.plurals import looks_plural
from claims.reading.tokens import Tokens, tokenise
from claims.reading.wordlists import load_list, word_set
from claims.reading.years import end_of_season, is_amount, is_decade, is_year

_CALENDAR = {name: entry for entry, names in load_list("calendar").items() for name in names}
_MONTHS = {name: int(entry) for name, entry in _CALENDAR.items() if entry.isdecimal()}
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_WEEKDAYS = {name: _DAYS.index(entry) for name, entry in _CALENDAR.items() if not entry.isdecimal()}
_NAMES = frozenset(_CALENDAR)

_NUMERIC = re.compile(
    r"(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?:T[\d:.]+Z?)?(?!\d)"
    r"|(?P<a>\d{1,2})(?P<t>[-/.])(?P<b>\d{1,2})(?P=t)(?P<z>\d{4}|\d{2})(?![\d/])"
)
_DASHES = ("-", "–", "—", "/")
_NO_YEAR = frozenset("$£€¥₹#'’.,")
_AMBIGUOUS = word_set("May March Mar Sat Sun Mon Wed Jan Jun")
_LEADS_TO_DATE = word_set(
    "in last next this since until till by from of during before after early late mid on to through and every"
)


class DateMention(NamedTuple):
    """A date at `[start, end)`; what is not said is `None`. `weekday` counts from Monday, 0."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    @property
    def value(self) -> str | None:
        """The date in ISO 8601 at the precision stated; `None` where no year is stated."""
        if self.year is None:
            return None
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
            if self.day is not None:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)

    def resolved(self, published: str | None) -> str | None:
        """The value, with a missing year or week taken from publication: the latest day not after it."""
        told = _day(published)
        if self.value is not None or told is None:
            return self.value
        if self.month is not None:
            year = told.year if (self.month, self.day or 1) <= (told.month, told.day) else told.year - 1
            return DateMention(self.start, self.end, year, self.month, self.day).value
        if self.weekday is not None:
            return (told - timedelta(days=(told.weekday() - self.weekday) % 7)).isoformat()
        return None


def find_dates(text: str, start: int, end: int) -> tuple[DateMention, ...]:
    """The dates of `text[start:end]` in order, not overlapping; offsets are those of the document."""
    return tuple(dates_in(tokenise(text, start, end)))


def dates_in(tokens: Tokens) -> Iterator[DateMention]:
    """The dates of a statement that is already cut into tokens."""
    named = [] if _NAMES.isdisjoint(tokens.words) else [n for n, w in enumerate(tokens.words) if w in _NAMES]
    behind = tokens.start
    for at in sorted(tokens.numbers + named):
        if tokens.starts[at] >= behind:
            mention = _date_at(tokens, at)
            if mention is not None:
                yield mention
                behind = mention.end


def _date_at(tokens: Tokens, at: int) -> DateMention | None:
    word = tokens.words[at]
    if word in _MONTHS:
        return _from_month(tokens, at)
    if word in _WEEKDAYS:
        return _from_weekday(tokens, at)
    return _numeric(tokens, at) or _from_day(tokens, at) or _from_year(tokens, at)


def _numeric(tokens: Tokens, at: int) -> DateMention | None:
    """As in "2025-12-13", "13/12/2025"; where day and month can't be told apart, only the year is known."""
    match = _NUMERIC.match(tokens.text, tokens.starts[at], tokens.end)
    if match is None or (tokens.glued(at) and tokens.words[at - 1] not in ("(", "[", "|", ",", "–", "—")):
        return None
    if match["y"]:
        return _checked(tokens.starts[at], match.end(), int(match["y"]), int(match["m"]), int(match["d"]))
    a, b, year = int(match["a"]), int(match["b"]), int(match["z"])
    if match["t"] == "." and len(match["z"]) == 2:
        return None
    year += 2000 if len(match["z"]) == 2 else 0
    if a > 12 >= b:
        return _checked(tokens.starts[at], match.end(), year, b, a)
    if b > 12 >= a:
        return _checked(tokens.starts[at], match.end(), year, a, b)
    if max(a, b) > 31:
        return None
    same = a if a == b else None
    return DateMention(tokens.starts[at], match.end(), year, same, same)


def _checked(start: int, end: int, year: int, month: int, day: int) -> DateMention | None:
    if not (1000 <= year <= 2999 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    return DateMention(start, end, year, month, day)


def _from_day(tokens: Tokens, at: int) -> DateMention | None:
    """As in "13 December 2025", "13th of December", and the first day of "13–14 December"."""
    day = _day_number(tokens, at)
    if day is None:
        return None
    last = _after_day(tokens, at)
    if tokens.words[last] in _MONTHS:
        month = _MONTHS[tokens.words[last]]
        year, end = _year_behind(tokens, _after_dot(tokens, last))
        return DateMention(tokens.starts[at], tokens.ends[end - 1], year, month, day)
    if tokens.words[last] in _DASHES or tokens.lower[last] in ("to", "and", "or"):
        following = _after_day(tokens, last + 1)
        if _day_number(tokens, last + 1) is not None and tokens.words[following] in _MONTHS:
            return DateMention(
                tokens.starts[at], tokens.ends[last - 1], None, _MONTHS[tokens.words[following]], day
            )
    return None


def _day_number(tokens: Tokens, at: int) -> int | None:
    word = tokens.words[at]
    if not word.isdecimal() or len(word) > 2 or (tokens.glued(at) and tokens.words[at - 1].isalnum()):
        return None
    return int(word) if 1 <= int(word) <= 31 else None


def _after_day(tokens: Tokens, at: int) -> int:
    """The token behind a day's number, its "th" and its "of"."""
    last = at + 1
    if tokens.lower[last] in ("st", "nd", "rd", "th") and tokens.glued(last):
        last += 1
    if tokens.lower[last] == "of" and tokens.words[last + 1] in _MONTHS:
        last += 1
    return last


def _after_dot(tokens: Tokens, at: int) -> int:
    """The token behind a month's name and the point of its abbreviation."""
    abbreviated = len(tokens.words[at]) <= 4 and tokens.words[at + 1] == "." and tokens.glued(at + 1)
    return at + 2 if abbreviated and tokens.is_number(at + 2) else at + 1


def _year_behind(tokens: Tokens, at: int) -> tuple[int | None, int]:
    """The year behind a month or day, over a comma, and the end of the date."""
    step = 1 if tokens.words[at] == "," else 0
    word = tokens.words[at + step]
    if word.isdecimal() and len(word) == 4 and 1000 <= int(word) <= 2999 and not is_amount(tokens, at + step):
        return int(word), at + step + 1
    return None, at


def _from_month(tokens: Tokens, at: int) -> DateMention | None:
    """As in "December 13, 2025", "December 2025", "in December"."""
    month, last = _MONTHS[tokens.words[at]], _after_dot(tokens, at)
    year, end = _year_behind(tokens, last)
    if year is not None:
        return DateMention(tokens.starts[at], tokens.ends[end - 1], year, month)
    day = _day_number(tokens, last)
    if day is not None and tokens.words[last + 1] != ":" and not is_amount(tokens, last):
        year, end = _year_behind(tokens, _end_of_days(tokens, last))
        return DateMention(tokens.starts[at], tokens.ends[end - 1], year, month, day)
    if tokens.words[at] in _AMBIGUOUS and tokens.lower[at - 1] not in _LEADS_TO_DATE:
        return None
    return DateMention(tokens.starts[at], tokens.ends[at], None, month)


def _end_of_days(tokens: Tokens, at: int) -> int:
    """The token behind "13", "13th", "13-14" or "13 and 14"."""
    last = _after_day(tokens, at)
    for _ in range(4):
        if tokens.words[last] not in _DASHES and tokens.lower[last] not in ("to", "and"):
            break
        if _day_number(tokens, last + 1) is None or _counts(tokens, last + 2) or is_amount(tokens, last + 1):
            break
        last = _after_day(tokens, last + 1)
    return last


def _counts(tokens: Tokens, at: int) -> bool:
    """Whether a plural follows closely, so that the number before it counts something."""
    return any(looks_plural(tokens.lower[at + i]) and tokens.is_word(at + i) for i in (0, 1))


def _from_weekday(tokens: Tokens, at: int) -> DateMention | None:
    if tokens.words[at] in _AMBIGUOUS and not (
        tokens.words[at + 1] in (".", ",") or tokens.is_number(at + 1)
    ):
        return None
    return DateMention(tokens.starts[at], tokens.ends[at], weekday=_WEEKDAYS[tokens.words[at]])


def _from_year(tokens: Tokens, at: int) -> DateMention | None:
    """A year by itself, a season or a decade: "since 1994", "2018-19", "the 1990s"."""
    if tokens.glued(at) and tokens.words[at - 1] in _NO_YEAR:
        return None
    if is_decade(tokens, at):
        return DateMention(tokens.starts[at], tokens.ends[at + 1])
    if not is_year(tokens, at):
        return None
    return DateMention(tokens.starts[at], tokens.ends[end_of_season(tokens, at) - 1], int(tokens.words[at]))


def _day(published: str | None) -> date | None:
    """The day of publication, if it is stated to the day."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
