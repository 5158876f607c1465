"""Whether words look as if they gave somebody away: a name, an address, a number, an account.

For warnings about protected sources only: it errs both ways, refuses nothing and stores nothing. Names in
a script without capital letters can't be told from other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from claims.reading.wordlists import word_set

_HANDLE = re.compile(r"@\w{2,}")
_NUMBER = re.compile(r"\+?\d[\d ()./-]{5,30}\d")
_DATE = re.compile(r"\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ]\d{4}")
_FEWEST_DIGITS = 7
_AROUND = "\"'“”‘’«»()[]{}*_…:;,!?"
_ENDS = (".", ":", ";", ",", "!", "?", ")", "”")
_COMMON = word_set(
    "a an and as at before after but by for from he her his i if in it its my no not of on or our she since "
    "that the their then there they this those to we when where which while who with you your "
    "mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december"
)
"""Words that begin a sentence or a date with a capital letter, and no name."""


def looks_like_a_name(text: str) -> str | None:
    """The first words that look like a person's name, an e-mail, a phone number or an account, if any."""
    return next(_telling(text), None)


def _telling(text: str) -> Iterator[str]:
    words = text.split()
    for word in (word.strip(_AROUND + ".") for word in words):
        local, _, domain = word.partition("@")
        if (local and "." in domain) or _HANDLE.fullmatch(word):
            yield word
    for found in _NUMBER.finditer(text):
        digits = sum(character.isdigit() for character in found[0])
        if digits >= _FEWEST_DIGITS and not _DATE.search(found[0]):
            yield found[0]
    for first, second in pairwise(words):
        parted = first.endswith(_ENDS) and not _is_initial(first)
        if not parted and _is_capitalised(first) and _is_capitalised(second):
            yield f"{first.strip(_AROUND)} {second.strip(_AROUND + '.')}"


def _is_capitalised(word: str) -> bool:
    bare = word.strip(_AROUND)
    if _is_initial(bare):
        return True
    bare = bare.rstrip(".").removesuffix("'s").removesuffix("’s")
    if len(bare) < 2 or not bare[0].isupper() or bare.lower() in _COMMON:
        return False
    return bare[1:].islower() or not (bare.isupper() and len(bare) < 3)


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[0].isupper() and word[1] == "."
