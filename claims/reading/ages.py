"""Ages that serve as names: "Smith, 42, said", "a 13-year-old boy". They are no figures.

An age that is itself measured stays one: "the average age is 42", "a 300,000-year-old skull".
"""

from __future__ import annotations

from claims.reading.numerals import SMALL
from claims.reading.plurals import looks_plural
from claims.reading.tokens import DASHES, Tokens
from claims.reading.wordlists import word_set

_OLDEST = 115
_PERSONS = word_set("man woman boy girl male female teenager baby")
_JOINTS = word_set("to and a an")
_UNITS = word_set("year years month months week weeks day days")


def is_age(tokens: Tokens, at: int) -> bool:
    """Whether the digits at a token are somebody's age beside the name: "Smith, 42, said", "aged 61"."""
    if not _may_be_age(tokens.words[at]):
        return False
    if _follows_age(tokens, at) or _is_one_of_two(tokens, at):
        return True
    named = tokens.is_capitalised(at - 2) or tokens.lower[at - 2] in _PERSONS
    if not (tokens.is_word(at - 2) and named):
        return False
    if tokens.words[at - 1] == "(":
        return tokens.words[at + 1] == ")"
    return tokens.words[at - 1] == "," and tokens.words[at + 1] in (",", ".", ";", ")", "")


def _is_one_of_two(tokens: Tokens, at: int) -> bool:
    """Whether the digits are one of two ages behind those who have them: "brothers, 19 and 23,"."""
    first = at if tokens.lower[at + 1] == "and" else at - 2
    ages = tokens.lower[first + 1] == "and" and all(_may_be_age(tokens.words[i]) for i in (first, first + 2))
    if not ages or tokens.words[first - 1] != "," or tokens.words[first + 3] not in (",", ".", ";"):
        return False
    return looks_plural(tokens.lower[first - 2])


def old_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The tokens of the number before "old" at a token: "a 13-year-old boy", "a nine-month-old"."""
    if tokens.lower[at] not in ("old", "olds") or tokens.words[at - 1] not in DASHES:
        return None
    if tokens.lower[at - 2] not in _UNITS:
        return None
    last = at - 3 if tokens.words[at - 3] in DASHES else at - 2
    if _may_be_age(tokens.words[last - 1]):
        return _from_youngest(tokens, last - 1), last
    first = last
    while first > last - 3 and (tokens.lower[first - 1] in SMALL or tokens.words[first - 1] in DASHES):
        first -= 1
    return (first, last) if first < last else None


def _from_youngest(tokens: Tokens, at: int) -> int:
    """The token where a span of ages begins: "16- to 24-year-olds"."""
    first = at
    while first > at - 3 and (tokens.words[first - 1] in DASHES or tokens.lower[first - 1] in _JOINTS):
        first -= 1
    return first - 1 if first < at and _may_be_age(tokens.words[first - 1]) else at


def _may_be_age(word: str) -> bool:
    return word.isdecimal() and len(word) < 4 and int(word) <= _OLDEST


def _follows_age(tokens: Tokens, at: int) -> bool:
    """Whether words for age lead to it: "aged 61", "a man of 71", "the ages of 18 and 29", "who is 28,"."""
    if tokens.lower[at - 1] in ("just", "only", "about"):
        return tokens.lower[at - 2] == "aged"
    joined = tokens.words[at - 1] in DASHES or tokens.lower[at - 1] in ("to", "and")
    before = at - 3 if joined and tokens.is_number(at - 2) else at - 1
    word = tokens.lower[before]
    if word == "of":
        return tokens.lower[before - 1] == "ages" or tokens.lower[before - 1] in _PERSONS
    if word in ("is", "was") and tokens.words[at + 1] == ",":
        return tokens.lower[before - 1] == "who"
    return word in ("aged", "ages") or (word == "age" and tokens.lower[before - 1] != "the")
