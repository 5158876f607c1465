"""A fetch as a WARC file: just what was sent and received, and others read it."""

from __future__ import annotations

import subprocess
import sys
from base64 import b32encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from itertools import count
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeadersParser

from sources.captures.warc import head_length, told, warc_of
from sources.fetch.limits import Limits
from sources.fetch.outcome import Fetched
from sources.fetch.page import fetch
from tests.sources.fetch.answers import NOT_WHOLE, WHOLE
from tests.sources.fetch.stage import AGENT, PAGE, Play, Stage, answer, redirect, serving

LIMITS = Limits(wire_bytes=400_000, decoded_bytes=800_000, seconds=0.5)
PLAYS: dict[str, Play] = {case: play for case, (play, *_) in (WHOLE | NOT_WHOLE).items()}


@pytest.fixture
def stage() -> Iterator[Stage]:
    with serving({"/": answer(PAGE)}) as server:
        yield Stage(server)


def fetched_from(stage: Stage, url: str = "http://example.org/") -> Fetched:
    return fetch(url, network=stage.network, user_agent=AGENT, limits=LIMITS)


def file_of(fetched: Fetched) -> bytes:
    numbers = count(1)
    return b"".join(warc_of(fetched, new_id=lambda: UUID(int=next(numbers)), software="factdesk/test"))


@dataclass(frozen=True)
class Record:
    """A record, read by the format's own rules and by no library."""

    headers: dict[str, str]
    block: bytes


def records_of(data: bytes) -> list[Record]:
    records = []
    while data:
        head, _, rest = data.partition(b"\r\n\r\n")
        version, *lines = head.decode().split("\r\n")
        assert version == "WARC/1.1"
        headers = dict(line.split(": ", 1) for line in lines)
        length = int(headers["Content-Length"])
        assert rest[length : length + 4] == b"\r\n\r\n"
        records.append(Record(headers, rest[:length]))
        data = rest[length + 4 :]
    return records


def of_type(records: list[Record], *types: str) -> list[Record]:
    return [record for record in records if record.headers["WARC-Type"] in types]


@pytest.mark.parametrize("case", PLAYS)
def test_the_bytes_on_the_wire_are_the_bytes_in_the_file(case: str, stage: Stage) -> None:
    stage.server.plays["/"] = PLAYS[case]

    fetched = fetched_from(stage)
    records = records_of(file_of(fetched))

    hops = [*fetched.hops, *fetched.robots_hops]
    answered = [hop for hop in hops if hop.pieces]
    assert [record.block for record in of_type(records, "request")] == stage.server.heard
    assert [
        hop.interim + record.block
        for hop, record in zip(answered, of_type(records, "response", "resource"), strict=True)
    ] == [b"".join(hop.pieces) for hop in answered]
    if isinstance(PLAYS[case], bytes):
        assert PLAYS[case].startswith(b"".join(fetched.hops[0].pieces))  # type: ignore[union-attr]


@pytest.mark.parametrize("case", PLAYS)
def test_the_librarys_own_check_passes(case: str, stage: Stage, tmp_path: Path) -> None:
    stage.server.plays["/"] = PLAYS[case]
    path = tmp_path / "page.warc"
    path.write_bytes(file_of(fetched_from(stage)))

    said = subprocess.run(
        [sys.executable, "-m", "warcio.cli", "check", "-v", str(path)], capture_output=True, text=True
    )

    assert (said.returncode, said.stderr) == (0, ""), said.stdout
    assert "digest pass" in said.stdout
    assert "failed" not in said.stdout


@given(
    st.lists(
        st.sampled_from([b"HTTP/1.1 200 OK", b"a: b", b" ", b"\xa0", b"\x85", b"\xc2\xa0", b"\r", b"\n"])
    )
)
def test_a_payload_begins_where_the_library_sees_it_begin(parts: list[bytes]) -> None:
    block = b"x" + b"".join(parts)
    stream = BytesIO(block)
    StatusAndHeadersParser([], verify=False).parse(stream)

    assert head_length(block) == stream.tell()


def test_each_record_says_what_when_from_where_and_its_digest(stage: Stage) -> None:
    info, response, request, metadata, robots, asked_robots = records_of(file_of(fetched_from(stage)))

    assert info.headers["WARC-Type"] == "warcinfo"
    assert b"software: factdesk/test\r\n" in info.block
    assert response.headers == {
        "WARC-Type": "response",
        "WARC-Record-ID": "<urn:uuid:00000000-0000-0000-0000-000000000002>",
        "WARC-Target-URI": "http://example.org/",
        "WARC-Date": "2026-03-14T09:26:53.000000Z",
        "WARC-IP-Address": "93.184.215.14",
        "WARC-Block-Digest": f"sha256:{b32encode(sha256(answer(PAGE)).digest()).decode()}",
        "WARC-Payload-Digest": response.headers["WARC-Payload-Digest"],
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(answer(PAGE))),
    }
    assert request.headers["WARC-Concurrent-To"] == response.headers["WARC-Record-ID"]
    assert metadata.headers["WARC-Concurrent-To"] == response.headers["WARC-Record-ID"]
    assert {robots.headers["WARC-Target-URI"], asked_robots.headers["WARC-Target-URI"]} == {
        "http://example.org/robots.txt"
    }


def test_every_hop_is_in_the_file(stage: Stage) -> None:
    stage.server.plays |= {"/a": redirect("/b"), "/b": redirect("/")}

    records = records_of(file_of(fetched_from(stage, "http://example.org/a")))

    assert [record.headers["WARC-Target-URI"] for record in of_type(records, "response")] == [
        "http://example.org/a",
        "http://example.org/b",
        "http://example.org/",
        "http://example.org/robots.txt",
    ]


def test_no_record_but_the_page_stands_for_its_address(stage: Stage) -> None:
    """Players would show it in the place of the page."""
    records = records_of(file_of(fetched_from(stage)))

    addressed = [
        record for record in records if record.headers.get("WARC-Target-URI") == "http://example.org/"
    ]
    assert [record.headers["WARC-Type"] for record in addressed] == ["response", "request"]


def test_the_digests_of_block_and_page_are_told(stage: Stage) -> None:
    hop = told(fetched_from(stage))["hops"][0]  # type: ignore[index, call-overload]

    assert hop["block"] == sha256(answer(PAGE)).hexdigest()  # type: ignore[index, call-overload]
    assert hop["entity"] == sha256(PAGE).hexdigest()  # type: ignore[index, call-overload]


def test_writing_it_again_gives_the_same_bytes(stage: Stage) -> None:
    fetched = fetched_from(stage)

    assert file_of(fetched) == file_of(fetched)


def test_no_password_gets_into_the_file(stage: Stage) -> None:
    assert b"ecret" not in file_of(fetched_from(stage, "http://ada:secret@example.org/"))
