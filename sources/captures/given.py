"""Takes a file that somebody gave us as a capture: a saved page, a PDF, a picture, another tool's archive.

How it came to us is part of it: nobody but the giver can vouch for where it was.
"""

from __future__ import annotations

import json
import mimetypes
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from ledger.pen import Pen
from sources.captures.archives import BadArchive, Record, moment, records_in
from sources.captures.folder import keep
from sources.captures.kinds import CaptureKind
from sources.captures.pages import Page, first_page
from sources.captures.taking import NOTHING, Taken, software
from sources.captures.verifying import damage_in
from sources.captures.wacz import ARCHIVE, PACKAGE, PAGES
from sources.captures.warc import warc_of_file
from sources.captures.words import words_in
from sources.errors import Broken, Empty, TooLarge, shown
from sources.fetch.urls import web_address
from sources.limits import MAX_FILE_BYTES

_UNKNOWN = "application/octet-stream"
_GZIPPED = b"\x1f\x8b"
_WARC = b"WARC/"
_ZIP = b"PK\x03\x04"


def take_file(path: Path, *, folder: Path, pen: Pen, how: str, url: str | None) -> Taken:
    """Capture a file. `how` says how it came to us, `url` where it is said to be from.

    Raises a `SourceError` for a file that can't be read, is an archive that is damaged, or is said to be
    from what is no address.
    """
    from sources.readers import load

    url = web_address(url).url if url else None
    data = load(path)
    if len(data) > MAX_FILE_BYTES:
        limit = f"is larger than {MAX_FILE_BYTES // 1_000_000} MB"
        raise TooLarge(path.name, limit, next_step="give the part that is needed")
    if not data:
        raise Empty(path.name, "is empty", next_step="give the file itself")
    match _kind_of(data):
        case CaptureKind.WARC:
            return _archive(path, data, CaptureKind.WARC, folder, pen, how, url)
        case CaptureKind.WACZ:
            return _archive(path, data, CaptureKind.WACZ, folder, pen, how, url)
        case _:
            return _single(path, data, folder, pen, how, url)


def warc_files_in(path: Path) -> list[str]:
    """The names of the WARC files in a package, as they stand in it."""
    with zipfile.ZipFile(path) as package:
        return [name for name in package.namelist() if name.startswith(ARCHIVE)]


def _kind_of(data: bytes) -> CaptureKind:
    if data.startswith((_WARC, _GZIPPED)):
        return CaptureKind.WARC
    if data.startswith(_ZIP):
        try:
            with zipfile.ZipFile(BytesIO(data)) as package:
                return CaptureKind.WACZ if PACKAGE in package.namelist() else CaptureKind.PAGE
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            return CaptureKind.PAGE
    return CaptureKind.PAGE


def _single(path: Path, data: bytes, folder: Path, pen: Pen, how: str, url: str | None) -> Taken:
    id, now = pen.new_id(), pen.clock()
    kind = mimetypes.guess_type(path.name)[0] or _UNKNOWN
    kept = keep(
        folder,
        f"{id}.warc",
        warc_of_file(
            data,
            url=url or f"urn:uuid:{id}",
            kind=kind,
            at=now,
            new_id=pen.new_id,
            software=software(),
        ),
    )
    return Taken(
        id=id,
        kind=CaptureKind.PAGE,
        began=now,
        asked=url,
        url=url,
        content_type=kind,
        kept=kept,
        block_sha256=sha256(data).hexdigest(),
        entity_sha256=sha256(data).hexdigest(),
        words=words_in(data, content_type=kind, url=url),
        given_as=shown(path.name),
        how=how,
    )


def _archive(
    path: Path, data: bytes, kind: CaptureKind, folder: Path, pen: Pen, how: str, url: str | None
) -> Taken:
    try:
        page = _page_in(data, kind, url)
    except BadArchive as error:
        raise Broken(path.name, f"is damaged: {error}", next_step="get another copy of it") from error
    if url and page is None:
        raise Broken(
            path.name, f"holds nothing from {url}", next_step="leave out --from, or name another page"
        )
    if page and not (page.url + (page.head.content_type or "")).isprintable():
        raise Broken(path.name, "names its page in signs that are none", next_step="get another copy of it")
    id = pen.new_id()
    kept = keep(folder, f"{id}{_SUFFIX[kind]}", [data])
    read = page and words_in(page.entity, content_type=page.head.content_type, url=page.url)
    return Taken(
        id=id,
        kind=kind,
        began=(moment(page.date) if page else None) or pen.clock(),
        asked=page.url if page else None,
        url=page.url if page else None,
        content_type=page.head.content_type if page else None,
        kept=kept,
        entity_sha256=sha256(page.entity).hexdigest() if page and page.entity else None,
        words=read or NOTHING,
        given_as=shown(path.name),
        how=how,
    )


_SUFFIX = {CaptureKind.WARC: ".warc", CaptureKind.WACZ: ".wacz"}


def _page_in(data: bytes, kind: CaptureKind, url: str | None) -> Page | None:
    """The page in an archive, every record of which is looked at first. Raises `BadArchive`."""
    if kind is CaptureKind.WARC:
        for _ in records_in(BytesIO(data)):
            continue
        return first_page(records_in(BytesIO(data)), url=url)
    if problems := damage_in(BytesIO(data)):
        raise BadArchive(problems[0])
    with zipfile.ZipFile(BytesIO(data)) as package:
        return first_page(_records(package), url=url or _listed(package))


def _records(package: zipfile.ZipFile) -> Iterator[Record]:
    for name in package.namelist():
        if name.startswith(ARCHIVE):
            with package.open(name) as warc:
                yield from records_in(warc)


def _listed(package: zipfile.ZipFile) -> str | None:
    """The address of the first page that a package lists."""
    if PAGES not in package.namelist():
        return None
    for line in package.read(PAGES).splitlines():
        try:
            url = json.loads(line).get("url")
        except (ValueError, AttributeError, RecursionError):
            continue
        if isinstance(url, str):
            return url
    return None
