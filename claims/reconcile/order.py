"""Which of two counts is the later one, and whether one voice gives them both."""

from __future__ import annotations

from datetime import datetime, timedelta

from claims.reconcile.cues import DURATIONS
from claims.reconcile.lexicon import measures_marked
from claims.reconcile.pairing import Pairing
from claims.reconcile.side import Side

_HOUR = timedelta(hours=1)
_A_YEAR = 4
_HOURS_APART = 1
"""Texts of one day that come out closer than this are news of one state."""


def order_of(a: Side, b: Side) -> str | None:
    """Whether b is the later count: "dated" by the time of counting, "said" by words, else `None`.

    Words order the counts of one text; between texts they stand back where both are dated.
    """
    if a.home != b.home and a.as_of and b.as_of:
        return "dated" if _is_later(b, a) else None
    said = (a.state == "earlier" and b.state != "earlier") or (b.state == "later" and a.state != "later")
    contrary = (b.state == "earlier" and a.state != "earlier") or (a.state == "later" and b.state != "later")
    if said and not contrary:
        return "said"
    return "dated" if _is_later(b, a) and not contrary else None


def can_change(pair: Pairing) -> bool:
    """Whether they count something that can change with time, as a toll can and a turnout can't."""
    measure = pair.a.meaning.measure or pair.b.meaning.measure
    if pair.a.amount.kind in DURATIONS:
        return False
    return measure in measures_marked("*") or pair.a.amount.kind == "%"


def same_side(a: Side, b: Side) -> bool:
    """Whether nothing says that they come from two speakers."""
    return not a.speakers or not b.speakers or bool(a.speakers & b.speakers)


def one_voice(a: Side, b: Side) -> bool:
    """Whether one speaker gives both, so far as the names tell."""
    return bool(a.speakers and b.speakers) and (a.speakers <= b.speakers or b.speakers <= a.speakers)


def one_period(a: Side, b: Side) -> bool:
    """Whether both are said to be of one month or year, so that neither can be a later state."""
    return bool(a.meaning.period) and a.meaning.period == b.meaning.period


def one_month(a: Side, b: Side) -> bool:
    """Whether both are said to be of one month or day, which is over when it is counted."""
    return one_period(a, b) and all(len(date) != _A_YEAR for date in a.meaning.period)


def _is_later(later: Side, earlier: Side) -> bool:
    if later.as_of is None or earlier.as_of is None:
        return False
    one, other = later.as_of[:10], earlier.as_of[:10]
    if one.startswith("-") or other.startswith("-"):
        one, other = (date[-5:] if len(date) >= 6 else date for date in (one, other))
    return one > other or (one == other and _hours_between(earlier.as_of, later.as_of) >= _HOURS_APART)


def _hours_between(earlier: str, later: str) -> float:
    """The hours from one clock time to another; 0 where one is missing, or only one names its zone."""
    one, other = _clock_time(earlier), _clock_time(later)
    if one is None or other is None or (one.tzinfo is None) != (other.tzinfo is None):
        return 0.0
    return (other - one) / _HOUR


def _clock_time(as_of: str) -> datetime | None:
    try:
        return datetime.fromisoformat(as_of) if "T" in as_of else None
    except ValueError:
        return None
