"""Suggests how much a claim needs before it counts: an accusation, a quote, a figure, or routine.

A suggestion from the words alone; a person sets another where it is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from claims.kinds import ClaimKind, Tier
from claims.reading.word_classes import CALENDAR, CLOSED

_NAME = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")
_WORD = re.compile(r"\w+")


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
    found = _accusing(text)
    return found is not None and any(
        _can_name(word[0], first=not text[: word.start()].strip(" “\"'‘—-•"))
        for word in _NAME.finditer(text)
        if not found.start <= word.start() < found.stop
    )


def _can_name(word: str, *, first: bool) -> bool:
    """Whether a word can be part of a name: it has a capital, and is no weekday and no function word."""
    if not word[0].isupper() or word == "I" or word.lower() in CALENDAR:
        return False
    return not first or word.lower() not in CLOSED


def _accusing(text: str) -> slice | None:
    """Where the first words stand that say that somebody did wrong; `None` where none do."""
    listed = _listed()
    for word in _WORD.finditer(text):
        for phrase in listed.get(word[0].lower(), ()):
            end = word.start() + len(phrase)
            if text[word.start() : end].lower() == phrase and not text[end : end + 1].isalnum():
                return slice(word.start(), end)
    return None


@cache
def _listed() -> Mapping[str, tuple[str, ...]]:
    """The listed words by the first of each, the longest first, so that none hides a longer one.

    One pattern of them all would try every one of them at every word of a text.
    """
    lines = files("claims.judging").joinpath("data", "accusation_words.txt").read_text("utf-8").splitlines()
    words = {word.strip() for line in lines for word in line.partition("#")[0].split(",")} - {""}
    by_first: dict[str, tuple[str, ...]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        first = _WORD.findall(word)[0]
        by_first[first] = (*by_first.get(first, ()), word)
    return by_first
