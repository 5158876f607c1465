"""The word lists under `data/`, loaded once; their headers say what they are for.

Lists for finding may be generous; those that `same` rests on hold only what any reader would
exchange without a thought.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from claims.matching.spelling import words_of
from claims.matching.stems import stem

_REMEMBERED = 100_000
"""So many words are remembered with their stems, so that memory stays bounded."""


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a list without comments and blank lines."""
    text = (files("claims.matching") / "data" / name).read_text(encoding="utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def word_list(name: str) -> frozenset[str]:
    """Every word of a plain list, folded."""
    return frozenset(word for line in lines(name) for word in words_of(line))


@cache
def common_stems() -> frozenset[str]:
    """The stems of words that tell little about what a claim is about."""
    return frozenset(map(stem, word_list("common_words.txt")))


@cache
def topics() -> dict[str, str]:
    """For a stem of the topic list, the stem that stands for its topic; the first line to name it counts."""
    found: dict[str, str] = {}
    for line in lines("topics.txt"):
        named = [word.strip() for word in line.split(",")]
        for word in named:
            found.setdefault(stem(word), stem(named[0]))
    return found


def topic_of(stemmed: str) -> str:
    """The stem that stands for a stem's topic: itself where no list knows it."""
    return topics().get(stemmed, stemmed)


def terms_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """The stems by which words are looked for, without those that are in every text."""
    return tuple(term for term in map(_term, words) if term)


def says_much(word: str) -> bool:
    """Whether a word tells what a claim is about: it is looked for, and isn't common."""
    return bool(term := _term(word)) and term not in common_stems()


@lru_cache(maxsize=_REMEMBERED)
def _term(word: str) -> str:
    """The stem of a word; empty for one that is not looked for."""
    return "" if word in word_list("stop_words.txt") else stem(word)


@cache
def frames(*, first: bool) -> frozenset[tuple[str, ...]]:
    """The phrases that a speaker puts around a statement; with `first` those that may begin one, too."""
    found: set[tuple[str, ...]] = set()
    for line in lines("frames.txt"):
        if line == "[first]" and not first:
            break
        if not line.startswith("["):
            found.add(words_of(" ".join(spellings().get(word, word) for word in line.split())))
    return frozenset(found)


@cache
def opposites() -> dict[str, frozenset[str]]:
    """For a word, the words that say the opposite."""
    found: dict[str, frozenset[str]] = {}
    for line in lines("opposites.txt"):
        one, _, other = line.partition("|")
        for side, against in ((one, other), (other, one)):
            for word in side.split():
                found[word] = found.get(word, frozenset()) | frozenset(against.split())
    return found


@cache
def spellings() -> dict[str, str]:
    """For a clipped or shortened word, what it stands for."""
    parted = (line.partition(": ") for line in lines("spellings.txt"))
    return {written: meant for written, _, meant in parted}
