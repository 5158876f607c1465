"""Tables as people send them: what spreadsheets write, and what is wrong with them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sources.errors import Empty, NotFound, NotText, UnknownEncoding, WrongColumns
from sources.jsonl import BadLine
from sources.rows import SentRow, folded, parts_of, read_rows

COLUMNS = ("name", "primary_for", "note")


def rows(folder: Path, words: str | bytes, name: str = "table.csv") -> list[SentRow | BadLine]:
    path = folder / name
    path.write_bytes(words if isinstance(words, bytes) else words.encode())
    return list(read_rows(path, columns=COLUMNS, needed=["name"]))


def cells(folder: Path, words: str | bytes, name: str = "table.csv") -> list[dict[str, str]]:
    return [dict(row.cells) for row in rows(folder, words, name) if isinstance(row, SentRow)]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("name,note\nAlma,a ferry\n", id="commas"),
        pytest.param("name;note\r\nAlma;a ferry\r\n", id="semicolons and Windows line ends"),
        pytest.param("name\tnote\nAlma\ta ferry", id="tabs"),
        pytest.param("sep=;\nname;note\nAlma;a ferry", id="a delimiter announced"),
        pytest.param("name,note\rAlma,a ferry\r", id="old line ends"),
        pytest.param("\ufeffname,note\nAlma,a ferry\n", id="a byte-order mark"),
        pytest.param("\n NAME , Note \n\n Alma , a ferry \n,\n", id="blanks, case and empty rows"),
        pytest.param('"name","note"\n"Alma","a ferry"\n', id="quoted"),
        pytest.param("\ufeffname,note\nAlma,a ferry\n".encode("utf-16-le"), id="UTF-16"),
    ],
)
def test_a_table_is_read_however_a_spreadsheet_wrote_it(tmp_path: Path, words: str | bytes) -> None:
    assert cells(tmp_path, words) == [{"name": "Alma", "note": "a ferry"}]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param('{"name": "Alma", "note": null, "Primary for": ["boats", "tides"]}', id="a list"),
        pytest.param('\ufeff{"name": "Alma", "primary-for": "boats;tides"}\r\n\r\n', id="a byte-order mark"),
    ],
)
@pytest.mark.parametrize("name", ["table.jsonl", "table"])
def test_json_lines_are_read_too(tmp_path: Path, words: str, name: str) -> None:
    assert cells(tmp_path, words, name) == [
        {"name": "Alma", "primary_for": "boats;tides"},
    ]


def test_rows_are_numbered_by_the_line_in_which_they_begin(tmp_path: Path) -> None:
    read = rows(tmp_path, 'name,note\n\nAlma,"two\nlines"\nBoard,\n')

    assert [row.line for row in read if isinstance(row, SentRow)] == [3, 5]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "007", "1e5", "TRUE"])
def test_a_cell_is_text_whatever_it_looks_like(tmp_path: Path, cell: str) -> None:
    assert cells(tmp_path, f"name\n{cell}\n") == [{"name": cell}]


@pytest.mark.parametrize(
    ("words", "name", "line", "reason"),
    [
        pytest.param(
            "name,note\nAlma,a,b\n", "t.csv", 2, "has 3 cells, and there are 2", id="a cell too many"
        ),
        pytest.param("name,note\n,b\n", "t.csv", 2, "has no name", id="nothing where something is needed"),
        pytest.param('name,note\n"Alma,b\nc,d\n', "t.csv", 2, "never closed", id="an open quotation mark"),
        pytest.param('name,note\n"Al"ma,b\n', "t.csv", 2, "write it twice", id="a mark inside a cell"),
        pytest.param("name\n" + "x" * 131_073, "t.csv", 2, "longer than 131,072", id="an endless cell"),
        pytest.param('{"name": "a"}\n{"nam": "b"}', "t.jsonl", 2, "did you mean name", id="an unknown key"),
        pytest.param("nonsense", "t.jsonl", 1, "is no JSON", id="no JSON"),
        pytest.param("[1]", "t.jsonl", 1, "is no JSON object", id="no object"),
        pytest.param('{"name": 1.5}', "t.jsonl", 1, '"name" is neither text', id="a broken number"),
        pytest.param(b'{"name": "\xff"}', "t.jsonl", 1, "no UTF-8", id="bytes that are no text"),
        pytest.param('{"name": "\\ud800"}', "t.jsonl", 1, "half a character", id="half a character"),
    ],
)
def test_a_row_that_can_t_be_read_is_told_by_its_line(
    tmp_path: Path, words: str | bytes, name: str, line: int, reason: str
) -> None:
    bad = [row for row in rows(tmp_path, words, name) if isinstance(row, BadLine)]

    assert [one.number for one in bad] == [line]
    assert reason in bad[0].reason


def test_rows_after_a_bad_one_are_read(tmp_path: Path) -> None:
    read = rows(tmp_path, 'name,note\n"Al"ma,b\nBoard,c\n,d\nCourier,e\n')

    assert [type(row).__name__ for row in read] == ["BadLine", "SentRow", "BadLine", "SentRow"]


@pytest.mark.parametrize(
    ("words", "error", "said"),
    [
        pytest.param("name,nots\nA,b\n", WrongColumns, "'nots' (did you mean note?)", id="unknown column"),
        pytest.param("name,Name\nA,b\n", WrongColumns, "the column name twice", id="one column twice"),
        pytest.param("note\nA\n", WrongColumns, "has no column name", id="a column missing"),
        pytest.param(" \n", Empty, "its columns are name, primary_for", id="nothing in it"),
        pytest.param(b"name\n\xd0\xff\x90", UnknownEncoding, "save it as UTF-8", id="encoding"),
        pytest.param(b"name\nA\x00", NotText, "NUL", id="no text"),
    ],
)
def test_a_table_that_can_t_be_used_is_refused_as_a_whole(
    tmp_path: Path, words: str | bytes, error: type[Exception], said: str
) -> None:
    with pytest.raises(error) as raised:
        rows(tmp_path, words)

    assert said in str(raised.value)
    assert "table.csv" in str(raised.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"none\.csv"):
        read_rows(tmp_path / "none.csv", columns=COLUMNS, needed=["name"])


TABLES = st.lists(st.tuples(*[st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=9)] * 3))


@given(TABLES, st.sampled_from([",", ";", "\t"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_a_spreadsheet_writes_is_what_is_read(
    tmp_path: Path, table: list[tuple[str, str, str]], delimiter: str
) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([COLUMNS, *table])

    read = rows(tmp_path, out.getvalue())

    filled = [[cell.strip() for cell in row] for row in table if any(cell.strip() for cell in row)]
    assert len(read) == len(filled)
    for row, sent in zip(filled, read, strict=True):
        if row[0]:
            assert isinstance(sent, SentRow)
            assert sent.cells == {column: cell for column, cell in zip(COLUMNS, row, strict=True) if cell}
        else:
            assert isinstance(sent, BadLine)


def test_the_name_of_a_column_is_taken_whatever_its_case_and_blanks() -> None:
    assert {folded(name) for name in ["Primary For", "primary-for", " PRIMARY_FOR "]} == {"primary_for"}


def test_a_cell_may_hold_several_values() -> None:
    assert parts_of(" boats; tides ;;") == ("boats", "tides")
