"""Where figures come from in the end: figures that stand on one origin count once.

An origin is the speaker that a figure is credited to; where nobody is credited, the agency
that the outlet credits; else the text that it stands in. Each thing that puts two figures under
one origin is a sign with a name, and some signs are surer than others. It traces no deeper than
the words allow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from claims.kinds import Sureness
from claims.reconcile.decisions import Decisions
from claims.reconcile.lexicon import word_list
from claims.reconcile.overruling import Homes, overruled
from claims.reconcile.parties import Parties
from claims.reconcile.record import Item, Origin
from claims.reconcile.side import Found
from claims.reconcile.speakers import Standing, Voice
from claims.reconcile.wires import agency_named
from claims.reconcile.wordings import SAME, runs_of, shared

_RUNS_LOOKED_UP = 8
_MOST_WORDS_OF_NAME = 6
_ALONE = "nothing joins it to another"


class Sign(StrEnum):
    """What puts two figures under one origin, in the order in which it is looked for."""

    SPEAKER = "same speaker"
    SHORTER_NAME = "same speaker under a shorter name"
    BODY = "speaks for the same body"
    STATE = "organs of one state"
    WIRE = "wire credit"
    TEXT = "same text"
    WORDING = "same wording"


_SURE = {
    Sign.SPEAKER: Sureness.CERTAIN,
    Sign.SHORTER_NAME: Sureness.LIKELY,
    Sign.BODY: Sureness.LIKELY,
    Sign.STATE: Sureness.POSSIBLE,
    Sign.WIRE: Sureness.LIKELY,
    Sign.TEXT: Sureness.CERTAIN,
    Sign.WORDING: Sureness.LIKELY,
}

_Join = tuple[int, int, Sign]


@dataclass(frozen=True, slots=True)
class Origins:
    """The origins of a story; `of_figure` has the origin of each figure by its place in the story.

    `first_hand` are those that rest on somebody who can be where a figure comes from, and those
    that a person set apart.
    """

    all: tuple[Origin, ...]
    of_figure: tuple[str, ...]
    first_hand: frozenset[str]


def origins_of(items: Sequence[Item], found: Sequence[Found], decisions: Decisions = ()) -> Origins:
    """The origins of a story's figures, each with its items and the signs by which they were joined.

    What people decided stands before the signs.
    """
    voices = {number: figure.voice for number, figure in enumerate(found) if figure.voice}
    wires = {item.id: _wire(item) or "" for item in items}
    unnamed = [number for number in range(len(found)) if number not in voices]
    joined = _Joined(len(found))
    joined.all(_same_speakers(voices))
    joined.all(_same_bodies(voices))
    joined.all(_organs_of_one_state(voices))
    joined.all(_alike(unnamed, [wires[figure.item] for figure in found], Sign.WIRE))
    joined.all(_alike(unnamed, [figure.item for figure in found], Sign.TEXT))
    joined.all(_same_wordings(items, found))
    homes = overruled([joined.root(number) for number in range(len(found))], found, decisions)
    return _numbered(items, found, joined.signs, voices, homes, Parties(found, decisions))


class _Joined:
    """Figures put together, with the signs that did it."""

    def __init__(self, count: int) -> None:
        self.parent = list(range(count))
        self.signs: dict[int, set[Sign]] = defaultdict(set)

    def all(self, joins: Iterable[_Join]) -> None:
        """Puts both figures of each join under one root; a sign that adds nothing isn't kept."""
        for one, other, sign in joins:
            a, b = sorted((self.root(one), self.root(other)))
            if a != b:
                self.parent[b] = a
                self.signs[a] |= self.signs.pop(b, set()) | {sign}

    def root(self, number: int) -> int:
        while self.parent[number] != number:
            self.parent[number] = self.parent[self.parent[number]]
            number = self.parent[number]
        return number


def _same_speakers(voices: dict[int, Voice]) -> Iterator[_Join]:
    """Figures whose speakers are one, or one of them named more fully ("Marsh", "Ada Marsh")."""
    first: dict[frozenset[str], int] = {}
    for number, voice in voices.items():
        if first.setdefault(voice.keys, number) != number:
            yield first[voice.keys], number, Sign.SPEAKER
    known = {keys for keys, number in first.items() if voices[number].standing is not Standing.PASSES_ON}
    for keys, number in first.items():
        for short in _shorter(keys):
            if {keys, short} <= known:
                yield first[short], number, Sign.SHORTER_NAME


def _shorter(keys: frozenset[str]) -> Iterator[frozenset[str]]:
    """The sets of some words of a name; of a very long name those of one word only."""
    most = len(keys) - 1 if len(keys) <= _MOST_WORDS_OF_NAME else 1
    for size in range(1, most + 1):
        yield from map(frozenset, combinations(sorted(keys), size))


def _same_bodies(voices: dict[int, Voice]) -> Iterator[_Join]:
    """Figures of those who speak for one body, or of one of them and of the body itself."""
    bodies = {body: number for number, voice in reversed(voices.items()) for body in voice.bodies}
    for number, voice in voices.items():
        for name in (voice.keys, *voice.bodies):
            known = [name, *(short for short in _shorter(name) if short & word_list("bodies.txt"))]
            yield from ((bodies[body], number, Sign.BODY) for body in known if body in bodies)


def _organs_of_one_state(voices: dict[int, Voice]) -> Iterator[_Join]:
    """Figures of the police, a ministry, the army of one story, of no state that is named."""
    organs = [number for number, voice in voices.items() if voice.standing is Standing.STATE]
    yield from ((organs[0], number, Sign.STATE) for number in organs[1:])


def _alike(numbers: Sequence[int], marks: Sequence[str], sign: Sign) -> Iterator[_Join]:
    first: dict[str, int] = {}
    for number in numbers:
        if marks[number] and first.setdefault(marks[number], number) != number:
            yield first[marks[number]], number, sign


def _wire(item: Item) -> str | None:
    return agency_named(item.outlet or item.reading.source.metadata.outlet or "")


def _same_wordings(items: Sequence[Item], found: Sequence[Found]) -> Iterator[_Join]:
    """The first figures of two items that say nearly the same."""
    first = {figure.item: number for number, figure in reversed(list(enumerate(found)))}
    runs = {item.id: runs_of(item.reading.source.text) for item in items if item.id in first}
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for id, own in runs.items():
        for run in sorted(own)[:_RUNS_LOOKED_UP]:
            holders[run].append(id)
    pairs = {
        (ids[0], other)
        for ids in holders.values()
        for other in ids[1:]
        if shared(runs[ids[0]], runs[other]) >= SAME
    }
    yield from ((first[one], first[other], Sign.WORDING) for one, other in sorted(pairs))


def _numbered(
    items: Sequence[Item],
    found: Sequence[Found],
    signs: Mapping[int, set[Sign]],
    voices: Mapping[int, Voice],
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
        speaking = next((member for member in members if member in voices), members[0])
        texts = tuple(dict.fromkeys(found[member].item for member in members))
        name = _name(by_id[found[speaking].item], found[speaking])
        party = parties.standing_of(name, {found[member].speakers for member in members})
        why, sure = _why(home, signs, homes)
        credited = speaking in voices or bool(_wire(by_id[found[speaking].item]))
        origins.append(Origin(ids[home], name, texts, why, party, sure, credited))
    known = {
        homes.of_figure[number]
        for number, voice in voices.items()
        if voice.standing is not Standing.PASSES_ON
    }
    return Origins(
        all=tuple(origins),
        of_figure=tuple(ids[home] for home in homes.of_figure),
        first_hand=frozenset(ids[home] for home in known | homes.parted if home in ids),
    )


def _why(home: int, signs: Mapping[int, set[Sign]], homes: Homes) -> tuple[str, Sureness | None]:
    """What joined an origin, and how sure its weakest sign is; what a person says is not measured."""
    if home in homes.told:
        return homes.told[home], None
    found = [sign for sign in Sign if sign in signs.get(home, ())]
    sure = {_SURE[sign] for sign in found}
    return ", ".join(found) or _ALONE, max(sure, key=list(Sureness).index, default=None)


def _name(item: Item, figure: Found) -> str:
    outlet = item.outlet or item.reading.source.metadata.outlet
    credited = figure.voice.name if figure.voice else None
    return credited or _wire(item) or outlet or item.reading.title or item.id
