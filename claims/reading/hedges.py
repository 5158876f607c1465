"""Finds the cues with which a text itself holds back, and whether it calls a claim unconfirmed.

The cues are listed in `data/hedge_cues.txt`; this module looks at the words only, and does not
judge whether the text is right to hold back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.kinds import HedgeKind
from claims.reading.phrases import Found, Word, phrase_book
from claims.reading.record import Hedge

_NO_HEDGE = "no hedge"


def find_hedges(text: str, words: Sequence[Word]) -> tuple[Hedge, ...]:
    """The cues in the words of one statement, from left to right."""
    found = phrase_book("hedge_cues").find_all(words)
    return tuple(
        Hedge(words[cue.first].start, words[cue.last - 1].end, HedgeKind(cue.section))
        for cue in found
        if cue.section != _NO_HEDGE and not _is_month(text, words, cue)
    )


def calls_unconfirmed(hedges: Iterable[Hedge]) -> bool:
    """Whether one of the cues says outright that something has not been confirmed."""
    return any(hedge.kind is HedgeKind.UNCONFIRMED for hedge in hedges)


def _is_month(text: str, words: Sequence[Word], cue: Found) -> bool:
    """Whether "May" is the month: a capital inside the statement, or a number beside it."""
    word = words[cue.first]
    if word.key != "may" or text[word.start] != "M":
        return False
    return cue.first > 0 or (cue.last < len(words) and words[cue.last].key[0].isdigit())
