"""PDF: the words of its text layer, put together from where they stand on the page.

Line ends, hyphens at line ends, running heads and page numbers belong to the page and go;
paragraphs, lists and tables are then found as in plain text. There is no OCR: a scan without
a text layer is refused.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
from pypdfium2 import raw

from sources.blocks import CanonicalText, Metadata
from sources.errors import Broken, Encrypted, NoText, TooLarge
from sources.limits import MAX_TEXT_CHARACTERS
from sources.readers import plain
from sources.readers.drafts import tidy
from sources.readers.pdf_lines import Glyph, Line, lines_of
from sources.readers.pdf_pages import without_running_lines
from sources.readers.pdf_paragraphs import as_text

READER = "pdf/1"

_NO_TITLES = ("untitled", "microsoft word", "document", "print", "slide")


def read(data: bytes, name: str) -> CanonicalText:
    """The text of a PDF. Raises `Encrypted`, `Broken`, `NoText` or `TooLarge`."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            stated = document.get_metadata_dict()
            pages = list(_pages(document, name))
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise Encrypted(name, "is protected by a password", next_step="save a copy without it") from error
        raise Broken(name, "is a damaged PDF", next_step="get another copy of it") from error
    if not any(pages):
        what = "has no text layer, so it is probably a scan"
        raise NoText(name, what, next_step="run text recognition (OCR) on it first")
    text = plain.tidied(as_text(without_running_lines(pages)), Metadata(), reader=READER, wrapped=False)
    return replace(text, metadata=_completed(text.metadata, stated))


def _pages(document: pypdfium2.PdfDocument, name: str) -> Iterator[list[Line]]:
    characters = 0
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        characters += text.count_chars()
        if characters > MAX_TEXT_CHARACTERS:
            most = f"{MAX_TEXT_CHARACTERS // 1_000_000} million characters"
            raise TooLarge(name, f"holds more than {most}", next_step="give the pages that are to be checked")
        yield lines_of(_glyphs(text))
        text.close()
        page.close()


def _glyphs(text: pypdfium2.PdfTextPage) -> Iterator[Glyph]:
    """The characters of a page with the boxes that their font gives them."""
    box = raw.FS_RECTF()
    reference = ctypes.byref(box)
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if raw.FPDFText_GetLooseCharBox(text, index, reference):
            yield Glyph(chr(code), box.left, box.right, box.bottom, box.top)


def _completed(metadata: Metadata, stated: dict[str, str]) -> Metadata:
    """The metadata, with title and author as the file states them where the text gave none."""
    title, author = tidy(stated.get("Title", "")), tidy(stated.get("Author", ""))
    sensible = " " in title and not title.lower().startswith(_NO_TITLES)
    return replace(
        metadata,
        title=metadata.title or (title if sensible else None),
        author=metadata.author or author or None,
    )
