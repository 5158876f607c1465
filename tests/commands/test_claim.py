"""Listing and marking claims from the command line."""

from __future__ import annotations

import pytest

from tests.commands.running import ARTICLE, as_json, factdesk

pytestmark = pytest.mark.usefixtures("fresh_folder")


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
    assert "waits for" in result.stdout
    shown = as_json("claim", "show", "prisoner-release:2")
    assert shown["status"] == "unconfirmed"
    assert [review["verdict"] for review in shown["reviews"]] == ["missing context"]


def test_lists_are_one_json_array_with_the_promised_keys() -> None:
    factdesk("check", ARTICLE)

    claims, documents = as_json("claim", "list"), as_json("document", "list")

    assert {"slug", "title", "revision", "claims"} <= set(documents[0])
    assert sum(documents[0]["claims"].values()) == len(claims)
    assert claims[1]["handle"] == "prisoner-release:2"


def test_an_unknown_status_is_answered_with_those_there_are() -> None:
    factdesk("check", ARTICLE)

    result = factdesk("claim", "list", "--status", "wrong")

    assert result.exit_code == 2
    assert "'wrong' is no status; choose one of: unconfirmed" in result.stderr
    assert {claim["status"] for claim in as_json("claim", "list", "--status", "not-checkable")} == {
        "not_checkable"
    }
