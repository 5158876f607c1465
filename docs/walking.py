"""Gives the commands of `docs/verifying.md`, one after the other, and writes what they answer under them.

python docs/walking.py           print the page as it should be
python docs/walking.py --write   put it in its place

Works in a folder of its own without the network. A ```text block behind the commands holds what the last
of them printed; days are shown as one day, since the page must not change from day to day.
"""

from __future__ import annotations

import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from typing import NamedTuple

from typer.testing import CliRunner

from cli import app

PAGE = Path(__file__).with_name("verifying.md")
EXAMPLES = PAGE.parent.parent / "examples"
DAY = "14 December 2025"
_DAYS = re.compile(r"\b\d{1,2}(\s+)[A-Z][a-z]+(\s+)20[2-9]\d\b")
_BLOCKS = re.compile(r"(```sh\n(?P<commands>.*?)```\n)(\n```text\n(?P<answer>.*?)```\n)?", re.DOTALL)


class Answer(NamedTuple):
    """What a command answered: its exit status, and what it printed."""

    command: str
    status: int
    printed: str


def walk(page: str, folder: Path) -> Iterator[list[Answer]]:
    """The answers to the commands of each block of a page, given in an empty folder."""
    (folder / "examples").symlink_to(EXAMPLES)
    environment = {"FACTDESK_DB": None, "COLUMNS": "80"}
    with chdir(folder):
        for block in _BLOCKS.finditer(page):
            yield [_answer(line, environment) for line in _commands(block["commands"])]


def walked(page: str, answers: list[list[Answer]]) -> str:
    """The page with the last answer of each block under it, where the page has a place for one."""
    given = iter(answers)

    def filled(block: re.Match[str]) -> str:
        last = next(given)[-1]
        if block["answer"] is None:
            return block[0]
        return f"{block[1]}\n```text\n{_on_one_day(last.printed).strip()}\n```\n"

    return _BLOCKS.sub(filled, page)


def _commands(block: str) -> Iterator[str]:
    """Each command of a block, with the lines that it goes on in."""
    for line in block.replace("\\\n", " ").splitlines():
        if line.startswith("factdesk "):
            yield line


def _answer(line: str, environment: dict[str, str | None]) -> Answer:
    words = shlex.split(line, comments=True)[1:]
    done = CliRunner().invoke(app, words, env=environment)
    return Answer(line, done.exit_code, done.output)


def _on_one_day(printed: str) -> str:
    return _DAYS.sub(lambda day: DAY.replace(" ", day[1], 1) if "\n" in day[0] else DAY, printed)


def _whole() -> str:
    page = PAGE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        return walked(page, list(walk(page, Path(folder))))


if __name__ == "__main__":
    os.environ.pop("FACTDESK_DB", None)
    if "--write" in sys.argv:
        PAGE.write_text(_whole(), encoding="utf-8")
    else:
        sys.stdout.write(_whole())
