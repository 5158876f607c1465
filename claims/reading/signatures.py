"""The line that says whose words a block quotation holds: “— Eva Holm, engineer”.

It stands at the end of the quotation, or as a line of its own under it. Whom running text credits
is the matter of `credits.py`.
"""

from __future__ import annotations

import re

from claims.reading.record import Span
from sources.blocks import Block, BlockKind, CanonicalText

_LONGEST = 120
_MOST_WORDS_UNDER_A_PICTURE = 10
_DASHES = ("—", "–", "-")
_SIGNED = re.compile(r"(?:[.!?…,”\"]\s{0,3}[—–]\s{0,3}|[”\"]\s{1,3})([^\W\d_a-z][^.!?…—–”\"]{2,100})$")
_NAME_AND_ROLE = re.compile(r"[^\W\d_a-z]\S{0,40}+ [^\W\d_a-z]\S{0,40}(?:,| \(|$)")
_LINES = (BlockKind.BYLINE, BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.QUOTATION)


def signature_behind(source: CanonicalText, number: int) -> Span | None:
    """The speaker's line under the quotation of block `number`: “Eva Holm (engineer)”, “— Eva Holm”."""
    if number + 1 == len(source.blocks):
        return None
    block = source.blocks[number + 1]
    start, end = inner(source.text, block)
    line = source.text[start:end]
    name = line.lstrip("—–- ")
    if block.kind not in _LINES or not _may_name(name):
        return None
    dash = line.startswith(_DASHES)
    if name.endswith((".", "?", "!", ":", "”", '"')) and not dash:
        return None
    return (end - len(name), end) if dash or _stands_for_dash(block, name) else None


def signs(source: CanonicalText, number: int) -> bool:
    """Whether block `number`, by its form a quotation or a caption, signs the quotation before it."""
    if number == 0 or source.blocks[number].kind not in (BlockKind.QUOTATION, BlockKind.CAPTION):
        return False
    quoted = source.blocks[number - 1].kind is BlockKind.QUOTATION
    return quoted and signature_behind(source, number - 1) is not None


def signature_inside(text: str, block: Block) -> Span | None:
    """The speaker's name at the end of a block quotation, behind a dash or behind its closing mark."""
    start, end = inner(text, block)
    tail = text[max(start, end - _LONGEST) : end]
    found = _SIGNED.search(tail)
    return (end - len(found.group(1)), end) if found is not None else None


def inner(text: str, block: Block) -> Span:
    """The block without the blanks at its ends."""
    words = text[block.start : block.end]
    start = block.start + len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _may_name(name: str) -> bool:
    fits = name[:1].isupper() and len(name) <= _LONGEST and "\n" not in name
    return fits and not name.lower().startswith("by ")


def _stands_for_dash(block: Block, name: str) -> bool:
    """Whether a line without a dash is a signature all the same."""
    match block.kind:
        case BlockKind.BYLINE:
            return True
        case BlockKind.CAPTION:
            short = len(name.split()) <= _MOST_WORDS_UNDER_A_PICTURE
            return name.endswith(")") or (short and _NAME_AND_ROLE.match(name) is not None)
        case BlockKind.QUOTATION:
            return False
        case _:
            return name.endswith(")")
