"""Finds the news agency that a text credits for itself: in a bracket, or on a line that says nothing else.

An agency that is merely quoted ("she told Reuters") is not credited with the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.reconcile.lexicon import agency_phrases
from claims.reconcile.words import words_of

_BRACKET = re.compile(r"\(([^()\n]{2,40})\)")
_LEAD = re.compile(r"(?:source|by|via|from|with|credit|reporting by|©|copyright)\b[\s:]*", re.IGNORECASE)
_FIRST_LINES, _LAST_LINES = 8, 5
_LONGEST_CREDIT = 80


def agency_named(words: str) -> str | None:
    """The agency that the name of an outlet names, the last of several; `None` where it names none."""
    found = agency_phrases().find(words_of(words, 0, len(words)))
    return found[-1][2] if found else None


def credited_agency(text: str) -> str | None:
    """The agency that a text credits for itself at its head or foot; `None` where it credits none."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    outer = lines if len(lines) <= _FIRST_LINES + _LAST_LINES else lines[:_FIRST_LINES] + lines[-_LAST_LINES:]
    return next((agency for line in outer for agency in _credited_in(line)), None)


def _credited_in(line: str) -> Iterator[str]:
    for bracket in _BRACKET.findall(line):
        if agency := _agency_ending(bracket, alone=True):
            yield agency
    if len(line) <= _LONGEST_CREDIT:
        lead = _LEAD.match(line)
        if agency := _agency_ending(line[lead.end() :] if lead else line, alone=lead is None):
            yield agency


def _agency_ending(credit: str, *, alone: bool) -> str | None:
    """The agency that a credit ends with; with `alone`, it has to be all that the credit says."""
    words = [word for word in words_of(credit, 0, len(credit)) if word.key[:1].isalnum()]
    found = agency_phrases().find(words)
    if not found or found[-1][1] != len(words) or not words[found[-1][0]].is_name:
        return None
    return found[-1][2] if not alone or found[-1][0] == 0 else None
