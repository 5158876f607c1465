from __future__ import annotations

import csv
from collections.abc import Iterable
from decimal import Decimal
from io import StringIO
from itertools import pairwise
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.errors import Broken, Empty, NotAFile, NotFound, NotText, SourceError
from sources.jsonl import BadLine
from sources.observations import read_observations, row_groups, spans, survey
from sources.observations.separated import ROWS_AT_ONCE


def read(folder: Path, words: str | bytes) -> tuple[list[tuple[str, ...]], list[BadLine]]:
    """The usable rows (line, source, object, value) and the bad lines of a file of these words."""
    file = folder / "observations.csv"
    file.write_bytes(words if isinstance(words, bytes) else words.encode())
    return parted(read_observations(file))


def parted(batches: Iterable[pa.RecordBatch | BadLine]) -> tuple[list[tuple[str, ...]], list[BadLine]]:
    """The rows, and the bad lines."""
    rows: list[tuple[str, ...]] = []
    bad = []
    for found in batches:
        if isinstance(found, BadLine):
            bad.append(found)
        else:
            columns = (found[name].to_pylist() for name in ("line", "source", "object", "value"))
            rows += [(str(line), *rest) for line, *rest in zip(*columns, strict=True)]
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
        pytest.param(
            "source;object;value\nA;B;1\n", Broken, "no commas between its columns", id="semicolons"
        ),
        pytest.param(b"\xff\xfes\0o\0u\0", NotText, "no CSV file in UTF-8", id="UTF-16"),
        pytest.param(b"PK\x03\x04spreadsheet", NotText, "save it as CSV", id="a spreadsheet"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_the_reason(
    tmp_path: Path, words: str | bytes, error: type[SourceError], said: str
) -> None:
    with pytest.raises(error, match=said):
        read(tmp_path, words)


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="absent"):
        list(read_observations(tmp_path / "absent.csv"))
    with pytest.raises(NotAFile, match="is a folder"):
        list(read_observations(tmp_path))


def test_a_file_with_the_line_ends_of_old_macs_is_read(tmp_path: Path) -> None:
    rows, bad = read(tmp_path, "source,object,value\rA,B,1\rC,D,2\r")

    assert rows == [("2", "A", "B", "1"), ("3", "C", "D", "2")]
    assert not bad


def test_a_name_that_stands_in_bad_rows_only_is_not_among_the_texts(tmp_path: Path) -> None:
    file = tmp_path / "in.csv"
    file.write_text("source,object,value\nA,B,1\nGhost,B,\n")

    batches = [found for found in read_observations(file) if not isinstance(found, BadLine)]

    assert [batch["source"].dictionary.to_pylist() for batch in batches] == [["A"]]


cells = st.text(alphabet='ab,"\n\r é', min_size=1, max_size=5).filter(str.strip)
tables = st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=20)


def as_csv(rows: list[tuple[str, str, str]], *, line_end: str = "\n", all_quoted: bool = True) -> str:
    text = StringIO()
    table = csv.writer(
        text, lineterminator=line_end, quoting=csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL
    )
    table.writerows([("source", "object", "value"), *rows])
    return text.getvalue()


# With line ends of its own the module leaves a carriage return unquoted, so there all is quoted.
styles = st.sampled_from([("\n", True), ("\r\n", True), ("\r\n", False)])


@given(rows=tables, style=styles, last_end=st.booleans())
def test_what_the_csv_module_writes_comes_back(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[str, str, str]],
    style: tuple[str, bool],
    last_end: bool,
) -> None:
    line_end, all_quoted = style
    words = as_csv(rows, line_end=line_end, all_quoted=all_quoted)

    found, bad = read(tmp_path_factory.mktemp("csv"), words if last_end else words.removesuffix(line_end))

    assert [row[1:] for row in found] == rows
    assert not bad


lines = st.lists(
    st.one_of(
        st.tuples(cells, cells, cells).map(lambda row: as_csv([row]).partition("\n")[2]),
        st.sampled_from(
            ["A,B,1\n", "A,B\n", "\n", "A,,1\n", "A,B,1\r\n", 'A,"B"C,1\n', 'A,B"C,1\n', 'A,"\n']
        ),
    ),
    max_size=15,
)


@given(lines=lines, cuts=st.lists(st.integers(0, 400), max_size=6))
def test_a_file_read_in_spans_gives_the_rows_of_the_whole(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], cuts: list[int]
) -> None:
    file = tmp_path_factory.mktemp("spans") / "in.csv"
    file.write_bytes(("source,object,value\n" + "".join(lines)).encode())
    size = file.stat().st_size
    bounds = sorted({0, size, *(cut for cut in cuts if cut < size)})

    parts = spans(survey(file, start, end) for start, end in pairwise(bounds))
    read_apart = [parted(read_observations(file, span)) for span in parts]

    rows, bad = parted(read_observations(file))
    assert [row for found, _ in read_apart for row in found] == rows
    assert [line for _, found in read_apart for line in found] == bad


def parquet(file: Path, **columns: object) -> Path:
    pq.write_table(pa.table(columns), file, row_group_size=2)
    return file


def test_parquet_is_read_whatever_the_types_of_its_columns(tmp_path: Path) -> None:
    file = parquet(
        tmp_path / "in.parquet",
        Source=pa.array(["A", "B", "C"]).dictionary_encode(),
        object=pa.array([1, 2, 3]),
        value=pa.array([Decimal("12.50"), Decimal("1.00"), None]),
        note=["x", "y", "z"],
    )

    rows, bad = parted(read_observations(file))

    assert rows == [("1", "A", "1", "12.50"), ("2", "B", "2", "1.00")]
    assert [str(line) for line in bad] == [f"{file}, row 3: has no value"]


def test_the_row_groups_of_parquet_are_its_spans(tmp_path: Path) -> None:
    file = parquet(tmp_path / "in.parquet", source=list("ABCDE"), object=list("vwxyz"), value=list(range(5)))

    apart = [parted(read_observations(file, span))[0] for span in row_groups(file)]

    assert [len(rows) for rows in apart] == [2, 2, 1]
    assert [row for rows in apart for row in rows] == parted(read_observations(file))[0]


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        pytest.param({"source": ["A"], "object": ["B"]}, "no column value among its columns", id="no value"),
        pytest.param(
            {"source": ["A"], "object": ["B"], "value": [[1, 2]]}, "in the column value", id="lists of values"
        ),
    ],
)
def test_parquet_that_cannot_be_used_is_refused_with_the_reason(
    tmp_path: Path, columns: dict[str, object], said: str
) -> None:
    file = parquet(tmp_path / "in.parquet", **columns)

    with pytest.raises(Broken, match=said):
        list(read_observations(file))


def test_damaged_parquet_is_refused(tmp_path: Path) -> None:
    (tmp_path / "in.parquet").write_bytes(b"PAR1 and nothing of the kind")

    with pytest.raises(Broken, match="damaged Parquet file"):
        list(read_observations(tmp_path / "in.parquet"))
