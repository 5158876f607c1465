"""Verdicts of others in a page: schema.org ClaimReview, in linked data or microdata.

What stands in them is read by `claim_reviews`; this module finds them in the page.
"""

from __future__ import annotations

from itertools import islice

from lxml.html import HtmlElement

from sources.blocks import ClaimReview
from sources.readers.claim_reviews import KIND, reviews_among, things_in
from sources.readers.linked_data import linked_data
from sources.readers.microdata import microdata

_MOST_THINGS = 5_000
_MOST_REVIEWS = 100


def read_claim_reviews(tree: HtmlElement) -> tuple[ClaimReview, ...]:
    """The reviews of claims that a page publishes, each once, in its order."""
    return tuple(review for review in reviews_of_page(tree) if _says_anything(review))[:_MOST_REVIEWS]


def reviews_of_page(tree: HtmlElement) -> tuple[ClaimReview, ...]:
    """The same, with those that say nothing of a claim."""
    things = list(islice((thing for data in linked_data(tree) for thing in things_in(data)), _MOST_THINGS))
    found = reviews_among(things) + reviews_among(microdata(tree, KIND))
    unlike = {(review.claim_reviewed, review.author): review for review in reversed(found)}
    return tuple(reversed(unlike.values()))


def _says_anything(review: ClaimReview) -> bool:
    return review.claim_reviewed is not None or review.rating is not None or review.rating_value is not None
