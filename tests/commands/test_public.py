"""The commands about public claims, as people use them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import sources.fetch.network
from tests.commands.running import as_json, factdesk
from tests.sources.fetch.stage import PAGE, Stage, answer, serving

WORDS = "The ferry to Corrie sails 14 times a week. It is never late."
CLAIM = "the-ferry-to-corrie-sails:1"
URL = "http://example.org/times"
GONE = "http://example.org/gone"
CHOSEN = ("--chosen-because", "it is on every wall")


@pytest.fixture
def stage(fresh_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    with serving({"/times": answer(PAGE)}) as server:
        played = Stage(server)
        monkeypatch.setattr(sources.fetch.network, "this_machine", lambda: played.network)
        Path("saved.html").write_bytes(PAGE)
        Path("other.txt").write_text("The quay is new.\n\nShips moor there.\n", encoding="utf-8")
        factdesk("document", "add", "other.txt")
        yield played


def told(text: str) -> str:
    return " ".join(text.split())


def test_words_are_rated_by_themselves_and_where_they_appeared_is_captured(stage: Stage) -> None:
    result = factdesk(
        *("claim", "public", WORDS, "--claimant", "Ilse Bakk", "--said-on", "2025-12-10", *CHOSEN),
        *("--check-again", "2026-06-01", "--appeared-at", URL, "--on", "2025-12-11", "--by", "Ada"),
    )

    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith(f"{CLAIM}  ? unconfirmed\n  “{WORDS}”")
    assert "claimant     Ilse Bakk\nrated        the wording, as it stands above\n" in result.stdout
    assert "first seen 11 December 2025, " in told(result.stdout)
    assert f"{URL}; capture:1, captured; " in told(result.stdout)
    [claim] = as_json("claim", "list", "--public")
    assert claim["handle"] == CLAIM
    assert claim["public"]["claimant"] == "Ilse Bakk"
    assert as_json("capture", "list")[0]["story"] == CLAIM.partition(":")[0]


def test_it_is_a_claim_like_any_other_from_then_on(stage: Stage) -> None:
    factdesk("claim", "public", WORDS, *CHOSEN)

    added = factdesk(
        *("evidence", "add", CLAIM, URL, "--quote", "The ferry to Corrie sails 14 times a week"),
        *("--stance", "supports", "--because", "their own page", "--primary", "--interest", "independent"),
    )
    marked = factdesk("claim", "mark", CLAIM, "confirmed", "--because", "their page says so", "--by", "Ada")
    written = factdesk("report", "html", CLAIM.partition(":")[0])

    assert (added.exit_code, marked.exit_code) == (0, 0), added.stderr + marked.stderr
    assert written.exit_code in (0, 1)
    assert as_json("claim", "show", CLAIM)["status"] == "confirmed"


def test_a_page_that_cannot_be_had_is_shown_as_failed(stage: Stage) -> None:
    factdesk("claim", "public", WORDS, *CHOSEN)

    result = factdesk("claim", "appeared", CLAIM, GONE, "--on", "2025-12-11")

    shown = factdesk("claim", "show", CLAIM).stdout
    assert result.exit_code == 0, result.stderr
    assert "capture:1, not captured (" in told(shown)
    assert "capture:1, captured" not in told(shown)
    [seen] = as_json("claim", "show", CLAIM)["public"]["appearances"]
    assert (seen["captured"], seen["on_date"]) == (False, "2025-12-11")


def test_a_saved_file_is_taken_in_with_the_claim_or_nothing_is(stage: Stage) -> None:
    without = factdesk("claim", "public", WORDS, *CHOSEN, "--appeared-at", "saved.html")
    nothing = as_json("claim", "list", "--public"), as_json("capture", "list")
    result = factdesk(
        *("claim", "public", WORDS, *CHOSEN, "--appeared-at", "saved.html"),
        *("--from", URL, "--how", "saved by Ada", "--place", "the quay’s page"),
    )

    assert (without.exit_code, nothing) == (2, ([], []))
    assert "say how the file came to you" in without.stderr
    assert result.exit_code == 0, result.stderr
    assert "the quay’s page" in told(result.stdout)


def test_words_that_are_rated_already_are_pointed_to(stage: Stage) -> None:
    factdesk("claim", "public", WORDS, *CHOSEN)

    result = factdesk("claim", "public", WORDS.upper(), *CHOSEN, "--appeared-at", URL)

    assert result.exit_code == 2
    assert f"these words are rated already, as {CLAIM}" in result.stderr
    assert as_json("capture", "list") == []


def test_a_claim_of_a_text_is_chosen_by_its_handle_with_the_wording_it_had(stage: Stage) -> None:
    result = factdesk(
        *("claim", "public", "other:1", *CHOSEN, "--wording", "The quay is brand-new!"),
        *("--claimant", "unknown"),
    )

    assert result.exit_code == 0, result.stderr
    assert "claimant     unknown" in result.stdout
    assert "rated        “The quay is brand-new!”; the text has other words" in result.stdout


def test_the_rated_wording_stays_where_the_text_is_changed(stage: Stage) -> None:
    factdesk("claim", "public", "other:1", *CHOSEN)
    Path("later.txt").write_text("The quay is old.\n\nShips moor there.\n", encoding="utf-8")

    factdesk("document", "revise", "other", "later.txt")

    shown = factdesk("claim", "show", "other:1").stdout
    assert "“The quay is old.”" in shown
    assert "rated        “The quay is new.”; the text has other words" in shown


def test_a_day_that_has_come_is_said_and_listed(stage: Stage) -> None:
    factdesk("claim", "public", WORDS, *CHOSEN, "--check-again", "2025-06-01")

    assert "check again  to be checked again since 1 June 2025" in factdesk("claim", "show", CLAIM).stdout
    assert "[check again, due 1 June 2025]" in factdesk("claim", "list", "--public").stdout


def test_the_gate_and_the_watch_say_that_a_day_has_come_and_keep_the_verdict(stage: Stage) -> None:
    factdesk("claim", "public", WORDS, *CHOSEN, "--check-again", "2025-06-01")
    factdesk("claim", "public", "other:1", *CHOSEN, "--check-again", "never")
    slug = CLAIM.partition(":")[0]

    gate, watch = factdesk("story", "gate", slug), factdesk("watch", slug)
    other = factdesk("story", "gate", "other")

    due = "To be checked again; it stands as before until somebody does"
    assert f"{due}\n  {CLAIM}  Since 1 June 2025." in gate.stdout
    assert f"{due}:\n  {CLAIM} since 1 June 2025" in watch.stdout
    assert as_json("watch", slug)["due_again"] == [{"handle": CLAIM, "since": "2025-06-01"}]
    assert due not in other.stdout
    assert watch.exit_code == 0


def test_an_appearance_is_taken_back_with_a_reason(stage: Stage) -> None:
    factdesk("claim", "public", WORDS, *CHOSEN, "--appeared-at", URL)

    without = factdesk("claim", "appeared", CLAIM, "capture:1", "--withdraw")
    result = factdesk("claim", "appeared", CLAIM, "capture:1", "--withdraw", "--because", "another ferry")

    assert without.exit_code == 2
    assert result.exit_code == 0, result.stderr
    assert "nobody has noted where it appeared" in result.stdout


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        pytest.param(("other:1", "--slug", "name"), "--slug goes with words only", id="a name for a handle"),
        pytest.param((WORDS, "--wording", "x"), "--wording goes with SLUG:NUMBER only", id="two wordings"),
        pytest.param((WORDS, "--on", "2025"), "--on goes with --appeared-at only", id="a day of nothing"),
        pytest.param((WORDS, "--said-on", "soon"), "does not say when it was said", id="no day"),
    ],
)
def test_what_does_not_go_together_is_refused(stage: Stage, words: tuple[str, ...], problem: str) -> None:
    result = factdesk("claim", "public", *words, *CHOSEN)

    assert result.exit_code == 2
    assert problem in told(result.stderr).replace("│ ", "")
    assert as_json("claim", "list", "--public") == []
