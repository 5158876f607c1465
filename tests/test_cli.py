"""The switchboard: help, errors, exit statuses and streams, whatever the command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli import COMMANDS, loaded
from tests.commands.running import ARTICLE, EXAMPLES, factdesk

pytestmark = pytest.mark.usefixtures("fresh_folder")


def test_the_database_can_be_named_before_the_command_after_it_and_in_the_environment(
    fresh_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    factdesk("--db", "one.db", "check", ARTICLE)
    factdesk("check", ARTICLE, "--db", "two.db")
    monkeypatch.setenv("FACTDESK_DB", "three.db")
    factdesk("check", ARTICLE)

    assert {"one.db", "two.db", "three.db"} <= {path.name for path in fresh_folder.iterdir()}
    assert not (fresh_folder / "factdesk.db").exists()


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
        pytest.param(["check", "ftp://example.com/a"], "ftp://example.com/a", id="no web address"),
        pytest.param(["document", "add", "https://example.com/a"], "factdesk check URL", id="an address"),
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


@pytest.mark.parametrize("words", [["check"], ["read"], ["claim", "mark"], ["db", "upgrade"]])
def test_the_help_of_a_command_shows_an_example(words: list[str]) -> None:
    shown = factdesk(*words, "--help").stdout

    assert "Example:  factdesk" in shown
    assert len(shown.splitlines()) <= 40


@pytest.mark.parametrize(
    ("words", "heading", "last"),
    [
        pytest.param([], "For other programs, without a database:", "stories", id="all"),
        pytest.param(["claim"], "Claims made in public:", "appeared", id="under headings"),
        pytest.param(["db"], "Commands:", "upgrade", id="without"),
    ],
)
def test_the_help_of_a_group_lists_its_commands_on_a_screen(
    words: list[str], heading: str, last: str
) -> None:
    shown = factdesk(*words, "--help").stdout

    assert last in shown.partition(heading)[2]
    assert len(shown.splitlines()) <= 55


def test_help_loads_no_heavy_library() -> None:
    heavy = [
        "sqlalchemy",
        "alembic",
        "jinja2",
        "trafilatura",
        "lxml",
        "rich",
        "docx",
        "pypdfium2",
        "httpx",
    ]
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


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_of_each_what_it_says_of_itself(name: str) -> None:
    command = loaded(name)

    assert command.name == name
    assert command.help.strip().splitlines()[0] == COMMANDS[name].help
