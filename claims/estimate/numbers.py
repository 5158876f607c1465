"""Values as numbers, with the precision in which they were written; and times as seconds.

`number` and `seconds` say what a text means. `numbers` and `moments` say the same of many texts,
the plainly written ones at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from claims.estimate.blocks import Floats, Ints
from sources.observations.arrays import array_of, column_of, text_of

Meant = TypeVar("Meant")

_NUMBER = re.compile(
    r"[+-]?(?:[0-9]{1,400}|[0-9]{1,3}(?:,[0-9]{3}){1,100})?(?:\.[0-9]{0,400})?(?:[eE][+-]?[0-9]{1,3})?"
)
_PART_OF_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")
_EPOCH = datetime(1, 1, 1, tzinfo=UTC)
MOST_DECIMALS = 15
LARGEST = 1e200
LONGEST = 64
NO_NUMBER = float("nan")
NO_TIME = -1
_PLAIN_NUMBER = r"^-?[0-9]{1,15}(\.[0-9]{1,15})?$"
_PLAIN_TIME = r"^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}:[0-9]{2})?$"
_UNIX_EPOCH = 62_135_596_800
"""Seconds from the year 1 to 1970."""


def numbers(texts: pa.StringArray) -> tuple[Floats, Ints]:
    """The number and the decimals of each text, as `number` tells them."""
    plain = pc.match_substring_regex(texts, _PLAIN_NUMBER)
    decimal = pc.if_else(plain, texts, text_of("0"))
    value: Floats = array_of(pc.cast(decimal, pa.float64())).copy()
    point = array_of(pc.find_substring(decimal, ".")).astype(np.int64)
    decimals: Ints = np.where(point < 0, 0, array_of(pc.binary_length(decimal)) - point - 1)
    for place, (meant, behind) in _one_by_one(texts, plain, number):
        value[place], decimals[place] = meant, behind
    return value, decimals


def moments(texts: pa.StringArray) -> Ints:
    """The seconds of each text, as `seconds` tells them; `NO_TIME` where it can't be read."""
    plain = pc.match_substring_regex(texts, _PLAIN_TIME)
    try:
        dates = pc.cast(pc.if_else(plain, texts, text_of("1970-01-01")), pa.timestamp("s"))
    except pa.ArrowInvalid:
        plain = column_of(np.zeros(len(texts), dtype=bool))
        dates = column_of(np.zeros(len(texts), dtype=np.int64))
    when: Ints = array_of(pc.cast(dates, pa.int64())) + _UNIX_EPOCH
    for place, meant in _one_by_one(texts, plain, seconds):
        when[place] = NO_TIME if meant is None else meant
    return when


def _one_by_one(
    texts: pa.StringArray, plain: pa.BooleanArray, meaning: Callable[[str], Meant]
) -> list[tuple[int, Meant]]:
    """What the texts mean that aren't plain, with their places."""
    others = pc.indices_nonzero(pc.invert(plain))
    return list(zip(others.to_pylist(), map(meaning, texts.take(others).to_pylist()), strict=True))


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
