"""One request at a time to a host."""

from __future__ import annotations

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Lock

from sources.fetch.page import fetch
from tests.sources.fetch.stage import AGENT, PAGE, Stage, answer


def test_a_host_is_never_asked_for_two_things_at_once(stage: Stage) -> None:
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
            pool.submit(fetch, "http://busy.example/", network=stage.network, user_agent=AGENT)
            for _ in range(4)
        ]
        states = {one.result().state.value for one in asked}

    assert (states, most) == ({"captured"}, 1)
