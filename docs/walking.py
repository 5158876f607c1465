"""Gives the commands of the pages that play a story, and writes what they answer under them.

python docs/walking.py           say which pages are not as they should be
python docs/walking.py --write   put them right

Each page is played in a folder of its own, without the network. A ```text block behind the commands holds
what the last of them printed. The clock is the page's: `<!-- at 2026-03-02 08:00 -->` sets it, in UTC, and a
command takes a minute; so a page says the same on every day on which it is written.
"""

from __future__ import annotations

import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import time_machine
from typer.testing import CliRunner

from cli import app

DOCS = Path(__file__).parent
VERIFYING = DOCS / "verifying.md"
WORKDAY = DOCS / "workday.md"
PAGES = (VERIFYING, WORKDAY, DOCS / "public-claims.md")
EXAMPLES = DOCS.parent / "examples"
_ZONE = ZoneInfo("UTC")
_MINUTE = timedelta(minutes=1)
_BLOCKS = re.compile(
    r"<!-- at (?P<at>[\d: -]{16}) -->"
    r"|(?P<asked>```sh\n(?P<commands>.*?)```\n)(?P<told>\n```text\n.*?```\n)?",
    re.DOTALL,
)


class Answer(NamedTuple):
    """What a command answered: its exit status, and what it printed."""

    command: str
    status: int
    printed: str


def walk(page: str, folder: Path) -> Iterator[list[Answer]]:
    """The answers to the commands of each block of a page, given in an empty folder."""
    (folder / "examples").symlink_to(EXAMPLES)
    environment = {"FACTDESK_DB": None, "COLUMNS": "80"}
    with chdir(folder), time_machine.travel(datetime.now(_ZONE), tick=False) as clock:
        for block in _BLOCKS.finditer(page):
            if block["at"]:
                clock.move_to(datetime.fromisoformat(block["at"]).replace(tzinfo=_ZONE))
                continue
            answers = []
            for line in _commands(block["commands"]):
                clock.shift(_MINUTE)
                answers.append(_answer(line, environment))
            yield answers


def walked(page: str, answers: list[list[Answer]]) -> str:
    """The page with the last answer of each block under it, where the page has a place for one."""
    given = iter(answers)

    def filled(block: re.Match[str]) -> str:
        if block["at"]:
            return block[0]
        last = next(given)[-1]
        return f"{block['asked']}\n```text\n{last.printed.strip()}\n```\n" if block["told"] else block[0]

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


def _whole(page: Path) -> str:
    with tempfile.TemporaryDirectory() as folder:
        text = page.read_text(encoding="utf-8")
        return walked(text, list(walk(text, Path(folder))))


if __name__ == "__main__":
    os.environ.pop("FACTDESK_DB", None)
    stale = {page: whole for page in PAGES if (whole := _whole(page)) != page.read_text(encoding="utf-8")}
    for page, whole in stale.items():
        sys.stdout.write(f"{page.name} is not what its commands print\n")
        if "--write" in sys.argv:
            page.write_text(whole, encoding="utf-8")
    sys.exit(bool(stale) and "--write" not in sys.argv)
