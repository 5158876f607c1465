from __future__ import annotations

from pathlib import Path

import pytest

from sources.errors import Broken, Empty, NotAFile, NotFound, SourceError
from sources.jsonl import BadLine
from sources.observations import ROWS_AT_ONCE, Observations, read_observations


def read(folder: Path, words: str | bytes) -> tuple[list[tuple[str, ...]], list[BadLine]]:
    """The usable rows (line, source, object, value) and the bad lines of a file of these words."""
    file = folder / "observations.csv"
    file.write_bytes(words if isinstance(words, bytes) else words.encode())
    rows: list[tuple[str, ...]] = []
    bad = []
    for found in read_observations(file):
        match found:
            case Observations():
                cells = zip(found.lines, found.source, found.object, found.value, strict=True)
                rows += [(str(line), *rest) for line, *rest in cells]
            case BadLine():
                bad.append(found)
    return rows, bad


def test_rows_come_as_written_with_their_lines(tmp_path: Path) -> None:
    rows, bad = read(tmp_path, "source,object,value\nAFP,Hexham, 12 \nReuters,Hexham,13\n")

    assert rows == [("2", "AFP", "Hexham", " 12 "), ("3", "Reuters", "Hexham", "13")]
    assert not bad


def test_columns_may_stand_in_any_order_beside_others(tmp_path: Path) -> None:
    rows, _ = read(tmp_path, "\ufeffValue,note,OBJECT,source\n12,seen,Hexham,AFP\n")

    assert rows == [("2", "AFP", "Hexham", "12")]


def test_quotes_commas_and_line_breaks_in_names_are_kept(tmp_path: Path) -> None:
    rows, bad = read(tmp_path, 'source,object,value\n"A ""B"", C","two\nlines",12\nD,E,13\n')

    assert rows == [("2", 'A "B", C', "two\nlines", "12"), ("4", "D", "E", "13")]
    assert not bad


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param("AFP,Hexham,", "has no value", id="no value"),
        pytest.param("AFP,Hexham,  ", "has no value", id="blank value"),
        pytest.param(",Hexham,12", "has no source", id="no source"),
        pytest.param("AFP,,12", "has no object", id="no object"),
        pytest.param("AFP,12", "has 2 fields, the header has 3", id="a field too few"),
        pytest.param("AFP,Hexham,12,13", "has 4 fields, the header has 3", id="a field too many"),
        pytest.param('AFP,"Hex"ham,12', "is no CSV: ',' expected after '\"'", id="a stray quotation mark"),
    ],
)
def test_a_bad_row_is_named_by_its_line_and_the_rest_goes_on(tmp_path: Path, line: str, reason: str) -> None:
    rows, bad = read(tmp_path, f"source,object,value\nA,B,1\n{line}\nC,D,2\n")

    assert [row[0] for row in rows] == ["2", "4"]
    assert [(row.number, row.reason) for row in bad] == [(3, reason)]


def test_bytes_that_are_no_utf8_spoil_their_own_row_only(tmp_path: Path) -> None:
    rows, bad = read(tmp_path, b"source,object,value\nA,caf\xe9,1\nB,caf\xc3\xa9,2\n")

    assert rows == [("3", "B", "café", "2")]
    assert [(row.number, row.reason) for row in bad] == [(2, "holds bytes that are no UTF-8")]


def test_a_quotation_mark_that_is_never_closed_is_told(tmp_path: Path) -> None:
    rows, bad = read(tmp_path, 'source,object,value\nA,B,1\nC,"D,2\nE,F,3\n')

    assert rows == [("2", "A", "B", "1")]
    assert [row.reason for row in bad] == ["is no CSV: unexpected end of data"]


def test_lines_are_right_beyond_the_first_batch(tmp_path: Path) -> None:
    many = "".join(f"S,O{row},1\n" for row in range(ROWS_AT_ONCE + 5))

    rows, bad = read(tmp_path, f"source,object,value\n{many}S,,1\n")

    assert rows[-1][0] == str(ROWS_AT_ONCE + 6)
    assert [row.number for row in bad] == [ROWS_AT_ONCE + 7]


@pytest.mark.parametrize(
    ("words", "error", "said"),
    [
        pytest.param("", Empty, "is empty", id="empty"),
        pytest.param("\n\n", Empty, "is empty", id="nothing but blank lines"),
        pytest.param("source,object\nA,B\n", Broken, "no column value", id="a missing column"),
        pytest.param("source,object,value,value\n", Broken, "the column value twice", id="a column twice"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_the_reason(
    tmp_path: Path, words: str, error: type[SourceError], said: str
) -> None:
    with pytest.raises(error, match=said):
        read(tmp_path, words)


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="absent"):
        list(read_observations(tmp_path / "absent.csv"))
    with pytest.raises(NotAFile, match="is a folder"):
        list(read_observations(tmp_path))
