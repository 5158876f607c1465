"""The result as CSV files, in the order of their names, so that the order of the input changes nothing."""

from __future__ import annotations

import csv
import heapq
import marshal
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.estimate import vote
from claims.estimate.blocks import Floats, Ints
from claims.estimate.weighing import Weighed

ValueRow = tuple[str, ...]

VALUES = ("object", "attribute", "value", "low", "high", "support", "conflict")
SOURCES = ("source", "weight", "observations", "agreement", "weight_low", "weight_high", "compared")
BATCH = 10_000


class SourceSums:
    """How many observations each source has, and how many of those agree with what was settled."""

    def __init__(self, said: Ints) -> None:
        self.said = said
        self.agreed = np.zeros(len(said))
        self.seen = np.zeros(len(said))

    def add(self, agreed: Floats, seen: Floats) -> None:
        """Adds those of a block."""
        self.agreed += agreed
        self.seen += seen


def write_values(out: Path, parts: Iterable[list[ValueRow]], *, folder: Path | None) -> int:
    """Writes the values and says how many; with a folder, parts wait there until all are merged."""
    runs: list[Iterable[ValueRow]] = []
    for number, rows in enumerate(parts):
        rows.sort()
        runs.append(rows if folder is None else _kept(rows, folder / f"values-{number}"))
    merged = runs[0] if len(runs) == 1 else heapq.merge(*runs)
    return _write(out, VALUES, merged)


def write_sources(
    out: Path, names: list[str], weighed: Weighed, sums: SourceSums, origin: NDArray[np.int32]
) -> None:
    """Writes the sources; one whose every row is copied from another has that one's weight."""
    rows = (
        (name, *_weight(weighed, int(origin[place]), int(sums.said[place]), sums))
        for place, name in enumerate(names)
    )
    _write(out, SOURCES, sorted(rows))


def _weight(weighed: Weighed, source: int, said: int, sums: SourceSums) -> ValueRow:
    """A share between 0 and 1: how often it is right; for measurements, a half is as close as usual."""
    seen = sums.seen[source]
    agreement = f"{sums.agreed[source] / seen:.4f}" if seen else ""
    compared, weight = weighed.compared[source] / vote.ONE, float(weighed.honesty[source])
    if not compared:
        compared = weighed.measured[source]
        close = weighed.closeness[source] / vote.ONE
        weight = float(close / (1 + close))
    if not compared:
        return ("", str(said), agreement, "", "", "0")
    reach = 1.645 * (weight * (1 - weight) / (compared + 6)) ** 0.5
    low, high = max(weight - reach, 0.0), min(weight + reach, 1.0)
    return (f"{weight:.4f}", str(said), agreement, f"{low:.4f}", f"{high:.4f}", f"{compared:.0f}")


def _kept(rows: list[ValueRow], path: Path) -> Iterator[ValueRow]:
    """The rows again, in batches from disk."""
    with path.open("wb") as file:
        for start in range(0, len(rows), BATCH):
            marshal.dump(rows[start : start + BATCH], file)
    return _again(path)


def _again(path: Path) -> Iterator[ValueRow]:
    with path.open("rb") as file:
        while True:
            try:
                batch: list[ValueRow] = marshal.load(file)
            except EOFError:
                return
            yield from batch


def _write(out: Path, header: ValueRow, rows: Iterable[ValueRow]) -> int:
    """Under a temporary name first, so that no half a file is ever seen."""
    waiting = out.with_name(f".{out.name}.part")
    try:
        with waiting.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow(header)
            count = 0
            for row in rows:
                table.writerow(row)
                count += 1
        waiting.replace(out)
    finally:
        waiting.unlink(missing_ok=True)
    return count
