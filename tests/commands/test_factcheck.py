"""`factdesk factcheck`: what others have checked, taken over as their word."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.running import EXAMPLES, as_json, factdesk

pytestmark = pytest.mark.usefixtures("fresh_folder")

SENT = EXAMPLES / "factchecks"


def test_a_page_a_feed_and_microdata_are_taken_over_with_every_refusal_named() -> None:
    result = factdesk(
        "factcheck", "import", SENT / "harbour-check.html", SENT / "plain-facts.html", SENT / "feed.json"
    )

    assert result.exit_code == 1
    assert "2 of 2 reviews taken: 2 added, 0 known already, 0 refused." in result.stdout
    assert "feed.json, entry 4: the review by Kostania Facts at" in result.stdout
    assert "feed.json, entry 5: holds no ClaimReview" in result.stdout
    listed = as_json("factcheck", "list")
    assert [(one["handle"], one["rating"], one["claimant"]) for one in listed] == [
        ("factcheck:1", "Mostly true", "Ministry of the Interior of Velmaria"),
        ("factcheck:2", "No", None),
        ("factcheck:3", "Wrong", "Nils Arent"),
        ("factcheck:5", None, None),
        ("factcheck:6", "No, nickel only", "Several posts"),
        ("factcheck:7", "Mostly false", "Oleg Marn"),
    ]


def test_importing_again_adds_nothing_and_says_so() -> None:
    factdesk("factcheck", "import", SENT / "plain-facts.html")

    result = factdesk("factcheck", "import", SENT / "plain-facts.html")

    assert result.exit_code == 0
    assert "0 added, 1 known already" in result.stdout


def test_a_fact_check_is_shown_as_the_word_of_its_publisher() -> None:
    factdesk("factcheck", "import", SENT / "plain-facts.html")

    shown = " ".join(factdesk("factcheck", "show", "factcheck:1").stdout.split())

    assert "a fact-check by Plain Facts of 15 December 2025, rated “Wrong”, their word, not ours." in shown
    assert "5, where 6 is the worst and 1 is the best" in shown


def test_a_question_is_marked_as_asked() -> None:
    factdesk("factcheck", "import", SENT / "feed.json")

    assert "asked as a question" in factdesk("factcheck", "list", "--publisher", "kostania").stdout
    assert [one["question"] for one in as_json("factcheck", "list")] == [False, True, False]


def test_a_publisher_is_picked_out() -> None:
    factdesk("factcheck", "import", SENT / "feed.json", SENT / "plain-facts.html")

    assert {one["publisher"] for one in as_json("factcheck", "list", "--publisher", "plain")} == {
        "Plain Facts"
    }


def test_a_file_that_cannot_be_read_is_named_and_the_others_go_on() -> None:
    Path("feed.rss").write_text('<rss version="2.0"></rss>', encoding="utf-8")

    result = factdesk("factcheck", "import", "missing.html", "feed.rss", SENT / "plain-facts.html")

    assert result.exit_code == 2
    assert "missing.html" in result.stderr
    assert "links are not followed" in result.stderr
    assert "1 added" in result.stdout


def test_an_unknown_fact_check_is_told_with_those_that_there_are() -> None:
    factdesk("factcheck", "import", SENT / "plain-facts.html")

    result = factdesk("factcheck", "show", "factcheck:9")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "run from factcheck:1 to factcheck:1" in result.stderr


def test_the_result_of_an_import_comes_as_json_by_entry() -> None:
    (report,) = json.loads(factdesk("factcheck", "import", SENT / "feed.json", "--json").stdout)

    assert (report["file"], report["added"], report["refused"]) == ("feed.json", 4, 2)
    assert [row["line"] for row in report["rows"]] == [1, 2, 3, 4, 5, 6]


def test_an_address_is_not_fetched_where_the_network_was_ruled_out() -> None:
    result = factdesk("factcheck", "import", "https://check.example/dam", "--offline")

    assert result.exit_code == 2
    assert "--offline" in result.stderr
