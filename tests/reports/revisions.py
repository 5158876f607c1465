"""Revisions to show: one with every kind of change, and one of texts that try to be more than text."""

from __future__ import annotations

from claims.kinds import ClaimChange
from claims.pages import ClaimChangePage, RevisionPage
from tests.reports.pages import AT

Runs = tuple[tuple[str, str], ...]


def a_change(
    number: int, change: ClaimChange, text: str, why: str | None = None, difference: Runs = ()
) -> ClaimChangePage:
    return ClaimChangePage(f"storm:{number}", number, change, text, why, difference)


def a_revision(*changes: ClaimChangePage, before: int = 1, revision: int = 2) -> RevisionPage:
    """A revision of these changes, or of one of each kind."""
    return RevisionPage(
        "storm", "Storm over Arden", before, revision, "draft-2.txt", AT, changes or EVERY_KIND
    )


def hostile_revision(text: str) -> RevisionPage:
    runs = ((text, text), (text, f"{text} "), ("", text))
    own = "".join(now for _, now in runs)
    return RevisionPage(
        "storm",
        text,
        1,
        2,
        text,
        AT,
        (
            a_change(1, ClaimChange.REOPENED, own, text, runs),
            a_change(2, ClaimChange.REOPENED, text, text, runs),
            a_change(3, ClaimChange.NEW, text),
            a_change(4, ClaimChange.DROPPED, text),
            a_change(5, ClaimChange.CARRIED, text),
        ),
    )


EVERY_KIND = (
    a_change(1, ClaimChange.CARRIED, "Storm over Arden"),
    a_change(
        2,
        ClaimChange.REOPENED,
        "The office counted 41 boats.",
        "A figure “40” is now “41”.",
        (("The office counted ", "The office counted "), ("40 ", "41 "), ("boats.", "boats.")),
    ),
    a_change(
        3,
        ClaimChange.REOPENED,
        "He left at noon.",
        "The words are the same, but “he” or “she” can now mean somebody else.",
        (("Hugo Brandt", "Pavel Orlin"),),
    ),
    a_change(5, ClaimChange.NEW, "A ferry sank."),
    a_change(4, ClaimChange.DROPPED, "The wind rose."),
)
