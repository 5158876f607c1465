"""The folder beside the ledger in which captures stand: a file is there whole and synced, or not at all.

A row names its file only once the file is there. A file without a row is what a broken-off capture left.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from sources.durable import sync_folder
from sources.errors import CannotKeep, NotFound

_PART = ".part"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that stands in the folder: its name there, its size, and the SHA-256 of its bytes, in hex."""

    name: str
    size: int
    sha256: str


def folder_of(ledger: Path) -> Path:
    """Where the captures of a ledger stand: factdesk-captures beside factdesk.db."""
    return ledger.with_name(f"{ledger.stem}-captures")


def keep(folder: Path, name: str, pieces: Iterable[bytes]) -> KeptFile:
    """Put a new file into the folder, its digest taken on the way. Raises `CannotKeep`: nothing is left."""
    size, digest = 0, sha256()
    with _new_file(folder, name) as file:
        for piece in pieces:
            file.write(piece)
            digest.update(piece)
            size += len(piece)
    return KeptFile(name, size, digest.hexdigest())


def build(folder: Path, name: str, write: Callable[[BinaryIO], object]) -> None:
    """Put a new file there that is not written from beginning to end, as a zip is. Raises `CannotKeep`."""
    with _new_file(folder, name) as file:
        write(file)


def kept_file(folder: Path, name: str) -> Path:
    """The file of that name. Raises `NotFound` where it is gone."""
    path = folder / name
    if not path.is_file():
        raise NotFound(
            str(path), "is gone", next_step="put it back from a backup; its digest is in the ledger"
        )
    return path


def discard(folder: Path, name: str) -> None:
    """Take a file out again for which no row was written."""
    (folder / name).unlink(missing_ok=True)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    digest = sha256()
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            digest.update(piece)
    return digest.hexdigest()


@contextmanager
def _new_file(folder: Path, name: str) -> Iterator[BinaryIO]:
    """A file that has its name once the block has ended well: synced before, and its folder after."""
    part = folder / f".{name}{_PART}"
    with _told(folder):
        _make(folder)
        try:
            with part.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            part.rename(folder / name)
            sync_folder(folder)
        finally:
            part.unlink(missing_ok=True)


def _make(folder: Path) -> None:
    if not folder.is_dir():
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotKeep(
            str(folder),
            f"can't take the capture ({reason})",
            next_step="make room there or allow writing, then try again",
        ) from error
