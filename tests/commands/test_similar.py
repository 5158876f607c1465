"""`factdesk claim similar`: the ledger's own claims beside one of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.running import as_json, factdesk

pytestmark = pytest.mark.usefixtures("fresh_folder")

STORM = """Storm closes the harbour

The storm sank 14 boats in the harbour of Arden.

Norland sent two tugs on Monday.
"""
WEEK = """A week after the storm

The storm sank fourteen boats in the harbour of Arden.

The storm sank 41 boats in the harbour of Arden.

A baker in Corrie won the lottery.
"""


@pytest.fixture(autouse=True)
def checked(fresh_folder: Path) -> None:
    for name, text in (("storm", STORM), ("week", WEEK)):
        (fresh_folder / f"{name}.txt").write_text(text, encoding="utf-8")
        factdesk("check", f"{name}.txt")


def test_it_lists_what_is_like_a_claim_with_decision_and_reason() -> None:
    found = as_json("claim", "similar", "storm:2")

    assert [(one["handle"], one["decision"]) for one in found[:2]] == [
        ("week:2", "same"),
        ("week:3", "related"),
    ]
    assert found[1]["likeness"] == "The figures differ: 14 in this one, 41 in the other."
    assert found[0]["status"] == "unconfirmed"


def test_it_shows_them_with_their_status_and_says_who_decides() -> None:
    factdesk("claim", "mark", "week:2", "outdated", "--because", "two more were found", "--by", "ada")

    shown = factdesk("claim", "similar", "storm:2").stdout

    assert "same  week:2" in shown
    assert "“The storm sank 41 boats in the harbour of Arden.”" in shown
    assert "you decide" in shown


def test_a_claim_like_no_other_is_said_to_be() -> None:
    result = factdesk("claim", "similar", "week:4")

    assert result.exit_code == 0
    assert "No other claim in this database is like it." in result.stdout
    assert as_json("claim", "similar", "week:4") == []


def test_no_more_are_listed_than_asked_for() -> None:
    assert len(as_json("claim", "similar", "storm:2", "--top", "1")) == 1


def test_words_that_a_later_revision_took_away_are_not_found(fresh_folder: Path) -> None:
    (fresh_folder / "new.txt").write_text(WEEK.replace("41 boats", "12 cranes"), encoding="utf-8")
    factdesk("document", "revise", "week", "new.txt")

    found = as_json("claim", "similar", "storm:2")

    assert "The storm sank 41 boats in the harbour of Arden." not in [one["text"] for one in found]
    assert "The storm sank 12 cranes in the harbour of Arden." in [one["text"] for one in found]


def test_a_claim_that_is_not_there_is_named() -> None:
    result = factdesk("claim", "similar", "storm:99")

    assert result.exit_code == 2
    assert "there is no claim storm:99" in result.stderr


def test_a_persons_word_takes_the_place_of_the_suggestion() -> None:
    decided = factdesk(
        "claim",
        "decide",
        "storm:2",
        "week:3",
        "--as",
        "different",
        "--because",
        "another harbour",
        "--by",
        "Ada",
    )

    found = as_json("claim", "similar", "storm:2")

    assert decided.exit_code == 0
    assert (found[0]["handle"], found[0]["decided"]) == ("week:2", False)
    assert (found[-1]["handle"], found[-1]["decision"]) == ("week:3", "different")
    assert (found[-1]["likeness"], found[-1]["decided"]) == ("another harbour", True)
    assert "different, says Ada on" in factdesk("claim", "similar", "storm:2").stdout


def test_what_a_person_said_comes_first_even_where_the_rules_see_nothing() -> None:
    factdesk("claim", "decide", "week:4", "storm:3", "--as", "related", "--because", "the same day")

    found = as_json("claim", "similar", "storm:3")

    assert (found[0]["handle"], found[0]["decision"], found[0]["score"]) == ("week:4", "related", None)


def test_a_decision_about_earlier_words_says_that_it_no_longer_counts(fresh_folder: Path) -> None:
    factdesk("claim", "decide", "storm:2", "week:3", "--as", "same", "--because", "a slip", "--by", "Ada")
    (fresh_folder / "week.txt").write_text(WEEK.replace("41", "44"), encoding="utf-8")
    factdesk("document", "revise", "week", "week.txt")

    told = factdesk("claim", "similar", "storm:2").stdout
    (found,) = [one for one in as_json("claim", "similar", "storm:2") if one["handle"] == "week:3"]

    assert "no longer counts, for the words of week:3 have changed since" in " ".join(told.split())
    assert (found["decision"], found["decided"]) == ("related", False)


def test_fact_checks_of_others_are_found_as_their_word(fresh_folder: Path) -> None:
    said = [
        {"@type": "ClaimReview", "claimReviewed": words, "author": {"name": "Harbour Check"}, "url": url}
        for words, url in (
            ("The storm sank 14 boats in the harbour of Arden.", "https://check.example/1"),
            ("Did the storm sink 14 boats in the harbour of Arden?", "https://check.example/2"),
        )
    ]
    (fresh_folder / "sent.json").write_text(json.dumps(said), encoding="utf-8")
    factdesk("factcheck", "import", "sent.json")

    found = {one["handle"]: one for one in as_json("claim", "similar", "storm:2")}

    assert found["factcheck:1"]["decision"] == "same"
    assert found["factcheck:2"]["decision"] == "related"
    assert "a fact-check by Harbour Check, not rated, their word, not ours." in " ".join(
        factdesk("claim", "similar", "storm:2").stdout.split()
    )


def test_a_question_is_never_the_same_even_word_for_word(fresh_folder: Path) -> None:
    asked = {
        "@type": "ClaimReview",
        "claimReviewed": "Did the storm sink 14 boats?",
        "url": "https://c.example",
    }
    (fresh_folder / "sent.json").write_text(json.dumps(asked), encoding="utf-8")
    factdesk("factcheck", "import", "sent.json")
    (fresh_folder / "asks.txt").write_text("Asked\n\nDid the storm sink 14 boats?\n", encoding="utf-8")
    factdesk("document", "add", "asks.txt")

    (found,) = [one for one in as_json("claim", "similar", "asks:2") if one["handle"] == "factcheck:1"]

    assert found["decision"] == "related"
    assert "as a question" in found["likeness"]


def test_a_fact_check_with_a_later_version_is_left_out(fresh_folder: Path) -> None:
    for day, words in (("2025-01-01", "False"), ("2025-02-01", "True")):
        said = {
            "@type": "ClaimReview",
            "claimReviewed": "The storm sank 14 boats in the harbour of Arden.",
            "url": "https://check.example/1",
            "datePublished": day,
            "reviewRating": {"alternateName": words},
        }
        (fresh_folder / "sent.json").write_text(json.dumps(said), encoding="utf-8")
        factdesk("factcheck", "import", "sent.json")

    found = [one["handle"] for one in as_json("claim", "similar", "storm:2")]

    assert "factcheck:2" in found
    assert "factcheck:1" not in found


def test_a_claim_shows_what_it_is_the_same_as_and_not_what_it_differs_from() -> None:
    factdesk(
        "claim", "decide", "week:2", "storm:2", "--as", "same", "--because", "the same storm", "--by", "Ada"
    )
    factdesk(
        "claim", "decide", "storm:2", "week:3", "--as", "different", "--because", "a slip", "--by", "Ada"
    )

    shown = " ".join(factdesk("claim", "show", "storm:2").stdout.split())

    assert "the same as week:2, ? unconfirmed (same, says Ada on" in shown
    assert "week:3" not in shown
    assert [one["other"] for one in as_json("claim", "show", "storm:2")["likenesses"]] == ["week:2", "week:3"]


def test_a_word_that_is_none_of_the_three_is_refused() -> None:
    result = factdesk("claim", "decide", "storm:2", "week:3", "--as", "alike", "--because", "x")

    assert result.exit_code == 2
    assert "same, related, different" in result.stderr


def test_of_a_claim_that_nobody_judged_it_says_which_judged_one_says_the_same(fresh_folder: Path) -> None:
    (fresh_folder / "later.txt").write_text(STORM.replace("closes", "reopens"), encoding="utf-8")
    factdesk("document", "add", "later.txt")
    before = factdesk("claim", "show", "later:2").stdout
    factdesk(
        *("claim", "mark", "storm:2", "confirmed", "--because", "counted on the quay", "--by", "Ada"),
        *("--override", "on the spot"),
    )

    shown = " ".join(factdesk("claim", "show", "later:2").stdout.split())

    assert "Checked before?" not in before
    assert "Checked before? storm:2 says this word for word: ✓ confirmed." in shown
    assert 'factdesk claim decide later:2 storm:2 --as same --because "…"' in shown
    assert "? unconfirmed" in shown
    assert "Checked before?" not in factdesk("claim", "show", "later:3").stdout
    assert "Checked before?" not in factdesk("claim", "show", "storm:2").stdout
