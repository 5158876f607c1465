"""What settling an archive costs: beside sorting the same arrays once, and beside reading the file.

Each measurement is a process of its own, run at both sizes, so that peak memory and growth are
those of the work. Needs the extra `archive`; what Spark costs is measured in `spark`.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from benchmarks.observations import write
from benchmarks.ratios import Ratio, cpu_and_memory_of

OBSERVATIONS = 10_000_000
ROWS = 1_000_000
SOURCES = 10_000
AN_ITEM = 10


def measure() -> Iterator[Ratio]:
    """CPU seconds, and bytes an observation above the input; the file holds strings."""
    ours, sorting, extra = _fused(OBSERVATIONS)
    half = _fused(OBSERVATIONS // 2)[0]
    yield Ratio(f"fusing {OBSERVATIONS:,} observations beside sorting them", ours, sorting, most=2.5)
    yield Ratio("memory above the input", extra, 1, most=60, unit="bytes an observation")
    yield Ratio("twice the observations", ours, half, most=2.2)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "observations.csv"
        write(file, ROWS)
        settled = cpu_and_memory_of([sys.executable, "-m", __name__, "settle", str(file)])[0]
        reading = cpu_and_memory_of([sys.executable, "-m", __name__, "read", str(file)])[0]
        yield Ratio(f"a file of {ROWS:,} rows, end to end, beside reading it", settled, reading, most=2.5)


def _fused(observations: int) -> tuple[float, float, float]:
    """CPU of the fusion and of the sort, and memory above the input."""
    with TemporaryDirectory() as folder:
        result = Path(folder) / "result"
        command = [sys.executable, "-m", __name__, "fuse", str(observations), str(result)]
        cpu_and_memory_of(command)
        ours, sorting, extra = map(float, result.read_text().split())
    return ours, sorting, extra


def fuse(observations: int, result: Path) -> None:
    """Fuses made-up observations in ten rounds, then sorts the same arrays once."""
    import numpy as np

    from claims.estimate import starts
    from claims.estimate.answers import answers
    from claims.estimate.blocks import SCATTER, Columns, cut, drawn
    from claims.estimate.weighing import Held, Slots, weigh

    chance = np.random.default_rng(1)
    items = observations // AN_ITEM
    truth = chance.integers(0, 100_000, items, dtype=np.int32)
    item = np.repeat(np.arange(items, dtype=np.int32), AN_ITEM)
    chance.shuffle(item)
    key = truth[item].astype(np.float64)
    for start in range(0, observations, 1 << 20):
        wrong = chance.random(min(1 << 20, observations - start)) < 0.3
        key[start : start + len(wrong)][wrong] = chance.integers(0, 100_000, int(wrong.sum()))
    source = chance.integers(0, SOURCES, observations, dtype=np.int32)
    columns = Columns(source, item, key, np.zeros(items, dtype=np.int64))
    before = _peak()
    started = process_time()
    blocks = cut(columns)
    lots = np.arange(items, dtype=np.uint32) * np.uint32(SCATTER)
    sample = cut(drawn(columns, lots, starts.share(observations, SOURCES)))
    weighed = weigh(Held(blocks), Slots((True,), np.array([0.5])), SOURCES, sample=sample)
    for block in blocks:
        answers(block, weighed)
    ours = process_time() - started
    extra = (_peak() - before) / observations
    del blocks
    started = process_time()
    np.lexsort((key, item))
    result.write_text(f"{ours} {process_time() - started} {extra}")


def settle(file: Path) -> None:
    """Settles a file, as `factdesk estimate` does."""
    from claims.archive import estimate_file

    estimate_file(file, file.with_name("values.csv"))


def read(file: Path) -> None:
    """Reads a file with the csv module and does nothing with it."""
    with file.open(newline="", encoding="utf-8") as text:
        for _ in csv.reader(text):
            pass


def _peak() -> int:
    """Peak memory of this process in bytes."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["fuse", observations, result]:
            fuse(int(observations), Path(result))
        case ["settle", file]:
            settle(Path(file))
        case ["read", file]:
            read(Path(file))
