"""What capturing a page of 1 MB costs, beside reading the same answers with httpx and hashing them.

A capture is two answers: the page and robots.txt. The server is a process of its own, so that only the
client's work is counted. Reading the words of the page is not part of it: that is what `reading` measures.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import httpcore
import httpx

from benchmarks.ratios import Ratio, cpu_in_turn
from sources.captures.folder import keep
from sources.captures.warc import write_fetch
from sources.fetch.network import this_machine
from sources.fetch.outcome import State
from sources.fetch.page import fetch

PAGE_BYTES = 1_000_000
_ROUNDS = 20
_SERVER = """
import socket, sys
body = bytes(range(256)) * (int(sys.argv[1]) // 256)
head = "HTTP/1.1 200 OK\\r\\nContent-Type: application/pdf\\r\\nContent-Length: %d\\r\\n\\r\\n" % len(body)
none = b"HTTP/1.1 404 Not Found\\r\\nContent-Length: 0\\r\\n\\r\\n"
listening = socket.create_server(("127.0.0.1", 0))
print(listening.getsockname()[1], flush=True)
while True:
    connection, _ = listening.accept()
    with connection:
        asked = connection.recv(65536)
        connection.sendall(none if b"robots" in asked else head.encode() + body)
"""


def measure() -> Iterator[Ratio]:
    """CPU seconds of one page: asked for, recorded, written as a WARC file and synced."""
    with _server() as port, TemporaryDirectory() as folder:
        network = replace(
            this_machine(),
            resolve=lambda name, port, seconds: ["93.184.215.14"],
            dial=lambda address, to, seconds: httpcore.SyncBackend().connect_tcp("127.0.0.1", port, seconds),
        )

        def capture() -> None:
            for _ in range(_ROUNDS):
                fetched = fetch("http://example.org/", network=network, user_agent="benchmark/1")
                assert fetched.state is State.CAPTURED
                keep(
                    Path(folder),
                    f"{uuid4()}.warc",
                    lambda file, fetched=fetched: write_fetch(file, fetched, new_id=uuid4, software="x"),  # type: ignore[misc]
                )

        with httpx.Client(trust_env=False, headers={"Connection": "close"}) as client:

            def read() -> None:
                for path in ("", "robots.txt") * _ROUNDS:
                    digest = sha256()
                    with client.stream("GET", f"http://127.0.0.1:{port}/{path}") as response:
                        for piece in response.iter_bytes():
                            digest.update(piece)

            ours, reference = cpu_in_turn(capture, read)
    yield Ratio("capturing a page of 1 MB beside reading and hashing it", ours, reference, most=4)


@contextmanager
def _server() -> Iterator[int]:
    with subprocess.Popen(
        [sys.executable, "-c", _SERVER, str(PAGE_BYTES)], stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        try:
            yield int(server.stdout.readline())
        finally:
            server.terminate()
