"""Linked data (JSON-LD) in a page, and the names, words and dates in it, taken with care.

Pages write them in many wrong ways: what is no name, no text or no date counts as not said.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime

from lxml.html import HtmlElement

from sources.readers.bylines import stated_date
from sources.readers.drafts import tidy

Json = object
"""A value of JSON, of which nothing is known before it is looked at."""

_ISO_DATE = re.compile(
    r"\d{4}(?:-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?"
)
_LONGEST = 1_000
_MOST_JSON = 2_000_000
_MOST_NAMES = 20
_FIRST_YEAR = 1500
"""What is dated earlier is a placeholder ("0001-01-01")."""


def linked_data(tree: HtmlElement) -> Iterator[Json]:
    """Every piece of linked data in a page that is JSON at all."""
    for script in tree.iter("script"):
        text = script.text or ""
        if "ld+json" in (script.get("type") or "") and len(text) <= _MOST_JSON:
            try:
                yield json.loads(text, strict=False)
            except (ValueError, RecursionError):
                continue


def resolved(value: Json, known: dict[str, dict[str, Json]]) -> Json:
    """A value with the things that it only points to ("@id") put in, one step deep."""
    if isinstance(value, list):
        return [resolved(item, known) for item in value[:_MOST_NAMES]]
    if isinstance(value, dict) and isinstance(key := value.get("@id"), str) and "name" not in value:
        return known.get(key, value)
    return value


def names_of(value: Json) -> str | None:
    """The names of people or institutions, joined; `None` where none is given."""
    people = value if isinstance(value, list) else [value]
    names = (
        name_of(person.get("name") if isinstance(person, dict) else person) for person in people[:_MOST_NAMES]
    )
    return ", ".join(dict.fromkeys(name for name in names if name)) or None


def name_of(value: Json) -> str | None:
    """A name; an address in its place is none."""
    name = re.sub(r"^by ", "", words_of(value) or "", flags=re.IGNORECASE)
    return name if name and "://" not in name else None


def words_of(value: Json) -> str | None:
    """A text without stray blanks; `None` for anything else."""
    if not isinstance(value, str):
        return None
    return tidy(value[:_LONGEST]) or None


def first_date(*values: Json) -> str | None:
    """The first value that is a date."""
    return next((date for value in values if isinstance(value, str) and (date := _date(value.strip()))), None)


def _date(value: str) -> str | None:
    """A date with the precision that is stated; `None` for what no calendar holds."""
    match = _ISO_DATE.match(value)
    if not match:
        return stated_date(value[:_LONGEST])
    filled = match[0] + "2000-01-01"[len(match[0]) :] if len(match[0]) < 10 else match[0]
    try:
        known = datetime.fromisoformat(filled).year >= _FIRST_YEAR
    except ValueError:
        return None
    return match[0].replace(" ", "T") if known else None
