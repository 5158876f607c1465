"""Who gives a figure, in a form by which the same side is known again under another name.

"Kyiv", "Ukraine's military" and "the Ukrainian president" speak for one side, and "Ada Marsh,
who heads the Harbour Board" speaks for the board. No speaker is found here; `claims.reading`
does that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import zip_longest

from claims.reading.record import Attribution, Figure, Statement
from claims.reconcile.lexicon import agency_phrases, nation_phrases, word_list
from claims.reconcile.record import Item
from claims.reconcile.words import Word, words_of

_OWN_WORK = re.compile(r"\s{1,20}in (?:its|their|his|her) (?:\d+ )?(?P<name>[A-Z]\w+(?: [A-Z]\w+){1,5})")


class Standing(StrEnum):
    """Whether a speaker can be where a figure comes from.

    `first_hand` is somebody known by a name or an office; `state` an organ of a state that is
    not named; `passes on` a news outlet, or somebody of whom it is not said who it is.
    """

    FIRST_HAND = "first hand"
    STATE = "state"
    PASSES_ON = "passes on"


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who is credited with a figure.

    `keys` are the states or the words by which they are known again; `bodies` those for whom
    the text says that they speak, and what it says that they published, each by its own keys.
    """

    name: str
    keys: frozenset[str]
    standing: Standing
    bodies: tuple[frozenset[str], ...] = ()


def credited_with(item: Item, statement: Statement, figure: Figure) -> tuple[Voice, ...]:
    """Those who are credited with a figure; empty where nobody is who could be known again.

    The figure's own sentence comes first, then whom the text as a whole credits; somebody who
    only passes a figure on stands back behind whom the whole text credits.
    """
    text = item.reading.source.text
    own = [
        _voice(found, text)
        for found in statement.attributions
        if any(start <= figure.start < end for start, end in found.content)
    ]
    known = [voice for voice in own if voice.keys]
    first_hand = [voice for voice in known if voice.standing is not Standing.PASSES_ON]
    return tuple(first_hand or _given(item, statement, figure) or known)


def _given(item: Item, statement: Statement, figure: Figure) -> list[Voice]:
    """Whom the text as a whole credits; of several the one who is named nearest to the figure first."""
    voices = [voice_of(name.strip()) for name in (item.speaker or "").split(";")]
    voices = [voice for voice in voices if voice.keys]
    if len(voices) < 2:
        return voices
    words = words_of(item.reading.source.text, statement.start, statement.end)

    def distance(voice: Voice) -> int:
        places = [word.start for word in words if word.key in voice.keys]
        return min((abs(place - figure.start) for place in places), default=statement.end)

    return sorted(voices, key=distance)


def voice_of(name: str, said_of: str = "") -> Voice:
    """A speaker by name; `said_of` is everything that the text says of who it is."""
    keys = keys_of(name)
    return Voice(name, keys, _standing(name, keys), tuple(_bodies(name, said_of)))


def keys_of(name: str) -> frozenset[str]:
    """The first state in a speaker's name ("the French embassy in Kyiv"), or else its words of weight."""
    words = words_of(name, 0, len(name))
    if any(word.key[0].isdigit() for word in words):
        return frozenset()  # a figure was taken for its speaker
    nations = frozenset(found for _, _, found in nation_phrases().find(words)[:1])
    return nations or frozenset(word.key for word in words if _weighs(word))


def _voice(found: Attribution, text: str) -> Voice:
    source = " ".join(text[start:end] for start, end in found.source)
    voice = voice_of(found.speaker or source, source)
    works = (_work_named(text, end) for _, end in found.source)
    return replace(voice, bodies=voice.bodies + tuple(keys_of(work) for work in works if work))


def _work_named(text: str, after: int) -> str:
    """The name of a speaker's own publication: "says the Harbour Board in its Flood Review"."""
    found = _OWN_WORK.match(text, after)
    return found["name"] if found else ""


def _standing(name: str, keys: frozenset[str]) -> Standing:
    words = words_of(name, 0, len(name))
    own = {word.key for word in words if _weighs(word)}
    is_unnamed = own <= word_list("unnamed.txt") and not name.isupper()
    is_described = words[-1].text in word_list("stand_ins.txt") if words else True
    if is_unnamed or is_described or own & word_list("press.txt") or agency_phrases().find(words):
        return Standing.PASSES_ON
    return Standing.STATE if keys <= word_list("state_organs.txt") else Standing.FIRST_HAND


def _bodies(name: str, said_of: str) -> Iterator[frozenset[str]]:
    """The bodies and states that stand beside a person's name: "Ada Marsh of the Harbour Board"."""
    own = {word.key for word in words_of(name, 0, len(name))}
    beside = words_of(said_of, 0, len(said_of))
    holds_office = any(word.key in word_list("state_offices.txt") for word in beside)
    for run in _runs_of_names([word for word in beside if word.key not in own]):
        keys = keys_of(" ".join(word.text for word in run))
        is_state = holds_office and bool(nation_phrases().find(run))
        if is_state or not keys.isdisjoint(word_list("bodies.txt")):
            yield keys


def _runs_of_names(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The names among some words, each with the common noun of its body ("Harbourside town council")."""
    bodies = word_list("bodies.txt")
    run: list[Word] = []
    for word, after in zip_longest(words, words[1:]):
        leads_on = word.key in bodies or (word.key.isalpha() and after is not None and after.key in bodies)
        if word.is_name or (run and leads_on):
            run.append(word)
            continue
        if run:
            yield run
        run = []
    if run:
        yield run


def _weighs(word: Word) -> bool:
    return len(word.key) > 2 and word.key.isalpha() and word.key not in word_list("speaker_titles.txt")
