"""Tools of others that read what we write: run as programs, never imported, since their licences differ.

`make long` fetches them; FACTDESK_TEST_REPLAY names the folder in which they are.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest


def tool(name: str) -> Path:
    """The program, or the folder of scripts, of that name; the test is skipped where it is not there."""
    folder = Path(os.environ.get("FACTDESK_TEST_REPLAY", "/nonexistent"))
    found = next((place for place in (folder / "bin" / name, folder / name) if place.exists()), None)
    if found is None:
        pytest.skip(f"FACTDESK_TEST_REPLAY names no folder with {name}; `make long` fetches it")
    return found


def run_tool(name: str, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a tool to its end."""
    return subprocess.run([tool(name), *words], capture_output=True, text=True, timeout=120, check=False)
