"""Whether "one" counts: "one person was killed" does, "one of the levers" and "one hopes" do not."""

from __future__ import annotations

from claims.reading.plurals import looks_plural
from claims.reading.tokens import Tokens
from claims.reading.wordlists import load_words, word_set

_ENDS = load_words("phrase_ends")
_NOT_BEFORE = word_set(
    "no not the this that any every each which another some same only - only number day or last "
    "next first new old good bad big small better best better-known different such and/or"
)
_NOT_AFTER = word_set("day thing way side hand point time reason hopes needs wants year's")
_HARM = load_words("harm_words") | load_words("toll_words") | {"fatally", "critically", "seriously"}
_OF_SEVERAL = word_set("of is has who later")
_OF_THEM = word_set("injured wounded killed hurt shot stabbed slain murdered hospitalised hospitalized")
"""Words that behind "one of the guards" tell of the guards, not of the one."""
_BREAKS = word_set(", . ; : and but in after when ( )")
_FARTHEST = 7
_COUNTED = load_words("harm_words") | {"was", "remains", "dead", "more", "other"}


def counts(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the word "one" at tokens `[first, last)` is a number of something."""
    before, after = tokens.lower[first - 1], tokens.lower[last]
    if after in _OF_SEVERAL:
        return _is_harmed(tokens, last)
    if before in _NOT_BEFORE or after in _NOT_AFTER:
        return False
    return after in _COUNTED or (tokens.is_word(last) and after not in _ENDS)


def _is_harmed(tokens: Tokens, at: int) -> bool:
    """Whether harm is told of one among several: "one of them fatally", "one of the victims died"."""
    following = tokens.lower[at : at + _FARTHEST]
    end = next((i for i, word in enumerate(following) if word in _BREAKS), _FARTHEST)
    harm = next((i for i, word in enumerate(following[:end]) if word in _HARM), None)
    if harm is None:
        return False
    return (
        following[harm] not in _OF_THEM
        or following[harm - 1] in _ENDS
        or not looks_plural(following[harm - 1])
    )
