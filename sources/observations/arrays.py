"""Columns of Arrow as arrays of numpy and back, without a copy.

Arrow's own ways import pandas wherever it is installed, which takes longer than reading a million rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray


def array_of(cells: pa.Array) -> NDArray[Any]:
    """The numbers or flags of a column that has no nulls; they can't be changed."""
    if pa.types.is_boolean(cells.type):
        return array_of(pc.cast(cells, pa.uint8())).view(np.bool_)
    if not len(cells):
        return np.zeros(0, dtype=cells.type.to_pandas_dtype())
    numbers = np.frombuffer(cells.buffers()[1], dtype=cells.type.to_pandas_dtype())
    return numbers[cells.offset : cells.offset + len(cells)]


def column_of(numbers: NDArray[Any]) -> pa.Array:
    """Numbers or flags as a column."""
    if numbers.dtype == np.bool_:
        return pc.cast(column_of(numbers.view(np.uint8)), pa.bool_())
    numbers = np.ascontiguousarray(numbers)
    kind = pa.from_numpy_dtype(numbers.dtype)
    return pa.Array.from_buffers(kind, len(numbers), [None, pa.py_buffer(numbers)])


def texts_of(texts: Iterable[str]) -> pa.StringArray:
    """Texts as a column."""
    letters = [text.encode() for text in texts]
    ends = np.cumsum([0, *map(len, letters)], dtype=np.int32)
    return pa.StringArray.from_buffers(len(letters), pa.py_buffer(ends), pa.py_buffer(b"".join(letters)))


def text_of(text: str) -> pa.StringScalar:
    """One text, to be set against a column."""
    return texts_of([text])[0]
