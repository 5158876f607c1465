from __future__ import annotations

import os
from pathlib import Path

import pytest

from reports.errors import CannotWrite
from reports.jsonl import lines_to


def test_lines_go_to_standard_output_unless_told_otherwise(capsys: pytest.CaptureFixture[str]) -> None:
    with lines_to(None) as write:
        write('{"a": "ä"}')

    assert capsys.readouterr().out == '{"a": "ä"}\n'


def test_a_file_appears_when_every_line_is_in_it(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"

    with lines_to(out) as write:
        write("{}")
        assert not out.exists()
        write("{}")

    assert out.read_text(encoding="utf-8") == "{}\n{}\n"
    assert list(tmp_path.iterdir()) == [out]


def test_work_that_breaks_off_leaves_the_older_file(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("{}\n", encoding="utf-8")

    with pytest.raises(KeyboardInterrupt):
        _break_off(out)

    assert out.read_text(encoding="utf-8") == "{}\n"
    assert list(tmp_path.iterdir()) == [out]


def _break_off(out: Path) -> None:
    with lines_to(out) as write:
        write('{"half": true}')
        raise KeyboardInterrupt


def test_an_error_of_the_work_is_not_told_as_one_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="the disk that is read"), lines_to(tmp_path / "out.jsonl"):
        raise OSError("the disk that is read")


@pytest.mark.parametrize("holds", [b"SQLite format 3\x00", b"An article.\n"])
def test_what_is_no_json_is_never_overwritten(tmp_path: Path, holds: bytes) -> None:
    out = tmp_path / "factdesk.db"
    out.write_bytes(holds)

    with pytest.raises(CannotWrite, match="is no JSON"), lines_to(out):
        pass

    assert out.read_bytes() == holds


def test_a_pipe_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    with pytest.raises(CannotWrite, match="is not a file"), lines_to(pipe):
        pass

    assert pipe.is_fifo()
