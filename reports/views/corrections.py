"""What was put right in a text: the notice, and the old verdict beside the new one."""

from __future__ import annotations

from dataclasses import dataclass

from reports.views.basic import Link


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction as it is printed: when and what was decided, about which claim, the words of the notice.

    `verdicts` is the old verdict beside the new; `was` and `now` are the words, where they were changed.
    """

    told: str
    place: Link | None
    notice: str | None
    verdicts: str | None
    was: str | None
    now: str | None
