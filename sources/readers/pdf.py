"""PDF: the words of its text layer, page by page."""

from __future__ import annotations

import pypdfium2

from sources.blocks import CanonicalText, Metadata
from sources.readers import plain


def read(data: bytes, name: str) -> CanonicalText:
    """The text of a PDF."""
    document = pypdfium2.PdfDocument(data)
    pages = (document[n].get_textpage().get_text_range() for n in range(len(document)))
    return plain.tidied("\n\n".join(pages), Metadata(), reader="pdf/0")
