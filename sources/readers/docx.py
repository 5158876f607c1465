"""DOCX: paragraphs and tables."""

from __future__ import annotations

import io

import docx

from sources.blocks import CanonicalText, Metadata
from sources.readers import plain


def read(data: bytes, name: str) -> CanonicalText:
    """The text of a Word document."""
    document = docx.Document(io.BytesIO(data))
    return plain.tidied("\n\n".join(p.text for p in document.paragraphs), Metadata(), reader="docx/0")
