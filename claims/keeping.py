"""What is kept of captures: verified against the ledger, and packed for others to replay.

Reads the folder and frozen pages; neither the ledger nor a file in the folder is changed.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import IO

from claims.captured import CapturePage, Verified
from claims.errors import NothingToPack
from sources.captures.archives import BadArchive, records_in
from sources.captures.folder import build, digest_of, kept_file
from sources.captures.given import warc_files_in
from sources.captures.kinds import CaptureKind
from sources.captures.taking import software
from sources.captures.verifying import damage_in
from sources.captures.wacz import ARCHIVE, Packed, Page, write_wacz
from sources.errors import CannotKeep

Opened = Callable[[], IO[bytes]]


def verified(captures: Sequence[CapturePage], folder: Path) -> Iterator[Verified]:
    """Each capture with what is wrong with what is kept of it, one after the other."""
    for capture in captures:
        yield Verified(capture, tuple(_problems(capture, folder)))


def left_over(captures: Sequence[CapturePage], folder: Path) -> tuple[str, ...]:
    """Files in the folder that none of all `captures` has: what those left that were broken off."""
    if not folder.is_dir():
        return ()
    known = {capture.file for capture in captures}
    return tuple(sorted(path.name for path in folder.iterdir() if path.name not in known))


def export_package(captures: Sequence[CapturePage], folder: Path, *, title: str, out: Path) -> int:
    """Write captures into a new WACZ file; give how many had anything to pack.

    The same captures give the same bytes: it is dated by the last of them. Raises `NothingToPack`,
    `NotFound` or `CannotKeep`.
    """
    kept = [capture for capture in captures if capture.file is not None]
    packed = [part for capture in kept for part in _packed(capture, folder)]
    if not packed:
        raise NothingToPack("nothing was kept of these captures, so there is nothing to replay")
    if out.exists():
        raise CannotKeep(str(out), "is there already", next_step="name another file with --out")
    at = max(capture.added_at for capture in kept)
    build(
        out.absolute().parent,
        out.name,
        lambda file: write_wacz(file, packed, title=title, at=at, software=software()),
    )
    return len(kept)


def _problems(capture: CapturePage, folder: Path) -> Iterator[str]:
    if capture.text is not None and sha256(capture.text.encode()).hexdigest() != capture.text_sha256:
        yield "the text in the ledger does not fit its digest"
    if capture.file is None:
        return
    path = folder / capture.file
    try:
        if digest_of(path) != capture.file_sha256:
            yield f"{capture.file} is not the file that was captured: its digest differs"
        yield from _damage(capture, path)
    except OSError as error:
        yield f"{capture.file} can't be read ({(error.strerror or str(error)).lower()})"


def _damage(capture: CapturePage, path: Path) -> Iterator[str]:
    if capture.kind is CaptureKind.WACZ:
        yield from damage_in(path)
        return
    try:
        with path.open("rb") as file:
            blocks = {sha256(record.block).hexdigest() for record in records_in(file)}
    except BadArchive as error:
        yield f"{capture.file} is damaged: {error}"
        return
    if capture.block_sha256 is not None and capture.block_sha256 not in blocks:
        yield f"{capture.file} does not hold the answer that was captured"


def _packed(capture: CapturePage, folder: Path) -> Iterator[Packed]:
    path = kept_file(folder, capture.file or "")
    if capture.kind is not CaptureKind.WACZ:
        yield Packed.from_file(path, _page(capture))
        return
    for number, name in enumerate(warc_files_in(path)):
        inside = f"{path.stem}-{name.removeprefix(ARCHIVE)}"
        yield Packed(inside, partial(_member, path, name), None if number else _page(capture))


def _member(path: Path, name: str) -> IO[bytes]:
    return zipfile.ZipFile(path).open(name)


def _page(capture: CapturePage) -> Page | None:
    if capture.url is None or capture.entity_sha256 is None:
        return None
    return Page(f"capture-{capture.number}", capture.url, capture.began, capture.title)
