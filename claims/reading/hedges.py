"""Finds the cues with which a text itself holds back, and whether it calls a claim unconfirmed.

The cues are listed in `data/hedge_cues.txt`; this module looks at the words only, and does not
judge whether the text is right to hold back.
"""

from __future__ import annotations

from collections.abc import Iterable

from claims.kinds import HedgeKind
from claims.reading.phrases import Found, Words, phrase_book
from claims.reading.record import Hedge

_CUES = phrase_book("hedge_cues")
_NO_HEDGE = "no hedge"
_KINDS = {kind.value: kind for kind in HedgeKind}


def find_hedges(words: Words) -> tuple[Hedge, ...]:
    """The cues in the words of one statement, from left to right."""
    return tuple(
        Hedge(*words.span(cue), _KINDS[cue.section])
        for cue in _CUES.find_all(words.keys)
        if cue.section != _NO_HEDGE and not _is_month(words, cue)
    )


def calls_unconfirmed(hedges: Iterable[Hedge]) -> bool:
    """Whether one of the cues says outright that something has not been confirmed."""
    return any(hedge.kind is HedgeKind.UNCONFIRMED for hedge in hedges)


def _is_month(words: Words, cue: Found) -> bool:
    """Whether "May" is the month: a capital inside the statement, or a number beside it."""
    if words.keys[cue.first] != "may" or words.text[words.span(cue)[0]] != "M":
        return False
    following = words.keys[cue.last] if cue.last < len(words.keys) else ""
    return cue.first > 0 or following[:1].isdigit()
