"""The words of a claim or a post, folded, as matching compares them.

Links are left out, a handle or hashtag is parted into its words, a figure is written in one way.
Nothing is weighed here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_LINK = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|\bt\.co/)\S*")
_SIGNED = re.compile(
    r"\(@(\w{1,40})\) (?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December) \d{1,2}, \d{4}\s{0,9}\Z"
)
"""How a quoted post is signed; the day is the day of the post, and no part of what it says."""

_TAG = re.compile(r"[@#](\w{1,100})")
_PART = re.compile(r"[A-Z]{2,}(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+|[^\W\d_A-Za-z]+")
_WORD = re.compile(r"\d++(?:[.,]\d++)*+|[^\W\d_]++(?:['’][^\W\d_]++)*+|%")
_STATES = re.compile(r"\bU\.\s?S\.(?:\s?A\b\.?)?|\bUSA?\b|\b[Uu]nited [Ss]tates(?: of America)?\b")
_STROKES = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "’": "'"})
_REMEMBERED = 100_000
"""So many words are remembered with what they fold to, so that memory stays bounded."""

_BROKEN = {
    f"{mark.encode().decode(code, errors='replace')}": mark
    for mark in "–—‘’“”…"
    for code in ("cp1252", "mac_roman")
}
_SCALES = {
    "k": "thousand",
    "m": "million",
    "mn": "million",
    "bn": "billion",
    "b": "billion",
    "tn": "trillion",
}


def mended(text: str) -> str:
    """The text with the marks put right that come of UTF-8 once read as something else."""
    for broken, mark in _BROKEN.items():
        if broken in text:
            text = text.replace(broken, mark)
    return text


def words_of(text: str) -> tuple[str, ...]:
    """The words and numbers of a text in order, folded: no case, accent, possessive or link."""
    return tuple(_words(_unfolded(text)))


def capitalised(text: str) -> dict[str, str]:
    """The words that are written with a capital letter, folded, with how the first of each is written."""
    found: dict[str, str] = {}
    for word in _WORD.findall(_unfolded(text)):
        if word[0].isupper() and len(word) > 1:
            found.setdefault(folded(word), word.removesuffix("'s").removesuffix("’s"))
    return found


@lru_cache(maxsize=_REMEMBERED)
def folded(word: str) -> str:
    """A word without case, accents, possessive and apostrophe."""
    lower = word.lower()
    if not lower.isascii():
        lower = lower.translate(_STROKES)
        lower = "".join(
            mark for mark in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(mark)
        )
    return lower.removesuffix("'s").replace("'", "")


def _unfolded(text: str) -> str:
    """The text without links and the day of a signature, tags and handles parted into words."""
    text = _SIGNED.sub(r" @\1", _LINK.sub(" ", mended(text)))
    return _STATES.sub(" America ", _TAG.sub(_parted, text))


def _parted(tag: re.Match[str]) -> str:
    return f" {' '.join(_PART.findall(tag[1]))} "


def _words(text: str) -> Iterator[str]:
    behind = -1
    for found in _WORD.finditer(text):
        word = found[0]
        if word[0].isdecimal():
            yield _number(word)
            behind = found.end()
        elif found.start() == behind and word.lower() in _SCALES:
            yield _SCALES[word.lower()]
        else:
            yield "percent" if word == "%" else folded(word)


def _number(digits: str) -> str:
    """A number without the marks between thousands and without empty decimals."""
    whole, point, decimals = digits.replace(",", "").partition(".")
    return f"{whole}.{decimals}" if point and decimals.strip("0") else whole
