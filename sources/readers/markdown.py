"""Markdown: not yet read by structure; taken as plain text."""

from __future__ import annotations

from sources.blocks import CanonicalText, Metadata
from sources.readers import plain


def read(text: str) -> CanonicalText:
    """A Markdown text, its marks still in it."""
    return plain.tidied(text, Metadata(), reader="markdown/0")
