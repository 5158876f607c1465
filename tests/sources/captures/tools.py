"""Tools of others that read what we write: run as programs, never imported, since their licences differ.

`make replay-tools` installs them into an environment of their own; FACTDESK_REPLAY_TOOLS names another.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

TOOLS = Path(os.environ.get("FACTDESK_REPLAY_TOOLS", Path(__file__).parents[3] / ".venv-replay"))


def tool(name: str) -> Path:
    """The program of that name; the test is skipped where it is not installed."""
    program = TOOLS / "bin" / name
    if not program.exists():
        pytest.skip(f"{name} is not installed; install it with: make replay-tools")
    return program


def run_tool(name: str, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a tool to its end."""
    return subprocess.run([tool(name), *words], capture_output=True, text=True, timeout=120, check=False)
