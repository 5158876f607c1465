"""JSON for other programs: to standard output, or into a file that appears when it is whole."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reports.write import json_file

Write = Callable[[str], None]


@contextmanager
def lines_to(out: Path | None) -> Iterator[Write]:
    """Write lines to `out`, or to standard output where it is `None`. Raises `CannotWrite`."""
    if out is None:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        yield lambda line: print(line)  # noqa: T201 (this is the output)
        return
    with json_file(out) as write:
        yield lambda line: write(f"{line}\n")


def encoded(record: object) -> str:
    """One value as one line of JSON."""
    return json.dumps(record, ensure_ascii=False)
