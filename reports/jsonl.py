"""JSON for other programs: to standard output, or into a file that appears when it is whole."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from reports.errors import CannotWrite

Write = Callable[[str], None]


@contextmanager
def lines_to(out: Path | None) -> Iterator[Write]:
    """Write lines to `out`, or to standard output where it is `None`.

    The file gets its name when every line is in it. Raises `CannotWrite`.
    """
    if out is None:
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
        yield lambda line: _put(line, sys.stdout)
        return
    part = out.with_name(f".{out.name}.part")
    try:
        with part.open("w", encoding="utf-8") as lines:
            yield lambda line: _put(line, lines)
        part.replace(out)
    except OSError as error:
        raise CannotWrite(
            f"{out} can't be written: {error.strerror}; name another file with --out"
        ) from error
    finally:
        part.unlink(missing_ok=True)


def encoded(record: object) -> str:
    """One value as one line of JSON."""
    return json.dumps(record, ensure_ascii=False)


def _put(line: str, stream: TextIO) -> None:
    stream.write(f"{line}\n")
