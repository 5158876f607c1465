"""The result as CSV files, in the order of their names, so that the order of the input changes nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from claims.archive.spelling import VALUES, shares
from claims.estimate import vote
from claims.estimate.blocks import Floats, Ints
from claims.estimate.intake import Places
from claims.estimate.weighing import Weighed
from sources.observations.arrays import column_of, text_of, texts_of

SOURCES = ("source", "weight", "observations", "agreement", "weight_low", "weight_high", "compared")
ROWS_AT_ONCE = 1 << 18
_MARKED = (b'"', b",", b"\r", b"\n")


class Runs:
    """The sorted values of each part: in memory, or in a folder."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._held: dict[int, pa.Table] = {}

    def put(self, part: int, values: pa.Table) -> None:
        """Keeps the values of a part."""
        if self._folder is None:
            self._held[part] = values
            return
        with pa.ipc.new_file(str(self._file(part)), values.schema) as file:
            file.write_table(values)

    def get(self, part: int) -> pa.Table:
        """The values of a part; from a folder only what is looked at is read."""
        if self._folder is None:
            return self._held[part]
        return pa.ipc.open_file(pa.memory_map(str(self._file(part)))).read_all()

    def _file(self, part: int) -> Path:
        assert self._folder is not None
        return self._folder / f"values-{part}"


def write_values(out: Path, runs: list[pa.Table]) -> int:
    """Merges the values of all parts, writes them, and says how many they are."""
    _write(out, VALUES, _merged(runs))
    return sum(run.num_rows for run in runs)


def _merged(runs: list[pa.Table]) -> Iterator[pa.Table]:
    """All rows in order, a range of names after the other."""
    if len(runs) == 1:
        yield from (runs[0].slice(start, ROWS_AT_ONCE) for start in range(0, runs[0].num_rows, ROWS_AT_ONCE))
        return
    starts = [0] * len(runs)
    for name in (*_borders(runs), None):
        ends = [run.num_rows if name is None else _before(run["object"], name) for run in runs]
        pieces = [run.slice(start, end - start) for run, start, end in zip(runs, starts, ends, strict=True)]
        yield pa.concat_tables(pieces).sort_by([("object", "ascending"), ("attribute", "ascending")])
        starts = ends


def _borders(runs: list[pa.Table]) -> list[str]:
    """Names between which about so many rows lie as are sorted at once."""
    step = max(ROWS_AT_ONCE // len(runs), 1)
    names = [run["object"][place].as_py() for run in runs for place in range(step - 1, run.num_rows, step)]
    return sorted(names, key=str.encode)[len(runs) - 1 :: len(runs)]


def _before(names: pa.ChunkedArray, name: str) -> int:
    """How many of the sorted names come before one. Arrow sorts by the bytes of UTF-8."""
    return bisect_left(range(len(names)), name.encode(), key=lambda place: names[place].as_py().encode())


def write_sources(
    out: Path, names: list[str], weighed: Weighed, *, said: Ints, agreed: Floats, seen: Floats, origin: Places
) -> None:
    """Writes the sources; one whose every row is copied from another has that one's weight."""
    weight, compared = (column[origin] for column in _weights(weighed))
    reach = 1.645 * np.sqrt(weight * (1 - weight) / (compared + 6))
    told = np.where(compared > 0, 1.0, np.nan)
    agreement = np.divide(agreed, seen, out=np.full(len(seen), np.nan), where=seen > 0)[origin]
    columns = [
        texts_of(names),
        shares(weight * told),
        _counts(said),
        shares(agreement),
        shares(np.maximum(weight - reach, 0) * told),
        shares(np.minimum(weight + reach, 1) * told),
        _counts(np.rint(compared).astype(np.int64)),
    ]
    _write(out, SOURCES, iter([pa.table(columns, names=SOURCES)]))


def _counts(count: Ints) -> pa.StringArray:
    return pc.cast(column_of(count), pa.string())


def _weights(weighed: Weighed) -> tuple[Floats, Floats]:
    """A share between 0 and 1 for each source, and on how many items it rests.

    It is how often the source is right; for measurements, a half is as close as usual.
    """
    compared = weighed.compared / vote.ONE
    close = weighed.closeness / vote.ONE
    voted = compared > 0
    return (
        np.where(voted, weighed.honesty, close / (1 + close)),
        np.where(voted, compared, weighed.measured),
    )


def _write(out: Path, header: tuple[str, ...], tables: Iterator[pa.Table]) -> None:
    """Under a temporary name first, so that no half a file is ever seen."""
    waiting = out.with_name(f".{out.name}.part")
    try:
        with waiting.open("wb") as file:
            file.write(",".join(header).encode() + b"\n")
            for table in tables:
                file.write(_lines(table))
        waiting.replace(out)
    finally:
        waiting.unlink(missing_ok=True)


def _lines(table: pa.Table) -> bytes:
    """The rows as lines of CSV."""
    *columns, last = (_cells(table[name].combine_chunks()) for name in table.column_names)
    ended = _joined(last, text_of("\n"), between="")
    return _letters(_joined(*columns, ended, between=","))


def _joined(*texts: pa.StringArray | pa.StringScalar, between: str) -> pa.StringArray:
    """Texts side by side; null is empty."""
    return pc.binary_join_element_wise(*texts, text_of(between), null_handling="replace", null_replacement="")


def _cells(column: pa.StringArray) -> pa.StringArray:
    """Cells as they stand in CSV, in quotation marks where they need them."""
    letters = _letters(column)
    if not any(mark in letters for mark in _MARKED):
        return column  # Found at once; looking at each cell takes much longer.
    needed = pc.match_substring_regex(column, r'[",\r\n]')
    if not needed.true_count:
        return column
    doubled = pc.replace_substring(column, '"', '""')
    quoted = pc.binary_join_element_wise(text_of('"'), doubled, text_of('"'), text_of(""))
    return pc.if_else(needed, quoted, column)


def _letters(texts: pa.StringArray) -> bytes:
    """All texts one after the other."""
    _, offsets, letters = texts.buffers()
    if letters is None:
        return b""
    ends = np.frombuffer(offsets, np.int32)
    start, end = int(ends[texts.offset]), int(ends[texts.offset + len(texts)])
    found: bytes = letters.slice(start, end - start).to_pybytes()
    return found
