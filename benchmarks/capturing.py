"""What capturing 1 MB costs, beside getting the same answers with httpx and hashing them.

A capture is two answers: the page and robots.txt. Counted are asking for them, recording every byte,
unpacking, judging, the digests of answer, page and file, and the WARC file, written, synced and named.
Reading the words of a page is not: that is what `reading` measures. Nor is the row with its event, a
millisecond whatever the page. The server is a process of its own: only the client's work is counted.

A page comes packed, as servers send pages to whoever can unpack them. A picture can't be packed, and is the
worst case: its million bytes are hashed three times (as they came, as the page, as the file) and written to
the disk, where the reference hashes them once. That can't be had for half as much again.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import httpcore
import httpx

from benchmarks.ratios import Ratio, cpu_in_turn
from sources.captures.folder import keep
from sources.captures.warc import warc_of
from sources.fetch.network import this_machine
from sources.fetch.outcome import State
from sources.fetch.page import fetch

PAGE_BYTES = 1_000_000
_ROUNDS = 20
_SERVER = """
import gzip, random, socket, sys
size, pick = int(sys.argv[1]), random.Random(5)
words = ["".join(pick.choices("aeiourstlnmhd", k=pick.randint(2, 9))) for _ in range(3000)]
text = "".join("<p>" + " ".join(pick.choices(words, k=60)) + ".</p>" for _ in range(size // 300))
packed = gzip.compress(text[:size].encode())
head = "HTTP/1.1 200 OK\\r\\nContent-Type: %s\\r\\nContent-Length: %d\\r\\n%s\\r\\n"
page = (head % ("text/html", len(packed), "Content-Encoding: gzip\\r\\n")).encode() + packed
picture = (head % ("image/jpeg", size, "")).encode() + pick.randbytes(size)
none = b"HTTP/1.1 404 Not Found\\r\\nContent-Length: 0\\r\\n\\r\\n"
answers = {b"/page": page, b"/picture": picture}
listening = socket.create_server(("127.0.0.1", 0))
print(listening.getsockname()[1], flush=True)
while True:
    connection, _ = listening.accept()
    with connection:
        asked = connection.recv(65536)
        connection.sendall(answers.get(asked.split(b" ")[1], none))
"""


def measure() -> Iterator[Ratio]:
    """CPU seconds of a page, and of a picture: asked for, recorded, written as a WARC file and synced."""
    with _server() as port, TemporaryDirectory() as folder, _client() as client:
        network = replace(
            this_machine(),
            resolve=lambda name, port, seconds: ["93.184.215.14"],
            dial=lambda address, to, seconds: httpcore.SyncBackend().connect_tcp("127.0.0.1", port, seconds),
        )

        def capture(path: str) -> None:
            for _ in range(_ROUNDS):
                fetched = fetch(f"http://example.org/{path}", network=network, user_agent="benchmark/1")
                assert fetched.state is State.CAPTURED
                keep(Path(folder), f"{uuid4()}.warc", warc_of(fetched, new_id=uuid4, software="x"))

        def get(path: str) -> None:
            for asked in (path, "robots.txt") * _ROUNDS:
                sha256(client.get(f"http://127.0.0.1:{port}/{asked}").content).digest()

        for path, what, most in (
            ("page", "capturing a page of 1 MB beside getting and hashing it", 1.5),
            ("picture", "capturing a picture of 1 MB beside getting and hashing it", 2.5),
        ):
            ours, reference = cpu_in_turn(partial(capture, path), partial(get, path), rounds=12)
            yield Ratio(what, ours, reference, most=most)


def _client() -> httpx.Client:
    return httpx.Client(trust_env=False, headers={"Connection": "close"})


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
