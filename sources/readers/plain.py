"""Plain text: what came by a file, tidied into canonical text, and what must stay as it is.

Both ways go through the same layout and the same roles. A file loses its list markers, drawn
lines and hard wraps; a text that other programs hold offsets into is left untouched.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sources.blocks import Block, BlockKind, CanonicalText, Metadata
from sources.errors import NotText
from sources.language import language_of
from sources.readers.bylines import read_byline
from sources.readers.drafts import Draft, DraftCell, compose, tidy
from sources.readers.layout import lay_out
from sources.readers.roles import Part, assign

READER = "text/1"

_SURROGATE = re.compile("[\ud800-\udfff]")


def as_it_stands(text: str, metadata: Metadata, *, name: str = "the text") -> CanonicalText:
    """A text with its blocks, not changed in any character.

    Raises `NotText` for half a surrogate pair, which no file can hold.
    """
    if not text.isascii() and (half := _SURROGATE.search(text)):
        raise NotText(
            name, f"holds half a character at place {half.start()}", next_step="send it as whole Unicode text"
        )
    blocks = tuple(part.block for part in assign(text, lay_out(text), title=metadata.title))
    return CanonicalText(text, blocks, completed(metadata, text, blocks), READER)


def tidied(text: str, metadata: Metadata, *, reader: str = READER, wrapped: bool = True) -> CanonicalText:
    """A file's text in canonical form: wraps joined, list markers and drawn lines dropped.

    `wrapped` says whether lines may have been broken to fit a width.
    """
    parts = assign(text, lay_out(text, wrapped=wrapped), title=metadata.title)
    drafts = [_draft(text, part) for part in parts if not part.mark]
    canonical = compose(drafts, metadata, reader)
    return replace(canonical, metadata=completed(metadata, canonical.text, canonical.blocks))


def completed(metadata: Metadata, text: str, blocks: tuple[Block, ...]) -> Metadata:
    """The metadata, with what is missing taken from headline, bylines and wording."""
    title = next((text[b.start : b.end] for b in blocks if b.level == 1), None)
    bylines = [
        read_byline(" ".join(text[b.start : b.end].split())) for b in blocks if b.kind is BlockKind.BYLINE
    ]
    found = [byline for byline in bylines if byline]
    return replace(
        metadata,
        title=metadata.title or (" ".join(title.split()) if title else None),
        author=metadata.author or next((b.author for b in found if b.author), None),
        published=metadata.published or next((b.published for b in found if b.published), None),
        modified=metadata.modified or next((b.modified for b in found if b.modified), None),
        language=metadata.language or language_of(text),
    )


def _draft(text: str, part: Part) -> Draft:
    block = part.block
    cells = tuple(DraftCell(text[cell.start : cell.end], cell.header) for cell in block.cells)
    return Draft(block.kind, tidy(text[block.start : block.end]), block.level, cells)
