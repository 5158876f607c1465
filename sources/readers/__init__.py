"""Files, bytes and pages into one canonical text with blocks, by the reader for their kind.

The kind is told by content first and name second. Libraries that a single kind needs are
imported only when a file of that kind is read. Nothing here reaches the network.
"""

from __future__ import annotations

import re
import stat
import sys
from pathlib import Path
from typing import assert_never

from sources.blocks import CanonicalText, Metadata
from sources.errors import Empty, NotAFile, NoText, NotFound, NotReadable, TooLarge
from sources.limits import MAX_FILE_BYTES, MAX_TEXT_CHARACTERS
from sources.readers import plain
from sources.readers.decoding import decode_html, decode_text
from sources.readers.recognise import FileKind, recognise

STANDARD_INPUT = Path("-")
ADDRESS = re.compile(r"^(https?):/+", re.IGNORECASE)
"""A web address, also as a path has it, with one slash."""


def read_path(path: Path) -> CanonicalText:
    """The text of a file, or of standard input for "-". Raises a `SourceError` that says what to do."""
    return read_bytes(load(path), shown_name(path))


def load(path: Path) -> bytes:
    """The bytes of a file, or of standard input for "-"; no more than one byte over what is taken."""
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
    if ADDRESS.match(str(path)):
        raise NotFound(
            ADDRESS.sub(r"\1://", str(path)),
            "is an address, and a file is wanted here",
            next_step="fetch it with: factdesk check URL, or save the page and give the file",
        )
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise NotAFile(str(path), "is not a file", next_step="name a document")
        with path.open("rb") as file:
            return file.read(MAX_FILE_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotFound(str(path), "does not exist", next_step="check its name and folder") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise NotReadable(
            str(path), f"can't be read ({reason})", next_step="check the name and its permissions"
        ) from error


def shown_name(path: Path) -> str:
    """What a file is called in messages."""
    return "standard input" if path == STANDARD_INPUT else path.name


def read_bytes(data: bytes, name: str) -> CanonicalText:
    """The text of a file's bytes; `name` is for telling its kind and for messages."""
    if len(data) > MAX_FILE_BYTES:
        raise TooLarge(
            name,
            f"is larger than {MAX_FILE_BYTES // 1_000_000} MB",
            next_step="give the part that is to be checked",
        )
    if not data.strip():
        raise Empty(name, "is empty", next_step="give a file with text in it")
    kind = recognise(data, name)
    text = _read(kind, data, name)
    if not text.text:
        raise NoText(name, "holds no words", next_step="give a file with text in it")
    if len(text.text) > MAX_TEXT_CHARACTERS:
        most = f"{MAX_TEXT_CHARACTERS // 1_000_000} million characters"
        raise TooLarge(name, f"holds more than {most}", next_step="give the part that is to be checked")
    return text


def read_text(text: str, *, metadata: Metadata = Metadata()) -> CanonicalText:  # noqa: B008 (frozen)
    """A text that another program holds offsets into: blocks are found, no character is changed."""
    return plain.as_it_stands(text, metadata)


def read_html(html: str, *, url: str | None = None) -> CanonicalText:
    """The article of a page that came as characters. `url` is where the page was, if that is known."""
    from sources.readers import html as page

    return page.read(html, url=url)


def _read(kind: FileKind, data: bytes, name: str) -> CanonicalText:
    match kind:
        case FileKind.TEXT:
            decoded = decode_text(data, name)
            reader = (
                plain.READER if decoded.encoding.startswith("utf") else f"{plain.READER} {decoded.encoding}"
            )
            return plain.tidied(decoded.text, Metadata(), reader=reader)
        case FileKind.MARKDOWN:
            from sources.readers import markdown

            return markdown.read(decode_text(data, name).text, name)
        case FileKind.HTML:
            from sources.readers import html

            return html.read(decode_html(data, name).text, name=name)
        case FileKind.PDF:
            from sources.readers import pdf

            return pdf.read(data, name)
        case FileKind.DOCX:
            from sources.readers import docx

            return docx.read(data, name)
    assert_never(kind)
