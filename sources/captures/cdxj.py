"""The index of archived records, in CDXJ: one line an address and time, sorted, for tools that replay."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from sources.captures.archives import PAGES, Record
from sources.captures.pages import head_in

_NOT_DIGITS = re.compile(r"[^0-9]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of an index: which record of which file stands for an address."""

    url: str
    filename: str
    offset: int
    length: int
    date: str
    status: int | None = None
    media_type: str | None = None
    digest: str | None = None

    @property
    def line(self) -> str:
        """The entry as it is written."""
        told = {
            "url": self.url,
            "mime": self.media_type,
            "status": None if self.status is None else str(self.status),
            "digest": self.digest,
            "length": str(self.length),
            "offset": str(self.offset),
            "filename": self.filename,
        }
        known = {name: value for name, value in told.items() if value is not None}
        return f"{sort_key(self.url)} {_NOT_DIGITS.sub('', self.date)[:14]} {json.dumps(known)}"


def index_of(records: Iterable[Record], filename: str) -> list[Entry]:
    """The entries for the records of one file that stand for an address."""
    return [_entry(record, filename) for record in records if record.type in PAGES]


def written(entries: Iterable[Entry]) -> bytes:
    """The index as a file."""
    return "".join(f"{line}\n" for line in sorted(entry.line for entry in entries)).encode()


def entry_from(line: str) -> Entry:
    """The entry that a line tells of. Raises `ValueError` where it tells of none."""
    _, date, told = line.split(" ", 2)
    known = json.loads(told)
    if not isinstance(known, dict):
        raise ValueError("no object")
    named = [known.get(name) for name in ("url", "filename")]
    if not all(isinstance(value, str) for value in named):
        raise ValueError("no address or no file")
    return Entry(known["url"], known["filename"], int(str(known["offset"])), int(str(known["length"])), date)


def sort_key(url: str) -> str:
    """An address turned so that a site's pages stand together: example.org/a becomes org,example)/a."""
    parts = urlsplit(url)
    if not parts.hostname:
        return url.lower()
    host = ",".join(reversed(parts.hostname.split(".")))
    port = f":{parts.port}" if parts.port else ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{port}){parts.path or '/'}{query}".lower()


def _entry(record: Record, filename: str) -> Entry:
    head = head_in(record)
    kind = (head.content_type or "").partition(";")[0].strip() or None
    return Entry(
        record.url,
        filename,
        record.offset,
        record.length,
        record.date,
        200 if head.status is None else head.status,
        kind,
        record.headers.get("warc-payload-digest"),
    )
