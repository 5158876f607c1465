"""Where figures come from in the end: figures that stand on one origin count once.

An origin is the speaker that a figure is credited to; where nobody is credited, the agency
that the outlet credits; else the text that it stands in. Nearly the same wording joins two
texts. It traces no deeper than the words allow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.reconcile.decisions import Decisions
from claims.reconcile.lexicon import agency_phrases
from claims.reconcile.overruling import Homes, overruled
from claims.reconcile.parties import Parties
from claims.reconcile.record import Item, Origin
from claims.reconcile.side import Found
from claims.reconcile.speakers import keys_of
from claims.reconcile.words import words_of

_SAME_WORDING = 0.6
_SHINGLE = 3
_SHORTEST = 8
_ALONE = "nothing joins it to another"


@dataclass(frozen=True, slots=True)
class Origins:
    """The origins of a story; `of_figure` has the origin of each figure by its place in the story.

    `named` are those that rest on a speaker.
    """

    all: tuple[Origin, ...]
    of_figure: tuple[str, ...]
    named: frozenset[str]


def origins_of(items: Sequence[Item], found: Sequence[Found], decisions: Decisions = ()) -> Origins:
    """The origins of a story's figures, each with its items and the sign by which they were joined.

    What people decided stands before the signs; an origin that a person set apart is `named` as well.
    """
    joined = _Joined(len(found))
    speakers = {number: keys_of(figure.credited) for number, figure in enumerate(found) if figure.credited}
    wires = {item.id: _wire(item) for item in items}
    for one, other in _same_speakers(speakers):
        joined.join(one, other, "same speaker")
    unnamed = [number for number in range(len(found)) if number not in speakers]
    for one, other in _alike(unnamed, [wires[figure.item] or "" for figure in found]):
        joined.join(one, other, "wire credit")
    for one, other in _alike(unnamed, [figure.item for figure in found]):
        joined.join(one, other, "same text")
    for one, other in _same_wordings(items, found):
        joined.join(one, other, "same wording")
    homes = overruled([joined.root(number) for number in range(len(found))], found, decisions)
    return _numbered(
        items, found, joined.why | homes.told, frozenset(speakers), homes, Parties(found, decisions)
    )


class _Joined:
    """Figures put together, with the sign that first did it."""

    def __init__(self, count: int) -> None:
        self.parent = list(range(count))
        self.why: dict[int, str] = {}

    def join(self, one: int, other: int, why: str) -> None:
        a, b = sorted((self.root(one), self.root(other)))
        if a != b:
            self.parent[b] = a
            self.why.setdefault(a, self.why.get(b, why))

    def root(self, number: int) -> int:
        while self.parent[number] != number:
            self.parent[number] = self.parent[self.parent[number]]
            number = self.parent[number]
        return number


def _same_speakers(speakers: dict[int, frozenset[str]]) -> list[tuple[int, int]]:
    """Pairs of figures whose speakers are one, or one of them named more fully ("Green", "Josh Green")."""
    first = {keys: number for number, keys in reversed(speakers.items())}
    pairs = [(first[keys], number) for number, keys in speakers.items() if first[keys] != number]
    holders: dict[str, list[frozenset[str]]] = defaultdict(list)
    for keys in first:
        for key in sorted(keys):
            pairs.extend(
                (first[other], first[keys]) for other in holders[key] if keys < other or other < keys
            )
            holders[key].append(keys)
    return pairs


def _alike(numbers: Sequence[int], signs: Sequence[str]) -> list[tuple[int, int]]:
    first: dict[str, int] = {}
    return [
        (first[signs[number]], number)
        for number in numbers
        if signs[number] and first.setdefault(signs[number], number) != number
    ]


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


def _numbered(
    items: Sequence[Item],
    found: Sequence[Found],
    whys: Mapping[int, str],
    credited: frozenset[int],
    homes: Homes,
    parties: Parties,
) -> Origins:
    by_home: dict[int, list[int]] = defaultdict(list)
    for number, home in enumerate(homes.of_figure):
        by_home[home].append(number)
    by_id = {item.id: item for item in items}
    ids = {home: f"o{index}" for index, home in enumerate(by_home, start=1)}
    origins = []
    for home, members in by_home.items():
        speaking = next((member for member in members if member in credited), members[0])
        texts = tuple(dict.fromkeys(found[member].item for member in members))
        name = _name(by_id[found[speaking].item], found[speaking])
        party = parties.standing_of(name, {found[member].speakers for member in members})
        origins.append(Origin(ids[home], name, texts, whys.get(home, _ALONE), party))
    return Origins(
        all=tuple(origins),
        of_figure=tuple(ids[home] for home in homes.of_figure),
        named=frozenset(ids[homes.of_figure[number]] for number in credited)
        | frozenset(ids[home] for home in homes.parted if home in ids),
    )


def _name(item: Item, figure: Found) -> str:
    outlet = item.outlet or item.reading.source.metadata.outlet
    return figure.credited or _wire(item) or outlet or item.reading.title or item.id
