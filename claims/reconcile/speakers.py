"""Who gives a figure, in a form by which the same side is known again under another name.

"Kyiv", "Ukraine's military" and "the Ukrainian president" speak for one side. No speaker is
found here; `claims.reading` does that.
"""

from __future__ import annotations

from claims.reading.record import Figure, Statement
from claims.reconcile.lexicon import nation_phrases, word_list
from claims.reconcile.record import Item
from claims.reconcile.words import Word, words_of


def credited_with(item: Item, statement: Statement, figure: Figure) -> tuple[str, ...]:
    """The names of those who are credited with a figure; empty where nobody is that could be known again.

    The figure's own sentence comes first, then whom the text as a whole credits.
    """
    own = [
        found.speaker or " ".join(item.reading.source.text[start:end] for start, end in found.source)
        for found in statement.attributions
        if any(start <= figure.start < end for start, end in found.content)
    ]
    known = tuple(name for name in own if keys_of(name))
    if known or not item.speaker:
        return known
    return tuple(name.strip() for name in item.speaker.split(";") if keys_of(name))


def keys_of(name: str) -> frozenset[str]:
    """The states named in a speaker's name, or else its words of weight."""
    words = words_of(name, 0, len(name))
    nations = frozenset(found for _, _, found in nation_phrases().find(words))
    return nations or frozenset(word.key for word in words if _weighs(word))


def _weighs(word: Word) -> bool:
    return len(word.key) > 2 and word.key.isalpha() and word.key not in word_list("speaker_titles.txt")
