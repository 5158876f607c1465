"""Writes `docs/commands.md` from the help of the commands themselves.

python docs/reference.py           print it
python docs/reference.py --write   put it in its place
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from typer.testing import CliRunner

from cli import COMMANDS, app, loaded

REFERENCE = Path(__file__).with_name("commands.md")
OPENING = """# Commands

Every command with its help, as `factdesk COMMAND --help` prints it. Made by `make docs`; don't edit.

Exit status: 0 nothing to report, 1 something found, 2 could not do it.
"""


def reference() -> str:
    """The whole page."""
    return OPENING + "".join(_section(path) for path in _commands())


def _commands() -> Iterator[tuple[str, ...]]:
    for name in COMMANDS:
        inner = getattr(loaded(name), "commands", None)
        if inner is None:
            yield (name,)
        else:
            yield from ((name, each) for each in inner)


def _section(path: tuple[str, ...]) -> str:
    shown = CliRunner().invoke(app, [*path, "--help"], prog_name="factdesk", env={"COLUMNS": "88"})
    return f"\n## factdesk {' '.join(path)}\n\n```text\n{shown.output.strip()}\n```\n"


if __name__ == "__main__":
    if "--write" in sys.argv:
        REFERENCE.write_text(reference(), encoding="utf-8")
    else:
        sys.stdout.write(reference())
