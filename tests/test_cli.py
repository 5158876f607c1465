"""The commands as people and programs use them: what they print, and how they end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from cli import app

EXAMPLES = Path(__file__).parent.parent / "examples"
ARTICLE = EXAMPLES / "prisoner-release.txt"


@pytest.fixture(autouse=True)
def fresh_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTDESK_DB", raising=False)
    return tmp_path


def factdesk(*words: str | Path, sent: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], input=sent, prog_name="factdesk")


def as_json(*words: str | Path) -> Any:
    return json.loads(factdesk(*words, "--json").stdout)


def test_check_writes_a_report_and_says_that_something_was_found(fresh_folder: Path) -> None:
    result = factdesk("check", ARTICLE)

    assert result.exit_code == 1
    assert "prisoner-release.html" in result.stdout
    assert result.stderr == ""
    assert sorted(path.name for path in fresh_folder.iterdir()) == ["factdesk.db", "prisoner-release.html"]


def test_check_fits_a_screen() -> None:
    lines = factdesk("check", ARTICLE).stdout.splitlines()

    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80


def test_check_on_the_same_bytes_twice_changes_nothing(fresh_folder: Path) -> None:
    first = factdesk("check", ARTICLE)
    before = (fresh_folder / "factdesk.db").read_bytes()

    second = factdesk("check", ARTICLE)

    assert (second.exit_code, second.stdout) == (first.exit_code, first.stdout)
    assert (fresh_folder / "factdesk.db").read_bytes() == before


def test_check_takes_standard_input_and_names_it_by_its_title() -> None:
    result = factdesk("check", "-", sent=ARTICLE.read_bytes())

    assert result.exit_code == 1
    assert [line["slug"] for line in as_json("document", "list")] == [
        "velmaria-frees-123-prisoners-as-norland-ends-nickel-embargo"
    ]


def test_the_database_can_be_named_before_the_command_after_it_and_in_the_environment(
    fresh_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    factdesk("--db", "one.db", "check", ARTICLE)
    factdesk("check", ARTICLE, "--db", "two.db")
    monkeypatch.setenv("FACTDESK_DB", "three.db")
    factdesk("check", ARTICLE)

    assert {"one.db", "two.db", "three.db"} <= {path.name for path in fresh_folder.iterdir()}
    assert not (fresh_folder / "factdesk.db").exists()


def test_once_every_claim_is_decided_check_has_nothing_to_report(fresh_folder: Path) -> None:
    article = fresh_folder / "note.txt"
    article.write_text("The bridge at Arden was opened on Monday.\n", encoding="utf-8")
    factdesk("check", article)
    for claim in as_json("claim", "list", "note", "--status", "unconfirmed"):
        factdesk("claim", "mark", claim["handle"], "confirmed", "--because", "seen it")

    assert factdesk("check", article).exit_code == 0


def test_a_story_takes_several_documents(fresh_folder: Path) -> None:
    factdesk("check", ARTICLE)
    other = fresh_folder / "wire.txt"
    other.write_text("Velmaria released 123 prisoners on 13 December 2025.\n", encoding="utf-8")

    factdesk("check", other, "--story", "prisoner-release")

    assert {line["story"] for line in as_json("document", "list")} == {"prisoner-release"}
    slugs = {place.split(":")[0] for place in _places(as_json("reconcile", "prisoner-release"))}
    assert slugs == {"prisoner-release", "wire"}


def _places(story: Any) -> list[str]:
    return [figure["handle"] for figure in story["figures"]]


def test_mark_prints_the_verdict_and_the_status_that_follows() -> None:
    factdesk("check", ARTICLE)

    result = factdesk(
        "claim",
        "mark",
        "prisoner-release:2",
        "missing-context",
        "--by",
        "reviewer-1",
        "--because",
        "nine are missing",
    )

    assert result.exit_code == 0
    assert "missing context" in result.stdout
    assert "qualified" in result.stdout
    shown = as_json("claim", "show", "prisoner-release:2")
    assert shown["status"] == "qualified"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(
            ["claim", "mark", "prisoner-release:999", "confirmed", "--because", "x"], "999", id="claim"
        ),
        pytest.param(
            ["claim", "mark", "prisoner-release:2", "sure", "--because", "x"], "'sure'", id="verdict"
        ),
        pytest.param(
            ["claim", "mark", "prisoner-release:2", "confirmed", "--because", " "], "reason", id="reason"
        ),
        pytest.param(
            ["claim", "mark", "prisoner-release:2", "confirmed", "--because", "x", "--by", " "],
            "--by",
            id="name",
        ),
        pytest.param(["claim", "show", "nothing:1"], "'nothing'", id="document"),
        pytest.param(["reconcile", "nothing"], "'nothing'", id="story"),
        pytest.param(["report", "html", "nothing"], "'nothing'", id="report of nothing"),
        pytest.param(["check", "missing.txt"], "missing.txt", id="no such file"),
        pytest.param(["check", "."], "not a file", id="a folder"),
        pytest.param(["check", "https://example.com/a"], "https://example.com/a", id="an address"),
        pytest.param(["claim", "show", "12"], "article:12", id="a number alone"),
        pytest.param(["--db", "no/such/a.db", "claim", "list"], "no folder", id="no folder for the database"),
        pytest.param(["compare", "missing.jsonl"], "missing.jsonl", id="no such lines"),
        pytest.param(
            ["report", "html", "prisoner-release", "--out", "no/such/a.html"], "no/such", id="no folder"
        ),
    ],
)
def test_an_error_is_said_once_in_plain_words_and_ends_with_2(words: list[str], said: str) -> None:
    factdesk("check", ARTICLE)
    before = Path("factdesk.db").read_bytes()

    result = factdesk(*words)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("factdesk: ")
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert Path("factdesk.db").read_bytes() == before


def test_a_command_that_only_looks_makes_no_database(fresh_folder: Path) -> None:
    result = factdesk("claim", "list")

    assert result.exit_code == 2
    assert "factdesk check" in result.stderr
    assert list(fresh_folder.iterdir()) == []


def test_a_file_that_cannot_be_read_leaves_no_half_document(fresh_folder: Path) -> None:
    (fresh_folder / "scan.pdf").write_bytes(b"%PDF-1.7\nbroken")

    result = factdesk("check", "scan.pdf")

    assert result.exit_code == 2
    assert "scan.pdf" in result.stderr
    assert not (fresh_folder / "scan.html").exists()
    assert as_json("document", "list") == []


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


def test_reports_come_as_html_and_as_json(fresh_folder: Path) -> None:
    factdesk("check", ARTICLE)

    html = factdesk("report", "html", "prisoner-release", "--out", "release.html")
    record = json.loads(factdesk("report", "json", "prisoner-release").stdout)

    assert html.stdout.strip() == "release.html"
    assert (fresh_folder / "release.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert {
        "handle",
        "text",
        "kind",
        "section",
        "checkable",
        "reported_unconfirmed",
        "status",
        "figures",
    } <= set(record["claims"][0])


def test_lists_are_one_json_array_with_the_promised_keys() -> None:
    factdesk("check", ARTICLE)

    claims, documents = as_json("claim", "list"), as_json("document", "list")

    assert {"slug", "title", "revision", "claims"} <= set(documents[0])
    assert sum(documents[0]["claims"].values()) == len(claims)
    assert claims[1]["handle"] == "prisoner-release:2"


def test_db_upgrade_makes_a_database_and_is_content_with_one(fresh_folder: Path) -> None:
    assert factdesk("db", "upgrade").exit_code == 0
    assert factdesk("db", "upgrade").exit_code == 0
    assert as_json("document", "list") == []


@pytest.mark.parametrize("words", [[], ["check"], ["read"], ["claim"], ["claim", "mark"], ["db", "upgrade"]])
def test_help_shows_an_example_or_the_commands(words: list[str]) -> None:
    shown = factdesk(*words, "--help").stdout

    assert "factdesk" in shown
    assert "Example:" in shown or "Commands:" in shown
    assert len(shown.splitlines()) <= 30


def test_help_loads_no_heavy_library() -> None:
    heavy = ["sqlalchemy", "alembic", "jinja2", "trafilatura", "lxml", "rich", "docx", "pypdfium2"]
    code = (
        "import sys; from typer.testing import CliRunner; from cli import app; "
        "assert CliRunner().invoke(app, ['--help']).exit_code == 0; "
        f"print([name for name in {heavy} if name in sys.modules])"
    )

    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=EXAMPLES.parent
    )

    assert result.stdout.strip() == "[]"


def test_a_reader_that_goes_away_is_no_crash(fresh_folder: Path) -> None:
    lines = "\n".join(json.dumps({"id": str(n), "text": "The bridge was opened. " * 50}) for n in range(200))
    (fresh_folder / "in.jsonl").write_text(lines, encoding="utf-8")
    command = f"{sys.executable} -m cli read --jsonl {fresh_folder / 'in.jsonl'} | head -n 1"

    result = subprocess.run(
        command, shell=True, capture_output=True, text=True, cwd=EXAMPLES.parent, check=True
    )

    assert result.stdout.count("\n") == 1
    assert result.stderr == ""


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


def test_checking_a_saved_page_leaves_the_page_as_it_is(fresh_folder: Path) -> None:
    page = fresh_folder / "flood-barrier.html"
    page.write_bytes((EXAMPLES / "flood-barrier.html").read_bytes())

    result = factdesk("check", "flood-barrier.html")

    assert result.exit_code == 1
    assert page.read_bytes() == (EXAMPLES / "flood-barrier.html").read_bytes()
    assert "factdesk" in (fresh_folder / "flood-barrier.report.html").read_text(encoding="utf-8")


def test_an_unknown_status_is_answered_with_those_there_are() -> None:
    factdesk("check", ARTICLE)

    result = factdesk("claim", "list", "--status", "wrong")

    assert result.exit_code == 2
    assert "'wrong' is no status; choose one of: unconfirmed" in result.stderr
    assert {claim["status"] for claim in as_json("claim", "list", "--status", "not-checkable")} == {
        "not_checkable"
    }


def test_a_fault_of_our_own_is_never_taken_for_something_found() -> None:
    code = "import cli, claims.sent; claims.sent.read = None; cli.main()"
    command = [sys.executable, "-c", code, "read", str(ARTICLE)]

    result = subprocess.run(command, capture_output=True, text=True, cwd=EXAMPLES.parent, check=False)

    assert result.returncode == 2
    assert "Traceback" in result.stderr
    assert "fault of factdesk itself" in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_an_output_that_is_full_is_said_in_a_sentence(fresh_folder: Path) -> None:
    command = f"{sys.executable} -m cli read {ARTICLE} > /dev/full"

    result = subprocess.run(
        command, shell=True, capture_output=True, text=True, cwd=EXAMPLES.parent, check=False
    )

    assert result.returncode == 2
    assert (
        result.stderr
        == "factdesk: the output can't be written (No space left on device); send it elsewhere\n"
    )


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_fault(fresh_folder: Path, closed: str) -> None:
    places = f"--db {fresh_folder}/x.db --out {fresh_folder}/x.html"
    command = f"{sys.executable} -m cli check {ARTICLE} {places} {closed}"

    result = subprocess.run(
        command, shell=True, capture_output=True, text=True, cwd=EXAMPLES.parent, check=False
    )

    assert result.returncode == 1
    assert "Traceback" not in result.stderr


def test_a_terminal_that_knows_few_characters_is_shown_the_others_spelled_out(fresh_folder: Path) -> None:
    command = [sys.executable, "-m", "cli", "--db", str(fresh_folder / "x.db"), "check", str(ARTICLE)]

    result = subprocess.run(
        [*command, "--out", str(fresh_folder / "x.html")],
        capture_output=True,
        cwd=EXAMPLES.parent,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        check=False,
    )

    assert result.returncode == 1
    assert b"Traceback" not in result.stderr
    assert b"Velmaria frees 123 prisoners" in result.stdout


@pytest.mark.parametrize("words", [["claim", "list"], ["document", "show"], ["reconcile"], ["claim", "show"]])
def test_a_name_that_is_no_text_is_not_found(fresh_folder: Path, words: list[str]) -> None:
    factdesk("check", ARTICLE)
    name = os.fsdecode(b"\xff:1") if words == ["claim", "show"] else os.fsdecode(b"\xff")

    result = subprocess.run(
        [sys.executable, "-m", "cli", "--db", str(fresh_folder / "factdesk.db"), *words, name],
        capture_output=True,
        text=True,
        cwd=EXAMPLES.parent,
        check=False,
    )

    assert result.returncode == 2
    assert "there is no" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_version_is_told() -> None:
    assert factdesk("--version").stdout.startswith("factdesk ")


def test_what_the_text_calls_unconfirmed_is_listed_last_once_somebody_reviewed_it() -> None:
    factdesk("check", ARTICLE)
    first = as_json("claim", "list", "--reported-unconfirmed")[0]["handle"]
    factdesk("claim", "mark", first, "confirmed", "--because", "seen")

    screen = factdesk("check", ARTICLE).stdout

    listed = [line.split()[0] for line in screen.splitlines() if line.startswith("  prisoner-release:")]
    assert listed[-1] == first
    assert "since reviewed: confirmed" in screen
    assert "1 of them reviewed since" in Path("prisoner-release.html").read_text(encoding="utf-8")
