"""Refuses zip archives that would harm whoever unpacks or parses them.

Before anything is unpacked, the directory of the archive is looked at: sizes, names, encryption.
Reading a part stops at its declared size, so a part that lies about its size is found damaged,
not unpacked further. Elements are counted by their marks, before a parser builds a tree of them.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from sources.errors import Broken, Encrypted, TooLarge
from sources.limits import MAX_UNPACKED_BYTES, MAX_XML_ELEMENTS

_MOST_PARTS = 5_000
_LARGEST_XML = 40_000_000
_ENCRYPTED_FLAG = 0x1
_HIDDEN_MARKS = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]{0,200}utf-?7", re.IGNORECASE)
"""The one encoding in which "<" can be written otherwise, and elements not be counted. Word never uses it."""


def check(data: bytes, name: str) -> None:
    """Raises `Broken`, `Encrypted` or `TooLarge` for an archive that must not be unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise Broken(name, "is a damaged zip or Word file", next_step="get another copy of it") from error
    if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
        raise Encrypted(name, "is protected by a password", next_step="save a copy without the password")
    if len({part.filename for part in parts}) < len(parts):
        raise Broken(name, "holds two parts of the same name", next_step="save it again and use the new copy")
    unpacked = sum(part.file_size for part in parts)
    largest = max((part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))), default=0)
    if len(parts) > _MOST_PARTS or unpacked > MAX_UNPACKED_BYTES or largest > _LARGEST_XML:
        limit = f"{MAX_UNPACKED_BYTES // 1_000_000} MB"
        raise TooLarge(
            name,
            f"is too large once unpacked (over {limit} or {_MOST_PARTS:,} parts)",
            next_step="save its text as .txt",
        )


def check_elements(data: bytes, name: str) -> None:
    """Raises `Broken` or `TooLarge` for a checked archive whose XML must not be parsed."""
    elements = 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in archive.infolist():
                body = archive.read(part)
                if _HIDDEN_MARKS.match(body):
                    raise _damaged(name)
                elements += body.count(b"<") - body.count(b"</")
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, OSError) as error:
        raise _damaged(name) from error
    if elements > MAX_XML_ELEMENTS:
        raise TooLarge(
            name, f"holds more than {MAX_XML_ELEMENTS:,} elements", next_step="save its text as .txt"
        )


def _damaged(name: str) -> Broken:
    return Broken(name, "is a damaged Word document", next_step="open it in Word and save it again")
