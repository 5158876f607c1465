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
from tests.sources.fetch.answers import HIDDEN_FORM, LOGIN, NOT_WHOLE, OK, WHOLE, endless
from tests.sources.fetch.stage import AGENT, PAGE, Play, Server, Stage, answer, redirect, serving

SMALL = Limits(wire_bytes=400_000, decoded_bytes=800_000, seconds=10)
SHORT = Limits(seconds=0.5)


def asked_for(url: str, stage: Stage, limits: Limits = SMALL) -> Fetched:
    return fetch(url, network=stage.network, user_agent=AGENT, limits=limits)


@pytest.mark.parametrize("case", WHOLE)
def test_a_page_is_captured_that_comes(case: str, stage: Stage) -> None:
    play, entity = WHOLE[case]
    stage.server.plays["/"] = play

    fetched = asked_for("http://example.org/", stage)

    assert (fetched.state, fetched.reason) == (State.CAPTURED, None)
    assert fetched.page is not None
    assert fetched.page.entity == entity
    if isinstance(play, bytes):
        assert b"".join(fetched.page.pieces) == play
        assert fetched.page.interim + b"".join(fetched.page.block) == play


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
        assert play.startswith(b"".join(fetched.page.pieces))


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
    assert b"".join(fetched.page.pieces) == answer(PAGE)
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


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is told by /proc here")
@pytest.mark.parametrize("case", HOSTILE)
def test_at_the_real_limits_the_memory_does_not_fill_with(case: str, stage: Stage) -> None:
    code = (
        "import sys; from pathlib import Path; from sources.fetch.page import fetch; "
        "from tests.sources.fetch.stage import AGENT, Server, Stage; "
        "stage = Stage(Server(int(sys.argv[1]), {})); "
        "fetched = fetch('http://example.org/', network=stage.network, user_agent=AGENT); "
        # not ru_maxrss, which begins with what the test process holds when it starts this one
        "peak = Path('/proc/self/status').read_text().partition('VmHWM:')[2].split()[0]; "
        "print(fetched.state, int(peak) // 1024)"
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
    assert int(mebibytes) < 300
