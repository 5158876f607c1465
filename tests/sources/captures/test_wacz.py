"""Packages that replay elsewhere: the same captures give the same bytes, and other tools find them valid."""

from __future__ import annotations

import json
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from sources.captures.verifying import problems_of
from sources.captures.wacz import Packed, write_wacz

AT = datetime(2026, 3, 14, 12, tzinfo=UTC)


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


@pytest.mark.parametrize("number", range(3))
def test_a_package_of_one_is_good(number: int, captures: list[Packed], tmp_path: Path) -> None:
    path = package([captures[number]], tmp_path / "one.wacz")

    assert problems_of(path, vouched=None) == []
