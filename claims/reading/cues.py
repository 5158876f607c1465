"""The verbs and nouns with which a text credits somebody, read once from `data/cue_*.txt`.

It tells which verb a word may be a form of and what may follow that verb; whether the word
credits anybody in a given sentence is for `credits.py` to find out.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from claims.reading.wordlists import load_lines


class Form(StrEnum):
    """The form in which a verb stands."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


class Frame(StrEnum):
    """What may follow a cue verb, and the two marks, as `data/cue_verbs.txt` explains them."""

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
    AT = "at"
    NUMBER = "number"
    ANYTHING = "anything"
    NOUN = "noun"
    THOUGHT = "thought"


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A cue verb in one of its forms; `rest` are the words that must follow ("out" of "point out")."""

    rest: tuple[str, ...]
    forms: frozenset[Form]
    frames: frozenset[Frame]


def _load_verbs() -> dict[str, tuple[CueVerb, ...]]:
    found: dict[str, list[CueVerb]] = defaultdict(list)
    for line in load_lines("cue_verbs"):
        spellings, irregular, frames = (part.strip() for part in line.split("|"))
        words = spellings.split()
        verbs = words[: 2 if _are_spellings(words[:2]) else 1]
        rest = tuple(words[len(verbs) :])
        for verb in verbs:
            for form, kinds in _inflections(verb, irregular.split()).items():
                found[form].append(CueVerb(rest, frozenset(kinds), frozenset(map(Frame, frames.split()))))
    return {word: tuple(sorted(cues, key=lambda cue: -len(cue.rest))) for word, cues in found.items()}


def _are_spellings(words: list[str]) -> bool:
    """True for the two spellings of one verb ("criticise criticize"), false for "point out"."""
    return len(words) == 2 and len(words[0]) > 4 and words[0][:4] == words[1][:4]


def _inflections(verb: str, irregular: list[str]) -> dict[str, set[Form]]:
    """Every form of a verb with what it may be; a form may be several ("said")."""
    ends_in_y = verb.endswith("y") and verb[-2] not in "aeou"
    stem = verb.removesuffix("e")
    past = irregular or [verb[:-1] + "ied" if ends_in_y else stem + "ed"]
    sibilant = verb.endswith(("s", "sh", "ch", "x", "z", "o"))
    doubled = verb + verb[-1]
    forms: dict[str, set[Form]] = defaultdict(set)
    forms[verb].add(Form.BASE)
    forms[verb[:-1] + "ies" if ends_in_y else verb + ("es" if sibilant else "s")].add(Form.PRESENT)
    forms[(doubled if doubled + "ed" in past else verb if verb.endswith("ee") else stem) + "ing"].add(
        Form.ING
    )
    forms[past[0]].add(Form.PAST)
    for form in past[1:] or past:
        forms[form].add(Form.PARTICIPLE)
        if form.endswith("ed"):
            forms[form].add(Form.PAST)
    return forms


CUE_VERBS = _load_verbs()
"""Every form of every cue verb in lower case, with what it may be; phrases come first."""

CUE_NOUNS = frozenset(noun for line in load_lines("cue_nouns") for noun in line.split())
"""Nouns that name a saying or a thought, in lower case."""
