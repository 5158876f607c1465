"""A network for tests: names, addresses and servers of our own, on loopback, and a list of every dial.

The servers are real sockets and real TLS; only where a public address leads is played.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Thread

import httpcore

from sources.fetch.network import Network

PUBLIC = "93.184.215.14"
AGENT = "factdesk-test/1"

Play = bytes | Callable[[socket.socket], None]
"""What a server answers with: these bytes, or whatever it does with the connection."""


@dataclass
class Server:
    """A server on loopback that answers each path with its play, and keeps the requests it heard."""

    port: int
    plays: dict[str, Play]
    heard: list[bytes] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, in order, robots.txt left out."""
        asked = [request.split(b" ", 2)[1].decode("ascii") for request in self.heard]
        return [path for path in asked if path != "/robots.txt"]


@dataclass
class Stage:
    """Which names lead to which addresses, which servers stand behind them, and what was dialled."""

    server: Server
    secure: Server | None = None
    names: dict[str, Sequence[str] | Callable[[], Sequence[str]]] = field(default_factory=dict)
    authority: Callable[[], ssl.SSLContext] = ssl.create_default_context
    lookups: list[str] = field(default_factory=list)
    dials: list[tuple[str, int]] = field(default_factory=list)

    def resolve(self, name: str, port: int, seconds: float) -> Sequence[str]:
        """Names that nobody named lead to a public address; a literal leads to itself."""
        self.lookups.append(name)
        if name[0].isdigit() or ":" in name:
            return [name]
        found = self.names.get(name, [PUBLIC])
        found = found() if callable(found) else found
        if not found:
            raise OSError("no such name")
        return found

    def dial(self, address: str, port: int, seconds: float) -> httpcore.NetworkStream:
        """Write the dial down, and connect to the server."""
        self.dials.append((address, port))
        server = self.secure if port == 443 and self.secure else self.server
        return httpcore.SyncBackend().connect_tcp("127.0.0.1", server.port, timeout=seconds)

    @property
    def network(self) -> Network:
        """The network as `fetch` takes it."""
        return Network(
            resolve=self.resolve,
            dial=self.dial,
            tls=self.authority,
            clock=time.monotonic,
            now=lambda: datetime(2026, 3, 14, 9, 26, 53, tzinfo=UTC),
            turn=lambda host, seconds: nullcontext(),
        )


@contextmanager
def serving(plays: dict[str, Play], *, tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server that is there as long as the block."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = Server(listening.getsockname()[1], plays)
    Thread(target=_accept, args=(listening, server, tls), daemon=True).start()
    try:
        yield server
    finally:
        listening.close()


def _accept(listening: socket.socket, server: Server, tls: ssl.SSLContext | None) -> None:
    while True:
        try:
            connection, _ = listening.accept()
        except OSError:
            return
        Thread(target=_answer, args=(connection, server, tls), daemon=True).start()


def _answer(connection: socket.socket, server: Server, tls: ssl.SSLContext | None) -> None:
    with suppress(OSError), connection:
        if tls is None:
            _play(connection, server)
        else:
            with tls.wrap_socket(connection, server_side=True) as safe:
                _play(safe, server)


def _play(connection: socket.socket, server: Server) -> None:
    request = b""
    while b"\r\n\r\n" not in request:
        piece = connection.recv(65536)
        if not piece:
            return
        request += piece
    server.heard.append(request)
    play = server.plays.get(request.split(b" ", 2)[1].decode("ascii"), NOT_FOUND)
    if isinstance(play, bytes):
        connection.sendall(play)
    else:
        play(connection)


def answer(
    body: bytes, *headers: str, status: str = "200 OK", kind: str = "text/html; charset=utf-8"
) -> bytes:
    """A whole answer of HTTP, with its length."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def redirect(location: str, status: str = "302 Found") -> bytes:
    """An answer that leads elsewhere."""
    return answer(b"", f"Location: {location}", status=status)


NOT_FOUND = answer(b"nothing here", status="404 Not Found")
PAGE = (
    b"<!doctype html><html><head><title>Ferry timetable changed</title></head><body><article>"
    b"<h1>Ferry timetable changed</h1><p>The ferry to Corrie sails 14 times a week from Monday, the harbour "
    b"office said. It had sailed 9 times a week since the autumn.</p></article></body></html>"
)
