"""What a decision about two claims prints, and what stands of such decisions on a claim's page."""

from __future__ import annotations

from collections.abc import Iterator

from claims.factchecks.pages import LikenessPage
from claims.kinds import MatchDecision
from claims.pages import ClaimPage
from reports.likeness_words import DECISIONS, likeness_words, says_words, standing_words
from reports.screen import Line, labelled, plainly, strong, text_of, wrapped


def decided_screen(decided: tuple[ClaimPage, LikenessPage]) -> str:
    """What was just decided about a claim and another, and that no verdict goes with it."""
    claim, page = decided
    lines: list[Line] = [
        (strong(claim.handle), plainly(f"  {DECISIONS[page.decision]} {page.other}")),
        *wrapped(f"“{claim.text}”", indent=2),
        *wrapped(f"“{page.text}”", indent=2),
        *labelled("decided", says_words(page)),
        *labelled(page.other if page.factcheck else "the other", standing_words(page)),
    ]
    if page.decision is MatchDecision.SAME:
        lines += wrapped("No verdict goes from one to the other; each is judged by itself.")
    return text_of(lines)


def likeness_lines(claim: ClaimPage) -> Iterator[Line]:
    """What a claim was decided to be the same as, or related to."""
    for page in claim.likenesses:
        if page.decision is not MatchDecision.DIFFERENT:
            yield from labelled("like it", likeness_words(page))
