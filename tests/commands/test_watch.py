"""Watching from the command line: over a played network, and with files given by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import sources.fetch.network
from tests.commands.running import as_json, factdesk
from tests.sources.fetch.stage import Stage, answer, redirect, serving

URL = "http://harbour.example/log"
PAGE = b"""<title>Harbour log</title><article><h1>Harbour log</h1>
<p>On Monday the ferry carried 40 people to Corrie, as the keeper of the log at the old pier wrote down.</p>
<p>It was foggy. The later boat stayed in port, and those who had a ticket for it came back on Tuesday.</p>
</article>"""
OTHER = PAGE.replace(b"40", b"44")
GONE = PAGE.replace(b"On Monday the ferry carried 40 people to Corrie", b"Nobody went out in that weather")


@pytest.fixture
def stage(fresh_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    (fresh_folder / "ferry.txt").write_text("The ferry carried 40 people on Monday.\n", encoding="utf-8")
    with serving({"/log": answer(PAGE)}) as server:
        played = Stage(server)
        monkeypatch.setattr(sources.fetch.network, "this_machine", lambda: played.network)
        factdesk("check", "ferry.txt", "--story", "boats")
        yield played


def cite(what: str = URL) -> None:
    factdesk(
        *("evidence", "add", "ferry:1", what, "--quote", "the ferry carried 40 people"),
        *("--stance", "supports", "--because", "the log", "--by", "ada"),
    )


def outcomes(*words: str) -> list[str]:
    return [one["outcome"] for one in as_json("watch", "boats", *words)["looked"]]


def test_the_cited_pages_are_captured_again_and_what_changed_is_told(stage: Stage) -> None:
    cite()
    stage.server.plays["/log"] = answer(OTHER)

    result = factdesk("watch", "boats", "--user-agent", "plain browser/1")

    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "boats: 1 quote looked for in 1 page: 1 quote altered.",
        "",
        "evidence:1  quote altered  on ferry:1",
        "was     “the ferry carried 40 people”",
        "now     “the ferry carried 44 people”",
        "so      The page now has “44” where the quote has “40”.",
        "page    http://harbour.example/log",
        "see     factdesk capture show capture:2 (it rests on capture:1)",
        "",
        "Rests on words that have changed:",
        *result.stdout.splitlines()[10:],
    ]
    told = result.stdout.split("Rests on")[1]
    assert "ferry:1" in told
    assert "printed as unconfirmed in ferry.html (HTML for desk)" in " ".join(told.split())
    newest = as_json("capture", "show", "capture:2")
    assert (newest["story"], newest["user_agent"]) == ("boats", "plain browser/1")


def test_each_page_is_asked_for_once_however_many_quotes_rest_on_it(stage: Stage) -> None:
    cite()
    cite()
    stage.server.heard.clear()

    assert outcomes() == ["unchanged", "unchanged"]
    assert stage.server.paths == ["/log"]


@pytest.mark.parametrize(
    ("now", "outcome", "status"),
    [
        pytest.param(answer(PAGE), ["unchanged"], 0, id="unchanged"),
        pytest.param(answer(PAGE.replace(b"foggy", b"clear")), ["changed_elsewhere"], 0, id="elsewhere"),
        pytest.param(answer(OTHER), ["quote_altered"], 1, id="altered"),
        pytest.param(answer(GONE), ["quote_gone"], 1, id="gone"),
        pytest.param(answer(b"", status="404 Not Found"), ["page_gone"], 0, id="page gone"),
        pytest.param(redirect("/new"), ["page_gone"], 0, id="led to a page that is not there"),
        pytest.param(answer(b"", status="403 Forbidden"), [], 0, id="can't be told"),
    ],
)
def test_the_exit_status_says_whether_quoted_words_changed(
    now: bytes, outcome: list[str], status: int, stage: Stage
) -> None:
    cite()
    stage.server.plays["/log"] = now

    assert factdesk("watch", "boats").exit_code == status
    assert outcomes("--offline") == outcome


def test_a_page_that_is_gone_is_told_and_the_capture_stands(stage: Stage) -> None:
    cite()
    del stage.server.plays["/log"]

    shown = factdesk("watch", "boats").stdout

    assert "Page gone; the capture still stands:" in shown
    assert f"  evidence:1 on ferry:1: {URL}" in shown
    assert as_json("evidence", "list")[0]["recheck"]["outcome"] == "page_gone"


def test_files_given_by_hand_are_watched_offline(stage: Stage) -> None:
    Path("page.html").write_bytes(PAGE)
    factdesk("capture", "add", "page.html", "--from", URL, "--how", "saved by Ada")
    cite("capture:1")
    Path("page.html").write_bytes(OTHER)
    factdesk("capture", "add", "page.html", "--from", URL, "--how", "saved by Ada")

    assert factdesk("watch", "boats", "--offline").exit_code == 1
    assert stage.dials == []


def test_a_story_without_evidence_and_one_that_is_not_there_are_told_apart(stage: Stage) -> None:
    nothing = factdesk("watch", "boats")
    assert (nothing.exit_code, nothing.stdout) == (
        0,
        "No evidence in boats yet; add some with: factdesk evidence add SLUG:12 URL\n",
    )

    unknown = factdesk("watch", "boots")
    assert unknown.exit_code == 2
    assert "'boots'" in unknown.stderr
