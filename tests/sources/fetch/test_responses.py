"""Answers of every kind, from a real server on loopback, the hostile ones by number."""

from __future__ import annotations

import gzip
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest
import trustme

from sources.fetch.limits import Limits
from sources.fetch.outcome import Fetched, Mark, State, Trouble
from sources.fetch.page import fetch
from tests.sources.fetch.stage import AGENT, PAGE, Play, Server, Stage, answer, redirect, serving

SMALL = Limits(wire_bytes=400_000, decoded_bytes=800_000, seconds=10)
SHORT = Limits(seconds=0.5)


def asked_for(url: str, stage: Stage, limits: Limits = SMALL) -> Fetched:
    return fetch(url, network=stage.network, user_agent=AGENT, limits=limits)


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


@pytest.mark.parametrize("case", WHOLE)
def test_a_page_is_captured_that_comes(case: str, stage: Stage) -> None:
    play, entity = WHOLE[case]
    stage.server.plays["/"] = play

    fetched = asked_for("http://example.org/", stage)

    assert (fetched.state, fetched.reason) == (State.CAPTURED, None)
    assert fetched.page is not None
    assert fetched.page.entity == entity
    if isinstance(play, bytes):
        assert fetched.page.received == play
        assert fetched.page.interim + fetched.page.block == play


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


@pytest.mark.parametrize("case", NOT_WHOLE)
def test_a_page_is_not_called_captured_that_comes(case: str, stage: Stage) -> None:
    play, state, reason = NOT_WHOLE[case]
    stage.server.plays["/"] = play

    started = time.monotonic()
    fetched = asked_for("http://example.org/", stage, SHORT if case.startswith("41") else SMALL)

    assert (fetched.state, fetched.reason) == (state, reason)
    assert time.monotonic() - started < 5
    if isinstance(play, bytes) and state is not State.UNREACHABLE:
        assert fetched.page is not None
        assert play.startswith(fetched.page.received)


@pytest.mark.parametrize("case", [pytest.param("53", id="53")])
def test_a_cookie_is_not_sent_again(case: str, stage: Stage) -> None:
    stage.server.plays |= {
        "/a": answer(b"", "Location: /b", "Set-Cookie: id=1; Path=/", status="302 Found"),
        "/b": answer(PAGE, "Set-Cookie: id=2; Path=/"),
    }

    asked_for("http://example.org/a", stage)
    asked_for("http://example.org/b", stage)

    assert len(stage.server.paths) == 3
    assert not any(b"cookie" in request.lower() for request in stage.server.heard)


@pytest.mark.parametrize(
    ("page", "url", "marked"),
    [
        pytest.param(LOGIN, "http://example.org/", True, id="49 by its title"),
        pytest.param(HIDDEN_FORM, "http://example.org/users/sign_in", True, id="49 by its address"),
        pytest.param(HIDDEN_FORM, "http://example.org/", False, id="49 a form beside an article"),
    ],
)
def test_a_login_page_is_marked(page: bytes, url: str, marked: bool, stage: Stage) -> None:
    stage.server.plays |= {"/": answer(page), "/users/sign_in": answer(page)}

    fetched = asked_for(url, stage)

    assert fetched.state is State.CAPTURED
    assert (Mark.LOGIN_PAGE in fetched.marks) is marked


@pytest.mark.parametrize(
    ("play", "mark"),
    [
        pytest.param(answer(b"%PDF-1.7 ..."), Mark.OTHER_KIND, id="50"),
        pytest.param(WHOLE["45 with two lengths"][0], Mark.LENGTH_TWICE, id="45"),
    ],
)
def test_what_contradicts_itself_is_marked(play: bytes, mark: Mark, stage: Stage) -> None:
    stage.server.plays["/"] = play

    assert asked_for("http://example.org/", stage).marks == (mark,)


def test_what_is_asked_for_says_who_asks_and_nothing_else(stage: Stage) -> None:
    asked_for("http://example.org/", stage)

    assert stage.server.heard[0] == (
        b"GET / HTTP/1.1\r\n"
        b"Host: example.org\r\n"
        b"User-Agent: factdesk-test/1\r\n"
        b"Accept: text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8\r\n"
        b"Accept-Encoding: gzip\r\n"
        b"Connection: close\r\n\r\n"
    )


def test_what_was_sent_is_recorded(stage: Stage) -> None:
    fetched = asked_for("http://example.org/", stage)

    assert fetched.page is not None
    assert fetched.page.sent == stage.server.heard[0]


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def secure(stage: Stage, authority: trustme.CA) -> Iterator[Callable[..., Stage]]:
    """The stage with a server of TLS, which shows a certificate for the names that are given."""
    with ExitStack() as open_servers:

        def make(*names: str, plays: dict[str, Play] | None = None, **details: object) -> Stage:
            signer = details.pop("signer", authority)
            assert isinstance(signer, trustme.CA)
            shown = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            signer.issue_cert(*names, **details).configure_cert(shown)  # type: ignore[arg-type]
            trusted = ssl.create_default_context()
            authority.configure_trust(trusted)
            stage.secure = open_servers.enter_context(serving(plays or {"/": answer(PAGE)}, tls=shown))
            stage.authority = lambda: trusted
            return stage

        yield make


def test_over_tls_the_record_holds_http_in_the_clear(secure: Callable[..., Stage]) -> None:
    stage = secure("example.org")

    fetched = asked_for("https://example.org/", stage)

    assert fetched.state is State.CAPTURED
    assert fetched.page is not None
    assert stage.secure is not None
    assert fetched.page.sent == stage.secure.heard[0]
    assert fetched.page.received == answer(PAGE)
    assert fetched.page.certificate is not None


def test_a_server_that_stops_in_the_handshake_is_left_in_time(stage: Stage) -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        stage.secure = Server(mute.getsockname()[1], {})

        started = time.monotonic()
        fetched = asked_for("https://example.org/", stage, Limits(seconds=1))

    assert fetched.state is State.UNREACHABLE
    assert time.monotonic() - started < 3


def test_a_handshake_that_drips_is_cut_off_in_time(stage: Stage) -> None:
    def drip(mute: socket.socket) -> None:
        connection, _ = mute.accept()
        with connection:
            connection.sendall(b"\x16\x03\x03\x40\x00")
            try:
                while True:
                    connection.sendall(b"\x02")
                    time.sleep(0.05)
            except OSError:
                return

    with socket.create_server(("127.0.0.1", 0)) as mute:
        stage.secure = Server(mute.getsockname()[1], {})
        Thread(target=drip, args=(mute,), daemon=True).start()

        started = time.monotonic()
        fetched = asked_for("https://example.org/", stage, Limits(seconds=1))

    assert fetched.state is State.UNREACHABLE
    assert time.monotonic() - started < 3


@pytest.mark.parametrize("case", ["expired", "self-signed", "for another name"])
def test_54_a_certificate_is_not_accepted_that_is(case: str, secure: Callable[..., Stage]) -> None:
    match case:
        case "expired":
            stage = secure("example.org", not_after=datetime(2025, 1, 1, tzinfo=UTC))
        case "self-signed":
            stage = secure("example.org", signer=trustme.CA())
        case _:
            stage = secure("other.example")

    fetched = asked_for("https://example.org/", stage)

    assert fetched.state is State.UNREACHABLE
    assert (fetched.reason or "").startswith("the certificate of example.org is not valid (")
    assert stage.secure is not None
    assert stage.secure.heard == []


@pytest.mark.parametrize("case", [pytest.param("28", id="28")])
def test_a_fall_from_https_to_http_is_recorded_and_marked(case: str, secure: Callable[..., Stage]) -> None:
    stage = secure("example.org", plays={"/": redirect("http://example.org/")})

    fetched = asked_for("https://example.org/", stage)

    assert fetched.state is State.CAPTURED
    assert [hop.url for hop in fetched.hops] == ["https://example.org/", "http://example.org/"]
    assert fetched.marks == (Mark.DOWNGRADED,)


def test_nobody_there_is_told_in_words(stage: Stage) -> None:
    stage.names["gone.example"] = []
    with socket.create_server(("127.0.0.1", 0)) as closed:
        stage.secure = Server(closed.getsockname()[1], {})

    nameless = asked_for("http://gone.example/", stage)
    silent = asked_for("https://example.org/", stage)

    assert (nameless.state, nameless.reason) == (State.UNREACHABLE, "the name gone.example leads nowhere")
    assert (silent.state, silent.reason) == (
        State.UNREACHABLE,
        "example.org takes no connection (connection refused)",
    )
    assert silent.hops[-1].trouble is Trouble.NO_CONNECTION


HOSTILE: dict[str, Callable[[], Play]] = {
    "38 a bomb": lambda: answer(gzip.compress(bytes(300_000_000), 1), "Content-Encoding: gzip"),
    "40 an endless body": lambda: endless(OK + b"\r\n", b"x" * 100_000),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_at_the_real_limits_the_memory_does_not_fill_with(case: str, stage: Stage) -> None:
    code = (
        "import resource, sys; from sources.fetch.page import fetch; "
        "from tests.sources.fetch.stage import AGENT, Server, Stage; "
        "stage = Stage(Server(int(sys.argv[1]), {})); "
        "fetched = fetch('http://example.org/', network=stage.network, user_agent=AGENT); "
        "print(fetched.state, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    stage.server.plays["/"] = HOSTILE[case]()

    said = subprocess.run(
        [sys.executable, "-c", code, str(stage.server.port)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
        env={"PYTHONPATH": str(Path(__file__).parents[3])},
    )

    state, mebibytes = said.stdout.split()
    assert state == "partial"
    assert int(mebibytes) < 450
