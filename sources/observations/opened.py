"""Opening a file of observations, and what can be said where that fails."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from sources.errors import NotAFile, NotFound, NotReadable, SourceError

WHAT = "give a CSV or Parquet file"


def opened(path: Path) -> BinaryIO:
    """The file; raises a `SourceError` that says what can be done."""
    try:
        return path.open("rb")
    except OSError as error:
        raise _told(path, error) from error


def is_parquet(path: Path) -> bool:
    """Whether the file begins as Parquet does."""
    with opened(path) as file:
        try:
            return file.read(4) == b"PAR1"
        except OSError as error:
            raise _told(path, error) from error


def _told(path: Path, error: OSError) -> SourceError:
    name = str(path)
    if isinstance(error, IsADirectoryError):
        return NotAFile(name, "is a folder", next_step=WHAT)
    if isinstance(error, PermissionError):
        return NotReadable(name, "can't be read", next_step="see who may read it")
    return NotFound(name, f"can't be opened ({error.strerror})", next_step=WHAT)
