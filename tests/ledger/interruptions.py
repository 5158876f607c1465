"""Failures and kills for tests: acting before each statement, and what a kill leaves on disk."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, event


@contextmanager
def before_each_statement(act: Callable[[], None]) -> Iterator[None]:
    """Call something before every statement, commits included, that any engine sends."""

    def before(*of_the_statement: object) -> None:
        act()

    event.listen(Engine, "before_cursor_execute", before)
    event.listen(Engine, "commit", before)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", before)
        event.remove(Engine, "commit", before)


def as_if_killed(path: Path, copy: Path) -> Path:
    """A copy of the files as they are now: what a kill at this moment would leave."""
    for suffix in ("", "-wal", "-journal"):
        if Path(f"{path}{suffix}").exists():
            shutil.copy(f"{path}{suffix}", f"{copy}{suffix}")
    return copy
