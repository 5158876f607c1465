"""Days in words, as a newsroom writes them."""

from __future__ import annotations

from datetime import date

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
