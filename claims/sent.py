"""Reading what is not to be stored: files for `factdesk read`, lines that other programs send.

What can't be read comes out as an error in its place, and the rest goes on.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from pathlib import Path

from claims.reading import read
from claims.reading.record import Reading
from claims.reconcile.record import Item
from sources.errors import SourceError
from sources.jsonl import BadLine, Line, SentText, lines_of, sent_text
from sources.readers import read_path

BATCH = 32
"""How many lines a process gets at once; small enough that little waits in memory."""


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
    held at a time, however long the file is.
    """
    batches = _batches(lines_of(path))
    if jobs == 1:
        for batch in batches:
            yield from _records(batch)
        return
    waiting: deque[Future[list[str | BadLine]]] = deque()
    with ProcessPoolExecutor(jobs) as pool:
        for batch in batches:
            waiting.append(pool.submit(_records, batch))
            if len(waiting) > 2 * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


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
    while batch := list(islice(lines, BATCH)):
        yield batch


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
