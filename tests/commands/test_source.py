"""The registry of sources from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.running import as_json, factdesk

BOATS = """Harbour town frees 40 boats

The harbour master released 40 boats on Monday, she said.

Sources

- Harbour Office (official body) — the list of boats.
- Heron — a note.
"""

pytestmark = pytest.mark.usefixtures("fresh_folder")


def because(reason: str) -> list[str]:
    return ["--by", "ada", "--because", reason]


def test_a_source_is_added_shown_and_graded() -> None:
    added = factdesk("source", "add", "Harbour Office", "--kind", "official", "--primary-for", "shipping")
    graded = factdesk("source", "grade", "harbour office", "b", *because("right so far"), "--for", "boats")
    shown = as_json("source", "show", "source:1")

    assert (added.exit_code, graded.exit_code) == (0, 0)
    assert "nobody has graded it yet" in added.stdout
    assert "B for boats, ada" in graded.stdout
    assert (shown["name"], shown["kind"], shown["primary_for"]) == (
        "Harbour Office",
        "official",
        ["shipping"],
    )
    assert (shown["grade"], shown["grades"][0]["grade"], shown["grades"][0]["scope"]) == (None, "B", "boats")


def test_the_three_answers_about_reliability_are_listed_apart() -> None:
    for name, grade in {"Gazette": "C", "Herald": "F"}.items():
        factdesk("source", "add", name)
        factdesk("source", "grade", name, grade, *because("its record"))
    factdesk("source", "add", "Courier")

    listed = factdesk("source", "list").stdout

    headings = ["C, fairly reliable", "Not graded (F)", "Nobody has graded yet"]
    assert [listed.index(heading) for heading in headings] == sorted(map(listed.index, headings))
    assert [one["grade"] for one in as_json("source", "list")] == ["C", "F", None]


def test_a_document_that_lists_a_source_is_named_but_not_beside_a_code_name(fresh_folder: Path) -> None:
    (fresh_folder / "boats.txt").write_text(BOATS, encoding="utf-8")
    factdesk("document", "add", "boats.txt")
    factdesk("source", "add", "The HARBOUR office")
    factdesk("source", "add", "Heron", "--protected")

    assert as_json("source", "show", "source:1")["documents"] == ["boats"]
    assert as_json("source", "show", "source:2")["documents"] == []


def test_names_are_made_one_and_parted_again() -> None:
    factdesk("source", "add", "Courier Online")
    factdesk("source", "add", "Harbour Courier", "--owner", "Ferry Lines Ltd")

    merged = factdesk("source", "merge", "courier online", "harbour courier", *because("one newsroom"))
    undone = factdesk("source", "merge", "--undo", "1", *because("two by now"))

    assert "source:1 (Courier Online), merge 1, ada" in merged.stdout
    assert undone.stdout.startswith("source:1  Courier Online")
    assert len(as_json("source", "list")) == 2


def test_what_was_said_can_be_said_anew() -> None:
    factdesk("source", "add", "Courier", "--owner", "Ferry Lines Ltd")

    factdesk("source", "set", "Courier", "--owner", "Town of Ellin", "--language", "en")

    assert as_json("source", "show", "Courier")["owner"] == "Town of Ellin"


def test_a_warning_is_given_where_a_protected_source_may_be_told() -> None:
    plain = factdesk("source", "add", "Heron", "--protected")
    note = factdesk("source", "grade", "Heron", "B", *because("an aunt of Ben Dock"))

    assert plain.stderr == ""
    assert "'Ben Dock' looks like somebody's name" in note.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["add", "Crow", "--protected", "--owner", "x"], "leave out --owner", id="protected"),
        pytest.param(["add", "Ada Marsh", "--protected"], "never forgets", id="a name for a code name"),
        pytest.param(["add", "Crow", "--kind", "blog"], "no kind of source", id="no kind"),
        pytest.param(["add", "The Heron"], "choose another name", id="a code name"),
        pytest.param(["show", "Harald"], "did you mean Herald", id="no such source"),
        pytest.param(["grade", "Herald", "Z", "--because", "x"], "'Z' is no grade", id="no grade"),
        pytest.param(["merge", "Herald", "--because", "x"], "name two sources", id="half a merge"),
        pytest.param(["merge", "Herald", "Heron", "--because", "x"], "is protected", id="protected merge"),
        pytest.param(["merge", "--undo", "4", "--because", "x"], "no merge 4", id="no merge"),
        pytest.param(["set", "Herald"], "nothing new is said", id="nothing said"),
    ],
)
def test_what_cannot_be_done_is_told_and_stores_nothing(words: list[str], said: str) -> None:
    factdesk("source", "add", "Herald")
    factdesk("source", "add", "Heron", "--protected")
    before = as_json("source", "list")

    refused = factdesk("source", *words)

    assert refused.exit_code == 2
    assert said in refused.stderr
    assert as_json("source", "list") == before


def test_what_a_story_suggests_is_listed_and_taken_over(fresh_folder: Path) -> None:
    (fresh_folder / "boats.txt").write_text(BOATS, encoding="utf-8")
    factdesk("document", "add", "boats.txt")

    suggested = factdesk("source", "list", "--suggested", "boats")
    added = factdesk("source", "add", "--from-story", "boats")

    assert "Harbour Office" in suggested.stdout
    assert "listed by a document: boats" in suggested.stdout
    assert added.exit_code == 0
    assert {one["found_in"] for one in as_json("source", "list")} >= {"listed"}
    assert as_json("source", "list", "--suggested", "boats") == []
    assert "is registered" in factdesk("source", "list", "--suggested", "boats").stdout


def test_a_table_is_imported_with_a_report_by_row(fresh_folder: Path) -> None:
    (fresh_folder / "s.csv").write_text("Name;Kind\nGazette;news\nHerald;blog\n;news\n", encoding="utf-8")

    tried = factdesk("source", "import", "s.csv", "--dry-run")
    nothing = factdesk("source", "import", "s.csv", "--all-or-nothing")
    some = factdesk("source", "import", "s.csv")
    again = as_json("source", "import", "s.csv")

    assert [result.exit_code for result in (tried, nothing, some)] == [1, 1, 1]
    assert "Nothing was stored, as you asked. Of 3 rows: 1 would be added" in tried.stdout
    assert "Nothing was stored: 2 of 3 rows refused, and 1 left out with them." in nothing.stdout
    assert "1 of 3 rows taken: 1 added, 0 known already, 2 refused." in some.stdout
    assert "s.csv, line 3: 'blog' is no kind of source" in some.stdout
    assert "s.csv, line 4: has no name" in some.stdout
    assert (again["added"], again["same"], again["refused"]) == (0, 1, 2)
    assert [row["outcome"] for row in again["rows"]] == ["same", "refused", "refused"]


def test_a_good_table_ends_with_0_and_a_bad_file_with_2(fresh_folder: Path) -> None:
    (fresh_folder / "good.jsonl").write_text('{"name": "Gazette"}\n', encoding="utf-8")
    (fresh_folder / "bad.csv").write_text("nam,kind\nGazette,news\n", encoding="utf-8")

    bad = factdesk("source", "import", "bad.csv")

    assert factdesk("source", "import", "good.jsonl").exit_code == 0
    assert bad.exit_code == 2
    assert "unknown column 'nam' (did you mean name?)" in bad.stderr
