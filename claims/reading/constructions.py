"""What every way of crediting somebody comes to: a cue, a source, and where the credited words stand.

The ways themselves are rules in `reported.py`, `asides.py` and `labels.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claims.reading.clauses import Stretch

RECENT = 6
"""So many earlier cues of a sentence are looked back to."""


class Construction(NamedTuple):
    """A cue with what it credits, in word numbers.

    `before` is content that stands before the cue, `behind` where content behind it begins and
    `limit` where that must end (`None`: at the end of the sentence). `cut` is where the content
    of an earlier cue ends because of this one (`None`: it runs on over it). `name` is where the
    speaker's name stands when the source is only "who". `thought` marks beliefs and wishes.
    """

    cue: Stretch
    source: Stretch
    before: Stretch | None = None
    behind: int | None = None
    limit: int | None = None
    cut: int | None = None
    name: Stretch | None = None
    thought: bool = False


def floor(earlier: Sequence[Construction]) -> int:
    """The first word that can belong to a new subject: behind the last cue whose content is still open."""
    return next((one.cue[1] for one in reversed(earlier[-RECENT:]) if one.limit is None), 0)


def runs_over(other: Construction, one: Construction) -> bool:
    """True where the content of an earlier cue holds a later one."""
    if other.behind is None or other.behind > one.cue[0] or one.cut is not None:
        return False
    return other.limit is None or other.limit > one.cue[0]


def holds_place(one: Construction, place: int) -> bool:
    """True where the content of a construction runs over a place."""
    return (one.behind is not None and one.behind <= place) or (
        one.before is not None and one.before[0] <= place < one.before[1]
    )
