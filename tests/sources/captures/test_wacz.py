"""Packages that replay elsewhere: the same captures give the same bytes, and other tools find them valid."""

from __future__ import annotations

import json
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from itertools import count
from pathlib import Path
from uuid import UUID

import pytest

from sources.captures.verifying import problems_of
from sources.captures.wacz import Packed, Page, write_wacz
from sources.captures.warc import warc_of
from sources.fetch.limits import Limits
from sources.fetch.page import fetch
from tests.sources.captures.tools import run_tool
from tests.sources.fetch.answers import NOT_WHOLE, WHOLE
from tests.sources.fetch.stage import AGENT, Stage

AT = datetime(2026, 3, 14, 12, tzinfo=UTC)
LIMITS = Limits(wire_bytes=400_000, decoded_bytes=800_000, seconds=0.5)


def package(captures: list[Packed], path: Path) -> Path:
    with path.open("wb") as file:
        write_wacz(file, captures, title="Ferries", at=AT, software="factdesk/test")
    return path


def test_a_package_holds_the_files_as_they_are_with_index_pages_and_digests(
    captures: list[Packed], tmp_path: Path
) -> None:
    path = package(captures, tmp_path / "ferries.wacz")

    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        assert [archive.read(f"archive/{one.name}") for one in captures] == [
            (tmp_path / one.name).read_bytes() for one in captures
        ]
        index = archive.read("indexes/index.cdx").decode().splitlines()
        pages = [json.loads(line) for line in archive.read("pages/pages.jsonl").splitlines()]
    assert names == [
        "archive/1.warc",
        "archive/2.warc",
        "archive/3.warc",
        "indexes/index.cdx",
        "pages/pages.jsonl",
        "datapackage.json",
        "datapackage-digest.json",
    ]
    assert [line.split(" {")[0] for line in index] == [
        "org,example)/ 20260314092653",
        "org,example)/b 20260314092653",
        "org,example)/no 20260314092653",
        "org,example)/old 20260314092653",
        *["org,example)/robots.txt 20260314092653"] * 3,
    ]
    assert [page.get("url") for page in pages] == [
        None,
        "http://example.org/b",
        "http://example.org/",
        "http://example.org/no",
    ]


def test_the_index_leads_to_each_record(captures: list[Packed], tmp_path: Path) -> None:
    with zipfile.ZipFile(package(captures, tmp_path / "ferries.wacz")) as archive:
        for line in archive.read("indexes/index.cdx").decode().splitlines():
            entry = json.loads(line.split(" ", 2)[2])
            warc = archive.read(f"archive/{entry['filename']}")
            start = int(entry["offset"])
            record = warc[start : start + int(entry["length"])]

            assert record.startswith(b"WARC/1.1\r\n")
            assert b"\r\nWARC-Type: response\r\n" in record
            assert f"WARC-Target-URI: {entry['url']}\r\n".encode() in record
            assert record.endswith(b"\r\n\r\n")


def test_each_part_begins_right_after_its_name(captures: list[Packed], tmp_path: Path) -> None:
    """Players in a browser look for it there, and read no further fields of the zip."""
    path = package(captures, tmp_path / "ferries.wacz")

    data = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        for part in archive.infolist():
            start = part.header_offset + 30 + len(part.filename)
            assert data[start : start + part.file_size] == archive.read(part)


def test_the_same_captures_give_the_same_bytes(captures: list[Packed]) -> None:
    first, second = BytesIO(), BytesIO()

    for file in (first, second):
        write_wacz(file, captures, title="Ferries", at=AT, software="factdesk/test")

    assert first.getvalue() == second.getvalue()


def test_a_package_is_found_good(captures: list[Packed], tmp_path: Path) -> None:
    assert problems_of(package(captures, tmp_path / "ferries.wacz"), vouched=lambda digest: True) == []


@pytest.fixture
def of_every_kind(stage: Stage, tmp_path: Path) -> Path:
    """A package of every kind of answer that the server plays, whole or not."""
    plays = {case: play for case, (play, *_) in (WHOLE | NOT_WHOLE).items()}
    assert len(plays) >= 20
    numbers, packed = count(1), []
    for number, play in enumerate(plays.values()):
        stage.server.plays["/"] = play
        fetched = fetch("http://example.org/", network=stage.network, user_agent=AGENT, limits=LIMITS)
        path, page = tmp_path / f"{number}.warc", fetched.hops[-1]
        with path.open("wb") as file:
            file.writelines(warc_of(fetched, new_id=lambda: UUID(int=next(numbers)), software="test"))
        listed = Page(str(number), page.url, page.began, None) if page.unpacked is not None else None
        packed.append(Packed.from_file(path, listed))
    return package(packed, tmp_path / "every-kind.wacz")


def test_a_package_of_every_kind_of_answer_is_good(of_every_kind: Path) -> None:
    assert problems_of(of_every_kind, vouched=lambda digest: True) == []


def test_the_formats_own_tool_finds_every_kind_of_answer_valid(of_every_kind: Path) -> None:
    said = run_tool("wacz", "validate", "-f", of_every_kind)

    assert said.returncode == 0, said.stdout + said.stderr
    assert "Validation succeeded" in said.stdout


@pytest.mark.parametrize("number", range(3))
def test_a_package_of_one_is_good(number: int, captures: list[Packed], tmp_path: Path) -> None:
    path = package([captures[number]], tmp_path / "one.wacz")

    assert problems_of(path, vouched=None) == []
