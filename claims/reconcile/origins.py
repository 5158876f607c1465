"""Where figures come from in the end: items that stand on one origin count once.

A first version: the same speaker, a wire credit in words, the same outlet, or nearly the same
wording. It traces no deeper than the words allow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from claims.reconcile.record import Item, Origin
from claims.reconcile.speakers import keys_of
from claims.reconcile.words import words_of


def origins_of(items: Sequence[Item]) -> list[Origin]:
    """The origins of a story, each with its items and the sign by which they were joined."""
    parent = list(range(len(items)))
    signs: dict[int, str] = {}
    for sign, keys in (("same speaker", _speakers(items)), ("same wording", _wordings(items)), ("same outlet", _outlets(items))):
        for members in keys.values():
            for other in members[1:]:
                one, two = _root(parent, members[0]), _root(parent, other)
                if one != two:
                    parent[max(one, two)] = min(one, two)
                    signs.setdefault(min(one, two), sign)
    grouped: dict[int, list[int]] = defaultdict(list)
    for number in range(len(items)):
        grouped[_root(parent, number)].append(number)
    return [
        Origin(
            id=f"o{index}",
            name=_name(items[members[0]]),
            items=tuple(items[member].id for member in members),
            why=signs.get(root, "nothing joins it to another"),
        )
        for index, (root, members) in enumerate(grouped.items(), start=1)
    ]


def _name(item: Item) -> str:
    return item.speaker or item.outlet or item.reading.source.metadata.outlet or item.reading.title or item.id


def _speakers(items: Sequence[Item]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        if item.speaker:
            found[" ".join(sorted(keys_of(item.speaker)))].append(number)
    return found


def _outlets(items: Sequence[Item]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        if item.outlet and not item.speaker:
            found[item.outlet].append(number)
    return found


def _wordings(items: Sequence[Item]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        text = item.reading.source.text
        keys = [word.key for word in words_of(text, 0, min(len(text), 400)) if word.key.isalpha()]
        if len(keys) >= 8:
            found[" ".join(keys[:40])].append(number)
    return found


def _root(parent: list[int], number: int) -> int:
    while parent[number] != number:
        number = parent[number]
    return number
