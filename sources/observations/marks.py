"""Where the rows of a chunk of CSV begin and end, by its quotation marks.

A mark is regular if it opens a field at the field's beginning, closes it at its end, or is doubled
within one. Only then do all readers of CSV agree on what is a row.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_MARK, _COMMA, _BREAK, _RETURN = b'",\n\r'


@dataclass(frozen=True, slots=True)
class Marks:
    """What the marks of a chunk tell. `first_lines` is the line on which each row begins, from 0;
    `None` where the marks are not regular."""

    lines: int
    first_lines: NDArray[np.int64] | None


def marks_of(chunk: bytes) -> Marks:
    """The rows of a chunk that begins with one."""
    letters = np.frombuffer(chunk, np.uint8)
    # Where breaks are many this counts them faster than `bytes.count`.
    lines = int(np.count_nonzero(letters == _BREAK)) + (not chunk.endswith(b"\n"))
    if b"\r" in chunk and has_lone_return(letters):
        return Marks(lines, None)
    if b'"' not in chunk:
        return Marks(lines, np.arange(lines, dtype=np.int64))
    marks = np.flatnonzero(letters == _MARK)
    breaks = np.flatnonzero(letters == _BREAK)
    if len(marks) % 2 or not is_regular(letters, marks):
        return Marks(lines, None)
    ends = np.flatnonzero(np.searchsorted(marks, breaks) % 2 == 0)
    first = np.concatenate(([0], ends + 1))
    return Marks(lines, first[first < lines])


def has_lone_return(letters: NDArray[np.uint8]) -> bool:
    """Whether some carriage return is followed by something else than a line break; the last may be."""
    returns = letters == _RETURN
    pairs = returns[:-1] & (letters[1:] == _BREAK)
    return bool(np.count_nonzero(returns) != np.count_nonzero(pairs) + returns[-1])


def is_regular(letters: NDArray[np.uint8], marks: NDArray[np.int64], *, inside: bool = False) -> bool:
    """Whether every mark opens a field, closes it or is doubled; a field may be open at the beginning."""
    opening, closing = marks[inside::2], marks[not inside :: 2]
    before, after = letters[opening - 1], letters[np.minimum(closing + 1, len(letters) - 1)]
    opens = (opening == 0) | (before == _COMMA) | (before == _BREAK) | (before == _MARK)
    closes = (closing == len(letters) - 1) | (after == _COMMA) | (after == _BREAK)
    return bool(np.all(opens) and np.all(closes | (after == _RETURN) | (after == _MARK)))
