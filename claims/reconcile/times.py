"""When a figure's matter happened, and when it was counted.

A date beside an event ("freed on 13 December") is its period; for a count that can change
the dates say when it was counted ("by 24 October"). What is not said stays unknown.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from claims.reading.dates import DateMention, find_dates
from claims.reconcile.clauses import Stretch
from claims.reconcile.words import Word

_COUNTED_AT = frozenset({"by", "until", "till", "through", "to", "as", "of", "at", "and"})
_SINCE = frozenset(
    {"since", "after", "before", "until", "from", "between", "above", "below", "than", "over", "versus"}
)
_OPENING = 20


def dates_of(text: str, start: int, end: int) -> tuple[DateMention, ...]:
    """The dates of a statement."""
    return find_dates(text, start, end)


def period_of(stretch: Stretch, dates: Sequence[DateMention], words: Sequence[Word]) -> frozenset[str]:
    """When it happened: the nearest date in the figure's stretch, else one that opens the statement."""
    usable = [date for date in dates if _written(date) and _word_before(date, words) not in _SINCE]
    if not usable or stretch.left >= stretch.right:
        return frozenset()
    left, right = stretch.words[stretch.left].start, stretch.words[stretch.right - 1].end
    number = stretch.words[min(stretch.at, stretch.right - 1)].start
    own = [date for date in usable if left <= date.start < right]
    if own:
        return frozenset({_written(min(own, key=lambda date: abs(date.start - number)))})
    return frozenset(_written(date) for date in usable[:1] if date.start - words[0].start <= _OPENING)


def reference_period(period: frozenset[str], *, of_rate: bool) -> frozenset[str]:
    """The dates of a period that name a whole year, or for a rate ("4% in May") a whole month."""
    return frozenset(
        date for date in period if len(date) == 4 or (of_rate and len(date.lstrip("-")) in (2, 7))
    )


def counted_at(dates: Sequence[DateMention], words: Sequence[Word], published: str | None) -> str | None:
    """The time of counting: a date after "by" or "as of", the weekday that is named, or publication."""
    days = [date for date in dates if date.day is not None]
    for date in reversed(days):
        if _word_before(date, words) in _COUNTED_AT:
            return date.resolved(published) or _written(date)
    weekdays = [date for date in dates if date.weekday is not None and date.day is None]
    if weekdays and published:
        return weekdays[-1].resolved(published)
    if published:
        return published
    loose = [date for date in days if date.value and _word_before(date, words) not in _SINCE]
    return loose[-1].value if loose else None


def _written(date: DateMention) -> str:
    """The date as ISO, or "-09" and "-12-13" where no year is written; "" for a bare weekday."""
    if date.value is not None:
        return date.value
    if date.month is None:
        return ""
    return f"-{date.month:02}" + (f"-{date.day:02}" if date.day is not None else "")


def _word_before(date: DateMention, words: Sequence[Word]) -> str:
    at = bisect_right(words, date.start, key=lambda word: word.end)
    return words[at - 1].key if at else ""
