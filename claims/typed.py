"""What people type, turned into what is meant by it: a word of a closed set, a date, a reason.

Commands, imports and actions ask here, so that a word which is none gets the same answer everywhere. Times
that count from the present are read by `claims.deadlines` and `claims.handover.times`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from claims.errors import BadTime, BadWord, EmptyReason

_Word = TypeVar("_Word", bound=StrEnum)
_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}:\d{2}(?::\d{2})?)\s?(Z|[+-]\d{2}:?\d{2})?)?")


def member(kind: type[_Word], word: str, *, what: str, but: Collection[_Word] = ()) -> _Word:
    """The member of a closed set that a word names. Raises `BadWord`, and names all but `but`."""
    known = {one.value.replace("_", "-"): one for one in kind}
    typed = word.strip().lower().replace("_", "-").replace(" ", "-")
    if typed not in known:
        named = ", ".join(word for word, one in known.items() if one not in but)
        raise BadWord(f"{word!r} is no {what}; choose one of: {named}")
    return known[typed]


def said(words: str | None) -> str | None:
    """What somebody said, on one line; `None` where that is nothing."""
    return " ".join(words.split()) or None if words else None


def reason(because: str, of: str) -> str:
    """The reason that somebody gave, on one line. Raises `EmptyReason`."""
    if words := said(because):
        return words
    raise EmptyReason(f'{of} needs its reason; give one with --because "…"')


def moment(written: str, *, begins: bool = False) -> datetime:
    """A date, or a date and a time, as in "2025-12-14 18:00", in this machine's zone unless it has one.

    A date alone ends with its day, or `begins` with it. Raises `BadTime`.
    """
    found = _DATE.fullmatch(written.strip())
    if found is None:
        raise _no_date(written)
    day, clock, zone = found.groups()
    clock = clock or ("00:00" if begins else "23:59:59")
    try:
        at = datetime.fromisoformat(f"{day}T{clock.zfill(5)}{zone or ''}")
    except ValueError:
        raise _no_date(written) from None
    return at.astimezone() if at.tzinfo is None else at.astimezone(UTC)


def day(written: str) -> str:
    """A date as it is kept, with the precision that was given. Raises `BadTime`."""
    moment(written)
    return " ".join(written.split())


def _no_date(written: str) -> BadTime:
    return BadTime(f"{written!r} is no date; write it as 2025-12-14, or 2025-12-14 18:00 with a time")
