"""Tables that people send to be imported: CSV with a header line, or JSON Lines; one row at a time comes out.

Cells are text, whatever they look like, and nothing in them is ever reckoned. A row that can't be read
comes out as a value that names its line and the reason; what is wrong with the whole file is an error.
"""

from __future__ import annotations

import csv
import difflib
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sources.errors import Empty, TooLarge, WrongColumns
from sources.jsonl import BadLine, Line, json_object, read_line
from sources.limits import MAX_FILE_BYTES
from sources.readers import load, shown_name
from sources.readers.decoding import decode_text

MANY = ";"
"""What parts the several values of one cell, as in "shipping; weather"."""

_JSON_LINES = (".jsonl", ".ndjson", ".json")
_DELIMITERS = ",;\t"
_LONGEST_CELL = 131_072
_QUOTED = re.compile(r'"[^"]*"')
_SEP = re.compile(r"sep=(.)\r?\n")


@dataclass(frozen=True, slots=True)
class SentRow:
    """One row, which begins at `line`: what its cells hold, by column; an empty cell is not there."""

    line: int
    cells: Mapping[str, str]


def read_rows(path: Path, *, columns: Sequence[str], needed: Sequence[str]) -> Iterator[SentRow | BadLine]:
    """The rows of a table in order; "-" is standard input. Names of columns are taken whatever their case.

    Raises a `SourceError` where the file can't be read, its encoding can't be told, or a column is unknown,
    named twice or missing.
    """
    name, data = shown_name(path), load(path)
    if len(data) > MAX_FILE_BYTES:
        most = f"{MAX_FILE_BYTES // 1_000_000} MB"
        raise TooLarge(name, f"is larger than {most}", next_step="import it in parts")
    if not data.strip():
        raise Empty(name, "is empty", next_step=f"its columns are {', '.join(columns)}")
    if _is_json_lines(path, data):
        return _json_rows(data, name, columns, needed)
    return _csv_rows(decode_text(data, name).text, name, columns, needed)


def parts_of(cell: str) -> tuple[str, ...]:
    """The values of a cell that may hold several."""
    return tuple(part for value in cell.split(MANY) if (part := value.strip()))


def _is_json_lines(path: Path, data: bytes) -> bool:
    if path.suffix.lower() in _JSON_LINES:
        return True
    return path.suffix.lower() not in (".csv", ".tsv") and data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(
        b"{"
    )


def _csv_rows(
    text: str, name: str, columns: Sequence[str], needed: Sequence[str]
) -> Iterator[SentRow | BadLine]:
    skipped = 0
    delimiter = _delimiter(text)
    if announced := _SEP.match(text):  # what Excel writes in front for itself
        delimiter, skipped, text = announced[1], 1, text[announced.end() :]
    csv.field_size_limit(_LONGEST_CELL)  # it holds for the whole program, and archives allow more
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header: list[str] | None = None
    while True:
        line = reader.line_num + 1 + skipped
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            break
        except csv.Error as error:
            yield BadLine(name, line, _why(error))
            continue
        if not any(cells):
            continue
        if header is None:
            header = [folded(cell) for cell in cells]
            _check(name, header, columns, needed)
        elif len(cells) > len(header):
            yield BadLine(name, line, f"has {len(cells)} cells, and there are {len(header)} columns")
        else:
            filled = {column: cell for column, cell in zip(header, cells, strict=False) if cell}
            yield _whole(name, SentRow(line, filled), needed)


def _delimiter(text: str) -> str:
    """What stands most often between the names of columns."""
    header = _QUOTED.sub("", text.lstrip("\r\n").partition("\n")[0])
    return max(_DELIMITERS, key=header.count)


def _why(error: csv.Error) -> str:
    told = str(error)
    if "unexpected end" in told:
        return "a quotation mark is opened here and never closed"
    if "expected after" in told:
        return "a quotation mark stands inside a quoted cell; write it twice"
    if "limit" in told:
        return f"a cell is longer than {_LONGEST_CELL:,} characters"
    return told


def _json_rows(
    data: bytes, name: str, columns: Sequence[str], needed: Sequence[str]
) -> Iterator[SentRow | BadLine]:
    example = "{" + ", ".join(f'"{column}": "…"' for column in needed) + "}"

    def cells_of(words: str) -> Mapping[str, str]:
        record = {folded(key): value for key, value in json_object(words, example=example).items()}
        if unknown := [key for key in record if key not in columns]:
            raise ValueError(_unknown(unknown, columns))
        return {key: cell for key, value in record.items() if (cell := _cell(key, value))}

    text = data.decode("utf-8-sig", errors="surrogateescape")
    for number, words in enumerate(text.split("\n"), 1):
        if words.strip():
            read = read_line(Line(name, number, words), cells_of, example=example)
            yield read if isinstance(read, BadLine) else _whole(name, SentRow(number, read), needed)


def _cell(key: str, value: object) -> str:
    """What a value of JSON is as a cell. Raises `ValueError`."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str():
            value.encode("utf-8")
            return value.strip()
        case list() if all(isinstance(part, str) and MANY not in part for part in value):
            return MANY.join(value)
    raise ValueError(f'"{key}" is neither text, a whole number, true, false, null nor a list of texts')


def folded(column: str) -> str:
    """The name of a column, whatever its case and what parts its words."""
    return "_".join(re.split(r"[\s_-]+", column.strip().lower()))


def _check(name: str, header: Sequence[str], columns: Sequence[str], needed: Sequence[str]) -> None:
    if unknown := [column for column in header if column not in columns]:
        raise WrongColumns(name, f"has {_unknown(unknown, columns)}", next_step="rename it or take it out")
    if twice := [column for column, times in Counter(header).items() if times > 1]:
        raise WrongColumns(name, f"has the column {twice[0]} twice", next_step="take one of them out")
    if missing := [column for column in needed if column not in header]:
        raise WrongColumns(
            name, f"has no column {' and none '.join(missing)}", next_step="its first line names the columns"
        )


def _unknown(unknown: Sequence[str], columns: Sequence[str]) -> str:
    near = difflib.get_close_matches(unknown[0], columns, n=1)
    hint = f" (did you mean {near[0]}?)" if near else ""
    return f"an unknown column {unknown[0]!r}{hint}; the columns are {', '.join(columns)}"


def _whole(name: str, row: SentRow, needed: Sequence[str]) -> SentRow | BadLine:
    missing = [column for column in needed if column not in row.cells]
    return BadLine(name, row.line, f"has no {' and no '.join(missing)}") if missing else row
