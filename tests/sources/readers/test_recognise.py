"""What kind a file is: by content first, by name second."""

from __future__ import annotations

import time

import pytest

from sources.errors import Broken, Encrypted, NotText, SourceError, WrongName
from sources.readers.recognise import FileKind, recognise
from tests.sources.readers.samples import docx_of, new_document, pdf_of, zip_of

TEXT = b"The ferry runs again."
PAGE = b"<!DOCTYPE html><html><body><p>The ferry runs again.</p></body></html>"
PDF = pdf_of([(72, 700, 11, "The ferry runs again.")])
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        pytest.param(TEXT, "note.txt", FileKind.TEXT, id="text"),
        pytest.param(TEXT, "NOTE.MD", FileKind.MARKDOWN, id="Markdown by its name"),
        pytest.param(TEXT, "standard input", FileKind.TEXT, id="no ending"),
        pytest.param(PAGE, "page.html", FileKind.HTML, id="page"),
        pytest.param(b"<div><p>part of a page</p></div>", "part.htm", FileKind.HTML, id="part of a page"),
        pytest.param(PAGE, "standard input", FileKind.HTML, id="page without a name"),
        pytest.param("<html>".encode("utf-16"), "page.html", FileKind.HTML, id="page in UTF-16"),
        pytest.param(b"<!-- saved -->\n" + PAGE, "page.html", FileKind.HTML, id="page after a comment"),
        pytest.param(PDF, "report.pdf", FileKind.PDF, id="PDF"),
        pytest.param(b"junk\n" + PDF, "report.pdf", FileKind.PDF, id="PDF after junk"),
        pytest.param(docx_of(new_document()), "a.docx", FileKind.DOCX, id="Word"),
        pytest.param(
            b"<!-- a > b --><!---->" + PAGE, "page.html", FileKind.HTML, id="page after two comments"
        ),
        pytest.param(b"I <b>think</b> so", "note.txt", FileKind.TEXT, id="text with a tag in it"),
    ],
)
def test_the_kind_is_told(data: bytes, name: str, kind: FileKind) -> None:
    assert recognise(data, name) is kind


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"<!---->" * 300 + b"\nHello", id="comments"),
        pytest.param(b"<!--" * 5_000, id="comments without end"),
        pytest.param(b"<?xml?>" * 300 + b"\nHello", id="declarations"),
        pytest.param(b" " * 20_000, id="blanks"),
        pytest.param((b"<!-- -->" + b" " * 199) * 100, id="comments and blanks"),
    ],
)
def test_a_hostile_beginning_is_looked_at_once(data: bytes) -> None:
    started = time.process_time()

    kind = recognise(data, "note.txt")

    assert kind is FileKind.TEXT
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        pytest.param(
            PDF, "a.txt", "a.txt is named .txt but holds a PDF; rename it to .pdf", id="PDF as text"
        ),
        pytest.param(
            PAGE, "a.txt", "a.txt is named .txt but holds an HTML page; rename it to .html", id="page as text"
        ),
        pytest.param(
            TEXT, "a.pdf", "a.pdf is named .pdf but holds plain text; rename it to .txt", id="text as PDF"
        ),
        pytest.param(
            TEXT, "a.docx", "a.docx is named .docx but holds plain text; rename it to .txt", id="text as Word"
        ),
        pytest.param(
            TEXT, "a.html", "a.html is named .html but holds plain text; rename it to .txt", id="text as page"
        ),
        pytest.param(
            PDF, "a.docx", "a.docx is named .docx but holds a PDF; rename it to .pdf", id="PDF as Word"
        ),
    ],
)
def test_a_wrong_name_is_an_error_that_says_what_the_file_is(data: bytes, name: str, message: str) -> None:
    with pytest.raises(WrongName) as caught:
        recognise(data, name)

    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        pytest.param(b"{\\rtf1 hello}", NotText, "rich text", id="RTF"),
        pytest.param(b"\x89PNG\r\n\x1a\n", NotText, "PNG picture", id="picture"),
        pytest.param(b"\x1f\x8b\x08", NotText, "gzip", id="gzip"),
        pytest.param(b"SQLite format 3\x00", NotText, "SQLite", id="database"),
        pytest.param(zip_of({"xl/workbook.xml": b"x"}), NotText, "spreadsheet", id="spreadsheet"),
        pytest.param(zip_of({"a.txt": b"x"}), NotText, "zip archive", id="zip"),
        pytest.param(b"PK\x03\x04" + bytes(40), Broken, "damaged zip", id="damaged zip"),
        pytest.param(OLE, NotText, "old Office document", id="old Word"),
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), Encrypted, "password", id="locked Word"),
    ],
)
def test_what_no_reader_takes_is_named(data: bytes, error: type[SourceError], message: str) -> None:
    with pytest.raises(error, match=message):
        recognise(data, "file")
