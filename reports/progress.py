"""Progress on long work: shown on a terminal, silent in a pipe. It goes to standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager


@contextmanager
def working(first: str) -> Iterator[Callable[[str], None]]:
    """A line that says what is being done; call what you get with the words of the next step."""
    if not sys.stderr.isatty():
        yield lambda step: None
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{first} …") as status:
        yield lambda step: status.update(f"{step} …")


@contextmanager
def counting(words: str, *, of: int | None = None) -> Iterator[Callable[[], None]]:
    """A running count of what is done, `of` so many where that is known; call what you get once for each."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    bar = () if of is None else (BarColumn(),)
    columns = (SpinnerColumn(), TextColumn(words), *bar, MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(words, total=of)
        yield lambda: progress.advance(task)


def indexing(of: int) -> AbstractContextManager[Callable[[], None]]:
    """A count of what goes into the search index."""
    return counting("Bringing the search index up to date", of=of)
