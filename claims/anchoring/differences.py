"""Says in words how a quote differs from what stands on the page."""

from __future__ import annotations

from collections.abc import Sequence

from claims.anchoring.nearest import Change

_MOST_SHOWN = 4


def in_words(changes: Sequence[Change], *, page: str = "the page") -> str:
    """What stands on the page in place of the quote's words; of many differences the first few.

    `page` is what the text is called.
    """
    if not changes:
        return f"{page} parts or joins the words in another way"
    told = [_told(change, page) for change in changes[:_MOST_SHOWN]]
    if (more := len(changes) - _MOST_SHOWN) > 0:
        told.append(f"and {more} more")
    return "; ".join(told)


def _told(change: Change, page: str) -> str:
    asked, there = (" ".join(words.split()) for words in (change.quote, change.page))
    if asked and there:
        return f"{page} has “{there}” where the quote has “{asked}”"
    if there:
        return f"{page} has “{there}”, which the quote leaves out"
    return f"the quote has “{asked}”, which {page} has not"
