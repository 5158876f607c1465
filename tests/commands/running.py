"""Runs commands as people and programs do, for tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from cli import app

EXAMPLES = Path(__file__).parents[2] / "examples"
ARTICLE = EXAMPLES / "prisoner-release.txt"


def factdesk(*words: str | Path, sent: str | bytes | None = None) -> Result:
    """Run a command in the current folder."""
    return CliRunner().invoke(app, [str(word) for word in words], input=sent, prog_name="factdesk")


def as_json(*words: str | Path) -> Any:
    """What a command prints as JSON."""
    return json.loads(factdesk(*words, "--json").stdout)
