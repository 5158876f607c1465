"""Documents from the command line: what one is checked for, and who wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.running import as_json, factdesk

pytestmark = pytest.mark.usefixtures("fresh_folder")


@pytest.fixture(autouse=True)
def ferry(fresh_folder: Path) -> Path:
    path = fresh_folder / "ferry.txt"
    path.write_text("Ferry stays in port\n\nBy Ben Cole\n\nIt carried 40 people on Monday.\n", "utf-8")
    return path


def purpose() -> tuple[str | None, list[str]]:
    shown = as_json("document", "show", "ferry")
    return shown["purpose"], shown["authors"]


@pytest.mark.parametrize("command", [["document", "add"], ["check"]], ids=" ".join)
def test_a_text_comes_in_with_what_it_is_for_and_who_wrote_it(command: list[str]) -> None:
    factdesk(*command, "ferry.txt", "--as", "public", "--author", "Cy Dunn", "--by", "ada")

    assert purpose() == ("public", ["Cy Dunn", "Ben Cole"])
    assert "checked as   published by others, says ada" in factdesk("document", "show", "ferry").stdout


def test_where_nobody_said_it_is_taken_for_a_draft_and_that_is_told() -> None:
    factdesk("document", "add", "ferry.txt")

    assert purpose() == (None, ["Ben Cole"])
    shown = factdesk("document", "show", "ferry").stdout
    assert "checked as   a draft of our own, since nobody said otherwise" in shown


def test_it_can_be_said_later_and_the_same_file_again_can_say_it_too() -> None:
    factdesk("document", "add", "ferry.txt")
    factdesk("document", "purpose", "ferry", "public")
    assert purpose() == ("public", ["Ben Cole"])

    factdesk("document", "add", "ferry.txt", "--as", "draft")
    assert purpose() == ("draft", ["Ben Cole"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(
            ["document", "add", "ferry.txt", "--as", "blog"], "'blog' is no purpose", id="no purpose"
        ),
        pytest.param(["check", "ferry.txt", "--author", "Cy"], "goes with --as", id="an author alone"),
        pytest.param(["document", "purpose", "fery", "draft"], "no document 'fery'", id="no document"),
    ],
)
def test_what_can_not_be_said_is_refused_and_nothing_stored(words: list[str], said: str) -> None:
    factdesk("db", "upgrade")

    result = factdesk(*words)

    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
    assert as_json("document", "list") == []
