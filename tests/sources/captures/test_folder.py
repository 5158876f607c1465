"""Files of captures: there whole, or not there."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from sources.captures.folder import folder_of, keep, kept_file
from sources.errors import CannotKeep, NotFound


def test_the_folder_stands_beside_the_ledger(tmp_path: Path) -> None:
    assert folder_of(tmp_path / "desk.db") == tmp_path / "desk-captures"


def test_a_file_is_kept_with_its_size_and_digest(tmp_path: Path) -> None:
    kept = keep(tmp_path / "captures", "1.warc", [b"by", b"tes"])

    assert (kept.name, kept.size, kept.sha256) == ("1.warc", 5, sha256(b"bytes").hexdigest())
    assert kept_file(tmp_path / "captures", "1.warc").read_bytes() == b"bytes"
    assert [path.name for path in (tmp_path / "captures").iterdir()] == ["1.warc"]


def test_what_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        keep(tmp_path, "1.warc", pieces())

    assert list(tmp_path.iterdir()) == []


def test_it_is_synced_before_it_has_its_name_and_the_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced, real = [], os.fsync

    def fsync(descriptor: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        synced.append(("folder" if is_folder else "file", (tmp_path / "1.warc").exists()))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)

    keep(tmp_path, "1.warc", [b"by", b"tes"])

    assert synced == [("file", False), ("folder", True)]


def test_a_place_that_takes_nothing_says_so(tmp_path: Path) -> None:
    (tmp_path / "captures").write_bytes(b"a file where the folder should be")

    with pytest.raises(CannotKeep, match="can't take the capture"):
        keep(tmp_path / "captures", "1.warc", [b"by", b"tes"])


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"1\.warc is gone"):
        kept_file(tmp_path, "1.warc")
