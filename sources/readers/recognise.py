"""Tells what kind of file a reader has been given: by its first bytes, then by its name.

A name that contradicts the content is an error, because one of the two was meant otherwise.
Nothing is parsed here.
"""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum
from pathlib import PurePath

from sources.errors import Broken, Encrypted, NotText, WrongName


class FileKind(StrEnum):
    """The kinds of file that there is a reader for."""

    TEXT = "plain text"
    MARKDOWN = "Markdown"
    HTML = "an HTML page"
    PDF = "a PDF"
    DOCX = "a Word document (DOCX)"


_BY_SUFFIX = {
    ".txt": FileKind.TEXT,
    ".text": FileKind.TEXT,
    ".md": FileKind.MARKDOWN,
    ".markdown": FileKind.MARKDOWN,
    ".html": FileKind.HTML,
    ".htm": FileKind.HTML,
    ".xhtml": FileKind.HTML,
    ".pdf": FileKind.PDF,
    ".docx": FileKind.DOCX,
}
_SUFFIX = {
    FileKind.TEXT: ".txt",
    FileKind.MARKDOWN: ".md",
    FileKind.HTML: ".html",
    FileKind.PDF: ".pdf",
    FileKind.DOCX: ".docx",
}

_FOREIGN = (
    (b"{\\rtf", "a rich text document (RTF)", "save it as .docx or .txt"),
    (b"\x89PNG\r\n", "a PNG picture", "type its words into a text file, or use the page it comes from"),
    (b"\xff\xd8\xff", "a JPEG picture", "type its words into a text file, or use the page it comes from"),
    (b"GIF8", "a GIF picture", "type its words into a text file, or use the page it comes from"),
    (b"II*\x00", "a TIFF picture", "type its words into a text file, or use the page it comes from"),
    (b"MM\x00*", "a TIFF picture", "type its words into a text file, or use the page it comes from"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"SQLite format 3\x00", "an SQLite database", "export the text from it"),
    (b"\x7fELF", "a program", "choose a document"),
    (b"MZ\x90", "a program", "choose a document"),
)

_ZIPPED = (
    ("xl/workbook.xml", "a spreadsheet (XLSX)", "save it as .docx, .pdf or .txt"),
    ("ppt/presentation.xml", "a presentation (PPTX)", "save it as .pdf"),
    ("content.xml", "an OpenDocument file", "save it as .docx or .pdf"),
    ("META-INF/container.xml", "an e-book (EPUB)", "save its text as .txt or .html"),
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_HTML_START = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s{0,2000}"
    rb"(?:<!--(?:(?!-->).){0,4000}-->\s{0,200}|<\?xml(?:(?!\?>).){0,200}\?>\s{0,200}){0,5}"
    rb"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
"""No comment runs over the end of another, so that there is one way only to match each."""

_TAG = re.compile(rb"<(?:p|div|article|section|main|h1|span|table|title|meta)\b", re.IGNORECASE)


def recognise(data: bytes, name: str) -> FileKind:
    """The kind of a file that is not empty.

    Raises `Encrypted`, `NotText` or `Broken` for what no reader takes, and `WrongName` if the
    name's ending says something else than the content.
    """
    named = _BY_SUFFIX.get(PurePath(name).suffix.lower())
    held = _by_content(data, name)
    if held is None:
        if named in (FileKind.PDF, FileKind.DOCX):
            raise _wrong_name(name, named, FileKind.TEXT)
        if named is FileKind.HTML and not _TAG.search(_without_nul(data)):
            raise _wrong_name(name, named, FileKind.TEXT)
        return named or FileKind.TEXT
    if named is None or named is held:
        return held
    raise _wrong_name(name, named, held)


def _by_content(data: bytes, name: str) -> FileKind | None:
    """The kind that the bytes themselves show; `None` if they may be text of any kind."""
    if b"%PDF-" in data[:1024]:
        return FileKind.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data, name)
    if data.startswith(_OLE):
        raise _ole(data, name)
    for start, kind, next_step in _FOREIGN:
        if data.startswith(start):
            raise NotText(name, f"holds {kind}, not text", next_step=next_step)
    return FileKind.HTML if _HTML_START.match(_without_nul(data[:20_000])) else None


def _without_nul(data: bytes) -> bytes:
    """The bytes of UTF-16 text brought near to ASCII, enough to see tags in them."""
    return data.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\x00", b"")


def _zipped(data: bytes, name: str) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise Broken(name, "is a damaged zip or Word file", next_step="get another copy of it") from error
    if "word/document.xml" in names:
        return FileKind.DOCX
    for member, kind, next_step in _ZIPPED:
        if member in names:
            raise NotText(name, f"holds {kind}, which no reader takes", next_step=next_step)
    raise NotText(name, "holds a zip archive, not a document", next_step="unpack it first")


def _ole(data: bytes, name: str) -> Encrypted | NotText:
    if _ENCRYPTED_PACKAGE in data:
        return Encrypted(name, "is protected by a password", next_step="save a copy without the password")
    return NotText(name, "holds an old Office document", next_step="save it as .docx or .pdf")


def _wrong_name(name: str, named: FileKind, held: FileKind) -> WrongName:
    suffix = PurePath(name).suffix.lower()
    what = f"is named {suffix} but holds {held}"
    return WrongName(name, what, next_step=f"rename it to {_SUFFIX[held]}")
