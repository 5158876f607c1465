"""Goes from the blocks of a text to its statements: what each one is and where it stands.

Every character that is not blank comes to lie in exactly one statement or one span of furniture.
What is in a statement (figures, attributions, hedges) is read later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, assert_never

from claims.kinds import ClaimKind, WhyNot
from claims.reading.headings import Section, section_under
from claims.reading.label_lines import split_label_line
from claims.reading.languages import is_known
from claims.reading.phrases import Words, words_of
from claims.reading.record import Span
from claims.reading.sentences import split_sentences
from claims.reading.signatures import signature_inside, signs
from sources.blocks import Block, BlockKind, CanonicalText

SOURCE_LINE = re.compile(r"(?:sources?|references?):\s+(?=\S)", re.IGNORECASE)
"""How a line begins that names sources: "Sources: Meridian Press; Harbour Courier"."""

_LONGEST_ENTRY = 400
_MOST_WORDS_OF_A_SOURCE_LINE = 8
_SIGNS_OF_AN_ENTRY = ("://", " — ", " – ", "(", "“", '"')
_MAY_LABEL = (ClaimKind.STATEMENT, ClaimKind.SOURCE_ENTRY)
_HELD_TOGETHER = (
    ClaimKind.HEADLINE,
    ClaimKind.HEADING,
    ClaimKind.BYLINE,
    ClaimKind.TABLE_HEADER,
    ClaimKind.TABLE_ROW,
)


class BareStatement(NamedTuple):
    """A statement before anything in it is read: its place, its kind, the heading above it, its words.

    `why_not` is told of lines of labels only; whether the rest is checkable is told later.
    """

    start: int
    end: int
    kind: ClaimKind
    section: str | None
    words: Words
    why_not: WhyNot | None = None


def find_statements(source: CanonicalText) -> tuple[BareStatement, ...]:
    """The statements of a text in order."""
    return tuple(_statements(source))


def find_furniture(source: CanonicalText) -> tuple[Span, ...]:
    """The spans of the page that are no part of the article."""
    blocks = (block for block in source.blocks if block.kind is BlockKind.FURNITURE)
    return tuple(span for block in blocks for span in whole_block(source.text, block))


def _statements(source: CanonicalText) -> Iterator[BareStatement]:
    outline, text = _Outline(), source.text
    for number, block in enumerate(source.blocks):
        words = " ".join(text[block.start : block.end].split())
        kind = outline.enter(block, words) if words else None
        if kind is None:
            continue
        labels = split_label_line(text, block.start, block.end) if kind in _MAY_LABEL else []
        parts = ((span, ClaimKind.STATEMENT) for span in labels) if labels else _parts(source, number, kind)
        why_not = WhyNot.LABEL if labels else None
        for (start, end), part in parts:
            yield BareStatement(start, end, part, outline.heading, words_of(text, start, end), why_not)


class _Outline:
    """Which heading stands above, as one reads down the blocks.

    A line like "What we don't know yet:" that the page does not mark as a heading is one for the
    list right under it, or for the one block under it, since nothing marks its end either; a
    line like "Related stories" is one for a list only.
    """

    def __init__(self) -> None:
        self.heading: str | None = None
        self._has_headline = False
        self._before_line: str | None = None
        self._under_line: list[BlockKind] | None = None

    def enter(self, block: Block, words: str) -> ClaimKind | None:
        """Go on to the next block; the kind of the statements in it, `None` for furniture."""
        kind = _kind(block, has_headline=self._has_headline)
        if kind is not None:
            self._leave_line(block)
        if kind is ClaimKind.HEADLINE:
            self._has_headline = True
        elif kind is ClaimKind.HEADING:
            self.heading, self._under_line = words, None
        elif kind in (None, ClaimKind.STATEMENT) and _reads_as_heading(words):
            self._before_line, self.heading, self._under_line = self.heading, words, []
            return ClaimKind.HEADING if kind else None
        elif _is_entry(block, words, self.heading):
            return ClaimKind.SOURCE_ENTRY
        return kind

    def _leave_line(self, block: Block) -> None:
        """Go back to the heading before a mere line, where what stands under the line is over."""
        if self._under_line is None:
            return
        self._under_line.append(block.kind)
        over = len(self._under_line) > 1 or section_under(self.heading) is Section.POINTERS
        if over and set(self._under_line) != {BlockKind.LIST_ITEM}:
            self.heading, self._under_line = self._before_line, None


def _kind(block: Block, *, has_headline: bool) -> ClaimKind | None:
    """The kind of the statements in a block; `None` for furniture."""
    match block.kind:
        case BlockKind.PARAGRAPH:
            return ClaimKind.STATEMENT
        case BlockKind.FURNITURE:
            return None
        case BlockKind.HEADING:
            return ClaimKind.HEADLINE if block.level == 1 and not has_headline else ClaimKind.HEADING
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


def _reads_as_heading(words: str) -> bool:
    """Whether a paragraph is only a line that says what follows it, as "Open questions:"."""
    return section_under(words) is not Section.PLAIN and not words.endswith((".", "!"))


def _reads_as_source_line(words: str) -> bool:
    """Whether a paragraph is only a line that names sources, and no sentence behind "Sources:"."""
    if len(words) > _LONGEST_ENTRY or not SOURCE_LINE.match(words):
        return False
    return not words.endswith((".", "!", "?")) or len(words.split()) <= _MOST_WORDS_OF_A_SOURCE_LINE


def _is_entry(block: Block, words: str, heading: str | None) -> bool:
    """Whether a block is an entry of the document's own list of sources."""
    match block.kind:
        case BlockKind.LIST_ITEM:
            return section_under(heading) is Section.SOURCES
        case BlockKind.PARAGRAPH if _reads_as_source_line(words):
            return True
        case BlockKind.PARAGRAPH:
            return _reads_as_entry(words) and section_under(heading) is Section.SOURCES
        case _:
            return False


def _reads_as_entry(words: str) -> bool:
    """Whether a paragraph names a source, instead of telling something in a sentence."""
    if len(words) > _LONGEST_ENTRY:
        return False
    return not words.endswith((".", "!", "?")) or any(sign in words for sign in _SIGNS_OF_AN_ENTRY)


def _parts(source: CanonicalText, number: int, kind: ClaimKind) -> Iterator[tuple[Span, ClaimKind]]:
    """The statements of a block with their kinds: the signature of a quotation is a line of its own."""
    block = source.blocks[number]
    if kind in _HELD_TOGETHER or signs(source, number):
        whole = kind if kind in _HELD_TOGETHER else ClaimKind.BYLINE
        yield from ((span, whole) for span in whole_block(source.text, block))
        return
    name = signature_inside(source.text, block) if kind is ClaimKind.QUOTATION else None
    end = block.start + len(source.text[block.start : name[0]].rstrip(" \n—–-")) if name else block.end
    english = is_known(source.metadata.language)
    for span in split_sentences(source.text, block.start, end, ordinal_stops=not english):
        yield span, kind
    if name:
        yield (_past_blanks(source.text, end), name[1]), ClaimKind.BYLINE


def _past_blanks(text: str, start: int) -> int:
    """The place of the first character behind `start` that is no blank."""
    while text[start].isspace():
        start += 1
    return start


def whole_block(text: str, block: Block) -> Iterator[Span]:
    """The span of a block without the blanks around it; nothing for a block of blanks."""
    words = text[block.start : block.end]
    if words.strip():
        start = block.start + len(words) - len(words.lstrip())
        yield start, block.start + len(words.rstrip())
