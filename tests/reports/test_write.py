from __future__ import annotations

import os
import resource
import signal
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reports.errors import CannotWrite
from reports.html import render_audit
from reports.write import GENERATOR, place_for, write_report
from tests.reports.release import release_audit


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """A disk that is full after so many bytes, as far as this process can tell."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    told = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, told)


def test_a_report_is_written_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "report.html"

    written = write_report("<p>ä “quoted”\n</p>", path)

    assert written == path
    assert path.read_bytes() == "<p>ä “quoted”\n</p>".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_an_older_report_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    write_report(f"{GENERATOR} a much longer report of yesterday", path)

    write_report("today", path)

    assert path.read_text() == "today"


def test_a_page_that_is_no_report_is_never_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    article = Path("article.html")
    article.write_text("<title>The article itself</title>")

    with pytest.raises(CannotWrite, match="is no report of factdesk's"):
        write_report("report", article)

    assert article.read_text() == "<title>The article itself</title>"
    assert place_for("article") == Path("article.report.html")


def test_every_report_can_be_told_from_other_pages_by_its_head() -> None:
    assert GENERATOR in render_audit(release_audit())[:2048]


def test_a_report_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    beside = tmp_path / "beside"
    beside.touch()

    report = write_report("report", tmp_path / "report.html")

    assert stat.S_IMODE(report.stat().st_mode) == stat.S_IMODE(beside.stat().st_mode)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match=r"there is no folder .*nowhere.* --out FILE"):
        write_report("report", tmp_path / "nowhere" / "report.html")


def test_a_folder_given_for_a_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="is not a file"):
        write_report("report", tmp_path)


@pytest.fixture
def closed_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that refuses whoever runs the tests: root lays its power down meanwhile."""
    tmp_path.chmod(0o500)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield tmp_path
    if root:
        os.seteuid(0)
    tmp_path.chmod(0o700)


def test_a_folder_that_cannot_be_written_is_named(closed_folder: Path) -> None:
    with pytest.raises(CannotWrite, match="you may not write in"):
        write_report("report", closed_folder / "report.html")


def test_a_report_that_cannot_be_finished_leaves_the_older_one(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(f"{GENERATOR} yesterday")

    with files_of_at_most(1_000), pytest.raises(CannotWrite, match="file too large"):
        write_report("today" * 1_000, path)

    assert path.read_text() == f"{GENERATOR} yesterday"
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_that_is_too_long_is_an_error_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="name too long"):
        write_report("report", tmp_path / ("x" * 300))
