"""What the commands that find again print: claims that are like another, with what they are to it and why."""

from __future__ import annotations

from claims.finding.pages import SimilarClaim, SimilarPage
from reports.screen import Line, coloured, plainly, soft, strong, text_of, wrapped
from reports.words import STATUSES

_LONGEST_WORDS = 3


def similar_screen(page: SimilarPage) -> str:
    """A claim, and those that are like it, each with its status and the reason."""
    head = [(strong(page.claim.handle),), *wrapped(f"“{page.claim.text}”", indent=2, most=_LONGEST_WORDS), ()]
    if not page.similar:
        return text_of([*head, (plainly("No other claim in this database is like it."),)])
    lines = [line for one in page.similar for line in _similar(one)]
    return text_of([*head, *lines, (soft("Found by the machine; whether they say the same, you decide."),)])


def _similar(one: SimilarClaim) -> list[Line]:
    badge = STATUSES[one.claim.standing.status]
    return [
        (
            strong(one.match.decision.value),
            plainly(f"  {one.claim.handle}  "),
            coloured(f"{badge.icon} {badge.word}", one.claim.standing.status),
        ),
        *wrapped(f"“{one.claim.text}”", indent=2, most=_LONGEST_WORDS),
        *wrapped(one.match.reason, indent=2),
        (),
    ]
