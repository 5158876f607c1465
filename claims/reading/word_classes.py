"""The closed classes of English words, read once from `data/function_words.txt`.

It knows words, not sentences: which class a word plays in a given sentence is for `clauses.py` to tell.
"""

from __future__ import annotations

from claims.reading.wordlists import load_lines


def _load_classes() -> dict[str, frozenset[str]]:
    classes: dict[str, frozenset[str]] = {}
    for line in load_lines("function_words"):
        name, _, words = line.partition(":")
        classes[name] = classes.get(name, frozenset()).union(words.split())
    return classes


_CLASSES = _load_classes()

AUXILIARIES = _CLASSES["auxiliary"]
BEING = _CLASSES["being"]
MODALS = _CLASSES["modal"]
NEGATIONS = _CLASSES["negation"]
DETERMINERS = _CLASSES["determiner"]
POSSESSIVES = _CLASSES["possessive"]
PRONOUNS = _CLASSES["pronoun"]
OBJECT_PRONOUNS = _CLASSES["object_pronoun"]
SUBORDINATORS = _CLASSES["subordinator"]
COORDINATORS = _CLASSES["coordinator"]
PREPOSITIONS = _CLASSES["preposition"]
ADVERBS = _CLASSES["adverb"]
CALENDAR = _CLASSES["calendar"]
TIMES = _CLASSES["time"] | CALENDAR
INDEFINITE = _CLASSES["indefinite"]
ENDS_HEAD = _CLASSES["ends_head"]
PAST_FORMS = _CLASSES["past"]
CLOSED = frozenset().union(*_CLASSES.values()) - PAST_FORMS - TIMES
