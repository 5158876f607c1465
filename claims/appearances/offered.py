"""What somebody says of a public claim, before it is stored, with the words that mean "not known".

Values only. Nothing asks a clock; what counts from the present is given it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from claims.deadlines import deadline
from claims.errors import BadPublicClaim, BadTime
from claims.typed import moment

LONGEST = 5_000
_UNKNOWN = ("unknown", "not known")
_NEVER = ("never", "no")
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What somebody says of a public claim. `None` is nothing said, "" that it is not known."""

    claimant: str | None = None
    wording: str | None = None
    said_on: str | None = None
    chosen_because: str | None = None
    check_again: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighted:
    """What somebody says of a place where a claim appeared. `None` is nothing said."""

    place: str | None = None
    on_date: str | None = None
    quote: str | None = None


def stated(
    *,
    claimant: str | None = None,
    wording: str | None = None,
    said_on: str | None = None,
    chosen_because: str | None = None,
    check_again: str | None = None,
    now: datetime,
) -> Stated:
    """What is said of a public claim, from the words that somebody wrote. Raises `BadPublicClaim`."""
    return Stated(
        claimant=_known(claimant),
        wording=None if wording is None else usable_wording(wording),
        said_on=_day(said_on, "when it was said"),
        chosen_because=_one_line(chosen_because),
        check_again=_again(check_again, now),
    )


def sighted(*, place: str | None = None, on_date: str | None = None, quote: str | None = None) -> Sighted:
    """What is said of an appearance, from the words that somebody wrote. Raises `BadPublicClaim`."""
    return Sighted(place=_one_line(place), on_date=_day(on_date, "when it appeared"), quote=quote)


def usable_wording(words: str) -> str:
    """The words of a claim as they are to be rated. Raises `BadPublicClaim` where none can be."""
    wording = words.strip()
    if _HALF.search(wording):
        raise BadPublicClaim("the wording holds half a character; give it as whole Unicode text")
    if not any(map(str.isalnum, wording)):
        raise BadPublicClaim(
            'there are no words to rate; give them as they were said, in quotation marks: "…"'
        )
    if len(wording) > LONGEST:
        raise BadPublicClaim(
            f"the wording has {len(wording):,} characters, and a claim at most {LONGEST:,}; give the words "
            "that are to be rated, and add a longer text with: factdesk document add FILE --as public"
        )
    return wording


def _one_line(words: str | None) -> str | None:
    return None if words is None else " ".join(words.split())


def _known(words: str | None) -> str | None:
    name = _one_line(words)
    return "" if name is not None and name.casefold() in _UNKNOWN else name


def _day(written: str | None, what: str) -> str | None:
    """A day with the precision that was given; "" where it is said not to be known."""
    words = _known(written)
    if not words:
        return words
    if found := _DAY.fullmatch(words):
        year, month, in_month = (int(part or 1) for part in found.groups())
        try:
            date(year, month, in_month)
        except ValueError:
            pass
        else:
            return words
    raise BadPublicClaim(
        f"{written!r} does not say {what}; write it as 2025-12-14, 2025-12 or 2025, or as unknown"
    )


def _again(written: str | None, now: datetime) -> str | None:
    """The day on which to check again, perhaps one that has come already; "" for never."""
    words = _one_line(written)
    if words is None or words.casefold() in _NEVER:
        return words and ""
    try:
        return _named_day(words, now).date().isoformat()
    except BadTime:
        raise BadPublicClaim(
            f"{written!r} does not say when to check again; write it as 2026-06-01, friday, 3d or 6w, "
            "or as never"
        ) from None


def _named_day(words: str, now: datetime) -> datetime:
    try:
        return moment(words)
    except BadTime:
        return deadline(words, now)
