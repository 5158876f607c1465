"""What part each piece of a plain text plays: headline, heading, byline, quotation, furniture.

Plain text has no marks for these, so they are told by place, length, capitals and closing
punctuation. Where that is not enough, a piece stays a paragraph: nothing in it is lost then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from sources.blocks import Block, BlockKind
from sources.readers.bylines import reads_as_byline
from sources.readers.drafts import Draft
from sources.readers.layout import Piece, Shape
from sources.readers.phrases import is_caption, is_furniture, name_particles

_LONGEST_HEADLINE, _MOST_HEADLINE_WORDS = 250, 24
_LONGEST_HEADING, _MOST_HEADING_WORDS = 90, 12
_LONGEST_TIGHT_HEADING, _MOST_LEAD_IN_WORDS = 60, 6
_LONGEST_SPEAKER, _MOST_SPEAKER_WORDS = 160, 20
_TOP = 8
"""How many pieces from the top a byline may stand."""

_SIGNED = re.compile(r"[“\"«„][^“”\"«»„]{1,400}[”\"»][.,]?\s?[—–-]\s?[^\W\d_a-z].{1,100}")
"""A quotation with its speaker behind a dash."""

_SHAPES = {
    Shape.ITEM: BlockKind.LIST_ITEM,
    Shape.NUMBERED_ITEM: BlockKind.LIST_ITEM,
    Shape.CAPTION: BlockKind.CAPTION,
    Shape.HEADER_ROW: BlockKind.TABLE_HEADER,
    Shape.ROW: BlockKind.TABLE_ROW,
    Shape.MARKER: BlockKind.FURNITURE,
    Shape.HEADING: BlockKind.HEADING,
    Shape.QUOTATION: BlockKind.QUOTATION,
    Shape.BYLINE: BlockKind.BYLINE,
}
_DRAFTED = {kind: shape for shape, kind in _SHAPES.items() if shape is not Shape.NUMBERED_ITEM} | {
    BlockKind.PARAGRAPH: Shape.PARAGRAPH
}


class Part(NamedTuple):
    """A block, and whether it is a mere mark of the layout (a bullet, a drawn line)."""

    block: Block
    mark: bool = False


def refined(drafts: Sequence[Draft], *, title: str | None = None, headings: bool = True) -> list[Draft]:
    """Drafts whose paragraphs were not told apart by their file, each with the part it plays.

    Only paragraphs are looked at again; `headings` says whether one of them may be a heading.
    """
    text = "\n\n".join(draft.text for draft in drafts)
    pieces: list[Piece] = []
    position = 0
    for draft in drafts:
        end = position + len(draft.text)
        pieces.append(Piece(_DRAFTED[draft.kind], position, end, above=True, below=True))
        position = end + 2
    blocks = (part.block for part in assign(text, pieces, title=title, headings=headings))
    return [
        replace(draft, kind=block.kind, level=block.level)
        if draft.kind is BlockKind.PARAGRAPH or block.kind is BlockKind.FURNITURE
        else draft
        for draft, block in zip(drafts, blocks, strict=True)
    ]


def assign(
    text: str, pieces: Sequence[Piece], *, title: str | None = None, headings: bool = True
) -> list[Part]:
    """Every piece of a text as a block with the part it plays.

    `title` is the headline, if it is known; `headings` says whether a bare line may be a heading.
    """
    parts: list[Part] = []
    worded = [piece for piece in pieces if piece.shape is not Shape.MARKER]
    cast = _Cast(text, worded, title, headings=headings)
    for piece in pieces:
        if piece.shape is Shape.MARKER:
            parts.append(Part(Block(BlockKind.FURNITURE, piece.start, piece.end), mark=True))
        else:
            parts.append(Part(cast.next_block(piece)))
    return parts


class _Cast:
    """Walks down the pieces and remembers what came before: a headline, a quotation, the body."""

    def __init__(self, text: str, pieces: Sequence[Piece], title: str | None, *, headings: bool) -> None:
        self._text = text
        self._title = _folded(title or "")
        self._headings = headings
        self._pieces = pieces
        self._worded = [self._words(piece) for piece in pieces]
        self._number = 0
        self._headline_seen = False
        self._previous: BlockKind | None = None

    def next_block(self, piece: Piece) -> Block:
        """The block that a piece makes, given all before it."""
        words = self._worded[self._number]
        following = self._pieces[self._number + 1] if self._number + 1 < len(self._pieces) else None
        kind, level = self._role(piece, words, following)
        self._number += 1
        if kind is not BlockKind.FURNITURE:
            self._previous = kind
        if kind not in (BlockKind.FURNITURE, BlockKind.BYLINE):
            self._headline_seen = True
        return Block(kind, piece.start, piece.end, level, piece.cells)

    def _role(self, piece: Piece, words: str, following: Piece | None) -> tuple[BlockKind, int]:
        if is_furniture(words):
            return BlockKind.FURNITURE, 0
        if piece.shape is Shape.NUMBERED_ITEM and self._numbers_a_section(piece, words, following):
            return BlockKind.HEADING, 2
        if piece.shape in _SHAPES:
            return _SHAPES[piece.shape], 0
        if self._number < _TOP and reads_as_byline(words):
            return BlockKind.BYLINE, 0
        if not self._headline_seen and following and self._is_headline(words):
            return BlockKind.HEADING, 1
        if piece.shape is Shape.UNDERLINED and not words.endswith((".", ":")):
            return BlockKind.HEADING, 2
        if is_caption(words):
            return BlockKind.CAPTION, 0
        if _is_quotation(words, self._worded[self._number + 1] if following else ""):
            return BlockKind.QUOTATION, 0
        if self._previous is BlockKind.QUOTATION and _reads_as_speaker(words):
            return BlockKind.BYLINE, 0
        if following and _reads_as_heading(words, following) and self._stands_apart(piece, words, following):
            return BlockKind.HEADING, 2
        return BlockKind.PARAGRAPH, 0

    def _is_headline(self, words: str) -> bool:
        return _reads_as_headline(words) or (bool(self._title) and _folded(words) == self._title)

    def _words(self, piece: Piece) -> str:
        return " ".join(self._text[piece.start : min(piece.end, piece.start + 4_000)].split())

    def _numbers_a_section(self, piece: Piece, words: str, following: Piece | None) -> bool:
        """Whether "2. Results" heads a section rather than being an item of a list."""
        return (
            piece.above
            and piece.below
            and following is not None
            and following.shape is Shape.PARAGRAPH
            and _reads_as_heading(words, following)
        )

    def _stands_apart(self, piece: Piece, words: str, following: Piece) -> bool:
        """Whether a line is set off as a heading: by blank lines, or as a short line over what it heads."""
        if not self._headings or (piece.above and piece.below):
            return self._headings
        if following.shape in (Shape.ITEM, Shape.NUMBERED_ITEM):
            return piece.above and words.count(" ") < _MOST_LEAD_IN_WORDS
        before = self._pieces[self._number - 1] if self._number else None
        after_paragraph = before is not None and _is_full_paragraph(self._text, before)
        over_paragraph = len(words) <= _LONGEST_TIGHT_HEADING and _is_full_paragraph(self._text, following)
        return over_paragraph and (piece.above or after_paragraph)


def _is_full_paragraph(text: str, piece: Piece) -> bool:
    closes = text[piece.end - 1] in '.!?”"'
    return piece.shape is Shape.PARAGRAPH and piece.end - piece.start > 100 and closes


def _reads_as_headline(words: str) -> bool:
    short = len(words) <= _LONGEST_HEADLINE and words.count(" ") < _MOST_HEADLINE_WORDS
    return short and not words.endswith((".", ",", ";", ":", "…"))


def _reads_as_heading(words: str, following: Piece) -> bool:
    """Whether a line is short, begins with a capital or digit, and has no final stop."""
    if len(words) > _LONGEST_HEADING or words.count(" ") >= _MOST_HEADING_WORDS or _SIGNED.fullmatch(words):
        return False
    if words.endswith(":"):
        return following.shape is Shape.ITEM and words.count(" ") < _MOST_LEAD_IN_WORDS
    begins, unquoted = words.lstrip("“\"‘'¿¡")[:1], words.rstrip("”\"’'")
    if unquoted.endswith((".", ",", ";", "…")) or (unquoted != words and unquoted.endswith(("!", "?"))):
        return False
    return begins.isdigit() or (begins.isalpha() and not begins.islower())


def _is_quotation(words: str, following: str) -> bool:
    """Whether a whole paragraph stands in quotation marks, or begins a quotation of several paragraphs."""
    body = words.rstrip(" ,.–—-")
    for opening, closing in (("“", "”"), ("«", "»"), ("„", "“"), ('"', '"')):
        if not body.startswith(opening):
            continue
        inner = body[1:]
        if inner.endswith(closing):
            return closing not in inner[:-1] and opening not in inner[:-1]
        return opening != closing and closing not in inner and following.startswith(opening)
    return False


def _reads_as_speaker(words: str) -> bool:
    """Whether a line under a quotation names who said it."""
    if len(words) > _LONGEST_SPEAKER or words.count(" ") >= _MOST_SPEAKER_WORDS or words.endswith((".", ":")):
        return False
    if words[0] in "—–-―":
        return True
    name = re.split(r"[,(]", words, maxsplit=1)[0].split()
    names = all(word[0].isupper() or word in name_particles() for word in name)
    return names and bool(name) and (len(name) > 1 or name[0] != words)


def _folded(words: str) -> str:
    return "".join(character for character in words.casefold() if character.isalnum())
