"""The time at which something was counted, where the statement says so: "as of 24 October 2024".

The time of counting, never that of an event or of printing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from claims.reading.dates import DateMention
from claims.reading.tokens import Tokens
from claims.reading.wordlists import word_set

_COUNTED = word_set("had has have been was were stood stands is are remain remained")


def as_of(tokens: Tokens, dates: Sequence[DateMention], published: str | None) -> str | None:
    """The as-of date of a statement in ISO 8601; `None` where it gives none, or several."""
    found = {mention.resolved(published) for mention in dates if _is_counting_time(tokens, mention)}
    return found.pop() if len(found) == 1 else None


def _is_counting_time(tokens: Tokens, mention: DateMention) -> bool:
    at = bisect_left(tokens.starts, mention.start, 0, tokens.count)
    before = tokens.lower[max(0, at - 4) : at]
    if "as" in before and ("of" in before or "at" in before):
        return True
    return (
        before[-1:] == ["by"]
        and mention.day is not None
        and not _COUNTED.isdisjoint(tokens.lower[max(0, at - 40) : at + 40])
    )
