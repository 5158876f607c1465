"""That the names of new files survive a power cut."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sources.durable import sync_folder


@pytest.mark.skipif(os.name == "nt", reason="a folder can't be synced here")
def test_the_folder_itself_is_synced_and_closed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: dict[int, os.stat_result] = {}
    monkeypatch.setattr(os, "fsync", lambda descriptor: synced.update({descriptor: os.fstat(descriptor)}))

    sync_folder(tmp_path)

    ((descriptor, status),) = synced.items()
    assert os.path.samestat(status, tmp_path.stat())
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(descriptor)
