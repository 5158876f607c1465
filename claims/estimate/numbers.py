"""A value as a number and the precision in which it was written; and a time as seconds."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from decimal import Decimal
from email.utils import parsedate_to_datetime

_NUMBER = re.compile(
    r"[+-]?(?:[0-9]{1,400}|[0-9]{1,3}(?:,[0-9]{3}){1,100})?(?:\.[0-9]{0,400})?(?:[eE][+-]?[0-9]{1,3})?"
)
_PART_OF_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")
_EPOCH = datetime(1, 1, 1, tzinfo=UTC)
MOST_DECIMALS = 15
LARGEST = 1e200
LONGEST = 64
NO_NUMBER = float("nan")


def number(text: str) -> tuple[float, int]:
    """The number and its decimals; NaN where the text is no finite number."""
    if text.isascii() and text.isdigit() and len(text) <= LONGEST:
        return float(text), 0
    text = text.strip().replace("\N{MINUS SIGN}", "-")
    if len(text) > LONGEST or not _NUMBER.fullmatch(text):
        return NO_NUMBER, 0
    try:
        value = float(text.replace(",", ""))
    except ValueError:
        return NO_NUMBER, 0
    if not abs(value) <= LARGEST:
        return NO_NUMBER, 0
    return value, _decimals(text)


def _decimals(text: str) -> int:
    digits, _, exponent = text.lower().partition("e")
    decimals = len(digits.partition(".")[2]) - int(exponent or 0)
    return min(max(decimals, 0), MOST_DECIMALS)


def seconds(text: str) -> int | None:
    """The time as whole seconds since the year 1, as UTC where no zone is given; `None`: can't be read."""
    text = text.strip()
    try:
        return _since(_time(text))
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _time(text: str) -> datetime:
    if part := _PART_OF_DATE.fullmatch(text):
        return datetime(int(part[1]), int(part[2] or 1), 1, tzinfo=UTC)
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    try:
        return datetime.strptime(text, "%a %b %d %H:%M:%S %Y").replace(tzinfo=UTC)
    except ValueError:
        return parsedate_to_datetime(text)


def _since(time: datetime) -> int:
    aware = time if time.tzinfo else time.replace(tzinfo=UTC)
    return int((aware - _EPOCH).total_seconds())


def written(units: float, decimals: int) -> str:
    """A number of units of the last place, as it is written: 3006 hundredths is 30.06."""
    whole = int(units) if abs(units) < 1 << 53 else 0
    if whole != units:
        return format(Decimal(repr(units)).scaleb(-decimals), "f")
    return str(whole) if decimals == 0 else format(Decimal(whole).scaleb(-decimals), "f")
