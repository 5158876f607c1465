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

_GAP = "..."
_LONGEST_GAP = 8
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[?!]")
_CONTRACTED = {"ca": "can", "wo": "will", "sha": "shall"}


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


class _Node(dict[str, "_Node"]):
    """What may follow, word by word; `section` is set where a phrase is complete."""

    __slots__ = ("section",)

    def __init__(self) -> None:
        super().__init__()
        self.section: str | None = None


class PhraseBook:
    """The phrases of one data file, ready to be found in words.

    Where two phrases begin at the same word the longer counts; of two equally long ones the
    one listed first.
    """

    def __init__(self, listed: dict[str, tuple[str, ...]]) -> None:
        self._root = _Node()
        for section, phrases in listed.items():
            for phrase in phrases:
                self._add(phrase, section)

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
        node = self._root.get(words[place].key) if place < len(words) else None
        if node is None:
            return None
        best = _longest(node, words, place + 1)
        return Found(place, best[0], best[1]) if best else None

    def _add(self, phrase: str, section: str) -> None:
        nodes = [self._root]
        for element in phrase.split():
            optional = element.startswith("[")
            reached = [node.setdefault(word, _Node()) for node in nodes for word in _alternatives(element)]
            nodes = nodes + reached if optional else reached
        for node in nodes:
            node.section = node.section or section


def _alternatives(element: str) -> list[str]:
    return [element] if element == _GAP else element.strip("[]").split("/")


def _longest(node: _Node, words: Sequence[Word], place: int) -> tuple[int, str] | None:
    best = (place, node.section) if node.section is not None else None
    following = node.get(words[place].key) if place < len(words) else None
    for found in (
        _longest(following, words, place + 1) if following is not None else None,
        _over_gap(node[_GAP], words, place) if _GAP in node else None,
    ):
        if found is not None and (best is None or found[0] > best[0]):
            best = found
    return best


def _over_gap(node: _Node, words: Sequence[Word], place: int) -> tuple[int, str] | None:
    """The nearest end behind a gap; a gap at the end of a phrase takes what there is."""
    last = min(place + _LONGEST_GAP, len(words))
    if node.section is not None:
        return last, node.section
    for after in range(place, last + 1):
        found = _longest(node, words, after)
        if found is not None:
            return found
    return None


@cache
def phrase_book(name: str, *only: str) -> PhraseBook:
    """The phrases of `data/NAME.txt`: of the sections named, or of all."""
    listed = sections(name)
    return PhraseBook({section: listed[section] for section in only or listed})
