"""What is done with each part of an archive, step by step; where it is done is the engine's affair.

Every step is a function of a part's number and of what it finds on the shelves, and returns little:
sums, names and the rows that could not be used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from pathlib import Path

import numpy as np
import pyarrow as pa

from claims.archive.rows import Rows, Sorter, lots
from claims.archive.shelf import Shelf
from claims.archive.spelling import spelled
from claims.archive.writing import Runs
from claims.estimate.answers import answers
from claims.estimate.blocks import Block, Floats, Ints, cut, drawn
from claims.estimate.intake import Part, Places, is_copied, numbered, standing
from claims.estimate.scale import Scale, columns, count, no_values, unusable
from claims.estimate.weighing import Sum, Weighed, total
from sources.errors import shown
from sources.jsonl import BadLine
from sources.observations import Span, read_observations
from sources.observations.arrays import array_of, column_of

LOTS_A_PART = 4
"""Rows are sorted into parts whenever a part's worth of bytes, divided by this, has come together."""
MOST_BAD = 1_000
"""So many bad lines are kept word for word: the first of the file."""


@dataclass(frozen=True, slots=True)
class Bad:
    """The bad lines: the first word for word, all of them counted."""

    first: tuple[BadLine, ...] = ()
    count: int = 0

    def __add__(self, other: Bad) -> Bad:
        return Bad(_first((*self.first, *other.first)), self.count + other.count)


def _first(lines: Iterable[BadLine]) -> tuple[BadLine, ...]:
    return tuple(nsmallest(MOST_BAD, lines, key=lambda line: (line.number, line.reason)))


@dataclass(frozen=True, slots=True)
class Room:
    """The shelves of one run."""

    rows: Rows
    standing: Shelf[Part]
    blocks: Shelf[list[Block]]
    values: Runs

    @staticmethod
    def made(parts: int, folder: Path | None, *, part_bytes: int) -> Room:
        """Empty shelves; in memory without a folder."""
        return Room(
            Rows(parts, folder, part_bytes // LOTS_A_PART, []),
            Shelf(folder, "standing"),
            Shelf(folder, "blocks"),
            Runs(folder),
        )


@dataclass(slots=True)
class Names:
    """What rows are about: how many they are, who speaks, of what, and who copies from whom."""

    observations: int = 0
    sources: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    copies: set[tuple[str, str]] = field(default_factory=set)

    def add(self, rows: pa.Table) -> None:
        """Takes more rows into account."""
        source = rows["source"].combine_chunks()
        self.observations += len(rows)
        self.sources.update(source.dictionary.to_pylist())
        named = "attribute" in rows.column_names
        self.attributes.update(rows["attribute"].combine_chunks().dictionary.to_pylist() if named else [""])
        if "copied_from" in rows.column_names:
            self.copies.update(_copies(source, rows["copied_from"].combine_chunks()))

    def __or__(self, other: Names) -> Names:
        return Names(
            self.observations + other.observations,
            self.sources | other.sources,
            self.attributes | other.attributes,
            self.copies | other.copies,
        )


def _copies(source: pa.DictionaryArray, copied: pa.DictionaryArray) -> Iterator[tuple[str, str]]:
    """Who says something of whose; of nobody's, if the name is blank."""
    names, copies = source.dictionary.to_pylist(), copied.dictionary.to_pylist()
    pairs = np.unique(array_of(source.indices).astype(np.int64) * len(copies) + array_of(copied.indices))
    for pair in pairs.tolist():
        name = copies[pair % len(copies)]
        yield names[pair // len(copies)], name if is_copied(name) else ""


def read_span(reader: int, *, spans: Sequence[Span | None], path: Path, room: Room) -> tuple[Names, Bad]:
    """Takes the rows of a span in and sorts them into parts."""
    names, bad = Names(), Bad()
    waiting: list[BadLine] = []
    with Sorter(room.rows, reader, names.add) as sorter:
        for found in read_observations(path, spans[reader]):
            if isinstance(found, BadLine):
                waiting.append(found)
                if len(waiting) > MOST_BAD:
                    bad, waiting = bad + Bad(tuple(waiting), len(waiting)), []
            else:
                sorter.add(found)
    return names, bad + Bad(tuple(waiting), len(waiting))


@dataclass(frozen=True, slots=True)
class Counted:
    """What a part holds: how its attributes' values are written, what each source says, and so on."""

    written: Ints
    said: Ints
    undated: int
    rows: int
    kept: int

    def __add__(self, other: Counted) -> Counted:
        return Counted(
            self.written + other.written,
            self.said + other.said,
            self.undated + other.undated,
            self.rows + other.rows,
            self.kept + other.kept,
        )


def no_count(sources: int, attributes: int) -> Counted:
    """Nothing counted yet."""
    return Counted(no_values(attributes), np.zeros(sources, dtype=np.int64), 0, 0, 0)


def stand(part: int, *, room: Room, sources: list[str], attributes: list[str], origin: Places) -> Counted:
    """Numbers the rows of a part, and keeps each origin's last word."""
    rows = room.rows.of(part)
    if rows is None:
        return no_count(len(sources), len(attributes))
    read = numbered(rows, _places(sources), _places(attributes))
    del rows
    kept = standing(read, origin)
    room.standing.put(part, kept)
    said = np.bincount(read.source, minlength=len(sources))
    return Counted(count(kept, len(attributes)), said, read.undated, len(read.source), len(kept.source))


def _places(names: list[str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(names)}


def compare(
    part: int, *, room: Room, path: Path, attributes: list[str], scale: Scale, share: float
) -> tuple[Bad, list[Block]]:
    """Brings the values of a part to the unit of their attribute, and sorts them.

    Gives the rows that can't be compared, and that share of the blocks with which the rounds begin.
    """
    kept = room.standing.get(part)
    compared = columns(kept, scale)
    blocks = cut(compared)
    room.blocks.put(part, blocks)
    bad = _unusable(kept, scale, attributes, str(path))
    return bad, blocks if share >= 1 else cut(drawn(compared, lots(kept.objects)[kept.thing], share))


def _unusable(part: Part, scale: Scale, attributes: list[str], file: str) -> Bad:
    rows = unusable(part, scale)
    first = rows[np.argsort(part.line[rows], kind="stable")][:MOST_BAD]
    texts = part.texts.take(column_of(part.value[first])).to_pylist()
    names = [shown(attributes[place]) for place in part.attribute[part.item[first]].tolist()]
    lines = part.line[first].tolist()
    told = zip(lines, texts, names, strict=True)
    return Bad(tuple(BadLine(file, line, _no_number(text, name)) for line, text, name in told), len(rows))


def _no_number(text: str, name: str) -> str:
    what = f"the values of {name} are" if name else "the other values are"
    return f"{text if len(text) <= 40 else f'{text[:40]}…'!r} is no number, as {what}"


def total_of(part: int, *, room: Room, work: Callable[[Block], Sum], nothing: Sum) -> Sum:
    """The sum of what the work gives for each block of a part."""
    return total(work, room.blocks.get(part), nothing)


def answer(part: int, *, room: Room, weighed: Weighed, attributes: list[str], scale: Scale) -> Floats:
    """Settles the values of a part; how often each source agrees, and with how many."""
    kept, blocks = room.standing.take(part), room.blocks.take(part)
    found = [answers(block, weighed) for block in blocks]
    room.values.put(part, spelled(kept, found, attributes, scale))
    none = np.zeros((2, len(weighed.honesty)))
    return sum((np.stack((one.agreed, one.seen)) for one in found), none)
