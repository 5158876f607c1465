"""Captures pages until it is killed, again and again: run as a program by the test of kills.

python captures_under_fire.py LEDGER PORT KILLS SEED: each time a child captures from the server on loopback
and tells of every capture that was acknowledged; after a moment of random length it gets SIGKILL. What was
acknowledged is printed, a line a kill. The libraries are loaded once and each child is a fork.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Generator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

from claims.captures import capture_url
from ledger.engine import open_ledger
from ledger.pen import Pen
from tests.sources.fetch.stage import AGENT, Server, Stage

CAPTURES_IN_A_LIFE = 3
"""How many captures a child has time for at most, so that the kill falls anywhere in one."""


def main(ledger: Path, port: int, kills: int, seed: int) -> None:
    """Kill so many children in the middle of their captures."""
    pick, longest = random.Random(seed), CAPTURES_IN_A_LIFE * seconds_of_a_capture(port)
    for _ in range(kills):
        print(json.dumps(killed_after(pick.uniform(0, longest), ledger, port)), flush=True)  # noqa: T201


def seconds_of_a_capture(port: int) -> float:
    """How long the second capture takes here and now; the first loads what is loaded late."""
    with TemporaryDirectory() as elsewhere:
        made = captures(Path(elsewhere) / "factdesk.db", port)
        assert list(islice(made, 2)) == [0, 1]
        began = time.monotonic()
        assert next(made) == 2
        seconds = time.monotonic() - began
        made.close()
    return seconds


def killed_after(seconds: float, ledger: Path, port: int) -> list[int]:
    """The numbers of the captures that a child acknowledged before it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        capture_for_ever(ledger, port, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        assert told.readline() == b"0\n"
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL, "the child ended by itself"
        return [int(line) for line in told if line.endswith(b"\n")]


def capture_for_ever(path: Path, port: int, tell: int) -> NoReturn:
    """Capture, say each number once it is acknowledged, and never end."""
    for number in captures(path, port):
        os.write(tell, f"{number}\n".encode())
    os._exit(1)


def captures(path: Path, port: int) -> Generator[int]:
    """The numbers of captures of one page, made one after the other; 0 once the ledger is open."""
    stage, pen = Stage(Server(port, {})), Pen.of_this_machine("reviewer-1")
    with open_ledger(path) as ledger:
        yield 0
        while True:
            number, _ = capture_url(
                ledger, pen, "http://example.org/", network=stage.network, user_agent=AGENT
            )
            yield number


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
