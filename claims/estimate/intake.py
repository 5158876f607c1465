"""Rows of text become whole numbers: one for each source, item and value.

Sources and attributes are numbered once for the whole file, items and values within one part of
it, so that a file larger than memory can be taken part by part.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from claims.estimate.blocks import Floats, Ints
from claims.estimate.numbers import number, seconds
from sources.observations import Observations

NOT_COPIED = -1
_DIRECT = 1 << 62


class Numbered(dict[Hashable, int]):
    """Numbers things in the order in which they are first asked for."""

    def __missing__(self, thing: Hashable) -> int:
        self[thing] = place = len(self)
        return place

    def all(self, things: Iterable[Hashable]) -> NDArray[np.int32]:
        """The numbers of many things."""
        # Through a list this is faster than `fromiter`.
        return np.array(list(map(self.__getitem__, things)), dtype=np.int32)


@dataclass(frozen=True, slots=True)
class Part:
    """Observations of one part of the file. `objects` and `attribute` have one entry an item."""

    source: NDArray[np.int32]
    item: NDArray[np.int32]
    value: NDArray[np.int32]
    line: Ints
    copied: NDArray[np.int32] | None
    when: Ints | None
    undated: int
    objects: Sequence[str]
    attribute: NDArray[np.int32]
    texts: Sequence[str]
    number: Floats
    decimals: Ints

    def only(self, rows: Ints) -> Part:
        """Some of the observations."""
        return replace(
            self,
            source=self.source[rows],
            item=self.item[rows],
            value=self.value[rows],
            line=self.line[rows],
            copied=None if self.copied is None else self.copied[rows],
            when=None if self.when is None else self.when[rows],
        )


class Intake:
    """Takes batches of rows in and gives one part back."""

    def __init__(self, sources: Numbered, attributes: Numbered) -> None:
        self._sources = sources
        self._attributes = attributes
        self._times = Numbered()
        self._objects = Numbered()
        self._values = Numbered()
        self._columns: dict[str, list[NDArray[np.int32] | Ints]] = {}

    def add(self, batch: Observations) -> None:
        """Takes one batch in."""
        self._keep("source", self._sources.all(batch.source))
        self._keep("object", self._objects.all(batch.object))
        attributes = batch.attribute or [""] * len(batch.lines)
        self._keep("attribute", self._attributes.all(attributes))
        self._keep("value", self._values.all(batch.value))
        self._keep("line", _line_numbers(batch.lines))
        if batch.copied_from is not None:
            self._keep("copied", self._copied(batch.copied_from))
        if batch.time is not None:
            self._keep("time", self._times.all(batch.time))

    @property
    def any(self) -> bool:
        """Whether anything was taken in."""
        return bool(self._columns)

    def part(self) -> Part:
        """Everything taken in."""
        columns = {name: np.concatenate(kept).astype(np.int64) for name, kept in self._columns.items()}
        self._columns.clear()
        objects = [str(name) for name in self._objects]
        pairs, item = np.unique(
            columns.pop("attribute") * len(objects) + columns.pop("object"),
            return_inverse=True,
        )
        texts = [str(text) for text in self._values]
        when, undated = self._when(columns.get("time"))
        read = [number(text) for text in texts]
        return Part(
            source=columns["source"].astype(np.int32),
            item=item.astype(np.int32),
            value=columns["value"].astype(np.int32),
            line=columns["line"],
            copied=columns["copied"].astype(np.int32) if "copied" in columns else None,
            when=when,
            undated=undated,
            objects=[objects[place] for place in (pairs % len(objects)).tolist()],
            attribute=(pairs // len(objects)).astype(np.int32),
            texts=texts,
            number=np.array([value for value, _ in read], dtype=np.float64),
            decimals=np.array([decimals for _, decimals in read], dtype=np.int64),
        )

    def _when(self, times: Ints | None) -> tuple[Ints | None, int]:
        """When each row was said, 0 where that isn't known; and how many times can't be read."""
        if times is None:
            return None, 0
        texts = [str(text) for text in self._times]
        read = [seconds(text) for text in texts]
        unread = [when is None and bool(text.strip()) for when, text in zip(read, texts, strict=True)]
        when = np.array([0 if when is None else when + 1 for when in read], dtype=np.int64)
        return when[times], int(np.array(unread)[times].sum())

    def _keep(self, name: str, column: NDArray[np.int32] | Ints) -> None:
        self._columns.setdefault(name, []).append(column)

    def _copied(self, names: Sequence[str]) -> NDArray[np.int32]:
        found = [self._sources[name] if name and not name.isspace() else NOT_COPIED for name in names]
        return np.array(found, dtype=np.int32)


def _line_numbers(lines: Sequence[int]) -> Ints:
    if isinstance(lines, range):
        return np.arange(lines.start, lines.stop, dtype=np.int64)
    return np.array(lines, dtype=np.int64)


def origins(pairs: Iterable[tuple[int, int]], sources: int) -> NDArray[np.int32]:
    """The source whose voice each source is: its own, unless all that it says is copied from one other."""
    said: dict[int, set[int]] = {}
    for source, copied in pairs:
        said.setdefault(source, set()).add(copied)
    whole = {
        source: min(copied)
        for source, copied in said.items()
        if len(copied) == 1 and NOT_COPIED not in copied
    }
    found = np.arange(sources, dtype=np.int32)
    for source in whole:
        found[source] = _end(source, whole)
    return found


def _end(source: int, copied: dict[int, int]) -> int:
    path = [source]
    while path[-1] in copied:
        following = copied[path[-1]]
        if following in path:
            return min(path[path.index(following) :])
        path.append(following)
    return path[-1]


def standing(part: Part, origin: NDArray[np.int32]) -> Part:
    """The part with each origin's last word on each item: what it says itself before what is relayed,
    later before earlier, and nothing twice."""
    direct = np.ones(len(part.source), dtype=bool) if part.copied is None else part.copied == NOT_COPIED
    speaker = part.source if part.copied is None else np.where(direct, part.source, part.copied)
    part = replace(part, source=origin[speaker])
    voice = (part.item.astype(np.int64) << 32) | part.source
    ordered = np.sort(voice)
    if not np.any(ordered[1:] == ordered[:-1]):
        return part
    del ordered
    # A word among numbers never stands in for a number.
    voice = voice * 2 + np.isnan(part.number)[part.value]
    direct &= part.source == speaker
    priority = np.where(direct, _DIRECT, 0)
    if part.when is not None:
        priority += part.when
    order = np.lexsort((part.value, priority, voice))
    voice, priority, value = voice[order], priority[order], part.value[order]
    last = np.flatnonzero(np.append(voice[1:] != voice[:-1], True))
    highest = np.repeat(priority[last], np.diff(last, prepend=-1))
    stands = priority == highest
    again = (voice[1:] == voice[:-1]) & (value[1:] == value[:-1]) & stands[:-1]
    stands[1:] &= ~again
    return part.only(np.sort(order[stands]))
