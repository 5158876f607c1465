"""Answers of servers, of every kind: those that give a whole page, and those that don't.

The numbers are those of the list of hostile answers.
"""

from __future__ import annotations

import gzip
import socket
import time
from collections.abc import Callable

from sources.fetch.outcome import State
from tests.sources.fetch.stage import PAGE, Play, answer


def chunked(*pieces: bytes) -> bytes:
    framed = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)
    return (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
        + framed
        + b"0\r\n\r\n"
    )


def endless(start: bytes, piece: bytes, *, every: float = 0) -> Callable[[socket.socket], None]:
    def play(connection: socket.socket) -> None:
        connection.sendall(start)
        while True:
            connection.sendall(piece)
            time.sleep(every)

    return play


def slowly(*pieces: bytes, every: float = 0.05) -> Callable[[socket.socket], None]:
    def play(connection: socket.socket) -> None:
        for piece in pieces:
            connection.sendall(piece)
            time.sleep(every)

    return play


def shut(connection: socket.socket) -> None:
    """Close without a word."""


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
LOGIN = (
    b"<title>Log in to the Corrie Courier</title><form><input name=u><input type='password' name=p></form>"
)
HIDDEN_FORM = PAGE.replace(b"</article>", b"</article><form><input type=password></form>")

WHOLE: dict[str, tuple[Play, bytes]] = {
    "with its length": (answer(PAGE), PAGE),
    "until the end of the connection": (OK + b"\r\n" + PAGE, PAGE),
    "in chunks": (chunked(PAGE[:99], PAGE[99:]), PAGE),
    "as HTTP/1.0": (answer(PAGE).replace(b"HTTP/1.1", b"HTTP/1.0", 1), PAGE),
    "packed": (answer(gzip.compress(PAGE), "Content-Encoding: gzip"), PAGE),
    "packed and in chunks": (
        chunked(gzip.compress(PAGE)).replace(b"\r\n", b"\r\nContent-Encoding: gzip\r\n", 1),
        PAGE,
    ),
    "packed in two members": (
        answer(gzip.compress(PAGE[:99]) + gzip.compress(PAGE[99:]), "Content-Encoding: gzip"),
        PAGE,
    ),
    "packed by the old name": (answer(gzip.compress(PAGE), "Content-Encoding: x-gzip"), PAGE),
    "39 packed twice": (
        answer(gzip.compress(gzip.compress(PAGE)), "Content-Encoding: gzip, gzip"),
        PAGE,
    ),
    "as it is, and says so": (answer(PAGE, "Content-Encoding: identity"), PAGE),
    "in many small pieces": (
        slowly(*(answer(PAGE)[n : n + 60] for n in range(0, 600, 60)), every=0.01),
        PAGE,
    ),
    "after an interim answer": (b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" + answer(PAGE), PAGE),
    "with headers twice": (answer(PAGE, "X-One: 1", "x-one: 2"), PAGE),
    "with a long head": (answer(PAGE, *(f"X-{n}: {'x' * 1000}" for n in range(40))), PAGE),
    "as plain text": (answer(b"Fourteen sailings.", kind="text/plain"), b"Fourteen sailings."),
    "as a picture": (answer(b"\x89PNG\r\n\x1a\n...", kind="image/png"), b"\x89PNG\r\n\x1a\n..."),
    "50 a PDF that calls itself a page": (answer(b"%PDF-1.7\n%..."), b"%PDF-1.7\n%..."),
    "51 in a charset that there is none": (
        answer(PAGE, kind="text/html; charset=klingon"),
        PAGE,
    ),
    "51 in UTF-7": (answer(b"<p>+AGE-</p>", kind="text/html; charset=utf-7"), b"<p>+AGE-</p>"),
    "52 with NUL and half a character": (answer(b"<p>a\0b\xed\xa0\x80</p>"), b"<p>a\0b\xed\xa0\x80</p>"),
    "45 with two lengths": (
        chunked(PAGE).replace(b"\r\n", b"\r\nContent-Length: 5\r\n", 1),
        PAGE,
    ),
}


def bad_chunk(size: bytes) -> bytes:
    return OK + b"Transfer-Encoding: chunked\r\n\r\n" + size + b"\r\nabc\r\n0\r\n\r\n"


NOT_WHOLE: dict[str, tuple[Play, State, str]] = {
    "38 gzip bomb": (
        answer(gzip.compress(bytes(5_000_000)), "Content-Encoding: gzip"),
        State.PARTIAL,
        "it unpacks to 0.8 MB or more",
    ),
    "38 gzip bomb in a gzip": (
        answer(gzip.compress(gzip.compress(bytes(5_000_000))), "Content-Encoding: gzip, gzip"),
        State.PARTIAL,
        "it unpacks to 0.8 MB or more",
    ),
    "39 gzip three times": (
        answer(b"...", "Content-Encoding: gzip, gzip, gzip"),
        State.PARTIAL,
        "it came packed 3 times over",
    ),
    "40 endless body": (endless(OK + b"\r\n", b"x" * 50_000), State.PARTIAL, "it sends 0.4 MB or more"),
    "41 a byte now and then": (
        endless(OK + b"\r\n", b"x", every=0.1),
        State.PARTIAL,
        "it was not done after 0.5 seconds",
    ),
    "41 a head now and then": (
        endless(b"HTTP/1.1 200 OK\r\nX: ", b"x", every=0.1),
        State.PARTIAL,
        "it was not done after 0.5 seconds",
    ),
    "41 silence": (slowly(b"", every=2), State.UNREACHABLE, "it was not done after 0.5 seconds"),
    "42 headers without end": (
        endless(b"HTTP/1.1 200 OK\r\n", b"X-Y: " + b"z" * 1000 + b"\r\n"),
        State.PARTIAL,
        "its headers are longer than 64 kB",
    ),
    "43 longer than it says": (
        answer(PAGE).replace(b"Content-Length: ", b"Content-Length: 9\r\nX-Was: ", 1),
        State.PARTIAL,
        f"the server sent {len(PAGE) - 9:,} bytes more than it announced; they are kept, not read",
    ),
    "44 shorter than it says": (
        answer(PAGE).replace(b"Content-Length: ", b"Content-Length: 9", 1),
        State.PARTIAL,
        "it breaks off before its announced end, or is damaged on the way",
    ),
    "46 a chunk of no size": (
        bad_chunk(b"zz"),
        State.PARTIAL,
        "it breaks off before its announced end, or is damaged on the way",
    ),
    "46 a chunk of less than nothing": (
        bad_chunk(b"-3"),
        State.PARTIAL,
        "it breaks off before its announced end, or is damaged on the way",
    ),
    "46 a chunk of more than there is": (
        bad_chunk(b"FFFFFFFFFFFFFFFF"),
        State.PARTIAL,
        "it breaks off before its announced end, or is damaged on the way",
    ),
    "47 HTTP/0.9": (PAGE, State.NOT_A_PAGE, "what example.org answers is no HTTP"),
    "48 a flood of interim answers": (
        endless(b"", b"HTTP/1.1 102 Processing\r\n\r\n" * 100),
        State.PARTIAL,
        "its headers are longer than 64 kB",
    ),
    "50 a zip that calls itself a page": (
        answer(b"PK\x03\x04..."),
        State.NOT_A_PAGE,
        "the server calls it a page, and it is a zip archive",
    ),
    "an interim answer with NUL": (
        b"HTTP/1.1 103 a\0b\r\n\r\n" + answer(PAGE),
        State.NOT_A_PAGE,
        "what example.org answers is no HTTP",
    ),
    "a head with NUL": (
        b"HTTP/1.1 200 OK\r\nX: a\0b\r\n\r\n",
        State.NOT_A_PAGE,
        "what example.org answers is no HTTP",
    ),
    "not found": (
        answer(b"x", status="404 Not Found"),
        State.NOT_A_PAGE,
        "the server answered 404 (Not Found)",
    ),
    "a status nobody knows": (answer(b"x", status="799 Odd"), State.NOT_A_PAGE, "the server answered 799"),
    "broken": (
        answer(b"x", status="503 Busy"),
        State.NOT_A_PAGE,
        "the server answered 503 (Service Unavailable)",
    ),
    "a redirect to nowhere": (
        answer(b"", status="302 Found"),
        State.NOT_A_PAGE,
        "the server answered 302 (Found)",
    ),
    "nothing in it": (answer(b""), State.NOT_A_PAGE, "the server answered with nothing in it"),
    "half a gzip": (
        answer(gzip.compress(PAGE)[:-20], "Content-Encoding: gzip"),
        State.PARTIAL,
        "it ends in the middle of its packed bytes",
    ),
    "a broken gzip": (
        answer(gzip.compress(PAGE)[:10] + b"\xff" * 20, "Content-Encoding: gzip"),
        State.PARTIAL,
        "its packed bytes are damaged",
    ),
    "a coding not asked for": (
        answer(b"...", "Content-Encoding: br"),
        State.PARTIAL,
        "it came packed as br, which was not asked for",
    ),
    "part of it": (
        answer(b"...", status="206 Partial Content"),
        State.PARTIAL,
        "the server sent a part of it (206), which was not asked for",
    ),
    "not a word": (shut, State.UNREACHABLE, "example.org closed the connection without an answer"),
}
