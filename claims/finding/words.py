"""The words of a text as full-text search compares them, each with its place, so that it can be marked.

Nothing is left out and nothing is stemmed, other than where claims are matched: what a text says can be
found as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from claims.matching.spelling import folded

_LETTERS = r"(?:[^\W\d_]++[\u0300-\u036f]*+)++"
_GROUPED = r"(?<!\d)\d{1,3}([,.'’\u00a0\u2009\u202f])\d{3}(?:\1\d{3})*(?!\d)(?:[.,]\d+)?"
_WORD = re.compile(rf"{_LETTERS}(?:['’]{_LETTERS})*|{_GROUPED}|\d+(?:[.,]\d+)?")
_THOUSAND = 3
_REMEMBERED = 100_000
"""So many words are remembered with what they fold to, so that memory stays bounded."""


class Word(NamedTuple):
    """A word as it is compared, and its place in the text."""

    folded: str
    start: int
    end: int


def words_in(text: str) -> Iterator[Word]:
    """The words and numbers of a text in order: no case, no accents; 1,200 and 1.200 are 1200."""
    for found in _WORD.finditer(text):
        if word := _folded(found):
            yield Word(word, found.start(), found.end())


def folded_words(text: str | None) -> str:
    """The words of a text, parted by blanks, as an index takes them."""
    return " ".join(filter(None, map(_folded, _WORD.finditer(text or ""))))


def in_groups(number: str) -> tuple[str, ...]:
    """A whole number of four digits or more as it is written with blanks: 1200 as 1 and 200."""
    first = len(number) % _THOUSAND or _THOUSAND
    return number[:first], *(number[at : at + _THOUSAND] for at in range(first, len(number), _THOUSAND))


def _folded(found: re.Match[str]) -> str:
    written = found[0]
    return _number(written, found[1]) if written[0].isdecimal() else _letters(written)


def _number(written: str, mark: str | None) -> str:
    """A number without the marks between thousands, with a point, and without decimals that say nothing."""
    if mark is None:
        whole, _, decimals = written.replace(",", ".").partition(".")
    else:
        first, *groups = written.split(mark)
        last = groups.pop()
        whole, decimals = first + "".join(groups) + last[:_THOUSAND], last[_THOUSAND + 1 :]
    decimals = decimals.rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole


@lru_cache(maxsize=_REMEMBERED)
def _letters(written: str) -> str:
    word = folded(written)
    return word if word.isalnum() else "".join(filter(str.isalnum, word))
