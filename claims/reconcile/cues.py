"""What the words of one statement say to the word lists, looked up once for all its figures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.reconcile.lexicon import (
    all_measures,
    measure_phrases,
    measures_marked,
    nation_phrases,
    needed_words,
    scope_phrases,
    time_phrases,
)
from claims.reconcile.words import Word

DURATIONS = frozenset({"s", "month"})
"""The kinds of a length of time: what can be added in seconds, and what can't."""

Hit = tuple[int, int, str]
"""A phrase found: its first word, the word after its last, and what it stands for."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Everything that was found in one statement's words."""

    words: tuple[Word, ...]
    measures: list[Hit]
    scopes: list[Hit]
    times: list[Hit]
    nations: list[Hit]

    def without(self, measures: Sequence[Hit]) -> Cues:
        """The cues but for some of the measures."""
        return replace(self, measures=[hit for hit in self.measures if hit not in measures])

    def within(self, left: int, right: int) -> Cues:
        """The cues that start in the words `[left, right)`, and what announces the parts of a whole."""
        announced = [hit for hit in self.times if hit[2] == "component"]
        times = _between(self.times, left, right)
        return Cues(
            self.words,
            _between(self.measures, left, right),
            _between(self.scopes, left, right),
            times + [hit for hit in announced if hit not in times],
            _between(self.nations, left, right),
        )


def cues_in(words: tuple[Word, ...]) -> Cues:
    """The cues of one statement."""
    keys = {word.key for word in words}
    return Cues(
        words,
        [hit for hit in measure_phrases().find(words) if _may_be_meant(hit[2], keys)],
        scope_phrases().find(words),
        [hit for hit in time_phrases().find(words) if not _is_part_of_name(words, hit[0])],
        [hit for hit in nation_phrases().find(words) if words[hit[0]].is_name],
    )


def measures_of(kind: str, cues: Cues) -> list[str]:
    """The measures that a statement names for figures of a kind, the weak ones left out."""
    barred = measures_marked("~") | barred_measures(kind)
    return [name for _, _, name in cues.measures if name not in barred]


def barred_measures(kind: str) -> frozenset[str]:
    """The measures that are not said of figures of a kind."""
    if kind in DURATIONS:
        return all_measures() - measures_marked("t")
    barred = frozenset() if kind == "%" else measures_marked("%")
    if kind != "m":
        barred |= measures_marked("m")
    if kind != "count":
        barred |= measures_marked("#")
    return barred if is_money(kind) or kind == "%" else barred | measures_marked("$")


def is_money(kind: str) -> bool:
    """Whether a kind is a currency."""
    return len(kind) == 3 and kind.isupper()


def _between(hits: list[Hit], left: int, right: int) -> list[Hit]:
    return hits[bisect_left(hits, (left,)) : bisect_left(hits, (right,))]


def _may_be_meant(measure: str, keys: set[str]) -> bool:
    needed = needed_words().get(measure)
    return measure != "-" and (needed is None or bool(needed & keys))


def _is_part_of_name(words: Sequence[Word], at: int) -> bool:
    """Whether a word is no cue but part of a name: "Lower Saxony", the month of May."""
    named = words[at].is_name and at + 1 < len(words) and words[at + 1].is_name
    return words[at].text == "May" or (named and at > 0)
