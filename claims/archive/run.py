"""The steps of an estimation, one after the other; each leaves what the next needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from claims.archive.parts import Flat, Rows, Shelf
from claims.archive.record import Choice, Estimation
from claims.archive.spelling import Spelling
from claims.archive.writing import SourceSums, ValueRow, write_sources, write_values
from claims.estimate.answers import answers
from claims.estimate.blocks import Block, Ints, cut
from claims.estimate.intake import NOT_COPIED, Part, origins, standing
from claims.estimate.scale import PLACES, Scale, columns, count, scale, unusable
from claims.estimate.weighing import Weighed, each, weigh
from sources.errors import NoText, shown
from sources.jsonl import BadLine
from sources.observations import read_observations

MOST_PARTS = 500
MOST_BAD = 1_000
"""So many bad lines are kept word for word."""


class _Bad:
    """The bad lines: the first word for word, all of them counted."""

    def __init__(self) -> None:
        self.kept: list[BadLine] = []
        self.count = 0

    def add(self, line: BadLine) -> None:
        self.count += 1
        if len(self.kept) < MOST_BAD:
            self.kept.append(line)


def run(path: Path, out: Path, sources: Path | None, *, threads: int, part_bytes: int) -> Estimation:
    """Reads, weighs and writes."""
    bad = _Bad()
    with TemporaryDirectory(prefix="factdesk-") as folder:
        work = _Work(path, Path(folder), part_bytes, threads)
        work.read(bad)
        work.number()
        work.compare(bad)
        weighed = weigh(Flat(work.blocks), work.scale.slots, len(work.rows.sources), threads=threads)
        values = write_values(out, work.values(weighed), folder=work.folder)
        if sources is not None:
            write_sources(sources, work.names, weighed, work.sums, work.origin)
    return Estimation(
        observations=work.observations,
        values=values,
        sources=len(work.names),
        choices=tuple(_choices(work, weighed)),
        remarks=tuple(_remarks(work)),
        bad=tuple(sorted(bad.kept, key=lambda line: line.number)),
        bad_lines=bad.count,
    )


class _Work:
    """The parts of a file on their way from rows to values."""

    def __init__(self, path: Path, folder: Path, part_bytes: int, threads: int) -> None:
        self.path = path
        self.threads = threads
        parts = min(max(-(-_size(path) // part_bytes), 1), MOST_PARTS)
        self.folder = folder if parts > 1 else None
        self.rows = Rows(parts, folder)
        self.pairs: set[tuple[str, str]] = set()
        self.parts: Shelf[Part] = Shelf(self._room("parts"))
        self.standing: Shelf[Part] = Shelf(self._room("standing"))
        self.blocks: Shelf[list[Block]] = Shelf(self._room("blocks"))
        self.observations = 0
        self.undated = 0
        self.set_aside = 0

    def _room(self, name: str) -> Path | None:
        return self.folder / name if self.folder else None

    def read(self, bad: _Bad) -> None:
        """Takes every row in."""
        for batch in read_observations(self.path):
            if isinstance(batch, BadLine):
                bad.add(batch)
            else:
                self.observations += len(batch.lines)
                if batch.copied_from is not None:
                    self.pairs.update(zip(batch.source, batch.copied_from, strict=True))
                self.rows.add(batch)
        if not self.observations:
            raise NoText(str(self.path), "holds no observation", next_step="give rows below the header")

    def number(self) -> None:
        """Numbers sources, items and values, and keeps each origin's last word."""
        for intake in self.rows.intakes():
            self.parts.put(intake.part())
        numbers = self.rows.sources
        pairs = {
            (numbers[source], numbers[copied] if copied and not copied.isspace() else NOT_COPIED)
            for source, copied in self.pairs
        }
        self.names = [str(name) for name in numbers]
        self.origin = origins(pairs, len(self.names))
        self.counts: Ints = np.zeros((len(self.rows.attributes), PLACES + 1), dtype=np.int64)
        self.said = np.zeros(len(self.names), dtype=np.int64)
        for part in self.parts.taken():
            self.said += np.bincount(part.source, minlength=len(self.names))
            self.undated += part.undated
            self.set_aside += len(part.source)
            part = standing(part, self.origin)
            self.set_aside -= len(part.source)
            self.counts += count(part, len(self.rows.attributes))
            self.standing.put(part)
        self.sums = SourceSums(self.said)

    def compare(self, bad: _Bad) -> None:
        """Brings values to the unit of their attribute and sorts them."""
        self.attributes = [str(name) for name in self.rows.attributes]
        self.scale: Scale = scale(self.counts, self.attributes)
        for part in self.standing:
            for row in unusable(part, self.scale).tolist():
                text, attribute = part.texts[part.value[row]], part.attribute[part.item[row]]
                name = shown(self.attributes[attribute])
                what = f"the values of {name} are" if name else "the other values are"
                reason = f"{_short(text)} is no number, as {what}"
                bad.add(BadLine(str(self.path), int(part.line[row]), reason))
            self.blocks.put(cut(columns(part, self.scale)))

    def values(self, weighed: Weighed) -> Iterator[list[ValueRow]]:
        """The values of each part."""
        for part, blocks in zip(self.standing, self.blocks, strict=True):
            yield list(chain.from_iterable(self._part_values(part, blocks, weighed)))

    def _part_values(self, part: Part, blocks: list[Block], weighed: Weighed) -> Iterator[list[ValueRow]]:
        spelling = Spelling(part, self.attributes, self.scale)
        for found in each(blocks, partial(answers, weighed=weighed), self.threads):
            self.sums.add(found.agreed, found.seen)
            yield spelling.rows(found)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else f"{text[:40]}…")


def _choices(work: _Work, weighed: Weighed) -> Iterable[Choice]:
    for place in sorted(range(len(work.attributes)), key=work.attributes.__getitem__):
        chosen = weighed.chosen[work.scale.slot[place]]
        yield Choice(shown(work.attributes[place]), chosen.method, chosen.why)


def _remarks(work: _Work) -> Iterable[str]:
    for place, name in enumerate(work.attributes):
        words, rows = int(work.scale.words[place]), int(work.scale.rows[place])
        if 0 < words < rows:
            what = f"{shown(name) or 'the column value'} holds numbers and words"
            if work.scale.numeric[place]:
                yield f"{what}: {words:,} of {rows:,} values are no numbers and are left out"
            else:
                yield f"{what}: {rows - words:,} of {rows:,} values are numbers; all are taken as words"
    if work.set_aside:
        yield f"{work.set_aside:,} rows are set aside: their source says the same again, or something later"
    if work.undated:
        yield f"{work.undated:,} rows have a time that can't be read, and count as undated"
