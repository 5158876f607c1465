"""Judging claims from the command line: verdicts, second checks, tiers, sign-offs, why a claim stands so."""

from __future__ import annotations

import pytest

from tests.commands.running import ARTICLE, as_json, factdesk

pytestmark = pytest.mark.usefixtures("fresh_folder")

CLAIM = "prisoner-release:2"


@pytest.fixture(autouse=True)
def stored(fresh_folder: object) -> None:
    factdesk("document", "add", ARTICLE)


def test_a_verdict_prints_the_status_that_follows_and_what_it_waits_for() -> None:
    told = factdesk("claim", "mark", CLAIM, "confirmed", "--by", "ada", "--because", "both say so")

    assert told.exit_code == 0
    assert "confirmed (so), by ada" in told.stdout
    assert "waits for    evidence from two independent origins" in told.stdout
    assert f"next         factdesk evidence add {CLAIM} URL --stance WORD" in told.stdout
    assert f"next  factdesk evidence add {CLAIM} URL" in factdesk("claim", "explain", CLAIM).stdout


def test_an_override_counts_and_is_kept_with_the_reason_for_readers() -> None:
    factdesk(
        "claim",
        "mark",
        CLAIM,
        "confirmed",
        "--because",
        "both say so",
        "--override",
        "the editor was there",
        "--for-readers",
        "Our reporter was there.",
    )

    told = as_json("claim", "show", CLAIM)
    assert told["status"] == "confirmed"
    assert told["reviews"][0]["override"]["for_readers"] == "Our reporter was there."
    assert "lets it count all the same" in factdesk("claim", "explain", CLAIM).stdout


def test_where_the_policy_lets_nobody_override_it_is_refused() -> None:
    factdesk("claim", "tier", CLAIM, "accusation", "--because", "it names him")

    told = factdesk("claim", "mark", CLAIM, "confirmed", "--because", "x", "--override", "y")

    assert told.exit_code == 2
    assert "nobody overrides in an accusation" in told.stderr
    assert as_json("claim", "show", CLAIM)["reviews"] == []


def test_a_first_verdict_is_withheld_until_somebody_has_it_shown() -> None:
    factdesk("claim", "tier", CLAIM, "accusation", "--because", "it names him")
    factdesk("claim", "mark", CLAIM, "confirmed", "--by", "ada", "--because", "the ledger says so")

    for words in (["show", CLAIM], ["explain", CLAIM], ["show", CLAIM, "--json"], ["second", CLAIM]):
        told = " ".join(factdesk("claim", *words).stdout.split())
        assert "the ledger says so" not in told
        assert "onfirmed (so)" not in told
    revealed = factdesk("claim", "show", CLAIM, "--reveal", "--by", "bob").stdout
    assert "the ledger says so" in " ".join(revealed.split())
    factdesk("claim", "second", CLAIM, "confirmed", "--by", "bob", "--because", "it does")
    assert [one["blind"] for one in as_json("claim", "show", CLAIM)["reviews"]] == [None, False]


def test_an_accusation_is_explained_line_by_line() -> None:
    factdesk("claim", "tier", CLAIM, "accusation", "--by", "cy", "--because", "it names him")
    factdesk("claim", "sign-off", CLAIM, "--as", "Legal", "--by", "dora", "--because", "both were asked")
    factdesk("claim", "mark", CLAIM, "confirmed", "--by", "ada", "--because", "both say so")
    factdesk("claim", "second", CLAIM, "refuted", "--by", "bob", "--because", "it was two")

    told = factdesk("claim", "explain", CLAIM).stdout

    for words in (
        "Accusation (set by cy).",
        "Confirmed, says ada on",
        "without seeing the first verdict",
        "The two differ.",
        "Legal sign-off by dora",
        "Waits for: a third person",
        "two readers differ",
    ):
        assert words in " ".join(told.split())
    assert max(map(len, told.splitlines())) <= 80


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(["mark", CLAIM, "sure", "--because", "x"], "'sure' is no verdict", id="no verdict"),
        pytest.param(
            ["mark", CLAIM, "confirmed", "--because", "x", "--about", "both"],
            "'both' is no question",
            id="no question",
        ),
        pytest.param(
            ["mark", "prisoner-release:4", "confirmed", "--because", "x", "--about", "said"],
            "credits nobody",
            id="nobody is credited",
        ),
        pytest.param(
            ["mark", CLAIM, "confirmed", "--because", "x", "--for-readers", "y"],
            "--for-readers goes with --override",
            id="words for readers alone",
        ),
        pytest.param(["tier", CLAIM, "grave", "--because", "x"], "'grave' is no tier", id="no tier"),
        pytest.param(
            ["sign-off", CLAIM, "--as", "chief", "--because", "x"],
            "asks for no 'chief' sign-off; choose one of: legal",
            id="no such sign-off",
        ),
        pytest.param(["second", CLAIM, "refuted", "--because", "x"], "nobody has judged", id="no first"),
        pytest.param(["adjudicate", CLAIM, "refuted", "--because", "x"], "no two verdicts", id="no two"),
        pytest.param(["second", CLAIM, "refuted"], "needs its reason", id="no reason"),
    ],
)
def test_what_can_not_be_judged_is_one_sentence_and_changes_nothing(words: list[str], told: str) -> None:
    answer = factdesk("claim", *words)

    assert answer.exit_code == 2
    assert told in " ".join(answer.stderr.split())
    assert as_json("claim", "show", CLAIM)["reviews"] == []
