"""Times of the past, and lengths of time, as people say them: "3h", "yesterday", "monday 18:00".

A date is read by `claims.typed`. Nothing asks a clock.
"""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from claims.deadlines import WEEKDAYS
from claims.errors import BadTime
from claims.typed import moment

_SPAN = re.compile(r"(\d{1,4}) ?(m|min|minutes?|h|hours?|d|days?|w|weeks?)(?: ago)?")
_NAMED = re.compile(r"([a-z]+)?(?: ?(\d{1,2}):(\d{2}))?")
_UNITS = {
    "m": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
    "w": timedelta(weeks=1),
}


def since_when(written: str, now: datetime) -> datetime:
    """A time that has been: "3h", "yesterday", "monday 18:00", "09:00", "2025-12-14", in the zone of `now`.

    A day alone is meant from its beginning, and a weekday is the last one before today. Raises `BadTime`.
    """
    words = " ".join(written.split()).lower()
    if found := _SPAN.fullmatch(words):
        return now - int(found[1]) * _UNITS[found[2][0]]
    at = _named_day(words, now) or _date(written)
    if at > now:
        raise BadTime(f"{written!r} is still to come; give a time that has been, such as yesterday or 3h")
    return at


def length(written: str) -> timedelta:
    """A length of time: "2d", "12h", "1w". Raises `BadTime`."""
    found = _SPAN.fullmatch(" ".join(written.split()).lower())
    if found is None:
        raise BadTime(f"{written!r} is no length of time; write it as 2d, 12h or 1w")
    return int(found[1]) * _UNITS[found[2][0]]


def _named_day(words: str, now: datetime) -> datetime | None:
    found = _NAMED.fullmatch(words) if words else None
    days = None if found is None else _days_since(found[1], now.weekday())
    if found is None or days is None:
        return None
    hour, minute = int(found[2] or 0), int(found[3] or 0)
    if hour > 23 or minute > 59:
        return None
    day = now - timedelta(days=days)
    return datetime.combine(day.date(), time(hour, minute), day.tzinfo)


def _days_since(name: str | None, today: int) -> int | None:
    if name in (None, "today"):
        return 0
    if name == "yesterday":
        return 1
    return (today - WEEKDAYS.index(name) - 1) % 7 + 1 if name in WEEKDAYS else None


def _date(written: str) -> datetime:
    try:
        at = moment(written)
    except BadTime:
        raise BadTime(
            f"{written!r} is no time; write it as 2025-12-14 18:00, yesterday, monday 18:00, 09:00 or 3h"
        ) from None
    alone = ":" not in written
    return at.replace(hour=0, minute=0, second=0) if alone else at
