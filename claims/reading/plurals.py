"""Whether a word looks like a plural noun: by its ending, or by a short list."""

from __future__ import annotations

from claims.reading.wordlists import load_words

_IRREGULAR = load_words("irregular_plurals")
_NO_PLURALS = ("ss", "us", "is", "'s", "’s")


def looks_plural(word: str) -> bool:
    """Whether a word in lower case looks like a plural noun; verbs in -s do so too."""
    return word in _IRREGULAR or (len(word) > 2 and word.endswith("s") and not word.endswith(_NO_PLURALS))
