"""Statements that other programs send are read line by line; a bad line is told, and the rest goes on."""

from __future__ import annotations

import json
import multiprocessing
import tracemalloc
from pathlib import Path

import pytest

from claims.errors import ReaderEnded
from claims.reconcile.compare import compare
from claims.reconcile.record import Item
from claims.sent import records_of_lines, statements
from sources.jsonl import BadLine

GOOD = json.dumps({"id": "good", "text": "The storm killed 12 people."})


def sent(folder: Path, *lines: str) -> tuple[list[Item], list[str]]:
    """The items and the complaints of a file with some lines."""
    path = folder / "in.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    found = list(statements(path))
    items = [each for each in found if isinstance(each, Item)]
    return items, [str(each).removeprefix(f"{path}, ") for each in found if isinstance(each, BadLine)]


def test_a_second_line_of_one_id_is_told_and_the_first_stands(tmp_path: Path) -> None:
    items, complaints = sent(tmp_path, GOOD, GOOD.replace("12", "13"))

    assert [item.id for item in items] == ["good"]
    assert complaints == ['line 2: has the id "good" of line 1; give each line an id of its own']


def test_an_empty_file_gives_nothing_and_no_complaint(tmp_path: Path) -> None:
    assert sent(tmp_path) == ([], [])


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("Nobody came.", [], id="no number"),
        pytest.param("The load was 12 zorgs.", ["12"], id="a unit that is unknown"),
        pytest.param("The storm killed -12 people.", ["-12"], id="a negative count"),
        pytest.param("NaN people died, infinitely many fled.", [], id="NaN"),
        pytest.param(
            "The fund holds £1,000,000,000,000,000,000.", ["1000000000000000000"], id="a number of 19 digits"
        ),
        pytest.param('He "said"\n\nthat 12 died.', ["12"], id="quotes and lines"),
    ],
)
def test_a_text_that_is_odd_gives_a_sound_result(tmp_path: Path, text: str, values: list[str]) -> None:
    items, complaints = sent(tmp_path, json.dumps({"id": "odd", "text": text}), GOOD)

    record = compare(items)

    assert complaints == []
    assert [figure["value"] for figure in record["figures"]] == [*values, "12"]
    assert json.loads(json.dumps(record)) == record


def test_names_with_quotes_and_new_lines_are_kept_as_they_are(tmp_path: Path) -> None:
    name = 'The "Daily"\nPost'
    line = json.dumps({"id": 'a "b"\n', "text": "12 people died.", "outlet": name, "speaker": 'A "B"\n; C'})

    items, complaints = sent(tmp_path, line)

    assert complaints == []
    assert (items[0].id, items[0].outlet) == ('a "b"\n', name)
    assert compare(items)["figures"][0]["id"] == 'a "b"\n.0'


def test_a_thousand_figures_of_one_quantity_are_all_there(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": f"{number}", "text": f"The march drew {number} people."}) for number in range(1000)
    ]

    record = compare(sent(tmp_path, *lines)[0])

    assert len(record["figures"]) == 1000
    assert any("compared with its nearest only" in quantity["why"] for quantity in record["quantities"])


def test_several_processes_hold_a_few_lines_of_a_long_file_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    with path.open("w") as file:
        file.writelines(f"{'x' * 1_200_000}\n" for _ in range(40))

    tracemalloc.start()
    found = list(records_of_lines(path, jobs=2))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert [each.number for each in found if isinstance(each, BadLine)] == list(range(1, 41))
    assert most < 20_000_000


def test_a_process_that_is_killed_is_told_with_the_line_that_reading_came_to(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(f"{GOOD}\n" * 2_000)
    records = records_of_lines(path, jobs=2)
    next(records)

    multiprocessing.active_children()[0].kill()

    with pytest.raises(ReaderEnded, match=r"line \d+: nothing from here on was read.*fewer --jobs"):
        list(records)
