"""Observations from a Parquet file, a batch of rows at a time. Every value is taken as it is written out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from sources.errors import Broken
from sources.jsonl import BadLine
from sources.observations.arrays import column_of
from sources.observations.opened import opened
from sources.observations.rows import encoded, places, usable
from sources.observations.spans import Span

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

ROWS_AT_ONCE = 1 << 16


def read(path: Path, span: Span | None) -> Iterator[pa.RecordBatch | BadLine]:
    """The rows of a file, or of the row groups of a span."""
    name = str(path)
    with opened(path) as file:
        parquet = _parquet(name, file)
        columns = {
            known: parquet.schema_arrow.names[place] for known, place in _places(name, parquet).items()
        }
        groups = range(parquet.num_row_groups)
        row = 1
        if span is not None:
            groups, row = range(span.start, span.end), span.line
        wanted = parquet.iter_batches(ROWS_AT_ONCE, row_groups=list(groups), columns=list(columns.values()))
        for batch in _unspoiled(name, wanted):
            texts = {known: _text(name, known, batch[column]) for known, column in columns.items()}
            texts["line"] = column_of(np.arange(row, row + batch.num_rows, dtype=np.int64))
            row += batch.num_rows
            yield from usable(name, pa.RecordBatch.from_pydict(texts), row="row")


def check_header(path: Path) -> None:
    """Raises a `SourceError` where a column is missing or can't be written out."""
    with opened(path) as file:
        parquet = _parquet(str(path), file)
        for column, place in _places(str(path), parquet).items():
            _text(str(path), column, pa.array([], parquet.schema_arrow.field(place).type))


def spans(path: Path) -> list[Span]:
    """Every row group as a span of its own."""
    with opened(path) as file:
        parquet = _parquet(str(path), file)
        found, row = [], 1
        for group in range(parquet.num_row_groups):
            found.append(Span(group, group + 1, row, inside=False))
            row += parquet.metadata.row_group(group).num_rows
        return found


def text_bytes(path: Path) -> int:
    """About how many bytes the rows take, unpacked."""
    with opened(path) as file:
        metadata = _parquet(str(path), file).metadata
        return sum(metadata.row_group(group).total_byte_size for group in range(metadata.num_row_groups))


def _parquet(name: str, file: BinaryIO) -> ParquetFile:
    import pyarrow.parquet as pq  # only here, so that CSV does not wait for it

    try:
        return pq.ParquetFile(file)
    except (pa.ArrowInvalid, OSError) as error:
        raise _damaged(name) from error


def _unspoiled(name: str, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    try:
        yield from batches
    except (pa.ArrowInvalid, OSError) as error:
        raise _damaged(name) from error


def _damaged(name: str) -> Broken:
    return Broken(name, "is a damaged Parquet file", next_step="write it again")


def _places(name: str, parquet: ParquetFile) -> dict[str, int]:
    return places(name, parquet.schema_arrow.names, where="among its columns")


def _text(name: str, column: str, cells: pa.Array) -> pa.DictionaryArray:
    """What stands in the cells, written out; nothing where they are empty."""
    try:
        return encoded(pc.fill_null(pc.cast(cells, pa.string()), ""))
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
        reason = f"holds {cells.type} in the column {column}"
        raise Broken(name, reason, next_step="write that column as text or numbers") from error
