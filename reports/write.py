"""Puts a report in its place whole or not at all: written beside it, synced, then renamed."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from reports.errors import CannotWrite

GENERATOR = '<meta name="generator" content="factdesk">'
"""The line by which a report is known as ours; the template holds it."""


def place_for(slug: str) -> Path:
    """Where a document's report goes unless somebody says otherwise: ./SLUG.html.

    Where a page that is no report has that name, as a saved article may, ./SLUG.report.html.
    """
    usual = Path(f"{slug}.html")
    return usual if _may_be_replaced(usual) else Path(f"{slug}.report.html")


def write_report(content: str, path: Path) -> Path:
    """Write a report to `path`, replacing an older one in a single step; give the path back.

    Raises `CannotWrite`, and then leaves whatever stood there before.
    """
    body = content.encode()
    try:
        if path.exists() and not path.is_file():
            raise CannotWrite(f"{path} is not a file; name a file for the report with --out FILE")
        if not _may_be_replaced(path):
            raise CannotWrite(f"{path} is there and is no report of factdesk's; name another with --out FILE")
        _put(body, path)
    except OSError as error:
        raise CannotWrite(_message(path, error)) from error
    return path


def _put(body: bytes, path: Path) -> None:
    part = path.parent / f".factdesk-{secrets.token_hex(8)}.part"
    try:
        with part.open("xb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _may_be_replaced(path: Path) -> bool:
    """Whether nothing is lost by writing there: no file, an empty one, or an older report."""
    try:
        with path.open("rb") as file:
            start = file.read(2048)
    except OSError:
        return True  # what is wrong with the place is said when writing to it
    return not start or GENERATOR.encode() in start


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable, where the system lets a folder be synced."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _message(path: Path, error: OSError) -> str:
    match error:
        case FileNotFoundError():
            reason = f"there is no folder {path.parent}"
        case PermissionError():
            reason = f"you may not write in {path.parent}"
        case _:
            reason = (error.strerror or str(error)).lower()
    return f"can't write the report to {path}: {reason}; choose another place with --out FILE"
