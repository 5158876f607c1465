"""Finds phrases that are listed in `claims/reading/data/`, in files written for a fact-checker to read.

In such a file `#` begins a comment line, `[name]` a section, and every other line is one phrase in
small letters: `a/b` is either word, `[a]` a word that may be missing, `...` up to eight other words.
Contractions are read in full, so "did not" also finds "didn't". What a phrase means is up to
the module that reads the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_LONGEST_GAP = 8
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CONTRACTED = {"ca": "can", "wo": "will", "sha": "shall"}

_Place = tuple[int, int, int]
"""A place in a phrase: the phrase's number, the element to come, and how many words a gap has taken."""


class Word(NamedTuple):
    """One word of a statement: in small letters, with its place in the text."""

    key: str
    start: int
    end: int


class Found(NamedTuple):
    """A listed phrase in a run of words: words `[first, last)`, and the section that lists it."""

    first: int
    last: int
    section: str


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words of `text[start:end]` in order; "didn't" and "cannot" are two words each."""
    words: list[Word] = []
    for match in _WORD.finditer(text, start, end):
        key, first, last = match.group().lower(), match.start(), match.end()
        if key == "cannot":
            words += (Word("can", first, last), Word("not", first, last))
        elif key.endswith(("n't", "n’t")):
            stem = key[:-3]
            words += (Word(_CONTRACTED.get(stem, stem), first, last), Word("not", first, last))
        else:
            words.append(Word(key.replace("’", "'"), first, last))
    return words


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """The lines of `data/NAME.txt` by section, in the order of the file."""
    text = files("claims.reading").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    section = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("[") and line.endswith("]") and line.count("[") == 1:
            section = line[1:-1]
        elif line and not line.startswith("#"):
            found.setdefault(section, []).append(line)
    return {section: tuple(lines) for section, lines in found.items()}


class PhraseBook:
    """The phrases of one data file, ready to be found in words.

    Where two phrases begin at the same word the longer counts; of two equally long ones the
    one listed first. A gap inside a phrase is as short as it can be, one at its end as long.
    """

    def __init__(self, listed: dict[str, tuple[str, ...]]) -> None:
        self._phrases = [
            _Phrase(section, tuple(map(_Element.of, phrase.split())))
            for section, phrases in listed.items()
            for phrase in phrases
        ]
        self._known = frozenset(
            word for phrase in self._phrases for element in phrase.elements for word in element.words
        )
        self._states: dict[frozenset[_Place], _State] = {}
        starts = [place for number in range(len(self._phrases)) for place in self._reached(number, 0)]
        self._start = self._state(frozenset(starts))
        self._first_words = frozenset(
            word for number, at, _ in starts for word in self._phrases[number].elements[at].words
        )

    def find_all(self, words: Sequence[Word]) -> Iterator[Found]:
        """The phrases in the words from left to right, none overlapping another."""
        place = 0
        while place < len(words):
            found = self.find_at(words, place)
            if found is not None:
                yield found
            place = found.last if found is not None else place + 1

    def find_at(self, words: Sequence[Word], place: int) -> Found | None:
        """The longest phrase that begins with the word at `place`."""
        if place >= len(words) or words[place].key not in self._first_words:
            return None
        best: Found | None = None
        state = self._start
        for last in range(place, len(words)):
            state = self._after(state, words[last].key)
            if state.section is not None:
                best = Found(place, last + 1, state.section)
            if not state.places:
                break
        return best

    def _after(self, state: _State, word: str) -> _State:
        """The state that a word leads to; worked out once for every word that some phrase knows."""
        key = word if word in self._known else ""
        following = state.following.get(key)
        if following is None:
            places = {place for now in state.places for place in self._step(now, key)}
            done = {number for number, at, _ in places if at == len(self._phrases[number].elements)}
            following = self._state(frozenset(p for p in places if p[0] not in done or not self._is_gap(p)))
            state.following[key] = following
        return following

    def _state(self, places: frozenset[_Place]) -> _State:
        if places not in self._states:
            done = [number for number, at, _ in places if at == len(self._phrases[number].elements)]
            section = self._phrases[min(done)].section if done else None
            self._states[places] = _State(places, section)
        return self._states[places]

    def _step(self, place: _Place, word: str) -> Iterator[_Place]:
        number, at, skipped = place
        elements = self._phrases[number].elements
        if at == len(elements):
            return
        if elements[at].gap and skipped < _LONGEST_GAP:
            yield number, at, skipped + 1
            yield from self._reached(number, at + 1)
        if word in elements[at].words:
            yield from self._reached(number, at + 1)

    def _reached(self, number: int, at: int) -> Iterator[_Place]:
        """The places of a phrase that one stands at before an element, those that may be missing left out."""
        elements = self._phrases[number].elements
        yield number, at, 0
        while at < len(elements) and elements[at].may_be_missing:
            at += 1
            yield number, at, 0

    def _is_gap(self, place: _Place) -> bool:
        """Whether a place waits in a gap inside its phrase."""
        number, at, _ = place
        elements = self._phrases[number].elements
        return at + 1 < len(elements) and elements[at].gap


class _Element(NamedTuple):
    """One element of a phrase: the words that it may be, or a gap."""

    words: frozenset[str]
    may_be_missing: bool
    gap: bool

    @classmethod
    def of(cls, written: str) -> _Element:
        if written == "...":
            return cls(frozenset(), may_be_missing=True, gap=True)
        optional = written.startswith("[")
        return cls(frozenset(written.strip("[]").split("/")), may_be_missing=optional, gap=False)


class _Phrase(NamedTuple):
    section: str
    elements: tuple[_Element, ...]


class _State:
    """Where one may stand in all phrases at once, and the section of one that is complete here."""

    __slots__ = ("following", "places", "section")

    def __init__(self, places: frozenset[_Place], section: str | None) -> None:
        self.places = places
        self.section = section
        self.following: dict[str, _State] = {}


@cache
def phrase_book(name: str, *only: str) -> PhraseBook:
    """The phrases of `data/NAME.txt`: of the sections named, or of all."""
    listed = sections(name)
    return PhraseBook({section: listed[section] for section in only or listed})
