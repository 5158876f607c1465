"""Signing from the command line."""

from __future__ import annotations

import pytest

from tests.commands.running import ARTICLE, as_json, factdesk

pytestmark = pytest.mark.usefixtures("fresh_folder")


def signed(*words: str) -> list[str]:
    return [claim["handle"] for claim in as_json("claim", "sign", *words, "--because", "looked")]


def test_claims_a_section_and_a_document_are_signed() -> None:
    factdesk("check", ARTICLE)
    suggested = [claim["handle"] for claim in as_json("claim", "list") if claim["suggested"]]
    sources = [claim["handle"] for claim in as_json("claim", "list") if claim["section"] == "Sources"]

    assert signed(suggested[0], suggested[1]) == suggested[:2]
    assert signed("prisoner-release", "--section", "Sources") == sources
    assert signed("prisoner-release") == [one for one in suggested[2:] if one not in sources]
    assert not [claim for claim in as_json("claim", "list") if claim["suggested"]]
    again = factdesk("claim", "sign", "prisoner-release", "--because", "again")
    assert (again.exit_code, again.stdout) == (0, "Nothing here waits for a signature.\n")


def test_what_was_signed_is_shown_with_its_words() -> None:
    factdesk("check", ARTICLE)

    shown = factdesk("claim", "sign", "prisoner-release:6", "--because", "a heading").stdout

    assert shown.splitlines() == [
        "prisoner-release:6  – not checkable  Key takeaways",
        "1 claim signed as not checkable.",
    ]


def test_furniture_is_signed() -> None:
    factdesk("check", ARTICLE)

    shown = factdesk("claim", "sign", "prisoner-release", "--furniture", "--because", "a button").stdout

    assert shown.splitlines() == [
        "  “Leave a Comment”",
        "prisoner-release: signed as no part of the article.",
    ]
    again = ["claim", "sign", "prisoner-release", "--furniture", "--because", "x"]
    assert as_json(*again) == []


def test_a_claim_can_be_checked_after_all() -> None:
    factdesk("check", ARTICLE)

    claim = as_json("claim", "checkable", "prisoner-release:6", "--because", "it names a fact")

    assert (claim["status"], claim["suggested"]) == ("unconfirmed", False)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["prisoner-release", "prisoner-release:2"], "give one document", id="both"),
        pytest.param(
            ["prisoner-release:6", "--section", "Sources"], "go with a document", id="section of a claim"
        ),
        pytest.param(
            ["prisoner-release:6", "--furniture"], "claim furniture prisoner-release:6", id="furniture"
        ),
        pytest.param(["prisoner-release", "--words", "Share"], "goes with --furniture", id="words alone"),
        pytest.param(["prisoner-release:2"], "mark prisoner-release:2 not-checkable", id="can be checked"),
    ],
)
def test_what_can_not_be_signed_is_said_with_the_next_step(words: list[str], said: str) -> None:
    factdesk("check", ARTICLE)

    result = factdesk("claim", "sign", *words, "--because", "x")

    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
