"""The steps of an estimation, one after the other; each leaves what the next needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial, reduce
from operator import or_
from pathlib import Path

import numpy as np

from claims.archive.engine import Engine
from claims.archive.record import Choice, Estimation
from claims.archive.stages import (
    Bad,
    Counted,
    Names,
    Room,
    answer,
    compare,
    no_count,
    read_span,
    stand,
    total_of,
)
from claims.archive.writing import write_sources, write_values
from claims.estimate import starts
from claims.estimate.blocks import Block, Floats
from claims.estimate.intake import NOT_COPIED, Places, origins
from claims.estimate.scale import Scale, scale
from claims.estimate.weighing import Sum, Weighed, weigh
from sources.errors import NoText, shown
from sources.observations import Span

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file is worked on: by which engine, on which shelves, read in which spans."""

    path: Path
    engine: Engine
    room: Room
    spans: Sequence[Span | None]


@dataclass(frozen=True, slots=True)
class Archive:
    """What is known of all rows together before they are weighed. `parts` are those that hold any."""

    observations: int
    sources: list[str]
    attributes: list[str]
    origin: Places
    counted: Counted
    parts: list[int]
    scale: Scale


def run(place: Place, out: Path, sources: Path | None, *, say: Say) -> Estimation:
    """Reads, weighs and writes."""
    say(f"reading {place.path.name}")
    archive, bad = _taken_in(place)
    say(f"sorting {archive.observations:,} observations")
    sample, more = _compared(place, archive)
    say(f"weighing {len(archive.sources):,} sources")
    weighed = weigh(_Shelved(place, archive.parts), archive.scale.slots, len(archive.sources), sample=sample)
    say("settling and writing the values")
    agreed, seen = _answered(place, archive, weighed)
    values = write_values(out, [place.room.values.get(part) for part in archive.parts])
    if sources is not None:
        said, origin = archive.counted.said, archive.origin
        write_sources(sources, archive.sources, weighed, said=said, agreed=agreed, seen=seen, origin=origin)
    bad = bad + more
    return Estimation(
        observations=archive.observations,
        values=values,
        sources=len(archive.sources),
        choices=tuple(_choices(archive, weighed)),
        remarks=tuple(_remarks(archive)),
        bad=bad.first,
        bad_lines=bad.count,
    )


def _taken_in(place: Place) -> tuple[Archive, Bad]:
    """Reads all rows, numbers them, and keeps each origin's last word."""
    read = partial(read_span, spans=place.spans, path=place.path, room=place.room)
    found = list(place.engine.each(read, range(len(place.spans))))
    names = reduce(or_, (names for names, _ in found), Names())
    if not names.observations:
        raise NoText(str(place.path), "holds no observation", next_step="give rows below the header")
    sources = sorted(names.sources | {copied for _, copied in names.copies if copied})
    attributes = sorted(names.attributes)
    origin = _origins(names.copies, sources)
    work = partial(stand, room=place.room, sources=sources, attributes=attributes, origin=origin)
    parts = range(place.room.rows.parts)
    counts = list(place.engine.each(work, parts))
    counted = sum(counts, no_count(len(sources), len(attributes)))
    filled = [part for part, count in zip(parts, counts, strict=True) if count.rows]
    scaled = scale(counted.written, attributes)
    archive = Archive(names.observations, sources, attributes, origin, counted, filled, scaled)
    return archive, sum((bad for _, bad in found), Bad())


def _origins(copies: Iterable[tuple[str, str]], sources: list[str]) -> Places:
    number = {name: place for place, name in enumerate(sources)}
    pairs = ((number[source], number[copied] if copied else NOT_COPIED) for source, copied in copies)
    return origins(pairs, len(sources))


def _compared(place: Place, archive: Archive) -> tuple[list[Block], Bad]:
    """Sorts the values into blocks; gives those with which the rounds begin, and the rows left out."""
    share = starts.share(archive.counted.kept, len(archive.sources))
    work = partial(
        compare,
        room=place.room,
        path=place.path,
        attributes=archive.attributes,
        scale=archive.scale,
        share=share,
    )
    sample: list[Block] = []
    bad = Bad()
    for found, blocks in place.engine.each(work, archive.parts):
        sample += blocks
        bad = bad + found
    return sample, bad


@dataclass(frozen=True, slots=True)
class _Shelved:
    """The blocks on the shelves."""

    place: Place
    parts: list[int]

    def total(self, work: Callable[[Block], Sum], nothing: Sum) -> Sum:
        """The sum of what the work gives for each block."""
        of_part = partial(total_of, room=self.place.room, work=work, nothing=nothing)
        return self.place.engine.total(of_part, self.parts, nothing)


def _answered(place: Place, archive: Archive, weighed: Weighed) -> Floats:
    """Settles every value; how often each source agrees, and with how many."""
    work = partial(
        answer, room=place.room, weighed=weighed, attributes=archive.attributes, scale=archive.scale
    )
    return place.engine.total(work, archive.parts, np.zeros((2, len(archive.sources))))


def _choices(archive: Archive, weighed: Weighed) -> Iterable[Choice]:
    for place, name in enumerate(archive.attributes):
        chosen = weighed.chosen[archive.scale.slot[place]]
        yield Choice(shown(name), chosen.method, chosen.why)


def _remarks(archive: Archive) -> Iterable[str]:
    for place, name in enumerate(archive.attributes):
        words, rows = int(archive.scale.words[place]), int(archive.scale.rows[place])
        if 0 < words < rows:
            what = f"{shown(name) or 'the column value'} holds numbers and words"
            if archive.scale.numeric[place]:
                yield f"{what}: {words:,} of {rows:,} values are no numbers and are left out"
            else:
                yield f"{what}: {rows - words:,} of {rows:,} values are numbers; all are taken as words"
    aside = archive.counted.rows - archive.counted.kept
    if aside:
        yield f"{aside:,} rows are set aside: their source says the same again, or something later"
    if archive.counted.undated:
        yield f"{archive.counted.undated:,} rows have a time that can't be read, and count as undated"
