"""Others' fact-checks in words: whose word they are, and that they are not this desk's."""

from __future__ import annotations

from claims.factchecks.pages import FactCheckPage
from reports import dates
from reports.hidden import one_line

THEIRS = "their word, not ours"
ASKED = "asked as a question"


def whose_words(page: FactCheckPage) -> str:
    """Whose fact-check it is, of when, and how it was rated, and that this is their word."""
    return f"a fact-check by {by_words(page)}, {rating_words(page)}, {THEIRS}"


def by_words(page: FactCheckPage) -> str:
    """Who published a fact-check, and when."""
    by = one_line(page.publisher) if page.publisher else "somebody who is not named"
    return f"{by} of {dates.date(page.review_date)}" if page.review_date else by


def rating_words(page: FactCheckPage) -> str:
    """The rating as published: its words, else its number with the scale."""
    if page.rating is not None:
        return f"rated “{one_line(page.rating)}”"
    if page.rating_value is None:
        return "not rated"
    return f"rated {scale_words(page)}"


def scale_words(page: FactCheckPage) -> str:
    """The number of a rating, with which end of its scale is which."""
    ends = [
        f"{value} is the {word}"
        for value, word in ((page.worst_rating, "worst"), (page.best_rating, "best"))
        if value is not None
    ]
    scale = f", where {' and '.join(ends)}" if ends else ", on a scale that is not told"
    return f"{page.rating_value}{scale}"
