"""What many sources say of many things, read from a CSV or Parquet file a batch of rows at a time.

Nothing is judged here: a row that can't be used comes out as a value that names its line and the
reason, and the rest goes on. The file is never held as a whole. Needs pyarrow (the extra `archive`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from sources.jsonl import BadLine
from sources.observations import columnar, separated
from sources.observations.opened import is_parquet
from sources.observations.spans import Span, Survey, spans, survey

__all__ = [
    "Span",
    "Survey",
    "check_header",
    "is_parquet",
    "read_observations",
    "row_groups",
    "spans",
    "survey",
    "text_bytes",
]

row_groups = columnar.spans


def read_observations(path: Path, span: Span | None = None) -> Iterator[pa.RecordBatch | BadLine]:
    """The rows of a file, or of one span of it, in batches, with the rows that can't be used between.

    A batch holds the columns of `rows.COLUMNS` that the file has, as encoded text, and `line`, where
    each row begins. Raises a `SourceError` where the file can't be opened, is empty or lacks a column.
    """
    if is_parquet(path):
        return columnar.read(path, span)
    return separated.read(path, span)


def check_header(path: Path) -> None:
    """Raises a `SourceError` where the file can't be opened, is empty or lacks a column."""
    (columnar if is_parquet(path) else separated).check_header(path)


def text_bytes(path: Path) -> int:
    """About how many bytes the rows take as text; 0 where that can't be told."""
    try:
        return columnar.text_bytes(path) if is_parquet(path) else path.stat().st_size
    except OSError:
        return 0
