"""Observations from a CSV file, a chunk of whole rows at a time.

A chunk whose quotation marks stand where they should is read by Arrow. One in which rows can't be
used is read row by row instead, to tell which; and from the first stray quotation mark on, all is.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO, TextIOWrapper
from itertools import accumulate, compress, islice
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pyarrow as pa
import pyarrow.csv as arrow_csv
from numpy.typing import NDArray

from sources.errors import Broken, Empty, NotText
from sources.jsonl import BadLine
from sources.observations.arrays import column_of, texts_of
from sources.observations.marks import marks_of
from sources.observations.opened import opened
from sources.observations.rows import BEGIN, encoded, places, usable
from sources.observations.spans import Span, first_row

BYTES_AT_ONCE = 1 << 20
ROWS_AT_ONCE = 1 << 10
LONGEST_FIELD = 1_000_000
TEXTS = pa.dictionary(pa.int32(), pa.string())
_BOM = b"\xef\xbb\xbf"
_OTHER_KINDS = (b"\x1f\x8b", b"PK\x03\x04", b"\xff\xfe", b"\xfe\xff")
"""Packed files, spreadsheets, UTF-16."""


class Header:
    """How many columns a file has, where the known ones stand, and where the rows begin."""

    def __init__(self, name: str, file: BinaryIO) -> None:
        fields, self.lines = _first_fields(name, file)
        self.name = name
        self.start = file.tell()
        self.width = len(fields)
        self.places = places(name, fields, where="in its first line")


def read(path: Path, span: Span | None) -> Iterator[pa.RecordBatch | BadLine]:
    """The rows of a file, or those that begin in a span of it."""
    with opened(path) as file:
        header = Header(str(path), file)
        line, end = header.lines + 1, None
        if span is not None:
            line, end = first_row(file, span), span.end
        while chunk := _whole_rows(file, end):
            marks = marks_of(chunk)
            if marks.first_lines is None:
                file.seek(-len(chunk), 1)
                with TextIOWrapper(file, "utf-8", "surrogateescape", newline="") as text:
                    yield from _one_by_one(header, text, line)
                return
            batch = _at_once(
                header, chunk, marks.first_lines + line, quoted=len(marks.first_lines) < marks.lines
            )
            if batch is None:
                whole = StringIO(chunk.decode("utf-8", "surrogateescape"), newline="")
                yield from _one_by_one(header, whole, line)
            else:
                yield from usable(header.name, batch)
            line += marks.lines


def check_header(path: Path) -> None:
    """Raises a `SourceError` where the rows can't be told."""
    with opened(path) as file:
        Header(str(path), file)


def _first_fields(name: str, file: BinaryIO) -> tuple[list[str], int]:
    """The fields of the header and how many lines they and the blank lines before take."""
    begun, lines = b"", 0
    while words := file.readline(LONGEST_FIELD):
        lines += 1
        begun += words.removeprefix(_BOM) if lines == 1 else words
        if len(begun) > LONGEST_FIELD or (begun.strip() and begun.count(b'"') % 2 == 0):
            break
    if begun.startswith(_OTHER_KINDS) or b"\0" in begun:
        raise NotText(name, "is no CSV file in UTF-8", next_step="save it as CSV in UTF-8, or as Parquet")
    line, _, rest = begun.partition(b"\r")
    if rest.strip(b"\n") and b'"' not in line:
        # Lines that end as they did on old Macs.
        file.seek(-len(rest), 1)
        begun = line
    text = begun.decode("utf-8", "surrogateescape")
    try:
        rows = [row for row in csv.reader([text.strip("\r\n")], strict=True) if row]
    except csv.Error as error:
        raise Broken(name, f"has no readable header ({error})", next_step=f"begin with {BEGIN}") from None
    if not rows:
        raise Empty(name, "is empty", next_step=f"give a CSV file with the columns {BEGIN}")
    return rows[0], lines


def _whole_rows(file: BinaryIO, end: int | None) -> bytes:
    """The next rows, as far as the quotation marks tell; none that begin at the end or beyond."""
    wanted = BYTES_AT_ONCE if end is None else min(BYTES_AT_ONCE, end - file.tell())
    if wanted <= 0:
        return b""
    parts = [file.read(wanted)]
    if not parts[0].endswith(b"\n"):
        parts.append(file.readline())
    # Looking for a letter is much faster than counting it.
    open_marks = sum(part.count(b'"') for part in parts if b'"' in part) % 2
    beyond = 0
    while open_marks and beyond <= LONGEST_FIELD and (more := file.readline(LONGEST_FIELD)):
        parts.append(more)
        beyond += len(more)
        open_marks ^= more.count(b'"') % 2
    return b"".join(parts)


def _at_once(
    header: Header, chunk: bytes, lines: NDArray[np.int64], *, quoted: bool
) -> pa.RecordBatch | None:
    """The rows of a chunk, which begin on these lines; `None` where some can't be used as they are."""
    columns = [str(place) for place in range(header.width)]
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(chunk),
            read_options=arrow_csv.ReadOptions(
                use_threads=False, column_names=columns, block_size=len(chunk) + 1
            ),
            parse_options=arrow_csv.ParseOptions(newlines_in_values=quoted),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(columns, TEXTS),
                include_columns=[str(place) for place in header.places.values()],
                strings_can_be_null=False,
            ),
        )
    except pa.ArrowInvalid:
        return None
    if table.num_rows != len(lines):
        return None
    texts = {known: table[str(place)].combine_chunks() for known, place in header.places.items()}
    return pa.RecordBatch.from_pydict(texts | {"line": column_of(lines)})


def _one_by_one(header: Header, text: Iterator[str], line: int) -> Iterator[pa.RecordBatch | BadLine]:
    csv.field_size_limit(LONGEST_FIELD)
    rows = csv.reader(text, strict=True)
    while True:
        before = rows.line_num
        batch, fault = _batch(rows)
        if batch:
            heights = _lines(batch, line + before, line + rows.line_num, fault)
            yield from _sorted_out(header, batch, heights)
        if fault is not None:
            yield BadLine(header.name, line + rows.line_num - 1, f"is no CSV: {fault}")
        elif len(batch) < ROWS_AT_ONCE:
            return


def _batch(rows: Iterator[list[str]]) -> tuple[list[list[str]], csv.Error | None]:
    """The next rows, and what stopped them early."""
    batch: list[list[str]] = []
    try:
        batch.extend(islice(rows, ROWS_AT_ONCE))
    except csv.Error as error:
        return batch, error
    return batch, None


def _lines(batch: list[list[str]], first: int, after: int, fault: csv.Error | None) -> Sequence[int]:
    """The line on which each row begins; quoted fields may hold line breaks."""
    if fault is None and after - first == len(batch):
        return range(first, after)
    heights = (1 + sum(field.count("\n") for field in row) for row in batch)
    return list(accumulate(heights, initial=first))[:-1]


def _sorted_out(
    header: Header, rows: list[list[str]], lines: Sequence[int]
) -> Iterator[pa.RecordBatch | BadLine]:
    """The usable rows as columns; the rest as bad lines."""
    fits = []
    for fields, line in zip(rows, lines, strict=True):
        reason = _fault(fields, header.width) if fields else None
        if reason:
            yield BadLine(header.name, line, reason)
        fits.append(bool(fields) and not reason)
    kept, lines = list(compress(rows, fits)), list(compress(lines, fits))
    if kept:
        columns = list(zip(*kept, strict=True))
        texts = {known: encoded(texts_of(columns[place])) for known, place in header.places.items()}
        batch = pa.RecordBatch.from_pydict(texts | {"line": column_of(np.array(lines, dtype=np.int64))})
        yield from usable(header.name, batch)


def _fault(fields: list[str], width: int) -> str | None:
    if len(fields) != width:
        return f"has {len(fields)} fields, the header has {width}"
    if not all(map(str.isascii, fields)) and any(
        "\ud800" <= letter <= "\udfff" for letter in "".join(fields)
    ):
        return "holds bytes that are no UTF-8"
    return None
