"""What many sources say of many things, read from a CSV file a batch of rows at a time.

Nothing is judged here: a row that can't be used comes out as a value that names its line and the
reason, and the rest goes on. The file is never held as a whole.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import accumulate, chain, compress, islice, repeat
from pathlib import Path
from typing import TextIO

from sources.errors import Broken, Empty, NotAFile, NotFound, NotReadable
from sources.jsonl import BadLine

REQUIRED = ("source", "object", "value")
OPTIONAL = ("attribute", "time", "copied_from")
ROWS_AT_ONCE = 1 << 10
CHARACTERS_AT_ONCE = 1 << 17
LONGEST_FIELD = 1_000_000

Column = Sequence[str]


@dataclass(frozen=True, slots=True)
class Observations:
    """Rows as columns of one length, as written. A column that the file doesn't have is `None`.

    `lines` says on which line of the file each row begins.
    """

    source: Column
    object: Column
    value: Column
    attribute: Column | None
    time: Column | None
    copied_from: Column | None
    lines: Sequence[int]


def read_observations(path: Path) -> Iterator[Observations | BadLine]:
    """The rows of a file in order, in batches, with the lines that can't be used between them.

    Raises a `SourceError` where the file can't be opened, is empty or lacks a column.
    """
    name = str(path)
    with _opened(path) as text:
        csv.field_size_limit(LONGEST_FIELD)
        rows = csv.reader(text, strict=True)
        header = _header(name, rows)
        lines = rows.line_num
        while chunk := text.read(CHARACTERS_AT_ONCE):
            chunk += text.readline()
            plain = chunk.replace("\r\n", "\n") if "\r" in chunk else chunk
            if '"' in plain or "\r" in plain:
                # Quotes may hold line breaks, so from here on the file is read row by row.
                yield from _row_by_row(name, header, chain(StringIO(chunk, newline=""), text), lines)
                return
            unquoted = plain.removesuffix("\n").split("\n")
            yield from _unquoted(name, header, unquoted, range(lines + 1, lines + 1 + len(unquoted)))
            lines += len(unquoted)


def _unquoted(
    name: str, header: dict[str, int], lines: list[str], numbers: Sequence[int]
) -> Iterator[Observations | BadLine]:
    """Lines without a quotation mark, where every comma parts two fields: much faster than row by row."""
    width = header[""]
    if set(map(str.count, lines, repeat(","))) == {width - 1}:
        fields = ",".join(lines).split(",")
        yield from _usable(name, header, [fields[place::width] for place in range(width)], numbers)
    else:
        yield from _sorted_out(name, header, [line.split(",") if line else [] for line in lines], numbers)


def _row_by_row(
    name: str, header: dict[str, int], text: Iterator[str], lines: int
) -> Iterator[Observations | BadLine]:
    rows = csv.reader(text, strict=True)
    while True:
        before = rows.line_num
        batch, fault = _batch(rows)
        if batch:
            heights = _lines(batch, lines + before, lines + rows.line_num, fault)
            yield from _sorted_out(name, header, batch, heights)
        if fault is not None:
            yield BadLine(name, lines + rows.line_num, f"is no CSV: {fault}")
        elif len(batch) < ROWS_AT_ONCE:
            return


def _opened(path: Path) -> TextIO:
    try:
        # Bytes that are no UTF-8 become lone surrogates, so that only their row is refused.
        return path.open(encoding="utf-8-sig", errors="surrogateescape", newline="")
    except IsADirectoryError as error:
        raise NotAFile(str(path), "is a folder", next_step="give a CSV file") from error
    except PermissionError as error:
        raise NotReadable(str(path), "can't be read", next_step="see who may read it") from error
    except OSError as error:
        reason = f"can't be opened ({error.strerror})"
        raise NotFound(str(path), reason, next_step="give a CSV file") from error


def _header(name: str, rows: Iterator[list[str]]) -> dict[str, int]:
    """Where each column stands; an extra column is no harm."""
    columns = "source,object,value and, if known, attribute,time,copied_from"
    try:
        first = next(row for row in rows if row)
    except StopIteration:
        raise Empty(name, "is empty", next_step=f"give a CSV file with the columns {columns}") from None
    except csv.Error as error:
        raise Broken(name, f"has no readable header ({error})", next_step=f"begin with {columns}") from None
    names = [column.strip().lower() for column in first]
    missing = [column for column in REQUIRED if column not in names]
    if missing:
        reason = f"has no column {' and no column '.join(missing)} in its first line"
        raise Broken(name, reason, next_step=f"begin with {columns}")
    twice = next((column for column in REQUIRED + OPTIONAL if names.count(column) > 1), None)
    if twice:
        raise Broken(name, f"has the column {twice} twice", next_step="keep one of them")
    places = {column: names.index(column) for column in REQUIRED + OPTIONAL if column in names}
    return places | {"": len(names)}


def _batch(rows: Iterator[list[str]]) -> tuple[list[list[str]], csv.Error | None]:
    """The next rows, and what stopped them early."""
    batch: list[list[str]] = []
    try:
        batch.extend(islice(rows, ROWS_AT_ONCE))
    except csv.Error as error:
        return batch, error
    return batch, None


def _lines(batch: list[list[str]], before: int, after: int, fault: csv.Error | None) -> Sequence[int]:
    """The line on which each row begins; quoted fields may hold line breaks."""
    if fault is None and after - before == len(batch):
        return range(before + 1, after + 1)
    heights = (1 + sum(field.count("\n") for field in row) for row in batch)
    return list(accumulate(heights, initial=before + 1))[:-1]


def _sorted_out(
    name: str, header: dict[str, int], batch: list[list[str]], lines: Sequence[int]
) -> Iterator[Observations | BadLine]:
    """The usable rows as columns; the rest as bad lines."""
    width = header[""]
    if set(map(len, batch)) != {width}:
        for fields, line in zip(batch, lines, strict=True):
            if fields and len(fields) != width:
                yield BadLine(name, line, f"has {len(fields)} fields, the header has {width}")
        fits = [len(row) == width for row in batch]
        batch, lines = list(compress(batch, fits)), list(compress(lines, fits))
    if not batch:
        return
    yield from _usable(name, header, list(zip(*batch, strict=True)), lines)


def _usable(
    name: str, header: dict[str, int], columns: Sequence[Column], lines: Sequence[int]
) -> Iterator[Observations | BadLine]:
    """The rows that say something, and the others as bad lines."""
    reasons = _reasons(columns, header)
    if reasons:
        for row, reason in sorted(reasons.items()):
            yield BadLine(name, lines[row], reason)
        fits = [row not in reasons for row in range(len(lines))]
        columns = [list(compress(column, fits)) for column in columns]
        lines = list(compress(lines, fits))
    if lines:
        source, object_, value = (columns[header[column]] for column in REQUIRED)
        attribute, time, copied = (
            columns[header[column]] if column in header else None for column in OPTIONAL
        )
        yield Observations(source, object_, value, attribute, time, copied, lines)


def _reasons(columns: Sequence[Column], header: dict[str, int]) -> dict[int, str]:
    """The rows that can't be used, each with its first fault."""
    reasons: dict[int, str] = {}
    for column in REQUIRED:
        cells = columns[header[column]]
        for row in _blank(cells):
            reasons.setdefault(row, f"has no {column}")
    for cells in columns:
        if not "".join(cells).isascii():
            for row, cell in enumerate(cells):
                if any("\ud800" <= character <= "\udfff" for character in cell):
                    reasons.setdefault(row, "holds bytes that are no UTF-8")
    return reasons


def _blank(cells: Column) -> list[int]:
    if all(cells) and not any(map(str.isspace, cells)):
        return []
    return [row for row, cell in enumerate(cells) if not cell or cell.isspace()]
