"""The verbs with which a text credits somebody, read once from `data/cue_verbs.txt`.

It tells which verb a word may be a form of and what may follow that verb; whether the word
credits anybody in a given sentence is for `attribution.py` to find out.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from claims.reading.word_classes import data_lines


class Form(StrEnum):
    """The form in which a verb stands."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


class Frame(StrEnum):
    """What may follow a cue verb, as `data/cue_verbs.txt` explains it."""

    THAT = "that"
    CLAUSE = "clause"
    QUOTE = "quote"
    AFTER = "after"
    TELL = "tell"
    WHETHER = "whether"
    TO = "to"
    GERUND = "gerund"
    OBJECT = "object"
    AS = "as"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A cue verb in one of its forms; `rest` are the words that must follow ("out" of "point out")."""

    lemma: str
    rest: tuple[str, ...]
    forms: frozenset[Form]
    frames: frozenset[Frame]


def _inflections(verb: str, irregular: list[str]) -> dict[str, set[Form]]:
    stem = verb[:-1] if verb.endswith("e") else verb
    softened = verb.endswith("y") and verb[-2] not in "aeou"
    past = irregular or [verb[:-1] + "ied" if softened else stem + "ed"]
    doubled = next((p[:-2] for p in past if p.endswith("ed") and p[:-2] == verb + verb[-1]), None)
    sibilant = verb.endswith(("s", "sh", "ch", "x", "z", "o"))
    forms: dict[str, set[Form]] = defaultdict(set)
    forms[verb].add(Form.BASE)
    forms[verb[:-1] + "ies" if softened else verb + ("es" if sibilant else "s")].add(Form.PRESENT)
    forms[(doubled or (verb if verb.endswith("ee") else stem)) + "ing"].add(Form.ING)
    for place, form in enumerate(past):
        if place == 0 or form.endswith("ed"):
            forms[form].add(Form.PAST)
        if len(past) == 1 or place > 0 or form.endswith("ed"):
            forms[form].add(Form.PARTICIPLE)
    return forms


def _load() -> dict[str, tuple[CueVerb, ...]]:
    found: dict[str, list[CueVerb]] = defaultdict(list)
    for line in data_lines("cue_verbs.txt"):
        spellings, irregular, frames = (part.strip() for part in line.split("|"))
        words = spellings.split()
        phrase = len(words) > 1 and not _is_spelling(words[0], words[1])
        for verb in words[:1] if phrase else words:
            for word, forms in _inflections(verb, irregular.split()).items():
                rest = tuple(words[1:]) if phrase else ()
                cue = CueVerb(verb, rest, frozenset(forms), frozenset(map(Frame, frames.split())))
                found[word].append(cue)
    return {word: tuple(sorted(cues, key=lambda cue: -len(cue.rest))) for word, cues in found.items()}


def _is_spelling(first: str, second: str) -> bool:
    """True for two spellings of one verb ("criticise", "criticize")."""
    return first[:-2] == second[:-2] and len(first) == len(second)


CUE_VERBS = _load()
"""Every form of every cue verb in lower case, with what it may be; phrases come first."""
