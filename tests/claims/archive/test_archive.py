from __future__ import annotations

import csv
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.archive import CannotWrite, Estimation, Method, estimate_file
from claims.estimate import starts
from sources.errors import NoText
from tests.claims.archive.archives import Row, awkward, written

PROJECT = Path(__file__).parents[3]


def settle(
    folder: Path, rows: list[Row], *, header: str = "source,object,value", part_bytes: int = 1 << 30
) -> tuple[dict[tuple[str, str], dict[str, str]], dict[str, dict[str, str]], Estimation]:
    """Values by object and attribute, sources by name, and the summary."""
    file, out, sources = folder / "in.csv", folder / "out.csv", folder / "sources.csv"
    with file.open("w", newline="", encoding="utf-8") as text:
        csv.writer(text).writerows([header.split(","), *rows])
    found = estimate_file(file, out, sources, part_bytes=part_bytes)
    with out.open(newline="", encoding="utf-8") as text:
        values = {(row["object"], row["attribute"]): row for row in csv.DictReader(text)}
    with sources.open(newline="", encoding="utf-8") as text:
        return values, {row["source"]: row for row in csv.DictReader(text)}, found


def archive(seed: int = 1, *, objects: int = 120) -> list[Row]:
    """Five sources on many objects, the first two of them careful."""
    chance = random.Random(seed)
    rows: list[Row] = []
    for number in range(objects):
        truth = chance.randrange(1000)
        for source, honesty in zip("ABCDE", (0.95, 0.9, 0.5, 0.5, 0.5), strict=True):
            value = truth if chance.random() < honesty else chance.randrange(1000)
            rows.append((source, f"object {number}", str(value)))
    return rows


def test_the_result_has_the_columns_of_the_contract(tmp_path: Path) -> None:
    settle(tmp_path, archive())

    assert (tmp_path / "out.csv").read_text().startswith("object,attribute,value,low,high,support,conflict\n")
    assert (tmp_path / "sources.csv").read_text().startswith("source,weight,observations,agreement,")


def test_careful_sources_weigh_more_and_say_within_which_limits(tmp_path: Path) -> None:
    _, sources, found = settle(tmp_path, archive())

    weight = {name: float(row["weight"]) for name, row in sources.items()}
    assert min(weight["A"], weight["B"]) > max(weight["C"], weight["D"], weight["E"])
    assert float(sources["A"]["weight_low"]) < weight["A"] < float(sources["A"]["weight_high"])
    assert found.choices[0].method is Method.VOTE
    assert "two sources say exactly the same" in str(found.choices[0])


def settled(file: Path, part_bytes: int) -> tuple[bytes, bytes]:
    """The values and the sources, byte for byte."""
    out, sources = file.with_name("out.csv"), file.with_name("sources.csv")
    estimate_file(file, out, sources, part_bytes=part_bytes)
    return out.read_bytes(), sources.read_bytes()


@settings(max_examples=15)
@given(
    rows=st.permutations(awkward(objects=40)),
    part_bytes=st.sampled_from([1 << 30, 20_000, 3_000, 500]),
    line_end=st.sampled_from(["\n", "\r\n"]),
    tried_on=st.sampled_from([starts.ROWS, 300]),
)
def test_parts_line_ends_and_the_order_of_rows_change_no_byte(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Row], part_bytes: int, line_end: str, tried_on: int
) -> None:
    folder = tmp_path_factory.mktemp("archive")
    plain, other = folder / "plain.csv", folder / "other.csv"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(starts, "ROWS", tried_on)
        patch.setattr(starts, "ROWS_A_SOURCE", 1)
        expected = settled(written(plain, awkward(objects=40)), 1 << 30)

        found = settled(written(other, rows, line_end=line_end), part_bytes)

    assert found == expected


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux says how much memory was used")
def test_a_file_in_parts_needs_less_memory_and_gives_the_same_bytes(tmp_path: Path) -> None:
    small = written(tmp_path / "small.csv", awkward(objects=3))
    large = tmp_path / "large.csv"
    lines = (f"source {row % 40},object {row // 8},{row // 8 % 977}\n" for row in range(400_000))
    large.write_text("".join(["source,object,value\n", *lines]))
    program = (
        "import re, sys\n"
        "from pathlib import Path\n"
        "from claims.archive import estimate_file\n"
        "estimate_file(Path(sys.argv[1]), Path(sys.argv[2]), part_bytes=int(sys.argv[3]))\n"
        "print(re.search('VmHWM:(.*) kB', Path('/proc/self/status').read_text())[1])\n"
    )

    def peak(file: Path, out: Path, part_bytes: int) -> int:
        command = [sys.executable, "-c", program, str(file), str(out), str(part_bytes)]
        return int(subprocess.run(command, cwd=PROJECT, capture_output=True, check=True).stdout)

    nothing = peak(small, tmp_path / "small-out.csv", 1 << 30)
    in_memory = peak(large, tmp_path / "memory.csv", 1 << 30) - nothing
    in_parts = peak(large, tmp_path / "parts.csv", 1_000_000) - nothing

    assert (tmp_path / "parts.csv").read_bytes() == (tmp_path / "memory.csv").read_bytes()
    assert in_parts < 0.7 * in_memory


def test_a_declared_copy_changes_nothing(tmp_path: Path) -> None:
    header = "source,object,value,copied_from"
    rows: list[Row] = [(*row, "") for row in archive()]
    values, sources, _ = settle(tmp_path, rows, header=header)
    copies: list[Row] = [("F", thing, value, "C") for source, thing, value, _ in rows if source == "C"]

    with_copy, all_sources, _ = settle(tmp_path, rows + copies, header=header)

    assert with_copy == values
    assert all_sources["F"]["weight"] == sources["C"]["weight"]
    assert {name: row for name, row in all_sources.items() if name != "F"} == sources


def test_a_copy_of_a_copy_has_the_first_voice(tmp_path: Path) -> None:
    header = "source,object,value,copied_from"
    rows: list[Row] = [("A", "x", "1", ""), ("B", "x", "2", ""), ("C", "x", "2", "B"), ("D", "x", "2", "C")]
    circle: list[Row] = [("E", "x", "3", "F"), ("F", "x", "3", "E")]

    values, _, _ = settle(tmp_path, rows + circle, header=header)

    assert values["x", ""]["conflict"] == "0.6667"


def test_a_source_that_repeats_itself_counts_once(tmp_path: Path) -> None:
    rows = archive()
    values, _, _ = settle(tmp_path, rows)

    again, _, _ = settle(tmp_path, rows + [row for row in rows if row[0] == "C"])

    assert again == values


def test_the_later_word_of_a_source_stands(tmp_path: Path) -> None:
    header = "source,object,value,time"
    rows: list[Row] = [
        ("A", "x", "12", "2025-02-03"),
        ("A", "x", "10", "2025-02-01"),
        ("B", "x", "12", ""),
        ("C", "x", "10", "someday"),
    ]

    values, _, found = settle(tmp_path, rows, header=header)

    assert values["x", ""]["value"] == "12"
    assert any("1 rows have a time that can't be read" in remark for remark in found.remarks)
    assert any("1 rows are set aside" in remark for remark in found.remarks)


def test_numbers_of_another_spelling_are_the_same(tmp_path: Path) -> None:
    values, _, _ = settle(tmp_path, [("A", "x", "1,200"), ("B", "x", "1200.0"), ("C", "x", "1200")])

    assert (values["x", ""]["value"], values["x", ""]["conflict"]) == ("1200", "0.0000")


def test_words_are_settled_by_vote_and_have_no_interval(tmp_path: Path) -> None:
    values, _, found = settle(tmp_path, [("A", "x", "Paris"), ("B", "x", "Paris"), ("C", "x", "Lyon")])

    assert values["x", ""]["value"] == "Paris"
    assert (values["x", ""]["low"], values["x", ""]["high"]) == ("", "")
    assert found.choices[0].method is Method.VOTE


def test_a_word_among_numbers_is_named_by_its_line_and_left_out(tmp_path: Path) -> None:
    rows = archive()
    rows[7] = ("C", "object 1", "N/A")

    values, _, found = settle(tmp_path, rows)

    assert len(values) == 120
    assert [(line.number, line.reason) for line in found.bad] == [
        (9, "'N/A' is no number, as the other values are")
    ]
    assert "1 of 600 values are no numbers" in found.remarks[0]


def test_numbers_among_words_are_words(tmp_path: Path) -> None:
    values, _, found = settle(tmp_path, [("A", "x", "dozens"), ("B", "x", "12"), ("C", "x", "12")])

    assert values["x", ""]["value"] == "12"
    assert "all are taken as words" in found.remarks[0]


@pytest.mark.parametrize(
    "value", ["1000000000000000000", "-5", "0", "0.000001", "1e200"], ids=lambda value: value
)
def test_extreme_numbers_are_sound(tmp_path: Path, value: str) -> None:
    rows = [*archive(), ("A", "z", value), ("B", "z", value), ("C", "z", "17")]

    values, _, found = settle(tmp_path, rows)

    assert float(values["z", ""]["value"]) == round(float(value))
    assert not found.bad


@pytest.mark.parametrize("value", ["NaN", "inf", "1e999", "9" * 400], ids=["NaN", "inf", "1e999", "too long"])
def test_what_is_no_finite_number_is_told_with_its_line(tmp_path: Path, value: str) -> None:
    _, _, found = settle(tmp_path, [*archive(), ("A", "z", value)])

    assert [line.number for line in found.bad] == [602]


def test_a_thousand_values_of_one_object_are_sound(tmp_path: Path) -> None:
    rows: list[Row] = [(f"source {number}", "x", str(number % 700)) for number in range(1000)]

    values, sources, _ = settle(tmp_path, rows)

    assert 0 <= float(values["x", ""]["value"]) < 700
    assert len(sources) == 1000


def test_each_attribute_is_settled_for_itself(tmp_path: Path) -> None:
    rows: list[Row] = []
    for source, thing, value in archive():
        rows += [(source, thing, "count", value), (source, thing, "place", f"town {value}")]

    values, _, found = settle(tmp_path, rows, header="source,object,attribute,value")

    assert len(values) == 240
    assert [choice.attribute for choice in found.choices] == ["count", "place"]
    assert f"town {values['object 3', 'count']['value']}" == values["object 3", "place"]["value"]


def test_many_attributes_share_what_few_values_can_show(tmp_path: Path) -> None:
    rows: list[Row] = [
        (source, "x", f"attribute {number}", str(number)) for number in range(400) for source in ("A", "B")
    ]

    values, _, _ = settle(tmp_path, rows, header="source,object,attribute,value")

    assert all(row["value"] == attribute.split()[1] for (_, attribute), row in values.items())


def test_quotes_and_line_breaks_in_names_come_back_as_they_were(tmp_path: Path) -> None:
    name = 'the "two\nlines", of\tit'

    values, sources, _ = settle(tmp_path, [(name, name, "1"), ("B", name, "1")])

    assert (name, "") in values
    assert name in sources


def test_a_file_without_observations_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(NoText, match="holds no observation"):
        settle(tmp_path, [])

    assert [file.name for file in tmp_path.iterdir()] == ["in.csv"]


def test_a_result_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("source,object,value\nA,B,1\n")

    with pytest.raises(CannotWrite, match="can't be written"):
        estimate_file(tmp_path / "in.csv", tmp_path / "nowhere" / "out.csv")


@pytest.mark.parametrize(
    ("out", "sources"), [("in.csv", None), ("out.csv", "in.csv"), ("out.csv", "out.csv")]
)
def test_no_result_takes_the_place_of_another_file(tmp_path: Path, out: str, sources: str | None) -> None:
    file = written(tmp_path / "in.csv", awkward(objects=3))
    before = file.read_bytes()

    with pytest.raises(CannotWrite, match=r"is where the .*; give another file"):
        estimate_file(file, tmp_path / out, tmp_path / sources if sources else None)

    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("package", "extra"), [("numpy", "archive"), ("pyarrow", "archive"), ("pyspark", "spark")]
)
def test_the_message_says_which_extra_is_missing(tmp_path: Path, package: str, extra: str) -> None:
    (tmp_path / "in.csv").write_text("source,object,value\nA,B,1\n")
    program = (
        f"import sys; sys.modules['{package}'] = None\n"
        "from pathlib import Path\n"
        "from claims.archive import ExtraMissing, estimate_file\n"
        "try: estimate_file(Path(sys.argv[1]), Path(sys.argv[2]), engine=sys.argv[3])\n"
        "except ExtraMissing as error: print(error)\n"
    )

    engine = "spark" if extra == "spark" else "here"
    result = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "in.csv"), str(tmp_path / "out.csv"), engine],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert f"needs {package}; install it with: pip install 'factdesk[{extra}]'" in result.stdout


def test_settling_waits_for_no_pandas(tmp_path: Path) -> None:
    file = written(tmp_path / "in.csv", awkward(objects=30))
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from claims.archive import estimate_file\n"
        "estimate_file(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))\n"
        "print('pandas' in sys.modules)\n"
    )

    result = subprocess.run(
        [sys.executable, "-c", program, str(file), str(tmp_path / "out.csv"), str(tmp_path / "sources.csv")],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert result.stdout == "False\n"
