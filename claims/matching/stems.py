"""The stem of an English word, so that "arrests", "arrested" and "arresting" are looked for as one.

Stems serve to find and to weigh; whether two claims say the same is never decided on a stem,
which takes "police" and "policy" for one word.
"""

from __future__ import annotations

import re

_VOWEL = re.compile(r"[aeiou]|(?<=[^aeiou])y")
_TURN = re.compile(r"[aeiou](?=[^aeiou])|(?<=[^aeiou])y(?=[^aeiouy])")
"""A vowel with a consonant behind it: how often this comes is the "measure" of a stem."""

_LONGER = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "abli": "able",
    "alli": "al", "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate",
    "ator": "ate", "alism": "al", "iveness": "ive", "fulness": "ful", "ousness": "ous", "aliti": "al",
    "iviti": "ive", "biliti": "ble",
}  # fmt: skip
_LONG = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": ""}
_LAST = ("ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous",
         "ive", "ize", "ion", "al", "er", "ic", "ou")  # fmt: skip

_LONGEST = 40
"""Longer "words" are codes, and have no endings."""


def stem(word: str) -> str:
    """The stem of a word in small letters, after M. F. Porter, "An algorithm for suffix stripping" (1980)."""
    if len(word) <= 2 or len(word) > _LONGEST or not word.isascii():
        return word
    word = _without_past(_without_plural(word))
    if word.endswith("y") and _VOWEL.search(word[:-1]):
        word = word[:-1] + "i"
    word = _replaced(_replaced(word, _LONGER), _LONG)
    return _without_e(_without_last(word))


def _measure(part: str) -> int:
    return len(_TURN.findall(part))


def _without_plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _without_past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) else word
    ending = next((ending for ending in ("ed", "ing") if word.endswith(ending)), None)
    if ending is None or not _VOWEL.search(word[: -len(ending)]):
        return word
    word = word[: -len(ending)]
    if word.endswith(("at", "bl", "iz")):
        return word + "e"
    if len(word) > 1 and word[-1] == word[-2] and word[-1] not in "aeioulsz":
        return word[:-1]
    return word + "e" if _measure(word) == 1 and _is_short(word) else word


def _is_short(part: str) -> bool:
    """Whether it ends like "hop": consonant, vowel, consonant, of which the last is no w, x or y."""
    if len(part) < 3:
        return False
    return part[-3] not in "aeiou" and part[-2] in "aeiouy" and part[-1] not in "aeiouwxy"


def _replaced(word: str, endings: dict[str, str]) -> str:
    for ending, other in endings.items():
        if word.endswith(ending):
            rest = word[: -len(ending)]
            return rest + other if _measure(rest) else word
    return word


def _without_last(word: str) -> str:
    for ending in _LAST:
        if word.endswith(ending):
            rest = word[: -len(ending)]
            whole = _measure(rest) > 1 and (ending != "ion" or rest.endswith(("s", "t")))
            return rest if whole else word
    return word


def _without_e(word: str) -> str:
    if word.endswith("e"):
        rest = word[:-1]
        if _measure(rest) > 1 or (_measure(rest) == 1 and not _is_short(rest)):
            return rest
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word
