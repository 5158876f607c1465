"""Suggests how much a claim needs before it counts: an accusation, a quote, a figure, or routine.

A suggestion from the words alone; a person sets another where it is wrong.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from claims.kinds import ClaimKind, Tier
from claims.reading.word_classes import CALENDAR, CLOSED

_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")


def suggest_tier(text: str, kind: ClaimKind, *, has_figure: bool, quoted: bool) -> Tier:
    """The tier of a claim with these words.

    `has_figure` is whether it counts or measures something (a year alone does not), `quoted` whether
    somebody is credited with its words as direct speech.
    """
    if is_accusation(text):
        return Tier.ACCUSATION
    if quoted or kind is ClaimKind.QUOTATION:
        return Tier.QUOTE
    return Tier.FIGURE if has_figure else Tier.ROUTINE


def is_accusation(text: str) -> bool:
    """Whether the words say that somebody did wrong, and name a person or an institution."""
    found = _accusing().search(text)
    return found is not None and any(
        _can_name(word[0], first=not text[: word.start()].strip(" “\"'‘—-•"))
        for word in _WORD.finditer(text)
        if not found.start() <= word.start() < found.end()
    )


def _can_name(word: str, *, first: bool) -> bool:
    """Whether a word can be part of a name: it has a capital, and is no weekday and no function word."""
    if not word[0].isupper() or word == "I" or word.lower() in CALENDAR:
        return False
    return not first or word.lower() not in CLOSED


@cache
def _accusing() -> re.Pattern[str]:
    """One pattern of all the words, the longest first, so that no word hides a longer one."""
    lines = files("claims.judging").joinpath("data", "accusation_words.txt").read_text("utf-8").splitlines()
    listed = (word.strip() for line in lines for word in line.partition("#")[0].split(","))
    words = sorted(filter(None, listed), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
