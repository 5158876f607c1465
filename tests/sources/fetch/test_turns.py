"""One request at a time to a host, in one program and between programs."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Lock

import pytest

from sources.errors import CannotKeep
from sources.fetch.limits import Limits
from sources.fetch.network import Network, this_machine
from sources.fetch.outcome import RobotsAnswer, State
from sources.fetch.page import fetch
from sources.fetch.turns import NoTurn, turn
from tests.sources.fetch.stage import AGENT, PAGE, Stage, answer, redirect

HOLDS = (
    "import sys, time; from pathlib import Path; from sources.fetch.turns import turn\n"
    "with turn(sys.argv[1], 5, folder=Path(sys.argv[2])): print('mine', flush=True); time.sleep(60)"
)
ROOT = Path(__file__).parents[3]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "turns"


@pytest.fixture
def network(stage: Stage, folder: Path) -> Network:
    return replace(stage.network, turn=partial(turn, folder=folder))


@contextmanager
def held_elsewhere(host: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that is asking a host as long as the block, unless it is killed before."""
    words = [sys.executable, "-c", HOLDS, host, str(folder)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(words, env=env, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "mine\n"
        try:
            yield other
        finally:
            other.kill()


def test_captures_on_this_machine_take_turns() -> None:
    assert this_machine().turn is turn


def test_a_host_is_never_asked_for_two_things_at_once(stage: Stage, network: Network) -> None:
    counting, now, most = Lock(), 0, 0

    def play(connection: socket.socket) -> None:
        nonlocal now, most
        with counting:
            now += 1
            most = max(most, now)
        time.sleep(0.02)
        with counting:
            now -= 1
        connection.sendall(answer(PAGE))

    stage.server.plays["/"] = play

    with ThreadPoolExecutor(4) as pool:
        asked = [
            pool.submit(fetch, "http://busy.example/", network=network, user_agent=AGENT) for _ in range(4)
        ]
        states = {one.result().state.value for one in asked}

    assert (states, most) == ({"captured"}, 1)


def test_a_host_that_another_program_is_asking_is_waited_for_and_then_told(
    stage: Stage, network: Network, folder: Path
) -> None:
    with held_elsewhere("example.org", folder):
        fetched = fetch("http://example.org/", network=network, user_agent=AGENT, limits=Limits(seconds=1))

    assert fetched.state is State.UNREACHABLE
    assert (
        fetched.reason == "other captures were asking example.org all the time; try again when they are done"
    )
    assert stage.dials == []


def test_other_hosts_are_asked_meanwhile(stage: Stage, network: Network, folder: Path) -> None:
    with held_elsewhere("slow.example", folder):
        fetched = fetch("http://example.org/", network=network, user_agent=AGENT)

    assert fetched.state is State.CAPTURED


def test_a_redirect_to_a_busy_host_keeps_what_came_before(
    stage: Stage, network: Network, folder: Path
) -> None:
    stage.server.plays["/there"] = redirect("http://slow.example/")

    with held_elsewhere("slow.example", folder):
        fetched = fetch(
            "http://example.org/there", network=network, user_agent=AGENT, limits=Limits(seconds=1)
        )

    assert [hop.status for hop in fetched.hops] == [302, None]
    assert (fetched.state, fetched.robots) == (State.UNREACHABLE, RobotsAnswer.UNKNOWN)


def test_whoever_is_killed_gives_the_turn_back(network: Network, folder: Path) -> None:
    with held_elsewhere("example.org", folder) as other:
        other.send_signal(signal.SIGKILL)
        other.wait()

        fetched = fetch("http://example.org/", network=network, user_agent=AGENT, limits=Limits(seconds=5))

    assert fetched.state is State.CAPTURED


def test_a_name_with_its_dot_is_the_same_host(folder: Path) -> None:
    with turn("example.org", 1, folder=folder), pytest.raises(NoTurn), turn("example.org.", 0, folder=folder):
        pass


def test_a_file_of_turns_does_not_name_its_host(folder: Path) -> None:
    with turn("source.example", 1, folder=folder):
        names = [path.name for path in folder.iterdir()]

    assert len(names) == 1
    assert "source" not in names[0]


def test_a_folder_that_takes_no_turns_says_so(folder: Path) -> None:
    folder.write_bytes(b"a file where the folder should be")

    with pytest.raises(CannotKeep, match="can't hold the turns of captures"), turn("a", 1, folder=folder):
        pass


@pytest.mark.skipif(sys.platform == "win32" or os.getuid() != 0, reason="only root can give a folder away")
def test_a_folder_of_somebody_else_is_not_used(folder: Path) -> None:
    folder.mkdir()
    os.chown(folder, 12345, -1)

    with pytest.raises(CannotKeep, match="belongs to somebody else"), turn("a", 1, folder=folder):
        pass
