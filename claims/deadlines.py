"""When something has to be there, as people say it: a day, a time, or how long from now.

A date is read by `claims.typed`; here is what counts from the present. Nothing asks a clock.
"""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from claims.errors import BadTime
from claims.typed import moment

_SPAN = re.compile(r"(?:in )?(\d{1,3}) ?(h|hours?|d|days?|w|weeks?)")
_NAMED = re.compile(r"([a-z]+)(?: (\d{1,2}):(\d{2}))?")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
_END_OF_DAY = time(23, 59, 59)


def deadline(written: str, now: datetime) -> datetime:
    """A time to come: "2025-12-14 18:00", "tomorrow", "friday 18:00", "3d" or "36h", in the zone of `now`.

    A day alone ends with its day, and a weekday is the next one after today. Raises `BadTime` where
    that is no time, or one that has passed.
    """
    words = " ".join(written.split()).lower()
    until = _from_now(words, now) or _named_day(words, now) or _date(written)
    if until <= now:
        raise BadTime(f"{written!r} has passed already; give a time to come, such as tomorrow 18:00 or 3d")
    return until


def _from_now(words: str, now: datetime) -> datetime | None:
    found = _SPAN.fullmatch(words)
    if found is None:
        return None
    until = now + int(found[1]) * _UNITS[found[2][0]]
    return until if found[2].startswith("h") else _at(until, _END_OF_DAY)


def _named_day(words: str, now: datetime) -> datetime | None:
    found = _NAMED.fullmatch(words)
    days = None if found is None else _days_until(found[1], now.weekday())
    if found is None or days is None:
        return None
    if found[2] is None:
        return _at(now + timedelta(days=days), _END_OF_DAY)
    hour, minute = int(found[2]), int(found[3])
    if hour > 23 or minute > 59:
        return None
    return _at(now + timedelta(days=days), time(hour, minute))


def _days_until(name: str, today: int) -> int | None:
    if name in ("today", "tomorrow"):
        return ("today", "tomorrow").index(name)
    return (WEEKDAYS.index(name) - today - 1) % 7 + 1 if name in WEEKDAYS else None


def _date(written: str) -> datetime:
    try:
        return moment(written)
    except BadTime:
        raise BadTime(
            f"{written!r} is no time; write it as 2025-12-14 18:00, tomorrow 18:00, friday, 3d or 36h"
        ) from None


def _at(day: datetime, clock: time) -> datetime:
    return day.replace(hour=clock.hour, minute=clock.minute, second=clock.second, microsecond=0)
