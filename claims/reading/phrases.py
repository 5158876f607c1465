"""Finds phrases that are listed in `claims/reading/data/`, in files written for a fact-checker to read.

In such a file `[name]` begins a section, and every other line is one phrase in small letters:
`a/b` is either word, `[a]` a word that may be missing, `...` up to eight other words.
Contractions are read in full, so "did not" also finds "didn't". What a phrase means is up to
the module that reads the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from claims.reading.record import Span
from claims.reading.wordlists import load_sections

_LONGEST_GAP = 8
_WORD = re.compile(r"[^\W_]++(?:['’-][^\W_]++)*+")
_CONTRACTED = {"ca": "can", "wo": "will", "sha": "shall"}

_Place = tuple[int, int, int]
"""A place in a phrase: the phrase's number, the element to come, and how many words a gap has taken."""


@dataclass
class Words:
    """The words of `text[start:end]` in small letters, "didn't" and "cannot" as two words each."""

    text: str
    start: int
    end: int
    keys: list[str]

    def span(self, found: Found) -> Span:
        """The place of a phrase in the text."""
        return self._places[found.first][0], self._places[found.last - 1][1]

    @cached_property
    def _places(self) -> list[Span]:
        """Where each word stands; most sentences hold no phrase, and nobody asks."""
        matches = list(_WORD.finditer(self.text, self.start, self.end))
        if len(matches) == len(self.keys):
            return [match.span() for match in matches]
        return [match.span() for match in matches for _ in _in_full(_small(match.group()))]


class Found(NamedTuple):
    """A listed phrase in a run of words: words `[first, last)`, and the section that lists it."""

    first: int
    last: int
    section: str


def words_of(text: str, start: int, end: int) -> Words:
    """The words of `text[start:end]` in order."""
    small = _small(" ".join(_WORD.findall(text, start, end)))
    keys = small.split()
    if "n't" in small or "cannot" in small:
        keys = [part for key in keys for part in _in_full(key)]
    return Words(text, start, end, keys)


def _small(words: str) -> str:
    """Words in small letters with straight apostrophes; as many words as before."""
    return words.lower().replace("’", "'")


def _in_full(key: str) -> tuple[str, ...]:
    """A word without its contraction: "didn't" is "did not"."""
    if key == "cannot":
        return "can", "not"
    if key.endswith("n't"):
        return _CONTRACTED.get(key[:-3], key[:-3]), "not"
    return (key,)


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
        self._second_words = self._following_first(starts)

    def find_all(self, words: Sequence[str]) -> Iterator[Found]:
        """The phrases in the words from left to right, none overlapping another."""
        if self._second_words.keys().isdisjoint(words):
            return
        begin = 0
        for place in [place for place, word in enumerate(words) if word in self._second_words]:
            second = self._second_words[words[place]]
            if place < begin or (second is not None and second.isdisjoint(words[place + 1 : place + 2])):
                continue
            found = self.find_at(words, place)
            if found is not None:
                yield found
                begin = found.last

    def find_at(self, words: Sequence[str], place: int) -> Found | None:
        """The longest phrase that begins with the word at `place`."""
        if place >= len(words) or words[place] not in self._second_words:
            return None
        best: Found | None = None
        state = self._start
        for last in range(place, len(words)):
            word = words[last] if words[last] in self._known else ""
            state = state.following.get(word) or self._after(state, word)
            if state.section is not None:
                best = Found(place, last + 1, state.section)
            if not state.places:
                break
        return best

    def _after(self, state: _State, word: str) -> _State:
        """The state that a word leads to, worked out once; "" is every word that no phrase knows."""
        places = {place for now in state.places for place in self._step(now, word)}
        done = {number for number, at, _ in places if at == len(self._phrases[number].elements)}
        following = self._state(frozenset(p for p in places if p[0] not in done or not self._is_gap(p)))
        state.following[word] = following
        return following

    def _following_first(self, starts: Sequence[_Place]) -> dict[str, frozenset[str] | None]:
        """The words that phrases begin with, each with what may follow it; `None` where anything may."""
        second: dict[str, frozenset[str] | None] = {}
        for number, at, _ in starts:
            elements = self._phrases[number].elements
            rest = [place for _, place, _ in self._reached(number, at + 1)]
            free = any(place == len(elements) or elements[place].gap for place in rest)
            words = frozenset[str]().union(*(elements[place].words for place in rest if not free))
            for first in elements[at].words:
                known = second.get(first, frozenset())
                second[first] = None if free or known is None else known | words
        return second

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
    listed = load_sections(name)
    return PhraseBook({section: listed[section] for section in only or listed})
