"""`factdesk claim similar`: the ledger's own claims beside one of them."""

from __future__ import annotations

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
