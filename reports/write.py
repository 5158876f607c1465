"""Puts a file in its place whole or not at all: written beside it, synced, then renamed.

Nothing is written over a file that is not of the kind that is being written: a report never
replaces a saved article, nor JSON a database.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reports.errors import CannotWrite
from sources.durable import sync_folder

GENERATOR = '<meta name="generator" content="factdesk">'
"""The line by which a report is known as ours; the template holds it."""

Known = Callable[[bytes], bool]
"""Whether the first bytes of a file are of the kind that may be replaced."""


def place_for(slug: str) -> Path:
    """Where a document's report goes unless somebody says otherwise: ./SLUG.html.

    Where a page that is no report has that name, as a saved article may, ./SLUG.report.html.
    """
    usual = Path(f"{slug}.html")
    return usual if _may_be_replaced(usual, _is_report) else Path(f"{slug}.report.html")


def write_report(content: str, path: Path) -> Path:
    """Write a report to `path`, replacing an older one in a single step; give the path back.

    Raises `CannotWrite`, and then leaves whatever stood there before.
    """
    with _whole_file(path, known=_is_report, kind="report of factdesk's") as write:
        write(content)
    return path


@contextmanager
def json_file(path: Path) -> Iterator[Callable[[str], None]]:
    """A file of JSON that gets its name when the block has ended well; call what you get with text.

    Raises `CannotWrite`, and then leaves whatever stood there before.
    """
    with _whole_file(path, known=_is_json, kind="JSON") as write:
        yield write


@contextmanager
def _whole_file(path: Path, *, known: Known, kind: str) -> Iterator[Callable[[str], None]]:
    with _told(path):
        if path.exists() and not path.is_file():
            raise CannotWrite(f"{path} is not a file; name a file with --out FILE")
        if not _may_be_replaced(path, known):
            raise CannotWrite(f"{path} is there and is no {kind}; name another with --out FILE")
        part = path.parent / f".factdesk-{secrets.token_hex(8)}.part"
        file = part.open("x", encoding="utf-8", newline="\n")

    def write(text: str) -> None:
        with _told(path):
            file.write(text)

    try:
        yield write
        with _told(path):
            file.flush()
            os.fsync(file.fileno())
            file.close()
            part.replace(path)
            sync_folder(path.parent)
    finally:
        with _told(path):
            part.unlink(missing_ok=True)
            file.close()


def _may_be_replaced(path: Path, known: Known) -> bool:
    """Whether nothing is lost by writing there: no file, an empty one, or an older one of its kind."""
    try:
        with path.open("rb") as file:
            start = file.read(2048)
    except OSError:
        return True  # what is wrong with the place is said when writing to it
    return not start or known(start)


def _is_report(start: bytes) -> bool:
    return GENERATOR.encode() in start


def _is_json(start: bytes) -> bool:
    return start.lstrip().startswith((b"{", b"["))


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the system says of a place, in a sentence with the next step."""
    try:
        yield
    except OSError as error:
        raise CannotWrite(_message(path, error)) from error


def _message(path: Path, error: OSError) -> str:
    match error:
        case FileNotFoundError():
            reason = f"there is no folder {path.parent}"
        case PermissionError():
            reason = f"you may not write in {path.parent}"
        case _:
            reason = (error.strerror or str(error)).lower()
    return f"can't write {path}: {reason}; choose another place with --out FILE"
