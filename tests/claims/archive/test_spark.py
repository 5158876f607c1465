"""On a real engine: Sail, a Spark Connect server in one wheel."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from claims.archive import ArchiveError, Estimation, estimate_file
from sources.errors import Broken
from tests.claims.archive.archives import awkward, written

PROJECT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def sail() -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        str(Path(sys.executable).parent / "sail"),
        "spark",
        "server",
        "--ip",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    environment = os.environ | {"PYTHONPATH": str(PROJECT), "RUST_LOG": "error"}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        _wait_for(port)
        yield f"spark=sc://127.0.0.1:{port}"
        server.terminate()


def _wait_for(port: int) -> None:
    for _ in range(600):
        with closing(socket.socket()) as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("Sail does not start")


def settled(folder: Path, file: Path, engine: str, part_bytes: int) -> tuple[bytes, bytes, Estimation]:
    out, sources = folder / "out.csv", folder / "sources.csv"
    found = estimate_file(file, out, sources, engine=engine, part_bytes=part_bytes)
    return out.read_bytes(), sources.read_bytes(), found


@pytest.mark.parametrize("part_bytes", [1 << 30, 20_000, 3_000], ids=["one part", "some parts", "many parts"])
def test_spark_gives_the_bytes_of_one_machine(sail: str, tmp_path: Path, part_bytes: int) -> None:
    file = written(tmp_path / "in.csv", awkward())
    here = settled(tmp_path, file, "here", 1 << 30)

    there = settled(tmp_path, file, sail, part_bytes)

    assert there == here
    assert not [left for left in tmp_path.iterdir() if left.name.startswith("factdesk-")]


def test_a_bad_header_is_told_as_on_one_machine(sail: str, tmp_path: Path) -> None:
    file = written(tmp_path / "in.csv", [("A", "B")], header=("source", "object"))

    with pytest.raises(Broken, match="has no column value"):
        settled(tmp_path, file, sail, 1 << 30)


def test_where_nobody_listens_that_is_said_at_once(tmp_path: Path) -> None:
    file = written(tmp_path / "in.csv", awkward(objects=3))

    with pytest.raises(ArchiveError, match=re.escape("no Spark answers at 127.0.0.1:9")):
        settled(tmp_path, file, "spark=sc://127.0.0.1:9", 1 << 30)


def test_an_engine_that_there_is_not_is_told(tmp_path: Path) -> None:
    file = written(tmp_path / "in.csv", awkward(objects=3))

    with pytest.raises(ArchiveError, match='there is no engine "flink"'):
        settled(tmp_path, file, "flink", 1 << 30)
