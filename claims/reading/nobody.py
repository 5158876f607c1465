"""None as a number: "no one was hurt" and "no deaths" count none, "nobody doubts it" counts nothing.

What is said of the rest ("no one else was hurt", "no other injuries") is left out: it says
nothing of how many there were.
"""

from __future__ import annotations

from decimal import Decimal

from claims.reading.numerals import Kind, Numeral
from claims.reading.tokens import Tokens
from claims.reading.wordlists import load_words, word_set

_HARMED = load_words("harm_words")
_NOTED_ABSENT = load_words("none_words")
_AUXILIARIES = word_set("was were is are has had have")
_DESCRIBING = word_set("new civilian serious known confirmed reported immediate human police military")


def nobody(tokens: Tokens, at: int) -> Numeral | None:
    """The number none at "no one", "nobody", "no" or "without", where something is counted."""
    if tokens.lower[at] == "nobody":
        last = at + 1
    elif tokens.lower[at] == "no" and "one" in tokens.lower[at + 1 : at + 3]:
        last = at + 2 if tokens.lower[at + 1] == "one" else at + 3
    elif tokens.lower[at] in ("no", "without"):
        return _none_of(tokens, at)
    else:
        return None
    verbs = tokens.lower[last : last + 4]
    if verbs[0] in _HARMED or (verbs[0] in _AUXILIARIES and not _HARMED.isdisjoint(verbs)):
        return Numeral(at, last, Decimal(0), Kind.NONE)
    return None


def _none_of(tokens: Tokens, at: int) -> Numeral | None:
    """As in "no deaths", "without civilian casualties"."""
    noun = at + 1
    while tokens.lower[noun] in _DESCRIBING and noun < at + 4:
        noun += 1
    return Numeral(at, at + 1, Decimal(0), Kind.NONE) if tokens.lower[noun] in _NOTED_ABSENT else None
