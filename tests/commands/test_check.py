"""The main job from the command line."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.commands.running import ARTICLE, EXAMPLES, as_json, factdesk

pytestmark = pytest.mark.usefixtures("fresh_folder")


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


def test_check_on_the_same_bytes_twice_changes_nothing_but_the_note_of_what_was_printed() -> None:
    first = factdesk("check", ARTICLE)
    before = kept()

    second = factdesk("check", ARTICLE)

    assert (second.exit_code, second.stdout) == (first.exit_code, first.stdout)
    assert kept() == before


def kept() -> list[str]:
    """Every row of the ledger as SQL, the notes of printed reports left out."""
    with closing(sqlite3.connect("factdesk.db")) as connection:
        return [line for line in connection.iterdump() if '"printed_reports" VALUES' not in line]


def test_check_takes_standard_input_and_names_it_by_its_title() -> None:
    result = factdesk("check", "-", sent=ARTICLE.read_bytes())

    assert result.exit_code == 1
    assert [line["slug"] for line in as_json("document", "list")] == [
        "velmaria-frees-123-prisoners-as-norland-ends-nickel-embargo"
    ]


def test_once_every_claim_is_decided_check_has_nothing_to_report(fresh_folder: Path) -> None:
    article = fresh_folder / "note.txt"
    article.write_text("The bridge at Arden was opened on Monday.\n", encoding="utf-8")
    factdesk("check", article)
    for claim in as_json("claim", "list", "note", "--status", "unconfirmed"):
        factdesk("claim", "mark", claim["handle"], "not-checkable", "--because", "seen it")

    assert factdesk("check", article).exit_code == 0


def test_a_story_takes_several_documents(fresh_folder: Path) -> None:
    factdesk("check", ARTICLE)
    other = fresh_folder / "wire.txt"
    other.write_text("Velmaria released 123 prisoners on 13 December 2025.\n", encoding="utf-8")

    factdesk("check", other, "--story", "prisoner-release")

    assert {line["story"] for line in as_json("document", "list")} == {"prisoner-release"}
    figures = as_json("reconcile", "prisoner-release")["figures"]
    slugs = {figure["handle"].split(":")[0] for figure in figures}
    assert slugs == {"prisoner-release", "wire"}


def test_a_file_that_cannot_be_read_leaves_no_half_document(fresh_folder: Path) -> None:
    (fresh_folder / "scan.pdf").write_bytes(b"%PDF-1.7\nbroken")

    result = factdesk("check", "scan.pdf")

    assert result.exit_code == 2
    assert "scan.pdf" in result.stderr
    assert not (fresh_folder / "scan.html").exists()
    assert as_json("document", "list") == []


def test_checking_a_saved_page_leaves_the_page_as_it_is(fresh_folder: Path) -> None:
    page = fresh_folder / "flood-barrier.html"
    page.write_bytes((EXAMPLES / "flood-barrier.html").read_bytes())

    result = factdesk("check", "flood-barrier.html")

    assert result.exit_code == 1
    assert page.read_bytes() == (EXAMPLES / "flood-barrier.html").read_bytes()
    assert "factdesk" in (fresh_folder / "flood-barrier.report.html").read_text(encoding="utf-8")


def test_what_the_text_calls_unconfirmed_is_listed_last_once_somebody_reviewed_it() -> None:
    factdesk("check", ARTICLE)
    first = as_json("claim", "list", "--reported-unconfirmed")[0]["handle"]
    factdesk("claim", "mark", first, "not-checkable", "--because", "seen")

    screen = factdesk("check", ARTICLE).stdout

    listed = [line.split()[0] for line in screen.splitlines() if line.startswith("  prisoner-release:")]
    assert listed[-1] == first
    assert "since reviewed: not checkable" in screen
    assert "1 of them reviewed since" in Path("prisoner-release.html").read_text(encoding="utf-8")
