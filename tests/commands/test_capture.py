"""The commands about captures, as people use them; only where public addresses lead is played."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

import sources.fetch.network
from tests.commands.running import as_json, factdesk
from tests.sources.fetch.stage import PAGE, Play, Stage, answer, serving

LOGIN = b"<title>Log in</title><form><input type=password></form><p>Please log in to go on reading.</p>"


@pytest.fixture
def stage(fresh_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    plays: dict[str, Play] = {
        "/news/ferry-times.html": answer(PAGE),
        "/": answer(PAGE),
        "/login": answer(LOGIN),
    }
    with serving(plays) as server:
        played = Stage(server)
        monkeypatch.setattr(sources.fetch.network, "this_machine", lambda: played.network)
        yield played


URL = "http://example.org/news/ferry-times.html"


def test_a_page_is_captured_and_how_to_see_it_is_told(stage: Stage) -> None:
    result = factdesk("capture", URL, "--story", "ferries")

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "capture:1  captured",
        "title      Ferry timetable changed",
        "from       http://example.org/news/ferry-times.html",
        "words      28 words, read by html/1",
        "show       factdesk capture show capture:1",
    ]


def test_add_may_be_said_or_left_out_and_options_may_come_first(stage: Stage) -> None:
    assert factdesk("capture", "add", URL).exit_code == 0
    assert factdesk("capture", "--story", "ferries", URL).exit_code == 0
    assert [one["story"] for one in as_json("capture", "list")] == [None, "ferries"]


def test_a_capture_that_fails_is_told_listed_and_shown(stage: Stage) -> None:
    result = factdesk("capture", "http://example.org/gone")

    assert result.exit_code == 1
    assert "the server answered 404 (Not Found)" in result.stdout
    listed = factdesk("capture", "list").stdout
    assert "capture:1  not a page" in listed
    assert "the server answered 404 (Not Found)" in listed
    assert "because    the server answered 404 (Not Found)" in factdesk("capture", "show", "1").stdout


def test_what_to_be_wary_of_is_told(stage: Stage) -> None:
    shown = factdesk("capture", "http://example.org/login").stdout

    assert "this looks like a page to log in" in " ".join(shown.split())


def test_everything_about_a_capture_is_shown(stage: Stage) -> None:
    factdesk("capture", URL, "--by", "ada", "--user-agent", "plain browser/1")

    shown = factdesk("capture", "show", "capture:1").stdout

    for words in (
        "capture:1, captured",
        "fetched by factdesk",
        "(93.184.215.14, answered 200)",
        "there is none",
        "plain browser/1",
        "SHA-256",
        "The ferry to Corrie sails 14 times a week",
    ):
        assert words in " ".join(shown.split())
    assert max(map(len, shown.splitlines())) <= 80
    assert b"User-Agent: plain browser/1\r\n" in stage.server.heard[0]


def test_a_capture_that_went_as_a_browser_says_that_robots_was_left_alone(stage: Stage) -> None:
    factdesk("capture", URL, "--user-agent", "Mozilla/5.0 (plain)")

    assert "robots.txt not asked for, as a browser asks for none" in factdesk("capture", "show", "1").stdout
    assert as_json("capture", "show", "1")["robots"] is None


def test_offline_refuses_the_network_and_keeps_nothing(stage: Stage) -> None:
    for words in (["capture", URL, "--offline"], ["check", URL, "--offline"]):
        result = factdesk(*words)

        assert result.exit_code == 2
        assert "--offline rules that out; leave out --offline, or save the page" in result.stderr
    assert stage.dials == []
    assert as_json("capture", "list") == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["capture", "lst"], "lst is neither a file nor an address", id="typo"),
        pytest.param(["capture", "ftp://x.example/"], "is not an address of the web", id="another scheme"),
        pytest.param(["capture", "saved.html"], "say how the file came to you", id="a file without --how"),
        pytest.param(["capture", URL, "--how", "x"], "are for files", id="a URL with --how"),
        pytest.param(["capture", URL, "--user-agent", "a\nb"], "one line", id="a user agent of two lines"),
        pytest.param(["capture", "show", "9"], "there is no capture '9'", id="an unknown capture"),
        pytest.param(["capture", "export", "--out", "x.wacz"], "say which", id="nothing to export"),
        pytest.param(["capture", "export", "1", "--all", "--out", "x"], "say which", id="two to export"),
        pytest.param(["capture", "verify", "x.wacz"], "x.wacz does not exist", id="no package"),
        pytest.param(["capture", "verify", "1", "2"], "there is no capture '1'", id="no capture to verify"),
    ],
)
def test_what_can_not_be_done_is_said_with_the_next_step(words: list[str], said: str, stage: Stage) -> None:
    Path("saved.html").write_bytes(PAGE)
    factdesk("db", "upgrade")

    result = factdesk(*words)

    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
    assert as_json("capture", "list") == []
    assert not Path("factdesk-captures").exists()


def test_a_file_is_captured_with_how_it_came(stage: Stage) -> None:
    Path("saved.html").write_bytes(PAGE)

    result = factdesk("capture", "saved.html", "--how", "saved by Ada", "--from", URL)

    assert result.exit_code == 0
    (told,) = as_json("capture", "list")
    assert (told["given_as"], told["how"], told["url"]) == ("saved.html", "saved by Ada", URL)
    assert "given as   saved.html" in result.stdout


def test_when_and_how_a_protected_source_sent_a_file_is_shown_only_where_somebody_asks(stage: Stage) -> None:
    Path("list.html").write_bytes(PAGE)
    Path("ferries.txt").write_text("The ferry sails on Monday.\n", encoding="utf-8")
    factdesk("document", "add", "ferries.txt")
    factdesk("source", "add", "K7", "--protected")
    factdesk("capture", "list.html", "--how", "handed over at the quay")
    words = as_json("capture", "show", "1", "--with-protected")["text"].splitlines()[0]
    evidence = ["--quote", words, "--stance", "context", "--source", "K7", "--because", "their own list"]
    assert factdesk("evidence", "add", "ferries:1", "capture:1", *evidence).exit_code == 0

    plain, asked = as_json("capture", "show", "1"), as_json("capture", "show", "1", "--with-protected")
    screens = factdesk("capture", "show", "1").stdout + factdesk("capture", "list").stdout

    assert [plain[key] for key in ("began", "added_at", "how", "given_as", "file")] == [None] * 5
    assert as_json("capture", "list") == [plain]
    assert (asked["how"], asked["given_as"]) == ("handed over at the quay", "list.html")
    assert as_json("capture", "list", "--with-protected") == [asked]
    assert "--with-protected" in screens
    assert not any(words in screens for words in ("quay", "list.html", "UTC"))


def test_when_a_given_archive_was_made_and_given_are_told_apart(stage: Stage) -> None:
    factdesk("capture", URL)
    factdesk("capture", "export", "1", "--out", "ferries.wacz")
    factdesk("capture", "ferries.wacz", "--how", "sent by the harbour office")

    shown = factdesk("capture", "show", "2").stdout

    assert "made       14 March 2026, 09:26 UTC, as the archive says" in shown
    assert "UTC, as a WACZ file" in shown
    assert "how        sent by the harbour office" in shown


def test_the_digests_of_all_that_is_kept_are_shown(stage: Stage) -> None:
    factdesk("capture", URL)
    told = as_json("capture", "show", "1")

    shown = factdesk("capture", "show", "1").stdout

    assert f"of file    {told['file_sha256']}" in shown
    assert f"of answer  {sha256(answer(PAGE)).hexdigest()}" in shown
    assert f"of page    {sha256(PAGE).hexdigest()}" in shown
    assert f"of words   {sha256(told['text'].encode()).hexdigest()}" in shown


def test_captures_of_one_title_are_told_apart_by_their_addresses(stage: Stage) -> None:
    factdesk("capture", URL)
    factdesk("capture", "http://example.org/")

    listed = factdesk("capture", "list").stdout

    assert URL in listed
    assert "http://example.org/\n" in listed


def test_captures_are_verified_and_what_is_wrong_is_named(stage: Stage) -> None:
    factdesk("capture", URL)
    factdesk("capture", "http://example.org/")
    assert factdesk("capture", "verify").stdout == "2 captures of 2 as they were made.\n"

    (Path("factdesk-captures") / as_json("capture", "show", "2")["file"]).write_bytes(b"")
    (Path("factdesk-captures") / "stray.warc").write_bytes(b"")
    result = factdesk("capture", "verify")

    assert result.exit_code == 1
    assert "1 capture of 2 as they were made." in result.stdout
    assert "capture:2" in result.stdout
    assert "its digest differs" in result.stdout
    assert "stray.warc" in result.stdout
    assert "back from a backup" in result.stdout
    assert factdesk("capture", "verify", "capture:1").exit_code == 0
    assert as_json("capture", "verify", "capture:2")[0]["handle"] == "capture:2"


def test_a_package_goes_out_and_is_verified(stage: Stage) -> None:
    factdesk("capture", URL, "--story", "ferries")

    out = factdesk("capture", "export", "--story", "ferries", "--out", "ferries.wacz")
    good = factdesk("capture", "verify", "ferries.wacz")
    Path("ferries.wacz").write_bytes(Path("ferries.wacz").read_bytes().replace(b"14 times", b"15 times"))
    altered = factdesk("capture", "verify", "ferries.wacz")

    assert out.stdout == "1 capture packed into ferries.wacz\n"
    assert good.stdout == "ferries.wacz is whole, and every page in it is a capture of this ledger.\n"
    assert (good.exit_code, altered.exit_code) == (0, 1)


def test_a_page_of_the_web_is_captured_and_checked(stage: Stage) -> None:
    result = factdesk("check", URL, "--story", "ferries")

    assert result.exit_code == 1
    assert "The report: ferry-times.html" in result.stdout
    (document,), (capture,) = as_json("document", "list"), as_json("capture", "list")
    assert (document["slug"], document["story"], capture["story"]) == ("ferry-times", "ferries", "ferries")
    shown = as_json("document", "show", "ferry-times")
    assert (shown["sha256"], shown["file"]) == (capture["entity_sha256"], URL)


def test_checking_the_same_page_again_is_one_document_and_two_captures(stage: Stage) -> None:
    first, second = factdesk("check", URL), factdesk("check", URL)

    assert second.stdout == first.stdout
    assert len(as_json("document", "list")) == 1
    assert len(as_json("capture", "list")) == 2


def test_a_page_without_a_name_is_named_by_its_title(stage: Stage) -> None:
    factdesk("check", "http://example.org/")

    assert as_json("document", "list")[0]["slug"] == "ferry-timetable-changed"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        pytest.param("http://example.org/gone", "the server answered 404 (Not Found)", id="not there"),
        pytest.param("http://10.0.0.1/", "10.0.0.1 is an address in a private network", id="refused"),
    ],
)
def test_a_page_that_can_not_be_had_is_not_checked_and_kept_as_a_capture(
    url: str, why: str, stage: Stage
) -> None:
    result = factdesk("check", url)

    assert result.exit_code == 2
    assert f"{url} can't be checked: {why}; this is kept as capture:1" in result.stderr
    assert as_json("document", "list") == []
    assert len(as_json("capture", "list")) == 1
    assert not list(Path().glob("*.html"))
