"""Nobody as a number: "no one was hurt" counts none, "nobody doubts it" counts nothing."""

from __future__ import annotations

from decimal import Decimal

from claims.reading.numerals import Kind, Numeral
from claims.reading.tokens import Tokens
from claims.reading.wordlists import load_words, word_set

_HARMED = load_words("harm_words")
_AUXILIARIES = word_set("was were is are has had have else")


def nobody(tokens: Tokens, at: int) -> Numeral | None:
    """The number none at "no one" or "nobody", where something is counted."""
    if tokens.lower[at] == "nobody":
        last = at + 1
    elif tokens.lower[at] == "no" and "one" in tokens.lower[at + 1 : at + 3]:
        last = at + 2 if tokens.lower[at + 1] == "one" else at + 3
    else:
        return None
    verbs = tokens.lower[last : last + 4]
    if verbs[0] in _HARMED or (verbs[0] in _AUXILIARIES and not _HARMED.isdisjoint(verbs)):
        return Numeral(at, last, Decimal(0), Kind.NONE)
    return None
