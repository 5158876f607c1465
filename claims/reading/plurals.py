"""Whether a word looks like a plural noun, and whether a number before it would count something."""

from __future__ import annotations

from claims.reading.numerals import SCALES
from claims.reading.tokens import Tokens
from claims.reading.units import unit_after
from claims.reading.wordlists import load_list, load_words

_IRREGULAR = load_words("irregular_plurals")
_NO_PLURALS = ("ss", "us", "is", "'s", "’s")
_CLOSED = load_list("phrase_ends")
_NO_NOUNS = frozenset(_CLOSED["be"] + _CLOSED["adverb"] + _CLOSED["preposition"])


def looks_plural(word: str) -> bool:
    """Whether a word in lower case looks like a plural noun; verbs in -s do so too."""
    if word in _IRREGULAR:
        return True
    return len(word) > 2 and word.endswith("s") and not word.endswith(_NO_PLURALS) and word not in _NO_NOUNS


def counts_something(tokens: Tokens, at: int) -> bool:
    """Whether a plural, a scale word or a unit stands at the token."""
    word = tokens.lower[at]
    return looks_plural(word) or word in SCALES or unit_after(tokens, at) is not None
