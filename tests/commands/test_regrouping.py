"""Splitting, joining and setting aside from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.running import ARTICLE, as_json, factdesk

pytestmark = pytest.mark.usefixtures("fresh_folder")

WHOLE = "prisoner-release:9"
AT = "together with Velmarian"
PARTS = ["prisoner-release:73", "prisoner-release:74"]


@pytest.fixture(autouse=True)
def article(fresh_folder: Path) -> None:
    factdesk("document", "add", ARTICLE)


def split() -> None:
    assert factdesk("claim", "split", WHOLE, "--at", AT, "--by", "Ada").exit_code == 0


def test_a_split_shows_what_was_made() -> None:
    shown = factdesk("claim", "split", WHOLE, "--at", AT, "--by", "Ada", "--because", "two groups").stdout

    assert shown.splitlines() == [
        "revision 2: prisoner-release:9 split by Ada into prisoner-release:73 and",
        "prisoner-release:74: “two groups”",
        "",
        "prisoner-release:73  ? unconfirmed  Kostania’s prisoner exchange coordination c…",
        "prisoner-release:74  ? unconfirmed  together with Velmarian dissidents.",
    ]


def test_the_whole_and_its_parts_say_so() -> None:
    split()

    whole, part = factdesk("claim", "show", WHOLE).stdout, factdesk("claim", "show", PARTS[0]).stdout

    assert "Split by Ada into prisoner-release:73 and prisoner-release:74 on" in " ".join(whole.split())
    assert "Part of prisoner-release:9, split by Ada on" in " ".join(part.split())


def test_the_diff_shows_a_split_as_what_it_is() -> None:
    split()

    shown = factdesk("document", "diff", "prisoner-release")

    assert shown.exit_code == 1
    assert "the words are those of revision 1; 2 new, 71 carried, 1 split" in shown.stdout
    assert "Cut:" not in shown.stdout
    assert as_json("document", "diff", "prisoner-release")["same_words"] is True


def test_joining_brings_the_claim_back() -> None:
    split()

    joined = as_json("claim", "join", *PARTS, "--by", "Ben")

    assert (joined["kind"], joined["of"], joined["made"]) == ("join", PARTS, [WHOLE])
    assert [claim["handle"] for claim in joined["claims"]] == [WHOLE]


def test_reports_are_written_of_a_text_that_was_split() -> None:
    split()

    factdesk("report", "html", "prisoner-release", "--out", "it.html")
    factdesk("document", "diff", "prisoner-release", "--out", "diff.html")

    assert "Part of prisoner-release:9, split by Ada" in Path("it.html").read_text(encoding="utf-8")
    assert "prisoner-release:9 split by Ada into" in Path("diff.html").read_text(encoding="utf-8")


def test_a_section_can_be_checked_after_all() -> None:
    before = as_json("claim", "list", "prisoner-release", "--status", "not-checkable")
    held = [one["handle"] for one in before if one["section"] == "Sources"]

    made = as_json("claim", "checkable", "prisoner-release", "--section", "Sources", "--because", "we ask")

    assert held
    assert [one["handle"] for one in made] == held
    assert {one["status"] for one in made} == {"unconfirmed"}


def test_a_section_is_set_aside_and_furniture_taken_in() -> None:
    aside = as_json("claim", "furniture", "prisoner-release", "--section", "Sources", "--because", "a list")
    taken = as_json("claim", "checkable", "prisoner-release", "--furniture", "--because", "no button")

    assert aside["kind"] == "furniture"
    assert aside["made"] == []
    assert "Leave a Comment" in [claim["text"] for claim in taken["claims"]]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["claim", "split", WHOLE, "--at", "no such words"], "does not stand in", id="words"),
        pytest.param(["claim", "join", WHOLE], "alone is one claim already", id="alone"),
        pytest.param(["claim", "furniture", "prisoner-release", "--because", "x"], "or a section", id="all"),
        pytest.param(["claim", "checkable", "prisoner-release", "--because", "x"], "or a section", id="any"),
    ],
)
def test_what_can_not_be_done_is_said_with_the_next_step(words: list[str], said: str) -> None:
    result = factdesk(*words)

    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())


def test_the_parts_stay_with_whoever_had_the_whole() -> None:
    factdesk("claim", "assign", WHOLE, "--to", "Ben", "--by", "Cy")

    split()

    mine = factdesk("claim", "list", "--mine", "--by", "Ben").stdout
    assert [line.split()[0] for line in mine.splitlines()] == PARTS


def test_what_is_joined_of_two_persons_is_nobodys() -> None:
    split()
    factdesk("claim", "assign", PARTS[0], "--to", "Ben", "--by", "Cy")
    factdesk("claim", "assign", PARTS[1], "--to", "Cy", "--by", "Cy")

    factdesk("claim", "join", *PARTS, "--by", "Ada")

    assert factdesk("claim", "list", "--mine", "--by", "Ben").stdout == "No claims.\n"
