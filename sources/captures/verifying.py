"""Verifies a WACZ strictly: each part listed, each digest right, index and pages as the records are.

A package can be altered and its digests written anew, so that it agrees with itself again. What stands
against that is somebody who knows the digest of a file in it: the ledger that made the capture.
"""

from __future__ import annotations

import json
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import IO

from sources.captures import cdxj
from sources.captures.archives import BadArchive, moment, records_in
from sources.captures.wacz import ARCHIVE, DIGEST, MAJOR_VERSION, PACKAGE, PAGES

Vouch = Callable[[str], bool]
"""Whether somebody who can be trusted knows a file by its SHA-256, in hex."""

_LARGEST_LIST = 100_000_000
_CHUNK = 1 << 20
_INDEXES = ("indexes/index.cdx", "indexes/index.cdxj")


class _Wrong(Exception):
    """Something is wrong with a package, in words; nothing after it can be looked at."""


@dataclass(frozen=True, slots=True)
class _Package:
    """The parts of a package that are what the package says."""

    archive: zipfile.ZipFile
    digests: dict[str, str]

    @property
    def warcs(self) -> list[str]:
        return [name for name in self.digests if name.startswith(ARCHIVE)]


def problems_of(file: Path | IO[bytes], *, vouched: Vouch | None) -> list[str]:
    """What is wrong with a package of ours, in words; empty where nothing is.

    `vouched` is asked for every WARC file in it; without it, that the package agrees with itself is
    all that is verified.
    """

    def verify(archive: zipfile.ZipFile) -> list[str]:
        package = _package(archive)
        entries = list(_entries(package))
        _check_index(package, entries)
        _check_pages(package, entries)
        if vouched is None:
            return []
        unknown = [name for name in package.warcs if not vouched(package.digests[name])]
        return [f"{name} is no file of any capture in the ledger" for name in unknown]

    return _told(file, verify)


def is_signed(file: Path | IO[bytes]) -> bool:
    """Whether a package carries a signature; that it is for this content is verified, not whose it is."""

    def look(archive: zipfile.ZipFile) -> list[str]:
        return ["signed"] if "signedData" in _object(_read(archive, DIGEST), DIGEST) else []

    return _told(file, look) == ["signed"]


def damage_in(file: Path | IO[bytes]) -> list[str]:
    """What is damaged in a package of another tool, which may have its own ways with index and pages."""

    def look(archive: zipfile.ZipFile) -> list[str]:
        for _ in _entries(_package(archive)):
            continue
        return []

    return _told(file, look)


def _told(file: Path | IO[bytes], look: Callable[[zipfile.ZipFile], list[str]]) -> list[str]:
    try:
        with zipfile.ZipFile(file) as archive:
            return look(archive)
    except _Wrong as wrong:
        return [str(wrong)]
    except BadArchive as error:
        return [f"a WARC file in it is damaged: {error}"]
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, OSError, EOFError) as error:
        return [f"it is no zip file, or a damaged one ({error})"]


def _package(archive: zipfile.ZipFile) -> _Package:
    """The package with every digest checked."""
    _check_names(archive)
    content = _read(archive, PACKAGE)
    digest = f"sha256:{sha256(content).hexdigest()}"
    _check_digest_file(_object(_read(archive, DIGEST), DIGEST), digest)
    package = _object(content, PACKAGE)
    if not str(package.get("wacz_version")).startswith(MAJOR_VERSION):
        raise _Wrong(f"{PACKAGE} names a version that is not known")
    digests = dict(_resources(archive, package))
    unlisted = sorted({part.filename for part in archive.infolist()} - digests.keys() - {PACKAGE, DIGEST})
    if unlisted:
        raise _Wrong(f"{unlisted[0]} is in it and not listed")
    return _Package(archive, digests)


def _check_names(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len({part.filename for part in parts}) < len(parts):
        raise _Wrong("it holds two parts of the same name")
    packed = sum(part.file_size for part in parts if part.compress_type != zipfile.ZIP_STORED)
    if packed > _LARGEST_LIST:  # no more is read of a part than it says of itself
        raise _Wrong(f"it unpacks to more than {_LARGEST_LIST // 1_000_000} MB")
    for part in parts:
        place = PurePosixPath(part.filename)
        if place.is_absolute() or ".." in place.parts or "\\" in part.filename or part.is_dir():
            raise _Wrong(f"{part.filename!r} is no name for a part")
        if part.filename.startswith(ARCHIVE) and part.compress_type != zipfile.ZIP_STORED:
            raise _Wrong(f"{part.filename} is packed, so that nobody can read in it by the index")


def _check_digest_file(told: dict[str, object], digest: str) -> None:
    if told.get("path") != PACKAGE or told.get("hash") != digest:
        raise _Wrong(f"{DIGEST} does not fit {PACKAGE}")
    signed = told.get("signedData")
    if signed is not None and not (isinstance(signed, dict) and signed.get("hash") == digest):
        raise _Wrong("its signature is for another content")


def _resources(archive: zipfile.ZipFile, package: dict[str, object]) -> Iterator[tuple[str, str]]:
    """Each part with its SHA-256 in hex, as listed and as it is."""
    listed = package.get("resources")
    if not isinstance(listed, list) or not listed:
        raise _Wrong(f"{PACKAGE} lists nothing")
    for resource in listed:
        name = resource.get("path") if isinstance(resource, dict) else None
        if not isinstance(name, str) or name in (PACKAGE, DIGEST):
            raise _Wrong(f"{PACKAGE} lists something that is no part")
        size, digest = _measured(archive, name)
        if resource.get("hash") != f"sha256:{digest}" or resource.get("bytes") != size:
            raise _Wrong(f"{name} does not fit its digest")
        yield name, digest


def _measured(archive: zipfile.ZipFile, name: str) -> tuple[int, str]:
    size, digest = 0, sha256()
    with _opened(archive, name) as part:
        while piece := part.read(_CHUNK):
            size += len(piece)
            digest.update(piece)
    return size, digest.hexdigest()


def _entries(package: _Package) -> Iterator[cdxj.Entry]:
    """What the index should say, made anew from the records; each record is checked on the way."""
    if not package.warcs:
        raise _Wrong("it holds no WARC file")
    for name in package.warcs:
        with _opened(package.archive, name) as warc:
            yield from cdxj.index_of(records_in(warc), name.removeprefix(ARCHIVE))


def _check_index(package: _Package, entries: list[cdxj.Entry]) -> None:
    """Every record that stands for an address is in the index, and nothing else is."""
    name = next((name for name in _INDEXES if name in package.digests), None)
    if name is None:
        raise _Wrong("it has no index")
    content = _read(package.archive, name)
    stated = {_place(entry) for entry in _index_lines(content, name)}
    held = {_place(entry) for entry in entries}
    if stated != held:
        missing = "lacks records" if held - stated else "names records that are not there"
        raise _Wrong(f"its index {missing}")
    if content != cdxj.written(entries):
        raise _Wrong("its index does not say of a record what the record says")


def _place(entry: cdxj.Entry) -> tuple[str, str, int, int]:
    return entry.url, entry.filename, entry.offset, entry.length


def _index_lines(content: bytes, name: str) -> Iterator[cdxj.Entry]:
    for line in content.decode("utf-8", errors="replace").splitlines():
        try:
            yield cdxj.entry_from(line)
        except (ValueError, KeyError) as error:
            raise _Wrong(f"{name} has a line that can't be read") from error


def _check_pages(package: _Package, entries: list[cdxj.Entry]) -> None:
    """Every page that is listed is archived, and at the time that is listed; its title is not looked at."""
    if PAGES not in package.digests:
        raise _Wrong(f"it has no {PAGES}")
    first, *pages = _read(package.archive, PAGES).splitlines() or [b""]
    if _object(first, PAGES).get("format") != "json-pages-1.0":
        raise _Wrong(f"{PAGES} does not begin as a list of pages does")
    archived = defaultdict(set)
    for entry in entries:
        archived[entry.url].add(_second(entry.date))
    for line in pages:
        page = _object(line, PAGES)
        url, at = str(page.get("url")), str(page.get("ts"))
        if url not in archived:
            raise _Wrong(f"{PAGES} lists {url}, which is not archived")
        if not archived[url] & {_second(at), None}:
            raise _Wrong(f"{PAGES} lists {url} at {at}, when it was not archived")


def _second(date: str) -> datetime | None:
    """The time of a page to the second; `None` where a date can't be read, and so can't be compared."""
    at = moment(date)
    return None if at is None else at.replace(microsecond=0)


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    with _opened(archive, name) as part:
        content = part.read(_LARGEST_LIST + 1)
    if len(content) > _LARGEST_LIST:
        raise _Wrong(f"{name} is too large")
    return content


def _opened(archive: zipfile.ZipFile, name: str) -> IO[bytes]:
    try:
        return archive.open(name)
    except KeyError:
        raise _Wrong(f"{name} is missing") from None
    except RuntimeError as error:  # a password
        raise _Wrong(f"{name} can't be opened ({error})") from error


def _object(content: bytes, name: str) -> dict[str, object]:
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise _Wrong(f"{name} is no JSON") from error
    if not isinstance(found, dict):
        raise _Wrong(f"{name} is no JSON object")
    return found
