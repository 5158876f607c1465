"""What was captured replays elsewhere: title and words are seen, and nothing outside is asked for."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path
from threading import Thread
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen
from uuid import UUID

import pytest
from playwright.sync_api import Error, Page, sync_playwright

from sources.captures.wacz import Packed, write_wacz
from sources.captures.wacz import Page as Listed
from sources.captures.warc import warc_of
from sources.fetch.page import fetch
from tests.sources.captures.tools import run_tool, tool
from tests.sources.fetch.answers import WHOLE
from tests.sources.fetch.stage import AGENT, PAGE, Stage, redirect

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
EMBEDDED = """<!doctype html><script src="ui.js"></script>
<replay-web-page source="package.wacz" url="{url}" replayBase="./" embed="replayonly"></replay-web-page>
"""
TITLE = "Ferry timetable changed"
QUOTE = "The ferry to Corrie sails 14 times a week from Monday"
SHOWN = (
    "with its length",
    "until the end of the connection",
    "in chunks",
    "as HTTP/1.0",
    "packed",
    "packed and in chunks",
    "after an interim answer",
)
"""The ways in which pages come that players know; they stop at several gzips in one another or in a row."""


@pytest.fixture
def archived(stage: Stage, tmp_path: Path) -> list[Packed]:
    """The page, captured in each of the ways in which it can come, and once behind a redirect."""
    addresses = {f"/{number}": WHOLE[case][0] for number, case in enumerate(SHOWN)}
    stage.server.plays |= {**addresses, "/old": redirect("/0")}
    numbers, packed = count(1), []
    for path in [*addresses, "/old"]:
        fetched = fetch(f"http://example.org{path}", network=stage.network, user_agent=AGENT)
        file = tmp_path / f"{path[1:]}.warc"
        with file.open("wb") as warc:
            warc.writelines(warc_of(fetched, new_id=lambda: UUID(int=next(numbers)), software="test"))
        packed.append(Packed.from_file(file, Listed(path[1:], fetched.asked, fetched.hops[0].began, TITLE)))
    return packed


@contextmanager
def served(folder: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def wait_for(found: Callable[[], bool], *, seconds: float = 30) -> bool:
    ends = time.monotonic() + seconds
    while not found():
        if time.monotonic() > ends:
            return False
        time.sleep(0.2)
    return True


def shows_the_page(page: Page) -> bool:
    """Whether the player's frame shows title and words; it changes while it loads."""
    page.wait_for_timeout(200)
    try:
        frames = [frame for frame in page.frames if "mp_/http://example.org/" in frame.url]
        return any(TITLE in frame.content() and frame.get_by_text(QUOTE).is_visible() for frame in frames)
    except Error:
        return False


def test_a_browser_shows_every_page_from_the_package(archived: list[Packed], tmp_path: Path) -> None:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium here; make test installs it")
    player = tool("replaywebpage")
    folder = tmp_path / "site"
    folder.mkdir()
    for name in ("ui.js", "sw.js"):
        shutil.copy(player / name, folder)
    with (folder / "package.wacz").open("wb") as file:
        write_wacz(file, archived, title="Ferries", at=datetime(2026, 3, 14, tzinfo=UTC), software="test")
    asked: list[str] = []
    unseen: list[str] = []

    with served(folder) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for one in archived:
            assert one.page is not None
            context = browser.new_context()
            context.on("request", lambda request: asked.append(request.url))
            (folder / "index.html").write_text(EMBEDDED.format(url=one.page.url), encoding="utf-8")
            page = context.new_page()
            page.goto(f"{base}/index.html")
            if not wait_for(partial(shows_the_page, page), seconds=60):
                unseen.append(one.page.url)
            context.close()
        browser.close()

    assert unseen == []
    assert {urlsplit(url).hostname for url in asked} == {"localhost"}


def test_pywb_plays_every_page(archived: list[Packed], tmp_path: Path) -> None:
    player = tool("wayback")
    folder = tmp_path / "pywb"
    folder.mkdir()
    manager = tool("wb-manager")
    subprocess.run([manager, "init", "desk"], cwd=folder, check=True, capture_output=True)
    files = [str(tmp_path / one.name) for one in archived]
    subprocess.run([manager, "add", "desk", *files], cwd=folder, check=True, capture_output=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    wayback = subprocess.Popen(
        [player, "-b", "127.0.0.1", "-p", str(port)],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )

    def answered(url: str) -> bytes:
        try:
            with urlopen(f"http://127.0.0.1:{port}/desk/20260314092653id_/{url}", timeout=10) as answer:
                return bytes(answer.read())
        except (URLError, ConnectionError):
            return b""

    try:
        assert wait_for(lambda: answered("http://example.org/0") == PAGE)
        others = {url: answered(url) for url in (f"http://example.org/{n}" for n in range(len(SHOWN)))}
    finally:
        wayback.terminate()
        wayback.wait(20)

    assert [url for url, shown in others.items() if shown != PAGE] == []


def test_the_formats_own_tool_finds_the_package_valid(archived: list[Packed], tmp_path: Path) -> None:
    path = tmp_path / "package.wacz"
    with path.open("wb") as file:
        write_wacz(file, archived, title="Ferries", at=datetime(2026, 3, 14, tzinfo=UTC), software="test")

    said = run_tool("wacz", "validate", "-f", path)

    assert said.returncode == 0, said.stdout + said.stderr
    assert "Validation succeeded" in said.stdout
