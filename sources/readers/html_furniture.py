"""Leaves out of a page's article what trafilatura let through: related links, share lines, repeats.

Works on blocks, by their words and by how much of them is link. A block that may be part of
the article stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sources.blocks import BlockKind
from sources.readers.drafts import Draft
from sources.readers.phrases import is_source_heading

_LINKED_SHARE = 0.85
_FEWEST_TAIL_ITEMS, _TAIL_LINKED_SHARE = 3, 0.35
_TEASER_SHARE, _LARGEST_TAIL = 0.4, 0.4
_LONGEST_LINK = 180
"""A link may hold a headline; one that holds more is a paragraph."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_LONG_ENOUGH_TO_REPEAT = 60
_WORDED = re.compile(r"\w")


def without_furniture(drafts: Sequence[Draft]) -> list[Draft]:
    """The blocks of an article without what only the page needs."""
    kept: list[Draft] = []
    seen: set[str] = set()
    under_sources = False
    for draft in _without_teasers(drafts):
        if draft.kind is BlockKind.HEADING:
            under_sources = is_source_heading(draft.text)
        if draft.kind is BlockKind.FURNITURE or _is_wordless(draft):
            continue
        if not under_sources and _is_link(draft):
            continue
        if len(draft.text) >= _LONG_ENOUGH_TO_REPEAT:
            if draft.text in seen:
                continue
            seen.add(draft.text)
        kept.append(draft)
    return _without_tail(kept)


def _without_teasers(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The blocks up to where links to other articles begin that alternate with their summaries."""
    end, links, length = len(drafts), 0, 0
    total = sum(len(draft.text) for draft in drafts)
    for number in range(len(drafts) - 1, 0, -1):
        draft = drafts[number]
        length += len(draft.text)
        if length > _LARGEST_TAIL * total or is_source_heading(draft.text):
            break
        if _is_link(draft):
            links += 1
            if links >= _FEWEST_TAIL_ITEMS and links >= _TEASER_SHARE * (len(drafts) - number):
                end = number
    return drafts[:end]


def _without_tail(drafts: list[Draft]) -> list[Draft]:
    """The blocks without the list of other articles at the end, and without headings over nothing."""
    end = len(drafts)
    while end > 1 and drafts[end - 1].kind is BlockKind.LIST_ITEM and drafts[end - 1].links:
        end -= 1
    tail = drafts[end:]
    sources = any(is_source_heading(draft.text) for draft in drafts[max(0, end - 2) : end])
    linked, length = sum(map(_linked, tail)), sum(len(draft.text) for draft in tail)
    if len(tail) < _FEWEST_TAIL_ITEMS or sources or linked < _TAIL_LINKED_SHARE * length:
        end = len(drafts)
    while end > 1 and drafts[end - 1].kind is BlockKind.HEADING:
        end -= 1
    return drafts[:end]


def _is_wordless(draft: Draft) -> bool:
    return not draft.cells and (
        not _WORDED.search(draft.text.replace("_", "")) or bool(_ADDRESS.fullmatch(draft.text))
    )


def _is_link(draft: Draft) -> bool:
    """Whether a block is nothing but a link to somewhere else."""
    if draft.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION, BlockKind.CAPTION):
        return False
    return len(draft.text) <= _LONGEST_LINK and _linked(draft) >= _LINKED_SHARE * len(draft.text)


def _linked(draft: Draft) -> int:
    """How many characters of a block are link."""
    return sum(link.end - link.start for link in draft.links)
