"""Captures in the ledger: the file first, then the row and its event, and failed ones like any other."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Collection, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import text

from claims.capture_queries import capture_page, capture_pages, is_captured, newest_capture
from claims.captured import CapturePage
from claims.captures import capture_file, capture_url
from claims.errors import BadSlug, NothingToPack, UnknownCapture, UnknownStory
from claims.keeping import export_package, left_over, verified
from ledger.engine import Ledger
from ledger.errors import UnrecordedWrite
from sources.captures.folder import folder_of
from sources.captures.verifying import problems_of
from sources.errors import CannotKeep, NotAnAddress, NotFound
from sources.fetch.outcome import Mark, RobotsAnswer, State
from tests.ledger.interruptions import before_each_statement
from tests.ledger.pens import replaying_pen
from tests.sources.fetch.answers import NOT_WHOLE, WHOLE
from tests.sources.fetch.stage import AGENT, PAGE, Stage, answer, redirect, serving


@pytest.fixture
def stage() -> Iterator[Stage]:
    with serving({"/": answer(PAGE), "/old": redirect("/")}) as server:
        yield Stage(server)


def captured(ledger: Ledger, stage: Stage, url: str, *, story: str | None = None) -> CapturePage:
    pen = replaying_pen(first=1000 * (1 + len(everything(ledger))))
    number, _ = capture_url(ledger, pen, url, network=stage.network, user_agent=AGENT, story=story)
    with ledger.reading() as session:
        return capture_page(session, f"capture:{number}")


def everything(ledger: Ledger) -> tuple[CapturePage, ...]:
    with ledger.reading() as session:
        return capture_pages(session)


def problems(ledger: Ledger) -> list[tuple[str, ...]]:
    return [one.problems for one in verified(everything(ledger), folder_of(ledger.path))]


def test_a_captured_page_has_its_file_its_digests_its_words_and_how_it_was_had(
    ledger: Ledger, stage: Stage
) -> None:
    page = captured(ledger, stage, "http://ada:secret@example.org/old", story="ferries")

    file = folder_of(ledger.path) / (page.file or "")
    assert (page.handle, page.state, page.reason, page.story) == (
        "capture:1",
        State.CAPTURED,
        None,
        "ferries",
    )
    assert (page.asked, page.url) == ("http://example.org/old", "http://example.org/")
    assert [(hop.url, hop.status) for hop in page.hops] == [
        ("http://example.org/old", 302),
        ("http://example.org/", 200),
    ]
    assert page.marks == (Mark.USER_INFO_STRIPPED,)
    assert page.robots is RobotsAnswer.SAYS_NOTHING
    assert page.file_sha256 == sha256(file.read_bytes()).hexdigest()
    assert page.block_sha256 == sha256(answer(PAGE)).hexdigest()
    assert page.entity_sha256 == sha256(PAGE).hexdigest()
    assert page.title == "Ferry timetable changed"
    assert "sails 14 times a week" in (page.text or "")
    assert page.user_agent == AGENT


def test_a_capture_is_one_event_that_holds_what_was_written(ledger: Ledger, stage: Stage) -> None:
    page = captured(ledger, stage, "http://example.org/")

    with ledger.reading() as session:
        ((action, subject, body),) = session.execute(text("SELECT action, subject, body FROM events"))
    (row,) = json.loads(body)["inserted"]["captures"]
    assert (action, subject) == ("capture.add", "capture:1")
    assert (row["file_sha256"], row["text"], row["state"]) == (page.file_sha256, page.text, "captured")
    assert row["hops"][0]["block"] == page.block_sha256


def test_captures_are_written_through_the_log_alone(ledger: Ledger, stage: Stage) -> None:
    captured(ledger, stage, "http://example.org/")

    with pytest.raises(UnrecordedWrite, match="captures"), ledger.writing() as session:
        session.execute(text("UPDATE captures SET text = 'altered'"))


@pytest.mark.parametrize(
    ("url", "state", "has_file"),
    [
        pytest.param("http://example.org/missing", State.NOT_A_PAGE, True, id="not there"),
        pytest.param("http://127.0.0.1/", State.REFUSED, False, id="refused"),
        pytest.param("http://gone.example/", State.UNREACHABLE, False, id="unreachable"),
    ],
)
def test_a_failed_capture_is_kept_with_its_reason(
    url: str, state: State, has_file: bool, ledger: Ledger, stage: Stage
) -> None:
    stage.names["gone.example"] = []

    page = captured(ledger, stage, url)

    assert page.state is state
    assert page.reason
    assert (page.file is not None) is has_file
    assert problems(ledger) == [()]


def test_a_server_that_closes_without_a_word_leaves_none(ledger: Ledger, stage: Stage) -> None:
    stage.server.plays["/"] = b""

    page = captured(ledger, stage, "http://example.org/")

    assert (page.state, page.why_no_text) == (State.UNREACHABLE, "nothing came")


def test_one_address_has_as_many_captures_as_were_made(ledger: Ledger, stage: Stage) -> None:
    first = captured(ledger, stage, "http://example.org/")
    stage.server.plays["/"] = answer(PAGE.replace(b"14 times", b"15 times"))
    second = captured(ledger, stage, "http://example.org/")

    assert [first.number, second.number] == [1, 2]
    assert first.text_sha256 != second.text_sha256
    assert len(everything(ledger)) == 2


@pytest.mark.parametrize(
    ("url", "states", "handle"),
    [
        pytest.param("http://example.org/old", State, "capture:2", id="as it was asked for"),
        pytest.param("http://ada@example.org/#times", State, "capture:4", id="where it was found in the end"),
        pytest.param("http://example.org/", {State.CAPTURED}, "capture:2", id="only good ones"),
        pytest.param("http://example.org/gone", State, "capture:3", id="a failed one"),
        pytest.param("http://example.org/gone", {State.CAPTURED}, None, id="none that is good"),
        pytest.param("http://example.org/never", State, None, id="never captured"),
    ],
)
def test_the_newest_capture_of_an_address_is_found(
    url: str, states: Collection[State], handle: str | None, ledger: Ledger, stage: Stage
) -> None:
    for path in ("", "old", "gone"):
        captured(ledger, stage, f"http://example.org/{path}")
    stage.server.plays["/"] = answer(b"", status="503 Service Unavailable")
    captured(ledger, stage, "http://example.org/")

    with ledger.reading() as session:
        found = newest_capture(session, url, states=states)

    assert (found and found.handle) == handle


def test_whatever_a_server_sends_is_recorded_and_found_as_it_was(ledger: Ledger, stage: Stage) -> None:
    plays = [play for play, *_ in (WHOLE | NOT_WHOLE).values() if isinstance(play, bytes)]
    for play in plays:
        stage.server.plays["/"] = play
        captured(ledger, stage, "http://example.org/")

    assert problems(ledger) == [()] * len(plays)


@pytest.mark.parametrize("url", ["example.org", "ftp://example.org/", "https://"])
def test_what_is_no_address_leaves_nothing(url: str, ledger: Ledger, stage: Stage) -> None:
    with pytest.raises(NotAnAddress):
        captured(ledger, stage, url)

    assert everything(ledger) == ()
    assert not folder_of(ledger.path).exists()


def test_a_story_that_cannot_be_one_is_refused_before_anything_is_asked(ledger: Ledger, stage: Stage) -> None:
    with pytest.raises(BadSlug):
        captured(ledger, stage, "http://example.org/", story="Not A Slug")

    assert stage.dials == []


def test_a_place_that_takes_no_file_leaves_no_row(ledger: Ledger, stage: Stage) -> None:
    folder_of(ledger.path).write_bytes(b"in the way")

    with pytest.raises(CannotKeep):
        captured(ledger, stage, "http://example.org/")

    assert everything(ledger) == ()


def test_a_power_cut_takes_no_file_that_has_its_row(
    ledger: Ledger, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kill can't see a missing sync, so the order of the calls to the system is looked at."""
    folder_of(ledger.path).mkdir()
    calls, real_fsync, real_rename = [], os.fsync, os.rename

    def fsync(descriptor: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        calls.append("folder synced" if is_folder else "file synced")
        real_fsync(descriptor)

    def rename(before: Path, after: Path) -> None:
        calls.append("file named")
        real_rename(before, after)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "rename", rename)

    with before_each_statement(lambda: calls.append("to the database")):
        capture_url(ledger, replaying_pen(), "http://example.org/", network=stage.network, user_agent=AGENT)

    assert calls[:4] == ["file synced", "file named", "folder synced", "to the database"]
    assert set(calls[4:]) == {"to the database"}


def test_a_given_file_keeps_who_said_how_it_came(ledger: Ledger, tmp_path: Path) -> None:
    saved = tmp_path / "saved.html"
    saved.write_bytes(PAGE)

    capture_file(
        ledger, replaying_pen(), saved, how="sent by a reader", url="http://example.org/", story=None
    )

    (page,) = everything(ledger)
    assert (page.state, page.given_as, page.how) == (State.CAPTURED, "saved.html", "sent by a reader")
    assert (page.url, page.entity_sha256) == ("http://example.org/", sha256(PAGE).hexdigest())
    assert "sails 14 times a week" in (page.text or "")
    assert problems(ledger) == [()]


def test_how_a_file_came_stands_in_the_log_as_a_digest(ledger: Ledger, tmp_path: Path) -> None:
    saved = tmp_path / "saved.html"
    saved.write_bytes(PAGE)

    capture_file(ledger, replaying_pen(), saved, how="sent by Ada Marsh")

    with ledger.reading() as session:
        body = session.scalars(text("SELECT body FROM events")).one()
    assert b"Ada Marsh" not in body


def alter(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"14 times", b"15 times"))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


def swap(path: Path) -> None:
    path.write_bytes(b"WARC/1.1\r\nContent-Length: 0\r\n\r\n\r\n\r\n")


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        pytest.param(alter, "its digest differs", id="altered"),
        pytest.param(cut, "is not as long as it says", id="cut"),
        pytest.param(swap, "does not hold the answer that was captured", id="another file"),
        pytest.param(Path.unlink, "can't be read (no such file or directory)", id="gone"),
    ],
)
def test_a_file_that_is_not_what_was_captured_is_found(
    harm: object, told: str, ledger: Ledger, stage: Stage
) -> None:
    page = captured(ledger, stage, "http://example.org/")
    captured(ledger, stage, "http://example.org/old")
    assert callable(harm)
    harm(folder_of(ledger.path) / (page.file or ""))

    first, second = problems(ledger)

    assert told in " ".join(first)
    assert second == ()


def test_files_of_no_capture_are_named(ledger: Ledger, stage: Stage) -> None:
    captured(ledger, stage, "http://example.org/")
    folder = folder_of(ledger.path)
    (folder / "stray.warc").write_bytes(b"")

    assert left_over(everything(ledger), folder) == ("stray.warc",)


def test_a_package_is_whole_and_known_to_the_ledger(ledger: Ledger, stage: Stage, tmp_path: Path) -> None:
    for url in ("http://example.org/", "http://example.org/missing", "http://127.0.0.1/"):
        captured(ledger, stage, url)
    folder = folder_of(ledger.path)

    packed = export_package(everything(ledger), folder, title="Ferries", out=tmp_path / "a.wacz")
    export_package(everything(ledger), folder, title="Ferries", out=tmp_path / "b.wacz")

    assert packed == 2
    assert (tmp_path / "a.wacz").read_bytes() == (tmp_path / "b.wacz").read_bytes()
    with ledger.reading() as session:
        assert problems_of(tmp_path / "a.wacz", vouched=lambda digest: is_captured(session, digest)) == []
        assert problems_of(tmp_path / "a.wacz", vouched=lambda digest: False) != []


def test_packing_overwrites_nothing_and_needs_something(ledger: Ledger, stage: Stage, tmp_path: Path) -> None:
    captured(ledger, stage, "http://127.0.0.1/")
    with pytest.raises(NothingToPack):
        export_package(everything(ledger), folder_of(ledger.path), title="x", out=tmp_path / "x.wacz")

    kept = captured(ledger, stage, "http://example.org/")
    (tmp_path / "x.wacz").write_bytes(b"mine")
    with pytest.raises(CannotKeep, match="is there already"):
        export_package([kept], folder_of(ledger.path), title="x", out=tmp_path / "x.wacz")

    (folder_of(ledger.path) / (kept.file or "")).unlink()
    with pytest.raises(NotFound, match="is gone"):
        export_package([kept], folder_of(ledger.path), title="x", out=tmp_path / "y.wacz")
    assert (tmp_path / "x.wacz").read_bytes() == b"mine"
    assert not (tmp_path / "y.wacz").exists()


def test_a_captured_package_is_packed_with_the_others(ledger: Ledger, stage: Stage, tmp_path: Path) -> None:
    captured(ledger, stage, "http://example.org/")
    export_package(everything(ledger), folder_of(ledger.path), title="x", out=tmp_path / "theirs.wacz")
    capture_file(ledger, replaying_pen(first=900), tmp_path / "theirs.wacz", how="from another desk")

    (_, given) = everything(ledger)
    export_package([given], folder_of(ledger.path), title="x", out=tmp_path / "again.wacz")

    assert (given.url, given.title) == ("http://example.org/", "Ferry timetable changed")
    assert problems(ledger) == [(), ()]
    assert problems_of(tmp_path / "again.wacz", vouched=None) == []


@pytest.mark.parametrize("handle", ["capture:7", "7", "x", "", "capture:", "٣", "9" * 40])
def test_a_capture_that_there_is_not_is_told_with_those_there_are(
    handle: str, ledger: Ledger, stage: Stage
) -> None:
    captured(ledger, stage, "http://example.org/")

    with ledger.reading() as session, pytest.raises(UnknownCapture, match="run from capture:1 to capture:1"):
        capture_page(session, handle)


def test_a_story_lists_its_own_captures(ledger: Ledger, stage: Stage) -> None:
    captured(ledger, stage, "http://example.org/", story="ferries")
    captured(ledger, stage, "http://example.org/")

    with ledger.reading() as session:
        assert [page.number for page in capture_pages(session, story="ferries")] == [1]
        with pytest.raises(UnknownStory, match="factdesk capture URL --story trains"):
            capture_pages(session, story="trains")
