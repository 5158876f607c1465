"""Writes captures into one WACZ file, which anybody can open in a browser and replay without the network.

A WACZ is a zip of WARC files with their index, a list of pages, and the digest of each part. Dates are
fixed and parts are stored as they are, so that the same captures give the same bytes.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import IO, BinaryIO

from sources.captures import cdxj
from sources.captures.archives import records_in

VERSION = "1.1.1"
MAJOR_VERSION = "1."
ARCHIVE = "archive/"
INDEX = "indexes/index.cdx"
PAGES = "pages/pages.jsonl"
PACKAGE = "datapackage.json"
DIGEST = "datapackage-digest.json"
FIRST_PAGES_LINE = {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}
_EARLIEST = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Packed:
    """A WARC file that goes into a package: its name there, and the page in it; `None`: it holds none."""

    name: str
    opened: Callable[[], AbstractContextManager[IO[bytes]]]
    page: Page | None

    @classmethod
    def from_file(cls, path: Path, page: Page | None) -> Packed:
        """A file that stands by itself."""
        return cls(path.name, lambda: path.open("rb"), page)


@dataclass(frozen=True, slots=True)
class Page:
    """A page as the package lists it."""

    id: str
    url: str
    at: datetime
    title: str | None


def write_wacz(
    file: BinaryIO, captures: Sequence[Packed], *, title: str, at: datetime, software: str
) -> None:
    """Write a package of captures. `at` is when it was made."""
    parts = _Parts(file)
    entries: list[cdxj.Entry] = []
    for capture in captures:
        with capture.opened() as warc:
            parts.add_file(ARCHIVE + capture.name, warc)
        with capture.opened() as warc:
            entries += cdxj.index_of(records_in(warc), capture.name)
    parts.add(INDEX, cdxj.written(entries))
    parts.add(PAGES, _lines([FIRST_PAGES_LINE, *(_page(one.page) for one in captures if one.page)]))
    package = _json(
        {
            "profile": "data-package",
            "wacz_version": VERSION,
            "title": title,
            "created": _time(at),
            "software": software,
            "resources": parts.resources,
        }
    )
    parts.add(PACKAGE, package)
    parts.add(DIGEST, _json({"path": PACKAGE, "hash": f"sha256:{sha256(package).hexdigest()}"}))
    parts.close()


class _Parts:
    """The zip that is being written, and what there is in it so far."""

    def __init__(self, file: BinaryIO) -> None:
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_STORED)
        self.resources: list[dict[str, object]] = []

    def add(self, name: str, content: bytes) -> None:
        self._zip.writestr(_entry(name), content)
        self._list(name, len(content), sha256(content).hexdigest())

    def add_file(self, name: str, file: IO[bytes]) -> None:
        size, digest = 0, sha256()
        with self._zip.open(_entry(name), "w") as target:
            while piece := file.read(1 << 20):
                target.write(piece)
                size += len(piece)
                digest.update(piece)
        self._list(name, size, digest.hexdigest())

    def close(self) -> None:
        self._zip.close()

    def _list(self, name: str, size: int, digest: str) -> None:
        if name not in (PACKAGE, DIGEST):
            plain = name.rpartition("/")[2]
            self.resources.append({"name": plain, "path": name, "hash": f"sha256:{digest}", "bytes": size})


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EARLIEST)
    entry.create_system = 3  # as on every machine: the system it was made on is no part of it
    entry.external_attr = 0o100644 << 16
    return entry


def _page(page: Page) -> dict[str, object]:
    told = {"id": page.id, "url": page.url, "ts": _time(page.at), "title": page.title}
    return {name: value for name, value in told.items() if value is not None}


def _time(at: datetime) -> str:
    return at.astimezone(UTC).replace(tzinfo=None, microsecond=0).isoformat() + "Z"


def _lines(records: Iterable[object]) -> bytes:
    return b"".join(json.dumps(record, ensure_ascii=False).encode() + b"\n" for record in records)


def _json(record: object) -> bytes:
    return json.dumps(record, ensure_ascii=False, indent=2).encode()
