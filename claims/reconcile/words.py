"""The words of a statement as reconciling looks at them: folded, with their places.

Folding takes away case, accents and the possessive, so that "Kılıçdaroğlu's" and
"Kilicdaroglu" are one word. Sentences and figures are not found here; `claims.reading` does that.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:[’'.-][^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\w\s]")
_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life"}
_STROKES = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "’": "'"})


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of a statement, with its place in the document."""

    start: int
    end: int
    text: str
    key: str

    @property
    def is_name(self) -> bool:
        """Whether it is written with a capital letter."""
        return self.text[:1].isupper()


def words_of(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words and marks of `text[start:end]`, in order."""
    return tuple(
        Word(found.start(), found.end(), found[0], folded(found[0]))
        for found in _WORD.finditer(text, start, end)
    )


def folded(word: str) -> str:
    """A word without case, accents and possessive."""
    lower = word.lower().translate(_STROKES)
    if not lower.isascii():
        lower = "".join(
            mark for mark in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(mark)
        )
    return lower[:-2] if lower.endswith("'s") else lower


def singular(key: str) -> str:
    """A folded noun without the ending of its plural; good enough to compare two spellings."""
    if key in _IRREGULAR:
        return _IRREGULAR[key]
    if len(key) > 4 and key.endswith("ies"):
        return key[:-3] + "y"
    if len(key) > 4 and key.endswith(("sses", "xes", "ches", "shes")):
        return key[:-2]
    if len(key) > 3 and key.endswith("s") and not key.endswith(("ss", "us", "is")):
        return key[:-1]
    return key


class Phrases:
    """A list of phrases, each with what it stands for, to be found in running words.

    A phrase is up to a few words; "let … go" allows a few other words at the "…", and "reached ^"
    wants a name next. At a place the longest phrase wins. Costs a look-up a word, however long the list.
    """

    _GAP = 6

    def __init__(self, meanings: Sequence[tuple[str, str]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, meaning in meanings:
            keys = tuple("…" if part == "…" else folded(part) for part in _parts(phrase))
            self._by_first.setdefault(keys[0], []).append((keys, meaning))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry))

    def find(self, words: Sequence[Word]) -> list[tuple[int, int, str]]:
        """Every phrase found, as (first word, last word + 1, meaning), in order, not overlapping."""
        found: list[tuple[int, int, str]] = []
        at = 0
        while at < len(words):
            hits = [(end, meaning) for end, meaning in self._at(words, at)]
            if not hits:
                at += 1
                continue
            longest = hits[0][0]
            found.extend((at, end, meaning) for end, meaning in hits if end == longest)
            at += 1 if self._has_gap(words, at) else max(1, longest - at)
        return found

    def names_one(self, key: str) -> bool:
        """Whether a folded word is a phrase by itself."""
        return any(len(keys) == 1 for keys, _ in self._by_first.get(key, ()))

    def _at(self, words: Sequence[Word], at: int) -> list[tuple[int, str]]:
        hits = []
        for keys, meaning in self._by_first.get(words[at].key, ()):
            end = self._end(words, at, keys)
            if end is not None:
                hits.append((end, meaning))
        return sorted(hits, key=lambda hit: -hit[0])

    def _has_gap(self, words: Sequence[Word], at: int) -> bool:
        return any("…" in keys for keys, _ in self._by_first.get(words[at].key, ()))

    def _end(self, words: Sequence[Word], at: int, keys: tuple[str, ...]) -> int | None:
        place = at
        for index, key in enumerate(keys):
            if key == "…":
                continue
            if index and keys[index - 1] == "…":
                window = range(place, min(place + self._GAP, len(words)))
                place = next((spot for spot in window if words[spot].key == key), len(words))
            if key == "^" and place < len(words) and words[place].is_name:
                continue
            if place >= len(words) or words[place].key != key:
                return None
            place += 1
        return place


def _parts(phrase: str) -> list[str]:
    return [word.text for word in words_of(phrase, 0, len(phrase))]
