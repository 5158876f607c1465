"""Dates and times as a newsroom writes them, with no more precision than was stated."""

from __future__ import annotations

import re
from datetime import datetime

from claims.days import MONTHS, day, moment

__all__ = ["date", "moment"]

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def date(stated: str) -> str:
    """An ISO date in words, as precise as it was stated; anything else stays as it is."""
    if found := _ISO.fullmatch(stated):
        year, month, in_month = found.groups()
        if month is None:
            return year
        if 1 <= int(month) <= 12:
            words = f"{MONTHS[int(month) - 1]} {year}"
            return f"{int(in_month)} {words}" if in_month else words
        return stated
    try:
        at = datetime.fromisoformat(stated)
    except ValueError:
        return stated
    return moment(at) if at.tzinfo else f"{day(at)}, {at:%H:%M}"
