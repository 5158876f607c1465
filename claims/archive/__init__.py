"""Estimating over an archive, from a CSV file of observations to CSV files of values and sources.

Files are read, kept in parts and written here; who is believed how far is worked out by
`claims/estimate/`, which needs numpy (the extra `archive`).
"""

from __future__ import annotations

from pathlib import Path

from claims.archive.record import Choice, Estimation, Method
from claims.errors import ClaimError

__all__ = ["CannotWrite", "Choice", "Estimation", "Method", "NumpyMissing", "estimate_file"]

PART_BYTES = 256_000_000
"""A larger file is worked on in parts of about this size, kept on disk meanwhile."""


class NumpyMissing(ClaimError):
    """The extra `archive` is not installed."""


class CannotWrite(ClaimError):
    """The result can't be written where it should go."""


def estimate_file(
    path: Path,
    out: Path,
    sources: Path | None = None,
    *,
    threads: int = 1,
    part_bytes: int = PART_BYTES,
) -> Estimation:
    """Settles every value of a file of observations; writes the values and, if asked, the sources.

    Raises a `SourceError` for a file that can't be used, `NumpyMissing` and `CannotWrite`.
    """
    for target in filter(None, (out, sources)):
        if target.is_dir() or not target.absolute().parent.is_dir():
            raise CannotWrite(f"{target} can't be written; give a file in a folder that is there")
    try:
        from claims.archive.run import run
    except ModuleNotFoundError as error:
        if error.name != "numpy":
            raise
        raise NumpyMissing(
            "estimating over an archive needs numpy; install it with: pip install 'factdesk[archive]'"
        ) from error
    try:
        return run(path, out, sources, threads=threads, part_bytes=part_bytes)
    except OSError as error:
        raise CannotWrite(f"{error.filename or out} can't be written ({error.strerror})") from error
