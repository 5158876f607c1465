"""Reading what is not to be stored: files for `factdesk read`, lines that other programs send.

What can't be read comes out as an error in its place, and the rest goes on.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from claims.errors import ReaderEnded
from claims.reading import read
from claims.reading.record import Reading
from claims.reconcile.record import Item
from sources.errors import SourceError
from sources.jsonl import BadLine, Line, SentText, lines_of, sent_text
from sources.readers import read_path

BATCH = 32
"""How many lines a process gets at once; small enough that little waits in memory."""

BATCH_CHARACTERS = 1_000_000
"""A process gets no further line once those it gets are as long as this together."""


def records_of_files(paths: Iterable[str]) -> Iterator[str | SourceError]:
    """The record of each file as a line of JSON, in order."""
    for path in paths:
        try:
            yield _record(path, read(read_path(Path(path))))
        except SourceError as error:
            yield error


def records_of_lines(path: Path, *, jobs: int = 1) -> Iterator[str | BadLine]:
    """The record of each document of a JSON Lines file as a line of JSON, in order.

    With more than one job, as many processes read; no more than a few batches a process are
    held at a time, however long the file is. Raises `ReaderEnded` where one of them is killed.
    """
    batches = _batches(lines_of(path))
    if jobs > 1:
        yield from _side_by_side(batches, jobs)
        return
    for batch in batches:
        yield from _records(batch)


def statements(path: Path) -> Iterator[Item | BadLine]:
    """The statements about one story in a JSON Lines file, ready for reconciling.

    A second line of one id is a bad line, for the ids of its figures would be those of the first.
    """
    seen: dict[str, int] = {}
    for line in lines_of(path):
        found = _reading(line)
        if isinstance(found, BadLine):
            yield found
            continue
        sent, reading = found
        if seen.setdefault(sent.id, line.number) != line.number:
            reason = f'has the id "{sent.id}" of line {seen[sent.id]}; give each line an id of its own'
            yield BadLine(line.file, line.number, reason)
        else:
            yield Item(sent.id, reading.comparable, sent.outlet, sent.url, sent.published, sent.speaker)


def _batches(lines: Iterator[Line]) -> Iterator[list[Line]]:
    batch: list[Line] = []
    characters = 0
    for line in lines:
        batch.append(line)
        characters += len(line.words)
        if len(batch) == BATCH or characters >= BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _side_by_side(batches: Iterator[list[Line]], jobs: int) -> Iterator[str | BadLine]:
    """The records of all batches in order; no more than two batches a process wait or are read."""
    waiting: deque[tuple[Line, Future[list[str | BadLine]]]] = deque()
    with ProcessPoolExecutor(jobs) as pool:
        for batch in batches:
            try:
                waiting.append((batch[0], pool.submit(_records, batch)))
            except BrokenProcessPool as error:
                raise _ended(waiting[0][0] if waiting else batch[0]) from error
            if len(waiting) > 2 * jobs:
                yield from _result(*waiting.popleft())
        while waiting:
            yield from _result(*waiting.popleft())


def _result(first: Line, reading: Future[list[str | BadLine]]) -> list[str | BadLine]:
    try:
        return reading.result()
    except BrokenProcessPool as error:
        raise _ended(first) from error


def _ended(first: Line) -> ReaderEnded:
    return ReaderEnded(
        f"{first.file}, line {first.number}: nothing from here on was read, because a process that was "
        "reading was ended, perhaps for lack of memory; try again with fewer --jobs"
    )


def _records(lines: list[Line]) -> list[str | BadLine]:
    return [
        found if isinstance(found, BadLine) else _record(found[0].id, found[1])
        for found in map(_reading, lines)
    ]


def _reading(line: Line) -> tuple[SentText, Reading] | BadLine:
    sent = sent_text(line)
    if isinstance(sent, BadLine):
        return sent
    try:
        return sent, read(sent.canonical())
    except SourceError as error:
        return BadLine(line.file, line.number, str(error))


def _record(id: str, reading: Reading) -> str:
    return json.dumps(reading.as_record(id), ensure_ascii=False)
