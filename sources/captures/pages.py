"""The page in an archive that somebody else made: which record it is, and its body unpacked.

What can't be unpacked stays unread; it is in the archive all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sources.captures.archives import Record
from sources.fetch.body import Body, CannotUnpack
from sources.fetch.limits import Budget, LimitReached, Limits

_READ_AS_PAGES = ("text/", "application/xhtml+xml", "application/pdf")
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True)
class Head:
    """What a record says of the page in it. `status` is `None` for a file that came by no HTTP."""

    status: int | None
    content_type: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a record holds it. `entity` is `None` where it can't be unpacked."""

    url: str
    date: str
    head: Head
    entity: bytes | None


def first_page(records: Iterable[Record], *, url: str | None = None) -> Page | None:
    """The first record that is a good page, or is the one at `url`; `None` where there is none."""
    for record in records:
        if record.type not in ("response", "resource") or (url and record.url != url):
            continue
        head = head_in(record)
        kind = (head.content_type or "").strip().lower()
        if url or (head.status in (200, None) and kind.startswith(_READ_AS_PAGES)):
            return Page(record.url, record.date, head, _entity(record))
    return None


def head_in(record: Record) -> Head:
    """What a record says of the page in it; its body is not touched."""
    if not record.is_http:
        return Head(None, record.headers.get("content-type"))
    status, headers, _ = _parted(record.block)
    return Head(status, headers.get("content-type"))


def _parted(block: bytes) -> tuple[int, dict[str, str], bytes]:
    """Status (0 where it is none), headers and body of an HTTP response."""
    end = _END_OF_HEAD.search(block)
    head, body = (block[: end.start()], block[end.end() :]) if end else (block, b"")
    first, *lines = head.decode("latin-1").split("\n")
    pairs = (line.partition(":") for line in lines)
    code = first.partition(" ")[2][:3]
    return (
        int(code) if code.isascii() and code.isdecimal() else 0,
        {name.strip().lower(): value.strip() for name, _, value in pairs},
        body,
    )


def _entity(record: Record) -> bytes | None:
    if not record.is_http:
        return record.block
    _, headers, body = _parted(record.block)
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _joined_chunks(body)
    packing = [coding.strip().lower() for coding in headers.get("content-encoding", "").split(",")]
    try:
        unpacked = Body([coding for coding in packing if coding], Budget(Limits(), lambda: 0))
        unpacked.take(body)
        unpacked.end()
    except (CannotUnpack, LimitReached):
        return None
    return b"".join(unpacked.unpacked)


def _joined_chunks(body: bytes) -> bytes:
    """A body without its chunks' framing; as it is where it has none, since some crawlers take it off."""
    joined, place = bytearray(), 0
    while True:
        end = body.find(b"\r\n", place)
        size = body[place : max(end, place)].partition(b";")[0].strip()
        if end < 0 or not re.fullmatch(rb"[0-9a-fA-F]{1,8}", size):
            return body
        count = int(size, 16)
        if count == 0:
            return bytes(joined)
        joined += body[end + 2 : end + 2 + count]
        place = end + 2 + count + 2
