"""Texts for the tests of reading, put together block by block."""

from __future__ import annotations

from sources.blocks import Block, BlockKind, CanonicalText, Link, Metadata

ENGLISH = Metadata(language="en")


def text_of(
    *parts: tuple[BlockKind, str] | tuple[BlockKind, str, int],
    metadata: Metadata = ENGLISH,
    links: tuple[tuple[str, str], ...] = (),
) -> CanonicalText:
    """A canonical text of blocks: kind, words, and the level of a heading (2 unless told).

    `links` are words of the text and where they lead.
    """
    text = ""
    blocks = []
    for kind, words, *level in parts:
        start = len(text)
        text += words
        height = (level[0] if level else 2) if kind is BlockKind.HEADING else 0
        blocks.append(Block(kind, start, len(text), height))
        text += "\n\n"
    found = tuple(Link(text.index(words), text.index(words) + len(words), url) for words, url in links)
    return CanonicalText(text, tuple(blocks), metadata, "test/1", found)
