"""From one shift to the next, from the command line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.commands.running import ARTICLE, EXAMPLES, as_json, factdesk

pytestmark = pytest.mark.usefixtures("fresh_folder")


@pytest.fixture(autouse=True)
def texts(fresh_folder: Path) -> None:
    factdesk("document", "add", ARTICLE, "--by", "nils")
    factdesk("document", "add", EXAMPLES / "release-sidebar.txt", "--by", "nils")


def said(*words: str) -> str:
    return " ".join(factdesk(*words).stdout.split())


def handles(*words: str) -> list[str]:
    return [claim["handle"] for claim in as_json("claim", "list", *words)]


def test_claims_are_assigned_and_it_is_said_whose_they_were() -> None:
    factdesk("claim", "assign", "prisoner-release:12", "--to", "Ben")

    shown = factdesk("claim", "assign", "prisoner-release:12-13", "release-sidebar:2", "--to", "Ada").stdout

    assert shown.splitlines() == [
        "prisoner-release:12  assigned to Ada; had been Ben’s",
        "prisoner-release:13  assigned to Ada",
        "release-sidebar:2    assigned to Ada",
    ]
    again = as_json("claim", "assign", "prisoner-release:12", "--to-nobody")
    assert again == [{"handle": "prisoner-release:12", "assigned_to": None, "before": "Ada"}]


def test_a_queue_is_whose_and_what() -> None:
    factdesk("claim", "assign", "prisoner-release:5-6", "release-sidebar:2", "--to", "Ben")

    assert handles("--mine", "--by", "ben") == [
        "prisoner-release:5",
        "prisoner-release:6",
        "release-sidebar:2",
    ]
    assert handles("--mine", "--unconfirmed", "--by", "ben") == ["prisoner-release:5", "release-sidebar:2"]
    assert handles("release-sidebar", "--assigned-to", "Ben") == ["release-sidebar:2"]
    assert handles("--mine", "--status", "not-checkable", "--by", "ben") == ["prisoner-release:6"]
    assert "prisoner-release:5" not in handles("--unassigned")
    assert handles("--mine", "--by", "ada") == []


def test_a_list_has_a_column_for_people_only_where_somebody_has_a_claim() -> None:
    plain = factdesk("claim", "list", "release-sidebar").stdout

    factdesk("claim", "assign", "release-sidebar:2", "--to", "Ben")
    factdesk("claim", "work", "release-sidebar:2", "--by", "Ben")
    factdesk("claim", "work", "release-sidebar:3", "--by", "Cora")
    told = factdesk("claim", "list", "release-sidebar").stdout.splitlines()

    assert "Ben" not in plain
    assert next(line for line in told if "Ben, at it" in line).startswith("release-sidebar:2 ")
    assert next(line for line in told if "Cora at it" in line).startswith("release-sidebar:3 ")
    assert max(map(len, told)) <= 80
    listed = {claim["handle"]: claim for claim in as_json("claim", "list", "release-sidebar")}
    assert (listed["release-sidebar:2"]["assigned_to"], listed["release-sidebar:2"]["worked_on_by"]) == (
        "Ben",
        ["Ben"],
    )
    assert (listed["release-sidebar:4"]["assigned_to"], listed["release-sidebar:4"]["worked_on_by"]) == (
        None,
        [],
    )


def test_who_begins_on_a_claim_is_told_who_is_at_it() -> None:
    factdesk("claim", "work", "release-sidebar:2", "--by", "Ben")

    shown = said("claim", "work", "release-sidebar:2", "--by", "Ada")

    assert shown.startswith("release-sidebar:2: Ben is at it as well; talk to them first")
    assert handles("--worked-on") == ["release-sidebar:2"]
    factdesk("claim", "work", "release-sidebar:2", "--stop", "--by", "Ada")
    assert said("claim", "work", "release-sidebar:2", "--stop", "--by", "Ben").endswith("nobody is at it")
    assert handles("--worked-on") == []


def test_what_is_due_is_listed_with_its_day() -> None:
    whom = ["--whom", "the embassy", "--channel", "e-mail"]
    factdesk("claim", "contacted", "release-sidebar:2", *whom, "--due", "2025-12-14")
    later = (datetime.now(UTC) + timedelta(days=4)).date().isoformat()
    factdesk("claim", "contacted", "release-sidebar:3", *whom, "--due", later)

    assert handles("--due") == ["release-sidebar:2"]
    assert handles("--due", "--within", "1w") == ["release-sidebar:2", "release-sidebar:3"]
    assert "[due 14 December 2025]" in factdesk("claim", "list", "--due").stdout
    (claim,) = as_json("claim", "list", "--due")
    assert (claim["due"][:10], claim["due_for"]) == ("2025-12-14", "a reply from the embassy")


def test_notes_are_shown_on_the_claim_and_in_the_list_and_in_no_report() -> None:
    factdesk("claim", "note", "release-sidebar:2", "they call back at six", "--by", "Ada")
    factdesk("story", "note", "release-sidebar", "the list is in the safe", "--by", "Ben")

    shown = said("claim", "show", "release-sidebar:2")
    listed = said("story", "notes")
    factdesk("report", "html", "release-sidebar", "--out", "desk.html")
    report = factdesk("report", "json", "release-sidebar").stdout

    assert "note Ada" in shown
    assert "they call back at six" in shown
    assert "they call back at six" in listed
    assert "the list is in the safe" in listed
    assert [note["text"] for note in as_json("story", "notes", "release-sidebar")] == [
        "the list is in the safe",
        "they call back at six",
    ]
    assert "they call back" not in report + Path("desk.html").read_text(encoding="utf-8")


def test_a_report_says_nothing_of_who_has_a_claim() -> None:
    factdesk("claim", "assign", "release-sidebar:2", "--to", "Benjamin")
    factdesk("claim", "work", "release-sidebar:2", "--by", "Benjamin")

    factdesk("report", "html", "release-sidebar", "--out", "desk.html")

    printed = factdesk("report", "json", "release-sidebar").stdout
    assert "Benjamin" not in printed + Path("desk.html").read_text(encoding="utf-8")


def test_a_claim_shows_who_has_it_who_is_at_it_and_what_is_due() -> None:
    factdesk("claim", "assign", "release-sidebar:2", "--to", "Ben", "--by", "Ada")
    factdesk("claim", "work", "release-sidebar:2", "--by", "Cora")
    factdesk(
        *("claim", "contacted", "release-sidebar:2", "--whom", "the embassy", "--channel", "e-mail"),
        *("--due", "2025-12-14"),
    )

    shown = said("claim", "show", "release-sidebar:2")

    assert "assigned to Ben by Ada, " in shown
    assert "at it now Cora since " in shown
    assert ": a reply from the embassy" in shown


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(["assign", "release-sidebar:2"], "--to-nobody", id="to whom"),
        pytest.param(["assign", "release-sidebar:2", "--to", "Ben", "--to-nobody"], "--to NAME", id="both"),
        pytest.param(
            ["assign", "release-sidebar:2", "--to", "Ben", "--section", "Sources"],
            "one document",
            id="a section of a claim",
        ),
        pytest.param(["assign", "release-sidebar:99", "--to", "Ben"], "run from", id="no such claim"),
        pytest.param(["list", "--within", "2d"], "goes with --due", id="within without due"),
        pytest.param(["list", "--due", "--within", "soon"], "2d, 12h or 1w", id="no length"),
        pytest.param(["work", "release-sidebar:2", "--stop"], "is not at work", id="not at it"),
        pytest.param(["note", "release-sidebar:2", " "], "is empty", id="an empty note"),
    ],
)
def test_what_can_not_be_done_is_said_with_the_next_step(words: list[str], told: str) -> None:
    before = Path("factdesk.db").read_bytes()

    result = factdesk("claim", *words)

    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())
    assert Path("factdesk.db").read_bytes() == before


def test_what_happened_is_told_yours_first_in_a_screen(fresh_folder: Path) -> None:
    factdesk("claim", "work", "release-sidebar:3", "--by", "Ben")
    factdesk("claim", "assign", "release-sidebar:2", "--to", "Ben", "--by", "Ada")
    factdesk("claim", "mark-all", EXAMPLES / "evidence" / "verdicts.csv", "--by", "Ada")
    factdesk("claim", "sign", "prisoner-release", "--because", "headings", "--by", "Ada")

    shown = factdesk("since", "--by", "Ben").stdout.splitlines()

    assert shown[0].startswith("Since Ben last did something, ")
    assert shown[shown.index("Yours") + 1].startswith("  release-sidebar:2  assigned to Ben by Ada")
    assert shown.index("Yours") < shown.index("Verdicts")
    assert len(shown) <= 40
    assert max(map(len, shown)) <= 80
    listed = as_json("since", "--by", "Ben")
    assert {"seq", "at", "actor", "action", "subject", "leaf", "says"} <= listed[0].keys()
    assert [one["action"] for one in listed if one["for_you"]][:1] == ["claim.assign"]
    everything = factdesk("since", "1d", "--all", "--by", "Ben").stdout
    assert len(everything.splitlines()) == 1 + len(as_json("since", "1d", "--by", "Ben"))
    assert factdesk("since", "soon").exit_code == 2
