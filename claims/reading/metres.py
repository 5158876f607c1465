"""Whether the letter in "37m" means metres rather than millions.

Decided by what stands around it: "long" and the like, a conversion in brackets, a thing that
rises or stands in metres. Money never comes here.
"""

from __future__ import annotations

from claims.reading.plurals import looks_plural
from claims.reading.tokens import DASHES, Tokens
from claims.reading.wordlists import load_list, word_set

_LISTED = load_list("metre_words")
_THINGS = frozenset(_LISTED["things"])
_STANDING = frozenset(_LISTED["standing"])
_STUFF = frozenset(_LISTED["stuff"])
_COUNTED_IN_METRES = frozenset(_LISTED["behind"])
_MONEY = frozenset(load_list("weight_words")["money"])
_METRES = frozenset({"metre", "metres", "meter", "meters"})
_LENGTHS = word_set("long high wide deep tall thick away above below across apart race sprint dash final")
_SIZES = word_set("length height width depth diameter")
_JOINTS = DASHES | {"to", "and", "or", "by"}
_NEAR = 8
_FAR = 30


def means_metres(tokens: Tokens, at: int, last: int) -> bool:
    """Whether the number at token `at` with an "m" at `last` is a length."""
    after, following = tokens.lower[last + 1], last + 2
    if after in _LENGTHS or after in ("-", "/", "x", "×") or after in _COUNTED_IN_METRES:
        return True
    if after == "in" and (tokens.lower[following] in _SIZES or _is_time(tokens, following)):
        return True
    if after == "of" and tokens.lower[following] in _STUFF:
        return True
    if after == "(" and tokens.is_number(following):
        return tokens.lower[last + 3] in ("ft", "feet", "yd", "yards")
    if after in _JOINTS and tokens.is_number(following) and tokens.words[last + 3] == "m":
        return means_metres(tokens, following, last + 3) or _is_said_of_a_length(tokens, at)
    if tokens.lower[at - 1] in ("a", "the") and tokens.is_word(last + 1):
        return not looks_plural(after)
    if tokens.is_word(last + 1) and looks_plural(after):
        return False
    return _is_said_of_a_length(tokens, at) or (
        not tokens.is_word(last + 1) and not _METRES.isdisjoint(tokens.lower[max(0, at - _FAR) : at])
    )


def _is_time(tokens: Tokens, at: int) -> bool:
    """Whether a runner's time stands there: "100m in 9.58 seconds"."""
    return tokens.is_number(at) and "." in tokens.words[at]


def _is_said_of_a_length(tokens: Tokens, at: int) -> bool:
    """Whether something that is measured in metres stands, rises or falls before: "the river rose 2.5m"."""
    first = max(0, at - _NEAR)
    before = tokens.lower[first:at]
    thing = next((place for place, word in enumerate(before) if word in _THINGS), len(before))
    return not _STANDING.isdisjoint(before[thing + 1 :]) and _MONEY.isdisjoint(before)
