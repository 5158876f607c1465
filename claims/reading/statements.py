"""Goes from the blocks of a text to its statements: what each one is and where it stands.

Every character that is not blank comes to lie in exactly one statement or one span of furniture.
What is in a statement (figures, attributions, hedges) is read later.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from claims.kinds import ClaimKind
from claims.reading.headings import Section, section_under
from claims.reading.record import Span, Statement
from claims.reading.sentences import split_sentences
from sources.blocks import Block, BlockKind, CanonicalText

_LONGEST_ENTRY = 400
_SIGNS_OF_AN_ENTRY = ("://", " — ", " – ", "(", "“", '"')
_HELD_TOGETHER = (
    ClaimKind.HEADLINE,
    ClaimKind.HEADING,
    ClaimKind.BYLINE,
    ClaimKind.TABLE_HEADER,
    ClaimKind.TABLE_ROW,
)


def find_statements(source: CanonicalText) -> tuple[Statement, ...]:
    """The statements of a text in order, each with its kind and the words of the heading above it."""
    return tuple(_statements(source))


def find_furniture(source: CanonicalText) -> tuple[Span, ...]:
    """The spans of the page that are no part of the article."""
    blocks = (block for block in source.blocks if block.kind is BlockKind.FURNITURE)
    return tuple(span for block in blocks for span in whole_block(source.text, block))


def _statements(source: CanonicalText) -> Iterator[Statement]:
    heading: str | None = None
    under = Section.PLAIN
    has_headline = False
    for block in source.blocks:
        kind = _kind(block, has_headline=has_headline)
        if kind is None:
            continue
        if under is Section.SOURCES and _is_entry(source.text, block):
            kind = ClaimKind.SOURCE_ENTRY
        spans = list(_spans(source.text, block, kind))
        if kind is ClaimKind.HEADLINE:
            has_headline = True
        elif kind is ClaimKind.HEADING and spans:
            heading = " ".join(source.text[block.start : block.end].split())
            under = section_under(heading)
        for start, end in spans:
            yield Statement(start, end, kind, heading, checkable=True, why_not=None)


def _kind(block: Block, *, has_headline: bool) -> ClaimKind | None:
    """The kind of the statements in a block; `None` for furniture."""
    match block.kind:
        case BlockKind.FURNITURE:
            return None
        case BlockKind.HEADING:
            return ClaimKind.HEADLINE if block.level == 1 and not has_headline else ClaimKind.HEADING
        case BlockKind.PARAGRAPH:
            return ClaimKind.STATEMENT
        case BlockKind.LIST_ITEM:
            return ClaimKind.LIST_ITEM
        case BlockKind.TABLE_HEADER:
            return ClaimKind.TABLE_HEADER
        case BlockKind.TABLE_ROW:
            return ClaimKind.TABLE_ROW
        case BlockKind.QUOTATION:
            return ClaimKind.QUOTATION
        case BlockKind.CAPTION:
            return ClaimKind.CAPTION
        case BlockKind.BYLINE:
            return ClaimKind.BYLINE
        case _:
            assert_never(block.kind)


def _is_entry(text: str, block: Block) -> bool:
    """Whether a block under "Sources" is an entry of the list."""
    match block.kind:
        case BlockKind.LIST_ITEM:
            return True
        case BlockKind.PARAGRAPH:
            return _reads_as_entry(text[block.start : block.end].strip())
        case _:
            return False


def _reads_as_entry(words: str) -> bool:
    """Whether a paragraph names a source, instead of telling something in a sentence."""
    if len(words) > _LONGEST_ENTRY:
        return False
    return not words.endswith((".", "!", "?")) or any(sign in words for sign in _SIGNS_OF_AN_ENTRY)


def _spans(text: str, block: Block, kind: ClaimKind) -> Iterator[Span]:
    if kind in _HELD_TOGETHER:
        return whole_block(text, block)
    return split_sentences(text, block.start, block.end)


def whole_block(text: str, block: Block) -> Iterator[Span]:
    """The span of a block without the blanks around it; nothing for a block of blanks."""
    words = text[block.start : block.end]
    if words.strip():
        start = block.start + len(words) - len(words.lstrip())
        yield start, block.start + len(words.rstrip())
