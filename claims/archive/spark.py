"""The same work on Spark: every part is a row, and what is done with it runs through `mapInArrow`.

Rows and blocks wait in a folder that all workers see; what travels through Spark is the work and
its sums. Nothing here needs a `sparkContext`, so a Spark Connect server will do.
"""

from __future__ import annotations

import os
import pickle
import re
import socket
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TypeVar
from urllib.parse import urlsplit

import pyarrow as pa
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from claims.archive.errors import NoSpark, SparkFailed
from claims.estimate.weighing import Sum

Found = TypeVar("Found")

MOST_TASKS = 64
"""So many sums come back at most, however many parts there are."""
SECONDS = 10
PORT = 15002
_OWN = re.compile(r"^[ \t]*(?:sources|claims)\.[\w.]*errors\.\w+: (.+)$", re.MULTILINE)
_REASON = re.compile(r"^[ \t]*((?:[\w.]+\.)?\w*(?:Error|Exception)): (.+)$", re.MULTILINE)


@contextmanager
def on_spark(url: str) -> Iterator[OnSpark]:
    """Spark at this address; without one, where `SPARK_REMOTE` says, or a session on this machine."""
    session = _session(url or os.environ.get("SPARK_REMOTE", ""))
    try:
        yield OnSpark(session)
    except PySparkException as error:
        raise SparkFailed(_told(str(error))) from error
    finally:
        session.stop()


class OnSpark:
    """Work on the parts of an archive, done by the workers of a Spark session."""

    def __init__(self, session: SparkSession) -> None:
        self._session = session

    def each(self, work: Callable[[int], Found], parts: Sequence[int]) -> Iterator[Found]:
        """What the work gives for each part, in order."""
        return iter(self._done(partial(_one, work, parts), len(parts)))

    def total(self, work: Callable[[int], Sum], parts: Sequence[int], nothing: Sum) -> Sum:
        """The sum of that."""
        tasks = min(len(parts), MOST_TASKS)
        for found in self._done(partial(_sum, work, parts, tasks, nothing), tasks):
            nothing = nothing + found
        return nothing

    def _done(self, work: Callable[[int], Found], tasks: int) -> list[Found]:
        def run(batches: Iterable[pa.RecordBatch]) -> Iterable[pa.RecordBatch]:
            for batch in batches:
                for task in batch.column(0).to_pylist():
                    found = pa.array([pickle.dumps(work(task))], pa.binary())
                    yield pa.RecordBatch.from_arrays([pa.array([task], pa.int64()), found], ["task", "found"])

        table = self._session.range(0, tasks, 1, tasks).mapInArrow(run, "task long, found binary").toArrow()
        # What comes back was made by our own work.
        return [pickle.loads(found) for found in table.sort_by("task")["found"].to_pylist()]


def _one(work: Callable[[int], Found], parts: Sequence[int], task: int) -> Found:
    return work(parts[task])


def _sum(work: Callable[[int], Sum], parts: Sequence[int], tasks: int, nothing: Sum, task: int) -> Sum:
    for part in parts[task::tasks]:
        nothing = nothing + work(part)
    return nothing


def _session(url: str) -> SparkSession:
    builder = SparkSession.builder.appName("factdesk")
    if url.startswith("sc:"):
        _ask(url)
        builder = builder.remote(url)
    elif url:
        builder = builder.master(url)
    try:
        return builder.getOrCreate()
    except (PySparkException, ImportError, OSError, RuntimeError) as error:
        if "CONNECT_URL_NOT_SET" in str(error):
            reason = "the installed pyspark reaches Spark Connect servers only"
        else:
            reason = _told(str(error))
        what = f"Spark can't be reached at {url}" if url else "no Spark is named"
        raise NoSpark(f"{what}, and {reason}; name one: --engine spark=sc://HOST:15002") from error


def _ask(url: str) -> None:
    """Raises `NoSpark` at once where nobody listens, for Spark itself would try for minutes."""
    try:
        where = urlsplit(url)
        host, port = where.hostname or "", where.port or PORT
    except ValueError as error:
        raise NoSpark(f"{url} is no address of Spark; write it like sc://HOST:15002") from error
    try:
        socket.create_connection((host, port), timeout=SECONDS).close()
    except OSError as error:
        raise NoSpark(
            f"no Spark answers at {host}:{port} ({error.strerror or error}); "
            "start a Spark Connect server there, or give another address"
        ) from error


def _told(words: str) -> str:
    """The last error that a trace tells, or its first line."""
    if "No module named 'claims'" in words:
        return "the workers of Spark have no factdesk; install factdesk[archive] on each of them"
    if own := _OWN.findall(words):
        return str(own[-1])
    reasons = _REASON.findall(words)
    return f"{reasons[-1][0]}: {reasons[-1][1]}" if reasons else words.strip().split("\n")[0]
