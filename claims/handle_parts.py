"""What a handle is made of: the slug of "article:12", the number of "evidence:7".

Words in, words out; whether there is such a claim or such evidence is asked elsewhere.
"""

from __future__ import annotations

_LONGEST_NUMBER = 9


def slug_in(handle: str) -> str:
    """The slug of the document that a claim's handle names."""
    return handle.rpartition(":")[0]


def number_in(handle: str, prefix: str) -> int | None:
    """The number that a handle as "evidence:7" names, with its prefix or without.

    `None` where it names none, or a greater one than anything is given.
    """
    number = handle.removeprefix(prefix)
    if number.isascii() and number.isdecimal() and len(number) <= _LONGEST_NUMBER:
        return int(number)
    return None
