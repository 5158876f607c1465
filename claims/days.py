"""Days and times in words, as a newsroom writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(at: date) -> str:
    """A day, or that of a time: "14 December 2025"."""
    return f"{at.day} {MONTHS[at.month - 1]} {at.year}"


def moment(at: datetime) -> str:
    """A point in time in UTC: "13 December 2025, 18:05 UTC"."""
    at = at.astimezone(UTC)
    return f"{day(at)}, {at:%H:%M} UTC"
