"""Small files made for the tests of the readers: PDFs, Word documents, zip archives."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

import docx
from docx.document import Document
from docx.oxml import OxmlElement

from sources.blocks import CanonicalText

Text = tuple[float, float, float, str]
"""Left edge and baseline in points, size of type, words."""


def pdf_of(*pages: Sequence[Text], title: str = "", encrypt: bool = False) -> bytes:
    """A PDF with words where they are put, in Helvetica."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for page in pages:
        shown = "".join(f"BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET\n" for x, y, size, words in page)
        stream = shown.encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%sendstream" % (len(stream), stream))
        content = len(objects)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % content
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    objects.append(b"<< /Title (%s) >>" % title.encode("cp1252"))
    trailer = b"/Root 1 0 R /Info %d 0 R" % len(objects)
    if encrypt:
        secret = b"<" + b"00" * 32 + b">"
        objects.append(b"<< /Filter /Standard /V 1 /R 2 /P -4 /O %s /U %s >>" % (secret, secret))
        trailer += b" /Encrypt %d 0 R /ID [<00> <00>]" % len(objects)
    return _assembled(objects, trailer)


def _assembled(objects: Sequence[bytes], trailer: bytes) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer << /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def docx_of(document: Document, parts: Mapping[str, bytes] | None = None) -> bytes:
    """The bytes of a Word document, with parts replaced or added."""
    file = io.BytesIO()
    document.save(file)
    return rezipped(file.getvalue(), parts or {})


def rezipped(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """A zip archive with parts replaced or added."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    return zip_of({**held, **parts})


def zip_of(parts: Mapping[str, bytes]) -> bytes:
    """A zip archive of the given parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    return file.getvalue()


def part_of(data: bytes, name: str) -> str:
    """One XML part of a zip archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode("utf-8")


def with_header_row(document: Document, rows: Sequence[Sequence[str]]) -> None:
    """Add a table whose first row is marked as its header."""
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def new_document() -> Document:
    """An empty Word document."""
    return docx.Document()


def outline(text: CanonicalText) -> list[tuple[str, str]]:
    """The blocks of a text as pairs of kind and words; headings with their level."""
    return [(f"{block.kind}{block.level or ''}", text.text[block.start : block.end]) for block in text.blocks]
