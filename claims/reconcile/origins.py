"""Where figures come from in the end: figures that stand on one origin count once.

An origin is the speaker that a figure is credited to; where nobody is credited, the agency
that the outlet credits; else the outlet. Nearly the same wording joins two texts. It traces no
deeper than the words allow, and a text that names nobody is not taken for a source of its own
where another text of the same figure names one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from claims.reconcile.lexicon import agency_phrases
from claims.reconcile.record import Item, Origin
from claims.reconcile.sides import Found
from claims.reconcile.words import words_of

_SAME_WORDING = 0.6
_SHINGLE = 3
_SHORTEST = 8


@dataclass(frozen=True, slots=True)
class Origins:
    """The origins of a story; `of_figure` has the origin of each figure by its place in the story.

    `traced` are those that rest on a speaker or an agency, not merely on where a text was found.
    """

    all: tuple[Origin, ...]
    of_figure: tuple[str, ...]
    traced: frozenset[str]


def origins_of(items: Sequence[Item], found: Sequence[Found]) -> Origins:
    """The origins of a story's figures, each with its items and the sign by which they were joined."""
    wires = {item.id: _wire(item) for item in items}
    joined = _Joined()
    for number, figure in enumerate(found):
        joined.add(number, _signs(figure, wires[figure.item], items))
    for one, other in _same_wordings(items, found):
        joined.join(one, other, "same wording")
    return _numbered(items, found, joined)


class _Joined:
    """Figures put together by the signs that they share."""

    def __init__(self) -> None:
        self.parent: list[int] = []
        self.first: dict[tuple[str, str], int] = {}
        self.why: dict[int, str] = {}
        self.traced: set[int] = set()

    def add(self, number: int, signs: Sequence[tuple[str, str]]) -> None:
        self.parent.append(number)
        for sign in signs:
            if sign[0] in ("same speaker", "wire credit"):
                self.traced.add(number)
            if sign in self.first:
                self.join(self.first[sign], number, sign[0])
            else:
                self.first[sign] = number

    def join(self, one: int, other: int, why: str) -> None:
        a, b = self.root(one), self.root(other)
        if a != b:
            self.parent[max(a, b)] = min(a, b)
            self.why.setdefault(min(a, b), why)

    def root(self, number: int) -> int:
        while self.parent[number] != number:
            self.parent[number] = self.parent[self.parent[number]]
            number = self.parent[number]
        return number


def _signs(figure: Found, wire: str | None, items: Sequence[Item]) -> list[tuple[str, str]]:
    """By what a figure's origin is known: its speakers, else the wire, else the text that it stands in."""
    if figure.speakers:
        return [("same speaker", key) for key in sorted(figure.speakers)]
    if wire:
        return [("wire credit", wire)]
    return [("same text", figure.item)]


def _wire(item: Item) -> str | None:
    outlet = item.outlet or item.reading.source.metadata.outlet or ""
    found = agency_phrases().find(words_of(outlet, 0, len(outlet)))
    return found[-1][2] if found else None


def _same_wordings(items: Sequence[Item], found: Sequence[Found]) -> list[tuple[int, int]]:
    """Pairs of figures, the first of each item, whose items say nearly the same."""
    first = {figure.item: number for number, figure in reversed(list(enumerate(found)))}
    shingles = {item.id: _shingles(item) for item in items if item.id in first}
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for id, own in shingles.items():
        for shingle in sorted(own)[:_SHORTEST]:
            holders[shingle].append(id)
    pairs = {
        (ids[0], other)
        for ids in holders.values()
        for other in ids[1:]
        if _overlap(shingles[ids[0]], shingles[other]) >= _SAME_WORDING
    }
    return [(first[one], first[other]) for one, other in sorted(pairs)]


def _shingles(item: Item) -> frozenset[tuple[str, ...]]:
    text = item.reading.source.text
    keys = [word.key for word in words_of(text, 0, len(text)) if word.key.isalnum()]
    if len(keys) < _SHORTEST:
        return frozenset()
    return frozenset(tuple(keys[at : at + _SHINGLE]) for at in range(len(keys) - _SHINGLE + 1))


def _overlap(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _numbered(items: Sequence[Item], found: Sequence[Found], joined: _Joined) -> Origins:
    by_root: dict[int, list[int]] = defaultdict(list)
    for number in range(len(found)):
        by_root[joined.root(number)].append(number)
    by_id = {item.id: item for item in items}
    origins, of_figure, traced = [], [""] * len(found), set()
    for index, (root, members) in enumerate(by_root.items(), start=1):
        id = f"o{index}"
        texts = tuple(dict.fromkeys(found[member].item for member in members))
        why = joined.why.get(root, "nothing joins it to another")
        origins.append(Origin(id, _name(by_id[texts[0]], found[members[0]]), texts, why))
        for member in members:
            of_figure[member] = id
        if any(member in joined.traced for member in members):
            traced.add(id)
    return Origins(tuple(origins), tuple(of_figure), frozenset(traced))


def _name(item: Item, figure: Found) -> str:
    outlet = item.outlet or item.reading.source.metadata.outlet
    return figure.credited or _wire(item) or outlet or item.reading.title or item.id
