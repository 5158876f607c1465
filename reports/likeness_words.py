"""What people say that claims are to each other, in words. Nobody's verdict is carried over by them."""

from __future__ import annotations

from claims.days import day
from claims.factchecks.pages import LikenessPage
from claims.kinds import MatchDecision
from reports.factcheck_words import whose_words
from reports.hidden import shown_name
from reports.words import STATUSES

DECISIONS = {
    MatchDecision.SAME: "the same as",
    MatchDecision.RELATED: "related to",
    MatchDecision.DIFFERENT: "different from",
}


def likeness_words(page: LikenessPage) -> str:
    """What a claim is to another, with where that one stands, who says so, and whether it still counts."""
    return f"{_what(page)} ({says_words(page)})"


def says_words(page: LikenessPage) -> str:
    """Who decided it, when and why, and whether it still counts."""
    told = f"{page.decision}, says {shown_name(page.by)} on {day(page.at)}: {page.because}"
    if page.counts:
        return told
    return f"{told}; no longer counts, for the words of {' and '.join(page.changed)} have changed since"


def standing_words(page: LikenessPage) -> str:
    """Where the other claim stands, or whose fact-check it is."""
    if page.factcheck is not None:
        return whose_words(page.factcheck)
    if page.status is None:
        return "cut from its text"
    badge = STATUSES[page.status]
    by = f" by {shown_name(page.judged_by)}" if page.judged_by else ""
    return f"{badge.icon} {badge.word}{by}"


def _what(page: LikenessPage) -> str:
    was_checked = page.factcheck is not None or page.judged_by is not None
    if page.decision is MatchDecision.SAME and was_checked and page.counts:
        return f"checked before as {page.other}, {standing_words(page)}"
    return f"{DECISIONS[page.decision]} {page.other}, {standing_words(page)}"
