"""How generated tests run: without a stopwatch, since machines are shared, and the same every time in CI.

And a folder of their own for tests of commands.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture
def fresh_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with no database named in the environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FACTDESK_DB", raising=False)
    return tmp_path
