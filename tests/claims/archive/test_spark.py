"""On real engines: Sail, which comes with the tests, and a Spark of two workers if one is given."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pyarrow.csv as arrow_csv
import pyarrow.parquet as pq
import pytest

from claims.archive import ArchiveError, Estimation, estimate_file
from sources.errors import Broken
from tests.claims.archive import clusters
from tests.claims.archive.archives import awkward, written

SPARK = os.environ.get("FACTDESK_TEST_SPARK")


@pytest.fixture(scope="module")
def sail() -> Iterator[str]:
    with clusters.sail() as engine:
        yield engine


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


def test_parquet_gives_the_bytes_of_the_same_rows_in_csv(sail: str, tmp_path: Path) -> None:
    rows = [row for row in awkward() if row[3].isdigit()]
    header = written(tmp_path / "in.csv", rows)
    options = arrow_csv.ParseOptions(newlines_in_values=True)
    pq.write_table(
        arrow_csv.read_csv(header, parse_options=options), tmp_path / "in.parquet", row_group_size=400
    )
    values, sources, _ = settled(tmp_path, header, "here", 1 << 30)

    for engine, part_bytes in (("here", 1 << 30), ("here", 2_000), (sail, 2_000)):
        assert settled(tmp_path, tmp_path / "in.parquet", engine, part_bytes)[:2] == (values, sources)


@pytest.mark.skipif(not SPARK, reason="FACTDESK_TEST_SPARK names no Spark 4; `make long` fetches one")
def test_a_spark_of_two_workers_gives_the_bytes_of_one_machine(tmp_path: Path) -> None:
    file = written(tmp_path / "in.csv", awkward(objects=600))
    here = settled(tmp_path, file, "here", 1 << 30)

    with clusters.two_workers(Path(SPARK or ""), tmp_path / "workers") as engine:
        there = settled(tmp_path, file, engine, 60_000)

    assert there == here


def test_a_bad_header_is_told_as_on_one_machine(sail: str, tmp_path: Path) -> None:
    file = written(tmp_path / "in.csv", [("A", "B")], header=("source", "object"))

    with pytest.raises(Broken, match="has no column value"):
        settled(tmp_path, file, sail, 1 << 30)


def test_what_a_worker_cannot_do_is_told_in_a_sentence(sail: str, tmp_path: Path) -> None:
    pq.write_table(
        arrow_csv.read_csv(written(tmp_path / "x.csv", [("A", "x", "", "1", "", "")])), tmp_path / "p"
    )
    damaged = bytearray((tmp_path / "p").read_bytes())
    damaged[8:40] = bytes(32)
    (tmp_path / "p").write_bytes(damaged)

    with pytest.raises(ArchiveError, match="damaged Parquet file"):
        settled(tmp_path, tmp_path / "p", sail, 1 << 30)


def test_where_nobody_listens_that_is_said_at_once(tmp_path: Path) -> None:
    file = written(tmp_path / "in.csv", awkward(objects=3))

    with pytest.raises(ArchiveError, match=re.escape("no Spark answers at 127.0.0.1:9")):
        settled(tmp_path, file, "spark=sc://127.0.0.1:9", 1 << 30)


def test_without_an_address_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SPARK_REMOTE", raising=False)
    file = written(tmp_path / "in.csv", awkward(objects=3))

    with pytest.raises(ArchiveError, match=r"no Spark is named.*; name one: --engine spark=sc://HOST:15002"):
        settled(tmp_path, file, "spark", 1 << 30)


def test_spark_alone_goes_where_the_environment_says(
    sail: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPARK_REMOTE", sail.removeprefix("spark="))
    file = written(tmp_path / "in.csv", awkward(objects=3))

    assert settled(tmp_path, file, "spark", 1 << 30) == settled(tmp_path, file, "here", 1 << 30)


def test_an_engine_that_there_is_not_is_told(tmp_path: Path) -> None:
    file = written(tmp_path / "in.csv", awkward(objects=3))

    with pytest.raises(ArchiveError, match='there is no engine "flink"'):
        settled(tmp_path, file, "flink", 1 << 30)
