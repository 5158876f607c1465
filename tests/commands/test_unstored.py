"""Records in, records out: what other programs send and get."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.running import ARTICLE, factdesk

pytestmark = pytest.mark.usefixtures("fresh_folder")


def test_read_prints_a_record_a_file_and_goes_on_after_a_bad_one(fresh_folder: Path) -> None:
    result = factdesk("read", ARTICLE, "missing.txt", ARTICLE)

    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 2
    assert [record["id"] for record in records] == [str(ARTICLE)] * 2
    assert "missing.txt" in result.stderr
    assert list(fresh_folder.iterdir()) == []


def test_read_names_a_bad_line_by_file_and_number_and_keeps_the_order(fresh_folder: Path) -> None:
    lines = ['{"id": "a", "text": "One."}', "{", '{"id": "b"}', "[]", '{"id": "c", "text": "Three."}']
    (fresh_folder / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")

    result = factdesk("read", "--jsonl", "in.jsonl")

    assert result.exit_code == 2
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a", "c"]
    assert [line.split(": ")[1] for line in result.stderr.splitlines()] == [
        "in.jsonl, line 2",
        "in.jsonl, line 3",
        "in.jsonl, line 4",
    ]


def test_text_by_json_lines_is_never_normalised(fresh_folder: Path) -> None:
    text = "\ufeff  Arden\r\n\r\n\u2022 Bridge\u00a0opened.  \n"
    (fresh_folder / "in.jsonl").write_text(json.dumps({"id": "a", "text": text}), encoding="utf-8")

    record = json.loads(factdesk("read", "--jsonl", "in.jsonl").stdout)

    assert record["text"] == text


def test_read_can_write_into_a_file(fresh_folder: Path) -> None:
    result = factdesk("read", ARTICLE, "--out", "out.jsonl")

    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads((fresh_folder / "out.jsonl").read_text(encoding="utf-8"))["claims"]


def test_compare_relates_statements_and_goes_on_after_a_bad_line(fresh_folder: Path) -> None:
    statements = [
        {"id": "a", "text": "Velmaria released 123 prisoners on Saturday."},
        {"id": "b", "text": "Velmaria released 132 prisoners on Saturday."},
    ]
    lines = [json.dumps(statements[0]), "nonsense", json.dumps(statements[1])]
    (fresh_folder / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")

    result = factdesk("compare", "in.jsonl")

    found = json.loads(result.stdout)
    assert result.exit_code == 2
    assert "in.jsonl, line 2" in result.stderr
    assert [(pair["a"], pair["b"], pair["relation"]) for pair in found["pairs"]] == [
        ("a.0", "b.0", "conflict")
    ]


def test_an_id_may_be_a_number(fresh_folder: Path) -> None:
    number = "7" * 5000
    (fresh_folder / "in.jsonl").write_text(f'{{"id": {number}, "text": "One."}}', encoding="utf-8")

    assert json.loads(factdesk("read", "--jsonl", "in.jsonl").stdout)["id"] == number


def test_several_jobs_keep_the_order_and_name_the_bad_lines(fresh_folder: Path) -> None:
    lines = [json.dumps({"id": str(n), "text": f"Arden counted {n} boats."}) for n in range(300)]
    lines[150] = "nonsense"
    (fresh_folder / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")

    alone, together = (factdesk("read", "--jsonl", "in.jsonl", "--jobs", jobs) for jobs in ("1", "3"))

    assert alone.stdout == together.stdout
    assert alone.stdout.count("\n") == 299
    assert [(result.exit_code, result.stderr) for result in (alone, together)] == [
        (2, alone.stderr),
        (
            2,
            "factdesk: in.jsonl, line 151: is no JSON (Expecting value at character 0); "
            'each line is an object such as {"id": "a", "text": "…"}\n',
        ),
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        pytest.param('{"id": "a", "text": "\\ud800"}', "half a character", id="lone surrogate"),
        pytest.param("[" * 100_000, "nested too deeply", id="nested"),
        pytest.param('{"text": "One."}', 'no "id"', id="no id"),
        pytest.param('{"id": "", "text": "One."}', 'no "id"', id="an empty id"),
        pytest.param('{"id": true, "text": "One."}', 'no "id"', id="an id that is no text"),
        pytest.param(
            '{"id": "\\ud800", "text": "One."}', "half a character", id="half a character for an id"
        ),
        pytest.param('{"id": "a", "text": "One.", "n": ' + "1" * 5000 + "0", "is no JSON", id="cut off"),
        pytest.param('{"id": "a", "text": 5}', '"text" is not a string', id="a number for a text"),
        pytest.param("5", "no JSON object", id="a number"),
    ],
)
def test_a_line_that_cannot_be_read_says_why(fresh_folder: Path, line: str, said: str) -> None:
    (fresh_folder / "in.jsonl").write_text(line, encoding="utf-8")

    for command in (["read", "--jsonl"], ["compare"]):
        result = factdesk(*command, "in.jsonl")

        assert result.exit_code == 2
        assert said in result.stderr
