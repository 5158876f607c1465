"""Lines that say who wrote an article and when, and what can be taken from them.

Dates keep the precision that is written: nothing is filled in, and a date that can be read
in two ways ("03/04/2025") is not read at all. A clock time is kept with its zone where that
is written as UTC or as a number; a zone's short name is dropped, for many have two meanings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sources.readers.phrases import name_particles

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6})\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_TIME = (
    r"(?:,?(?: at| -| \||;|t)? ?(?P<hour>\d{1,2})"
    r"(?:[:.](?P<minute>\d{2})(?:[:.]\d{2}(?:\.\d{1,9})?)?|(?= ?[ap]\.?m))"
    r" ?(?P<half>[ap](?=\.?m))?(?:\.?m\.?)? ?(?P<zone>z|gmt|utc)?(?:[a-z]{2,4}t)?"
    r"(?: ?(?P<offset>[+-]\d{2}:?\d{2}))?)?"
)
_FORMS = (
    r"(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})",
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH},? (?P<year>\d{{4}})",
    rf"{_WEEKDAY}{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})",
    rf"{_MONTH},? (?P<year>\d{{4}})",
)
_LABEL = (
    r"(?P<label>(?:(?:first |last )?(?:published|posted|updated|modified|created)|date|release date)"
    r"(?: (?:on|at))?:? ?)?"
)
_DATE_LINES = [re.compile(rf"{_LABEL}{form}{_TIME}", re.IGNORECASE) for form in _FORMS]
_AUTHOR_LINE = re.compile(
    r"(?:by|written by|words by|story by|author:|reported by|reporting by):? (?P<names>.{3,120})",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][\w.’'-]{0,30}")
_COMMA = re.compile(",")
_PARTS = re.compile(r" ?[|•·] ?| [–—] ")
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says. `None` means that it does not say."""

    author: str | None = None
    published: str | None = None
    modified: str | None = None


def reads_as_byline(words: str) -> bool:
    """Whether a line does nothing but say who wrote a text, or when."""
    return read_byline(words) is not None


def read_byline(words: str) -> Byline | None:
    """What a line says of author and date; `None` if it is no byline."""
    if len(words) > _LONGEST:
        return None
    author = published = modified = None
    for part in _PARTS.split(words):
        if found := _author(part):
            author = author or found
        elif dated := _dated(part) or _dated_after_name(part):
            label, stated = dated
            if label.startswith(("updated", "last", "modified")):
                modified = modified or stated
            else:
                published = published or stated
    if author is None and published is None and modified is None:
        return None
    return Byline(author, published, modified)


def stated_date(words: str) -> str | None:
    """The ISO date that a line consists of, with the precision it states; `None` if it is none."""
    dated = _dated(words)
    return dated[1] if dated else None


def _author(part: str) -> str | None:
    match = _AUTHOR_LINE.fullmatch(part.strip())
    if not match:
        return None
    names = match["names"].strip(" ,")
    return names if " " in names and _reads_as_names(names) else None


def _reads_as_names(names: str) -> bool:
    words = names.replace(",", " ").split()
    return 0 < len(words) <= 12 and all(
        word in name_particles() or (_NAME.fullmatch(word) and word[0].isupper()) for word in words
    )


def _dated_after_name(part: str) -> tuple[str, str] | None:
    """The date of a line like "Harbour Office, 3 March 2025"."""
    for comma in (match.start() for match in _COMMA.finditer(part)):
        if _reads_as_names(part[:comma]) and (dated := _dated(part[comma + 1 :])):
            return dated
    return None


def _dated(part: str) -> tuple[str, str] | None:
    """The label and the ISO date of a date line, with the precision that it states."""
    stripped = part.strip(" .,")
    for form in _DATE_LINES:
        if match := form.fullmatch(stripped):
            stated = _iso(match)
            return ((match["label"] or "").casefold(), stated) if stated else None
    return None


def _iso(match: re.Match[str]) -> str | None:
    found = match.groupdict()
    month = int(found["number"]) if found.get("number") else _month(found["month"])
    year, day = int(found["year"]), found.get("day")
    if not month or not 1500 < year < 2200:
        return None
    if not day:
        return f"{year:04}-{month:02}"
    try:
        return date(year, month, int(day)).isoformat() + _clock(found)
    except ValueError:
        return None


def _clock(found: Mapping[str, str | None]) -> str:
    """The clock time as ISO writes it behind a date, "T21:40+00:00"; nothing where none can be."""
    if not found["hour"]:
        return ""
    hour, minute, offset = int(found["hour"]), int(found["minute"] or 0), found["offset"] or ""
    if found["half"]:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if found["half"] in "pP" else 0)
    if hour > 23 or minute > 59:
        return ""
    if found["zone"] and not offset:
        offset = "+00:00"
    return f"T{hour:02}:{minute:02}{offset[:3]}{':' if offset else ''}{offset[-2:]}"


def _month(word: str) -> int | None:
    """The number of a month that is written out or cut to three letters or more."""
    return next(
        (number for number, month in enumerate(_MONTHS, 1) if month.startswith(word.casefold())), None
    )
