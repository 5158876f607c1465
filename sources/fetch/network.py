"""The network as a fetch sees it: names, addresses, time, and whose turn it is. All of it is an argument.

`this_machine` is the real one. No proxy is ever used and nothing is read from the environment.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from queue import Empty, Queue
from threading import Thread

import httpcore

from sources.fetch.turns import turn

Resolver = Callable[[str, int, float], Sequence[str]]
"""All addresses of a name, for a port, within so many seconds. Raises `OSError` where there are none."""

Dialler = Callable[[str, int, float], httpcore.NetworkStream]
"""An open connection to a literal address and port, within so many seconds. Raises httpcore's errors."""


Turn = Callable[[str, float], AbstractContextManager[None]]
"""Waits, so many seconds at most, until nobody else asks a host. Raises `NoTurn`."""


@dataclass(frozen=True, slots=True)
class Network:
    """Everything by which a fetch touches the world. `clock` counts seconds, `now` tells the time of day."""

    resolve: Resolver
    dial: Dialler
    tls: Callable[[], ssl.SSLContext]
    clock: Callable[[], float]
    now: Callable[[], datetime]
    turn: Turn


def this_machine() -> Network:
    """The network that this machine is on."""
    return Network(
        resolve=look_up, dial=_dial, tls=_trusting_the_usual, clock=time.monotonic, now=_now, turn=turn
    )


def look_up(name: str, port: int, seconds: float) -> Sequence[str]:
    """The addresses that the system knows a name by, each once, in its order.

    The system's own look-up can't be given a time limit, so it is left behind when it takes too long.
    """
    answers: Queue[list[str] | OSError] = Queue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
            answers.put(list(dict.fromkeys(str(entry[4][0]) for entry in found)))
        except OSError as error:
            answers.put(error)
        except UnicodeError as error:
            answers.put(OSError(str(error)))

    Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        raise TimeoutError(f"{name} was not found within {seconds:g} seconds") from None
    if isinstance(answer, OSError):
        raise answer
    return answer


def _dial(address: str, port: int, seconds: float) -> httpcore.NetworkStream:
    return httpcore.SyncBackend().connect_tcp(address, port, timeout=seconds)


@cache
def _trusting_the_usual() -> ssl.SSLContext:
    """The system's own authorities. Reading them takes a while, so it is done once."""
    return ssl.create_default_context()


def _now() -> datetime:
    return datetime.now(UTC)
