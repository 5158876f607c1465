"""Revising documents as people do: what is printed, and how it ends."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine

import sources.fetch.network
from tests.commands.running import ARTICLE, as_json, factdesk
from tests.sources.fetch.stage import PAGE, Stage, answer, serving


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("release.txt").write_bytes(ARTICLE.read_bytes())
    factdesk("document", "add", "release.txt")


def edited(was: str, now: str) -> Path:
    words = Path("release.txt").read_text(encoding="utf-8")
    assert was in words
    Path("draft-2.txt").write_text(words.replace(was, now), encoding="utf-8")
    return Path("draft-2.txt")


def test_a_changed_figure_is_shown_and_found(tmp_path: Path) -> None:
    draft = edited("had received 114 prisoners", "had received 115 prisoners")

    ended = factdesk("document", "revise", "release", draft)

    assert ended.exit_code == 1
    assert "1 opened again, 71 carried" in ended.stdout
    assert "release:9" in ended.stdout
    assert "A figure “114” is now “115”." in ended.stdout
    assert "[114 → 115]" in ended.stdout


def test_the_same_file_again_is_nothing_new() -> None:
    ended = factdesk("document", "revise", "release", "release.txt")

    assert (ended.exit_code, ended.stdout) == (
        0,
        "release: these are the words of revision 1 already; nothing was stored.\n",
    )


def test_a_revision_as_json_has_every_claim_that_was_not_carried() -> None:
    draft = edited(
        "Diplomats describe the step as part of a narrow bargain", "It was called a narrow bargain"
    )

    record = as_json("document", "revise", "release", draft)

    assert (record["before"], record["revision"]) == (1, 2)
    assert sum(record["counts"].values()) == 72 + record["counts"]["new"]
    assert {one["change"] for one in record["changes"]} <= {"reopened", "new", "dropped"}
    assert record["counts"]["carried"] == 72 - record["counts"]["reopened"] - record["counts"]["dropped"]


def test_a_diff_says_what_a_revision_said() -> None:
    said = factdesk("document", "revise", "release", edited("2020 vote", "2021 vote")).stdout

    assert factdesk("document", "diff", "release").stdout == said


def test_a_claim_that_was_cut_is_shown_as_it_last_stood() -> None:
    factdesk("claim", "mark", "release:5", "missing-context", "--because", "nobody describes it so")
    edited("Diplomats describe the step as part of a narrow bargain over the country’s nickel mines.", "")
    factdesk("document", "revise", "release", "draft-2.txt")

    shown = factdesk("claim", "show", "release:5").stdout

    assert "missing context" in shown
    assert "Cut in revision 2; this is how it last stood." in shown
    assert "release:5 " not in factdesk("claim", "list", "release").stdout


def test_a_claim_that_was_opened_again_shows_why_and_what_was_said_before() -> None:
    heard = [
        "--kind",
        "interview",
        "--told",
        "114 came",
        "--source",
        "Ada",
        "--stance",
        "supports",
        "--because",
        "x",
    ]
    factdesk("evidence", "add", "release:9", *heard)
    factdesk("claim", "mark", "release:9", "confirmed", "--because", "both sides say so")
    edited("had received 114 prisoners", "had received 115 prisoners")
    factdesk("document", "revise", "release", "draft-2.txt")

    shown = " ".join(factdesk("claim", "show", "release:9").stdout.split())

    assert "opened again in revision 2: A figure “114” is now “115”." in shown
    assert "earlier review of other words: confirmed" in shown
    assert "earlier evidence:1, of other words: for it" in shown


def test_an_unknown_document_is_told_before_anything_is_fetched() -> None:
    ended = factdesk("document", "revise", "relese", "https://example.test/page")

    assert ended.exit_code == 2
    assert "there is no document 'relese' (did you mean release?)" in ended.stderr


def test_offline_fetches_nothing() -> None:
    ended = factdesk("document", "revise", "release", "https://example.test/page", "--offline")

    assert ended.exit_code == 2
    assert "--offline rules that out" in ended.stderr


def test_a_silent_edit_of_a_captured_page_opens_its_claim_again(monkeypatch: pytest.MonkeyPatch) -> None:
    url = "http://example.org/ferries.html"
    with serving({"/ferries.html": answer(PAGE)}) as server:
        stage = Stage(server)
        monkeypatch.setattr(sources.fetch.network, "this_machine", lambda: stage.network)
        factdesk("check", url, "--story", "sea")
        server.plays["/ferries.html"] = answer(PAGE.replace(b"14 times", b"12 times"))

        ended = factdesk("document", "revise", "ferries", url)

    assert ended.exit_code == 1
    assert "A figure “14” is now “12”." in ended.stdout
    assert [one["story"] for one in as_json("capture", "list")] == ["sea", "sea"]


def test_a_diff_is_written_as_a_page_and_its_place_is_told() -> None:
    factdesk(
        "document", "revise", "release", edited("had received 114 prisoners", "had received 115 prisoners")
    )

    ended = factdesk("document", "diff", "release", "--out", "diff.html")

    assert (ended.exit_code, ended.stdout) == (1, "diff.html\n")
    assert "<ins>115</ins>" in Path("diff.html").read_text(encoding="utf-8")


def test_a_page_is_not_written_over_what_is_no_report() -> None:
    factdesk(
        "document", "revise", "release", edited("had received 114 prisoners", "had received 115 prisoners")
    )

    ended = factdesk("document", "diff", "release", "--out", "release.txt")

    assert ended.exit_code == 2
    assert Path("release.txt").read_bytes() == ARTICLE.read_bytes()


def test_a_revised_document_was_read_when_its_present_words_were() -> None:
    draft = edited("had received 114 prisoners", "had received 115 prisoners")
    with time_machine.travel(datetime(2099, 5, 4, 12, 0, tzinfo=UTC), tick=False):
        factdesk("document", "revise", "release", draft)

    assert "revision     2, read 4 May 2099, 12:00 UTC" in factdesk("document", "show", "release").stdout
