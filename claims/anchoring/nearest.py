"""Finds the passage of a text that comes nearest to a quote which isn't in it, and what differs.

How near it is decides what a person is shown, never whether a quote is kept. Candidates come from the
words of the quote, the rarest first; only the best few are compared word by word. The cost is linear in
the text and quadratic in the quote, so a quote of more than 1,000 words is not compared.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice, product, takewhile

from claims.anchoring.folding import Folded

_WORD = re.compile(r"\w+(?:[.,:/'’-]\w+)*|[^\w\s]")
_LONGEST = 1_000
_MOST_VOTES = 50_000
_ENOUGH = 0.5
_OTHER, _MORE = 3, 2
"""What it costs that the page has another word or none for one of the quote's, or a word more."""

_NEIGHBOURS = (-3, -2, -1, 0, 0, 1, 2, 3)
"""Words that were put in or taken out move the rest by a few; the place itself counts double."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words of a quote, and the words that stand in their place on the page; either may be empty."""

    quote: str
    page: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch `[start, end)` of a text as it was before folding, and how a quote differs from it."""

    start: int
    end: int
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """The words and signs of a folded text with their places; `keys` are the same without capitals."""

    source: Folded
    words: list[str]
    keys: list[str]
    spans: list[tuple[int, int]]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the words from one to another stand in the text as it was."""
        return self.source.span(self.spans[first][0], self.spans[last][1])

    def between(self, places: Sequence[int]) -> str:
        """The text from the first of some words to the last, as it was."""
        if not places:
            return ""
        start, end = self.span(places[0], places[-1])
        return self.source.original[start:end]


_Step = tuple[int | None, int | None]
"""A word of the quote and the word of the text that stands for it; `None` where one of them has none."""


def nearest(quote: Folded, text: Folded) -> Passage | None:
    """The passage that comes nearest, where at least half of the quote's words stand in it in their order."""
    asked = _words_of(quote)
    if not asked.keys or len(asked.keys) > _LONGEST:
        return None
    given = _words_of(text)
    aligned = [_aligned(asked.keys, given.keys, near) for near in _candidates(asked.keys, given.keys)]
    if not aligned:
        return None
    alike = [sum(_alike(step, asked.keys, given.keys) for step in steps) for steps in aligned]
    best = alike.index(max(alike))
    if alike[best] < _ENOUGH * len(asked.keys):
        return None
    places = [there for _, there in aligned[best] if there is not None]
    return Passage(*given.span(places[0], places[-1]), tuple(_changes(aligned[best], asked, given)))


def _words_of(source: Folded) -> _Words:
    found = list(_WORD.finditer(source.text))
    words = [match[0] for match in found]
    return _Words(source, words, [word.casefold() for word in words], [match.span() for match in found])


def _candidates(asked: Sequence[str], given: Sequence[str]) -> list[int]:
    """Where in the text the quote may begin: as most of its words have it, and as the rare ones have it."""
    wanted, found = defaultdict(list), defaultdict(list)
    for at, key in enumerate(asked):
        wanted[key].append(at)
    for at, key in enumerate(given):
        if key in wanted:
            found[key].append(at)
    votes: Counter[int] = Counter()
    weights: defaultdict[int, float] = defaultdict(float)
    left = _MOST_VOTES
    for key in sorted(found, key=lambda key: (len(found[key]), key)):
        pairs = list(islice(product(found[key], wanted[key]), left))
        for there, here in pairs:
            votes[there - here] += 1
            weights[there - here] += 1 / len(found[key])
        left -= len(pairs)
    best = (_most(votes, votes.__getitem__), _most(votes, lambda at: weights.get(at, 0.0)))
    return sorted({at for at in best if at is not None})


def _most(places: Mapping[int, int], vote: Callable[[int], float]) -> int | None:
    return max(places, key=lambda at: (sum(vote(at + step) for step in _NEIGHBOURS), -at), default=None)


def _aligned(asked: Sequence[str], given: Sequence[str], near: int) -> list[_Step]:
    """The words of the quote beside those of the stretch around a place that costs the least to change."""
    slack = len(asked) // 2 + 4
    first = max(0, near - slack)
    window = given[first : near + len(asked) + slack]
    rows = [[0] * (len(window) + 1)]
    for key in asked:
        above, row = rows[-1], [rows[-1][0] + _OTHER]
        for at, other in enumerate(window):
            row.append(
                min(
                    above[at] + (0 if key == other else _OTHER),
                    above[at + 1] + _OTHER,
                    row[at] + _MORE,
                )
            )
        rows.append(row)
    return [(here, None if there is None else first + there) for here, there in _steps(rows, asked, window)]


def _steps(rows: Sequence[Sequence[int]], asked: Sequence[str], window: Sequence[str]) -> list[_Step]:
    """The way back through the table of costs, from its cheapest end."""
    last, least = rows[-1], min(rows[-1])
    there = last.index(least)
    there += sum(1 for _ in takewhile(least.__eq__, last[there + 1 :]))
    here = len(asked)
    steps: list[_Step] = []
    while here:
        cost = rows[here][there]
        differs = there and asked[here - 1] != window[there - 1]
        if there and cost == rows[here - 1][there - 1] + (_OTHER if differs else 0):
            here, there = here - 1, there - 1
            steps.append((here, there))
        elif cost == rows[here - 1][there] + _OTHER:
            here -= 1
            steps.append((here, None))
        else:
            there -= 1
            steps.append((None, there))
    return steps[::-1]


def _alike(step: _Step, asked: Sequence[str], given: Sequence[str]) -> bool:
    here, there = step
    return here is not None and there is not None and asked[here] == given[there]


def _changes(steps: Sequence[_Step], asked: _Words, given: _Words) -> Iterator[Change]:
    """Neighbouring words that differ, as one change each."""
    for alike, group in groupby(steps, key=lambda step: _alike(step, asked.words, given.words)):
        if not alike:
            changed = list(group)
            yield Change(
                asked.between([here for here, _ in changed if here is not None]),
                given.between([there for _, there in changed if there is not None]),
            )
