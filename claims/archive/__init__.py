"""Estimating over an archive, from a file of observations to CSV files of values and sources.

Files are read, kept in parts and written here; who is believed how far is worked out by
`claims/estimate/`. Needs numpy and pyarrow (the extra `archive`), and on Spark pyspark (`spark`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from claims.archive.errors import ArchiveError, CannotWrite, ExtraMissing, UnknownEngine
from claims.archive.record import Choice, Estimation, Method

if TYPE_CHECKING:
    from claims.archive.run import Place

__all__ = ["ArchiveError", "CannotWrite", "Choice", "Estimation", "ExtraMissing", "Method", "estimate_file"]

PART_BYTES = 128_000_000
"""A larger file is worked on in parts of about this size, kept on disk meanwhile."""
MOST_PARTS = 200
_ARROW_MEMORY = ("ARROW_DEFAULT_MEMORY_POOL", "system")
"""Read by Arrow when it is loaded; its own pool costs a single run a tenth more CPU than the system's."""

_EXTRAS = {"numpy": "archive", "pyarrow": "archive", "pyspark": "spark"}


def estimate_file(
    path: Path,
    out: Path,
    sources: Path | None = None,
    *,
    engine: str = "here",
    work: Path | None = None,
    part_bytes: int = PART_BYTES,
    say: Callable[[str], None] = lambda step: None,
) -> Estimation:
    """Settles every value of a file of observations; writes the values and, if asked, the sources.

    `engine` is "here", "spark" or "spark=URL". Parts of a large file wait in the folder `work`.
    Raises a `SourceError` for a file that can't be used, and `ArchiveError`.
    """
    _check_targets(path, out, sources, work)
    os.environ.setdefault(*_ARROW_MEMORY)
    try:
        from claims.archive.run import run

        with _place(path, engine, work, part_bytes) as place:
            return run(place, out, sources, say=say)
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package not in _EXTRAS:
            raise
        raise ExtraMissing("settling an archive", package, _EXTRAS[package]) from error
    except OSError as error:
        reason = f"{error.filename or out} can't be written ({error.strerror})"
        raise CannotWrite(f"{reason}; give another place with --out, or --work for what waits") from error


def _check_targets(path: Path, out: Path, sources: Path | None, work: Path | None) -> None:
    """Raises `CannotWrite` where a result has no place, or would take that of another file."""
    taken = {path.resolve(): "the observations are"}
    for target, what in ((out, "the values go"), (sources, "the sources go")):
        if target is None:
            continue
        if target.is_dir() or not target.absolute().parent.is_dir():
            raise CannotWrite(f"{target} can't be written; give a file in a folder that is there")
        if target.resolve() in taken:
            raise CannotWrite(f"{target} is where {taken[target.resolve()]}; give another file")
        taken[target.resolve()] = what
    if work is not None and not work.is_dir():
        raise CannotWrite(f"{work} is no folder; make it first, or leave --work out")


@contextmanager
def _place(path: Path, engine: str, work: Path | None, part_bytes: int) -> Iterator[Place]:
    """Where the file is worked on: its parts wait in a folder if it is large, or others do the work."""
    from claims.archive.engine import Here, spread
    from claims.archive.run import Place
    from claims.archive.stages import Room
    from sources.observations import text_bytes

    name, _, url = engine.partition("=")
    parts = min(max(-(-text_bytes(path) // part_bytes), 1), MOST_PARTS)
    match name:
        case "here":
            with TemporaryDirectory(prefix="factdesk-", dir=work) as folder:
                yield Place(
                    path,
                    Here(),
                    Room.made(parts, Path(folder) if parts > 1 else None, part_bytes=part_bytes),
                    [None],
                )
        case "spark":
            from claims.archive.spark import on_spark

            path = path.absolute()
            with (
                TemporaryDirectory(prefix="factdesk-", dir=work or path.parent) as folder,
                on_spark(url) as spark,
            ):
                room = Room.made(parts, Path(folder).absolute(), part_bytes=part_bytes)
                yield Place(path, spark, room, spread(path, spark, part_bytes))
        case _:
            raise UnknownEngine(f'there is no engine "{engine}"; give here, spark or spark=URL')
