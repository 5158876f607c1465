"""Ages that serve as names: "Smith, 42, said", "a 13-year-old boy". They are no figures.

An age that is itself measured stays one: "the average age is 42", "a 300,000-year-old skull".
"""

from __future__ import annotations

from claims.reading.numerals import SMALL
from claims.reading.persons import is_counted_person
from claims.reading.plurals import counts_something
from claims.reading.tokens import DASHES, Tokens
from claims.reading.wordlists import load_words, word_set

_OLDEST = 115
_LONGEST_LIST = 12
_ENDS = (",", ".", ";", ")", "—", "–", "-", "")
_PERSONS = load_words("victims")
_JOINTS = word_set("to and a an")
_UNIT = word_set("year month week day")
_UNITS = _UNIT | word_set("years months weeks days")


def is_age(tokens: Tokens, at: int) -> bool:
    """Whether the digits at a token are somebody's age beside the name: "Smith, 42, said", "aged 61"."""
    if not _may_be_age(tokens.words[at]):
        return False
    first, last = _list_of(tokens, at)
    if _follows_age(tokens, first) and (first == at or not counts_something(tokens, at + 1)):
        return True
    if _are_of_several(tokens, first, last) or _is_of_one_of_two(tokens, at):
        return True
    named = tokens.is_capitalised(at - 2) or tokens.lower[at - 2] in _PERSONS
    if not (tokens.is_word(at - 2) and named):
        return False
    if tokens.words[at - 1] == "(":
        return tokens.words[at + 1] == ")"
    return tokens.words[at - 1] == "," and tokens.words[at + 1] in (",", ".", ";", ")", "")


def _list_of(tokens: Tokens, at: int) -> tuple[int, int]:
    """The first and the last number of a list that the number belongs to: "25, 26, and 33"."""
    first = last = at
    while at - first < _LONGEST_LIST and (before := _joined(tokens, first, -1)) is not None:
        first = before
    while last - at < _LONGEST_LIST and (behind := _joined(tokens, last, 1)) is not None:
        last = behind
    return first, last


def _joined(tokens: Tokens, at: int, step: int) -> int | None:
    """The number that a comma, "and" or both join to the one at a token, before or behind it."""
    place = at + step
    while tokens.lower[place] in (",", "and") and abs(place - at) < 3:
        place += step
    return place if place != at + step and _may_be_age(tokens.words[place]) else None


def _are_of_several(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a list gives the ages of those named before it: "brothers, 19 and 23,", "both 22"."""
    if tokens.words[last + 1] not in _ENDS:
        return False
    if first == last:
        return tokens.lower[first - 1] == "both"
    return tokens.words[first - 1] == "," and is_counted_person(tokens.lower[first - 2])


def _is_of_one_of_two(tokens: Tokens, at: int) -> bool:
    """As in "two rowers, one 34 and the other 52, won"."""
    first = at if tokens.lower[at - 1] == "one" else at - 4
    if not tokens.follows(first - 1, ("one", tokens.lower[first], "and", "the", "other")):
        return False
    return _may_be_age(tokens.words[first]) and _may_be_age(tokens.words[first + 4])


def old_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The tokens of the number before "old" at a token: "a 13-year-old boy", "a nine-month-old"."""
    if tokens.lower[at] not in ("old", "olds"):
        return None
    unit = at - 2 if tokens.words[at - 1] in DASHES else at - 1
    spaced = unit == at - 1
    if tokens.lower[unit] not in (_UNIT if spaced else _UNITS) or (spaced and not tokens.is_word(at + 1)):
        return None
    last = unit - 1 if tokens.words[unit - 1] in DASHES else unit
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
    """Whether words for age lead to it: "aged 61", "a man of 71", "at the age of 71", "who is 28,"."""
    if tokens.lower[at - 1] in ("just", "only", "about"):
        return tokens.lower[at - 2] == "aged"
    joined = tokens.words[at - 1] in DASHES or tokens.lower[at - 1] in ("to", "and")
    before = at - 3 if joined and tokens.is_number(at - 2) else at - 1
    word = tokens.lower[before]
    if word == "of":
        reached = tokens.follows(before - 3, ("at", "the", "age"))
        return reached or tokens.lower[before - 1] == "ages" or tokens.lower[before - 1] in _PERSONS
    if word in ("is", "was") and tokens.words[at + 1] == ",":
        return tokens.lower[before - 1] == "who"
    return word in ("aged", "ages") or (word == "age" and tokens.lower[before - 1] != "the")
