"""Rows of text become whole numbers: one for each source, item and value.

Sources and attributes are numbered once for the whole file, items and values within one part of
it, so that a file larger than memory can be taken part by part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from claims.estimate.blocks import Floats, Ints, repeated
from claims.estimate.numbers import NO_TIME, moments, numbers
from sources.observations.arrays import array_of

NOT_COPIED = -1
_DIRECT = 1 << 62
_DENSE = 4
"""Up to so many possible items a row, items are numbered without sorting."""

Places = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Part:
    """Observations of one part of the file.

    `thing` (a place in `objects`) and `attribute` have one entry an item; `number` and `decimals`
    one for each of the `texts`.
    """

    source: Places
    item: Places
    value: Places
    line: Ints
    copied: Places | None
    when: Ints | None
    undated: int
    objects: pa.StringArray
    thing: Places
    attribute: Places
    texts: pa.StringArray
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


def numbered(rows: pa.Table, sources: Mapping[str, int], attributes: Mapping[str, int]) -> Part:
    """The rows as numbers. What is copied from a blank is not copied."""
    thing, objects = _encoded(rows["object"])
    named = "attribute" in rows.column_names
    attribute = _places(rows["attribute"], attributes) if named else np.zeros(len(rows), dtype=np.int32)
    items, item = _distinct(attribute.astype(np.int64) * len(objects) + thing)
    value, texts = _encoded(rows["value"])
    number, decimals = numbers(texts)
    when, undated = _when(rows["time"]) if "time" in rows.column_names else (None, 0)
    return Part(
        source=_places(rows["source"], sources),
        item=item,
        value=value,
        line=array_of(rows["line"].combine_chunks()),
        copied=_copied(rows["copied_from"], sources) if "copied_from" in rows.column_names else None,
        when=when,
        undated=undated,
        objects=objects,
        thing=(items % len(objects)).astype(np.int32),
        attribute=(items // len(objects)).astype(np.int32),
        texts=texts,
        number=number,
        decimals=decimals,
    )


def is_copied(name: str) -> bool:
    """Whether a cell of the column `copied_from` names a source."""
    return bool(name) and not name.isspace()


def _encoded(column: pa.ChunkedArray) -> tuple[Places, pa.StringArray]:
    """For each row its place among the different texts."""
    encoded = column.combine_chunks()
    if not pa.types.is_dictionary(encoded.type):
        encoded = encoded.dictionary_encode()
    return array_of(encoded.indices), encoded.dictionary


def _places(column: pa.ChunkedArray, numbers: Mapping[str, int]) -> Places:
    place, names = _encoded(column)
    return np.array([numbers[name] for name in names.to_pylist()], dtype=np.int32)[place]


def _copied(column: pa.ChunkedArray, sources: Mapping[str, int]) -> Places:
    place, names = _encoded(column)
    known = [sources[name] if is_copied(name) else NOT_COPIED for name in names.to_pylist()]
    return np.array(known, dtype=np.int32)[place]


def _when(column: pa.ChunkedArray) -> tuple[Ints, int]:
    """When each row was said, 0 where that isn't known; and how many times can't be read."""
    place, texts = _encoded(column)
    when = moments(texts)
    unread = (when == NO_TIME) & np.array([bool(text.strip()) for text in texts.to_pylist()])
    return (when + 1)[place], int(unread[place].sum())


def _distinct(codes: Ints) -> tuple[Ints, Places]:
    """The different codes in order, and for each row the place of its own."""
    most = int(codes.max()) + 1
    if most > _DENSE * len(codes):
        found, place = np.unique(codes, return_inverse=True)
        return found, place.astype(np.int32)
    present = np.zeros(most, dtype=bool)
    present[codes] = True
    number = np.cumsum(present, dtype=np.int32) - 1
    return np.flatnonzero(present), number[codes]


def origins(pairs: Iterable[tuple[int, int]], sources: int) -> Places:
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
    followed: set[int] = set()
    for source in whole:
        path: dict[int, int] = {}
        while source in whole and source not in followed and source not in path:
            path[source] = len(path)
            source = whole[source]
        # Who copy from each other in a circle have one voice.
        end = min(list(path)[path[source] :]) if source in path else found[source]
        found[list(path)] = end
        followed.update(path)
    return found


def standing(part: Part, origin: Places) -> Part:
    """The part with each origin's last word on each item: what it says itself before what is relayed,
    later before earlier, and nothing twice."""
    direct = np.ones(len(part.source), dtype=bool) if part.copied is None else part.copied == NOT_COPIED
    speaker = part.source if part.copied is None else np.where(direct, part.source, part.copied)
    part = replace(part, source=origin[speaker])
    again = repeated((part.item.astype(np.int64) << 32) | part.source)
    if not len(again):
        return part
    priority = np.where((direct & (part.source == speaker))[again], _DIRECT, 0)
    if part.when is not None:
        priority += part.when[again]
    stands = np.ones(len(part.source), dtype=bool)
    stands[again] = False
    stands[again[_last_words(part.only(again), priority)]] = True
    # Who copied and when has had its say.
    return replace(part, copied=None, when=None).only(np.flatnonzero(stands))


def _last_words(part: Part, priority: Ints) -> Ints:
    """Of each voice the rows of its highest priority; of those that say the same, one."""
    # A word among numbers never stands in for a number.
    voice = ((part.item.astype(np.int64) << 32) | part.source) * 2 + np.isnan(part.number)[part.value]
    order = np.lexsort((part.line, part.value, priority, voice))
    voice, priority, value = voice[order], priority[order], part.value[order]
    last = np.flatnonzero(np.append(voice[1:] != voice[:-1], True))
    highest = np.repeat(priority[last], np.diff(last, prepend=-1))
    stands = priority == highest
    repeated = (voice[1:] == voice[:-1]) & (value[1:] == value[:-1]) & stands[:-1]
    stands[1:] &= ~repeated
    found: Ints = order[stands]
    return found
