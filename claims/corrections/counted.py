"""What a claim counts as, with the verdict that it rests on: kept when a correction is asked for and closed.

Values only. A verdict that is withheld until a second check is not kept, since that would tell it.
"""

from __future__ import annotations

from claims.corrections.pages import CountedAs
from claims.judging.matter import last_round
from claims.kinds import Question
from claims.pages import ClaimPage, ReviewPage


def counted_as(claim: ClaimPage) -> CountedAs:
    """What a claim counts as at this moment."""
    words = claim.text if claim.cut_in is None else None
    review = deciding(claim)
    if review is None or review.withheld:
        return CountedAs(claim.standing.status, None, None, None, words)
    return CountedAs(claim.standing.status, review.verdict, review.by, review.at, words)


def deciding(claim: ClaimPage) -> ReviewPage | None:
    """The review that a claim's status rests on; `None` where nobody has judged the words that it has."""
    reviews = claim.reviews
    if claim.said is not None:
        decides = Question.SAID if claim.standing == claim.said else Question.SO
        reviews = tuple(review for review in reviews if review.question in (None, decides))
    found = last_round(reviews)
    return found.deciding if found else None
