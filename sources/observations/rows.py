"""The columns of a file of observations, and which of its rows say something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from sources.errors import Broken
from sources.jsonl import BadLine
from sources.observations.arrays import array_of, column_of

REQUIRED = ("source", "object", "value")
OPTIONAL = ("attribute", "time", "copied_from")
COLUMNS = REQUIRED + OPTIONAL
BEGIN = "source,object,value and, if known, attribute,time,copied_from"


def places(name: str, names: Sequence[str], *, where: str) -> dict[str, int]:
    """Where each known column stands; another column is no harm. Raises `Broken`."""
    names = [column.strip().lower() for column in names]
    missing = [column for column in REQUIRED if column not in names]
    if missing and len(names) == 1 and any(mark in names[0] for mark in ";\t|"):
        raise Broken(name, "has no commas between its columns", next_step="save it with commas between them")
    if missing:
        reason = f"has no column {' and no column '.join(missing)} {where}"
        raise Broken(name, reason, next_step=f"begin with {BEGIN}")
    twice = next((column for column in COLUMNS if names.count(column) > 1), None)
    if twice:
        raise Broken(name, f"has the column {twice} twice", next_step="keep one of them")
    return {column: names.index(column) for column in COLUMNS if column in names}


def usable(name: str, batch: pa.RecordBatch, *, row: str = "line") -> Iterator[pa.RecordBatch | BadLine]:
    """The rows that say something, and the others as bad lines."""
    blank = [_blank(batch[column]) for column in REQUIRED]
    bad = pc.or_(pc.or_(blank[0], blank[1]), blank[2])
    if bad.true_count:
        for place in pc.indices_nonzero(bad).to_pylist():
            first = next(
                column for column, cells in zip(REQUIRED, blank, strict=True) if cells[place].as_py()
            )
            yield BadLine(name, batch["line"][place].as_py(), f"has no {first}", unit=row)
        batch = _without(batch, bad)
    if batch.num_rows:
        yield batch


def _without(batch: pa.RecordBatch, bad: pa.BooleanArray) -> pa.RecordBatch:
    """The other rows, and only the texts that stand in them."""
    kept = batch.filter(pc.invert(bad))
    columns = {name: encoded(kept[name].dictionary_decode()) for name in kept.schema.names if name != "line"}
    return pa.RecordBatch.from_pydict(columns | {"line": kept["line"]})


def encoded(texts: pa.Array) -> pa.DictionaryArray:
    """Texts as places among the different ones, as which all columns but `line` come."""
    return texts if pa.types.is_dictionary(texts.type) else texts.dictionary_encode()


def _blank(cells: pa.DictionaryArray) -> pa.BooleanArray:
    texts = cells.dictionary
    blank = pc.or_(pc.utf8_is_space(texts), column_of(array_of(pc.binary_length(texts)) == 0))
    if not blank.true_count:
        return column_of(np.zeros(len(cells), dtype=bool))
    return blank.take(cells.indices)
