"""The rows of a file, sorted into parts while they are read.

An object's rows all go to one part, chosen by a checksum of its name, so that each part can be
worked on without the others.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from zlib import crc32

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from sources.observations.arrays import array_of, column_of

FEW = 8
"""A column in which a text stands in so many rows is kept as places among its texts."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Where the rows of each part are: in memory, for there is one part only, or in a folder.

    Into the files of their parts they are sorted whenever so many bytes of them have come together.
    """

    parts: int
    folder: Path | None
    bytes_at_once: int
    held: list[pa.Table]

    def put(self, table: pa.Table) -> None:
        """Keeps rows in memory."""
        self.held.append(table)

    def of(self, part: int) -> pa.Table | None:
        """The rows of a part, `None` if there are none; they are kept no longer."""
        tables = [pa.ipc.open_stream(file.read_bytes()).read_all() for file in self._files(part)]
        if len({table.schema for table in tables}) > 1:
            # Readers need not agree on what few texts are.
            tables = [_spelled_out(table, set(table.column_names) - {"line"}) for table in tables]
        tables += self.held
        self.held.clear()
        for file in self._files(part):
            file.unlink()
        return pa.concat_tables(tables) if tables else None

    def file(self, part: int, reader: int) -> Path:
        """Where the rows go that one reader finds for a part."""
        assert self.folder is not None
        return self.folder / f"rows-{part}-{reader}"

    def _files(self, part: int) -> list[Path]:
        return sorted(self.folder.glob(f"rows-{part}-*")) if self.folder else []


class Sorter:
    """Sorts the rows that one reader finds into parts, and lets somebody look at them, many at a time."""

    def __init__(self, rows: Rows, reader: int, look: Callable[[pa.Table], None]) -> None:
        self._rows = rows
        self._reader = reader
        self._look = look
        self._waiting: list[pa.RecordBatch] = []
        self._bytes = 0
        self._spelled: set[str] | None = None
        self._writers: dict[int, pa.ipc.RecordBatchStreamWriter] = {}
        self._open = ExitStack()

    def __enter__(self) -> Sorter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._sort()
        self._open.close()

    def add(self, batch: pa.RecordBatch) -> None:
        """Takes more rows."""
        self._waiting.append(batch)
        self._bytes += batch.nbytes
        if self._bytes > self._rows.bytes_at_once and self._rows.folder is not None:
            self._sort()

    def _sort(self) -> None:
        if not self._waiting:
            return
        table = pa.Table.from_batches(self._waiting)
        self._waiting.clear()
        self._bytes = 0
        self._look(table)
        if self._rows.folder is None:
            self._rows.put(table)
            return
        if self._spelled is None:
            self._spelled = _of_many_texts(table)
        part = np.concatenate([_parts(chunk, self._rows.parts) for chunk in table["object"].chunks])
        order = np.argsort(part, kind="stable")
        table = _spelled_out(table, self._spelled).take(column_of(order))
        ends = np.cumsum(np.bincount(part, minlength=self._rows.parts)).tolist()
        for number, (start, end) in enumerate(zip([0, *ends], ends, strict=False)):
            if start < end:
                self._writer(number, table.schema).write_table(table.slice(start, end - start))

    def _writer(self, part: int, schema: pa.Schema) -> pa.ipc.RecordBatchStreamWriter:
        if part not in self._writers:
            file = self._open.enter_context(self._rows.file(part, self._reader).open("wb"))
            self._writers[part] = self._open.enter_context(pa.ipc.new_stream(file, schema))
        return self._writers[part]


def _of_many_texts(table: pa.Table) -> set[str]:
    """The columns with so many different texts that every part would bring those of all others with it."""
    return {
        name
        for name in table.column_names
        if pa.types.is_dictionary(table[name].type)
        and sum(len(chunk.dictionary) for chunk in table[name].chunks) * FEW > len(table)
    }


def _spelled_out(table: pa.Table, columns: set[str]) -> pa.Table:
    """The rows with these columns as texts."""
    texts = [
        pc.cast(table[name], pa.string()) if name in columns else table[name] for name in table.column_names
    ]
    return pa.table(texts, names=table.column_names).unify_dictionaries()


def _parts(names: pa.DictionaryArray, parts: int) -> NDArray[np.uint16]:
    part: NDArray[np.uint16] = (lots(names.dictionary) % parts).astype(np.uint16)[array_of(names.indices)]
    return part


def lots(names: pa.StringArray) -> NDArray[np.uint32]:
    """For each name a number from 0 to 2 ** 32 that depends on it alone."""
    return np.array(list(map(crc32, pc.cast(names, pa.binary()).to_pylist())), dtype=np.uint32)
