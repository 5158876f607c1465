"""Reads WARC files strictly, record by record: each one whole, its digest right, nothing in between.

A library reads what it can; here whatever is not as the format says is an error. Gzipped files, one
member a record, are read too, since other tools write them. No body is unpacked here.
"""

from __future__ import annotations

import zlib
from base64 import b32encode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import new as new_hash
from typing import IO, Protocol

PAGES = frozenset({"response", "resource", "revisit"})
"""The types of record that stand for an address, and that an index lists."""

LARGEST_BLOCK = 120_000_000
"""More than any capture of ours; a block is held in memory whole."""

LARGEST_FILE = 300_000_000
"""What the blocks of a file may come to, so that a packed one can't keep us busy for hours."""

_VERSIONS = (b"WARC/1.1", b"WARC/1.0")
_LONGEST_HEAD = 100_000
_GZIP_MAGIC = b"\x1f\x8b"
_CHUNK = 1 << 16
_HASHES = frozenset({"md5", "sha1", "sha256", "sha512"})


class BadArchive(Exception):
    """A WARC file is not as it was written; the message ends a sentence about it."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record of a WARC file. `offset` and `length` are its place in the file, packed as it stands there.

    Names of headers are in lower case.
    """

    headers: dict[str, str]
    block: bytes
    offset: int
    length: int

    @property
    def type(self) -> str:
        """What kind of record it is."""
        return self.headers.get("warc-type", "")

    @property
    def url(self) -> str:
        """The address that it is about; empty for a record about the file itself."""
        return self.headers.get("warc-target-uri", "").strip("<>")

    @property
    def date(self) -> str:
        """When it was made, as written."""
        return self.headers.get("warc-date", "")

    @property
    def is_http(self) -> bool:
        """Whether its block is an HTTP message."""
        return self.headers.get("content-type", "").startswith("application/http")


def records_in(file: IO[bytes]) -> Iterator[Record]:
    """The records of a file in their order. Raises `BadArchive` at the first thing that is wrong."""
    start = file.read(len(_GZIP_MAGIC))
    source = _Packed(file, start) if start == _GZIP_MAGIC else _Plain(file, start)
    unpacked = 0
    while source.more():
        record = _record(source, source.begin())
        unpacked += len(record.block)
        if unpacked > LARGEST_FILE:
            raise BadArchive(f"it unpacks to more than {LARGEST_FILE // 1_000_000} MB")
        yield record


def moment(date: str) -> datetime | None:
    """The time that a date in an archive stands for; `None` where it is none."""
    try:
        found = datetime.fromisoformat(date)
    except ValueError:
        return None
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def _record(source: _Source, offset: int) -> Record:
    at = f"the record at byte {offset:,}"
    headers = _headers(source.until_blank_line(at), at)
    length = headers.get("content-length", "")
    if not (length.isascii() and length.isdecimal()) or int(length) > LARGEST_BLOCK:
        raise BadArchive(f"{at} has no length, or one that is too large")
    block = source.take(int(length))
    if len(block) < int(length) or source.take(4) != b"\r\n\r\n":
        raise BadArchive(f"{at} is not as long as it says")
    _check_digest(headers, block, at)
    return Record(headers, block, offset, source.end(at) - offset)


def _headers(head: bytes, at: str) -> dict[str, str]:
    version, *lines = head.split(b"\r\n")
    if version not in _VERSIONS:
        raise BadArchive(f"{at} does not begin as a WARC record does")
    found: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.decode("utf-8", errors="replace").partition(":")
        if not colon:
            raise BadArchive(f"{at} has a header that is none")
        found[name.strip().lower()] = value.strip()
    return found


def _check_digest(headers: dict[str, str], block: bytes, at: str) -> None:
    stated = headers.get("warc-block-digest")
    if stated is None:
        return
    algorithm, _, value = stated.partition(":")
    if algorithm.lower() not in _HASHES:
        raise BadArchive(f"{at} has a digest of a kind that is not known")
    digest = new_hash(algorithm.lower(), block, usedforsecurity=False)
    if value.lower() != digest.hexdigest() and value.upper() != b32encode(digest.digest()).decode("ascii"):
        raise BadArchive(f"{at} does not fit its digest")


class _Source(Protocol):
    """A file of records, however it is packed."""

    def more(self) -> bool: ...
    def begin(self) -> int: ...
    def take(self, count: int) -> bytes: ...
    def until_blank_line(self, at: str) -> bytes: ...
    def end(self, at: str) -> int: ...


class _Buffered:
    """Bytes that come in pieces, taken in other pieces. `place` is where the next one taken stands."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self.place = 0

    def fill(self) -> bool:
        """Get more into the buffer; whether there was more."""
        raise NotImplementedError

    def take(self, count: int) -> bytes:
        """So many bytes, or as many as there are."""
        while len(self._buffer) < count and self.fill():
            continue
        taken = bytes(self._buffer[:count])
        del self._buffer[:count]
        self.place += len(taken)
        return taken

    def until_blank_line(self, at: str) -> bytes:
        """The lines before the next blank one, which is taken too."""
        while (end := self._buffer.find(b"\r\n\r\n")) < 0:
            if len(self._buffer) > _LONGEST_HEAD or not self.fill():
                raise BadArchive(f"{at} has no end of its headers")
        return self.take(end + 4)[:-4]


class _Plain(_Buffered):
    """A file whose records stand there as they are."""

    def __init__(self, file: IO[bytes], start: bytes) -> None:
        super().__init__()
        self._file = file
        self._buffer += start

    def fill(self) -> bool:
        piece = self._file.read(_CHUNK)
        self._buffer += piece
        return bool(piece)

    def more(self) -> bool:
        return bool(self._buffer) or self.fill()

    def begin(self) -> int:
        return self.place

    def end(self, at: str) -> int:
        return self.place


class _Packed(_Buffered):
    """A file in which every record is a gzip member of its own."""

    def __init__(self, file: IO[bytes], start: bytes) -> None:
        super().__init__()
        self._file = file
        self._packed = start
        self._read = len(start)
        self._member = zlib.decompressobj(16 + zlib.MAX_WBITS)

    def fill(self) -> bool:
        if self._member.eof:
            return False
        if not self._packed:
            self._packed = self._file.read(_CHUNK)
            self._read += len(self._packed)
        if not self._packed:
            return False
        try:
            self._buffer += self._member.decompress(self._packed, _CHUNK)
        except zlib.error as error:
            raise BadArchive(f"its gzip is damaged before byte {self._read:,}") from error
        self._packed = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
        return True

    def more(self) -> bool:
        if not self._packed:
            self._packed = self._file.read(_CHUNK)
            self._read += len(self._packed)
        return bool(self._packed)

    def begin(self) -> int:
        self._member = zlib.decompressobj(16 + zlib.MAX_WBITS)
        return self._read - len(self._packed)

    def end(self, at: str) -> int:
        while not self._buffer and not self._member.eof and self.fill():
            continue
        if self._buffer or not self._member.eof:
            raise BadArchive(f"{at} is not packed by itself")
        return self._read - len(self._packed)
