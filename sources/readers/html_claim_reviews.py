"""Verdicts that a page publishes for machines: schema.org ClaimReview, in linked data or microdata.

Taken over as published and not judged. What the page does not say stays unknown; above all, who
checked a claim is never taken for who made it, and a number for "not rated" is no rating.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from lxml.html import HtmlElement

from sources.blocks import ClaimReview
from sources.readers.linked_data import Json, first_date, linked_data, name_of, names_of, resolved, words_of
from sources.readers.microdata import microdata

KIND = "ClaimReview"

_Thing = dict[str, Json]
_DEEPEST = 12
_MOST_THINGS = 5_000
_MOST_REVIEWS = 100
_NOBODY = ("unknown", "n/a", "na", "none", "null", "-", "anonymous", "not known")


def read_claim_reviews(tree: HtmlElement) -> tuple[ClaimReview, ...]:
    """The reviews of claims that a page publishes, each once, in its order."""
    things = [thing for data in linked_data(tree) for thing in _things(data)][:_MOST_THINGS]
    known = {key: thing for thing in things if isinstance(key := thing.get("@id"), str) and len(thing) > 1}
    found = [_review(thing, known) for thing in things if _is_review(thing)]
    found += [_review(thing, {}) for thing in microdata(tree, KIND)]
    unlike = {
        (review.claim_reviewed, review.author): review for review in reversed(found) if _says_anything(review)
    }
    return tuple(reversed(unlike.values()))[:_MOST_REVIEWS]


def _things(data: Json) -> Iterator[_Thing]:
    """Every thing in linked data, whatever it is nested in, in the order of the page."""
    waiting: list[tuple[Json, int]] = [(data, 0)]
    while waiting:
        value, depth = waiting.pop()
        if isinstance(value, dict):
            yield value
        if isinstance(value, dict | list) and depth < _DEEPEST:
            inner = list(value.values() if isinstance(value, dict) else value)
            waiting += [(one, depth + 1) for one in reversed(inner)]


def _is_review(thing: _Thing) -> bool:
    kinds = thing.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.rsplit("/", 1)[-1].rsplit(":", 1)[-1] == KIND for kind in named)


def _says_anything(review: ClaimReview) -> bool:
    return review.claim_reviewed is not None or review.rating is not None or review.rating_value is not None


def _review(thing: _Thing, known: dict[str, _Thing]) -> ClaimReview:
    rating = _one(thing.get("reviewRating"), known)
    item = _one(thing.get("itemReviewed"), known)
    worst, best = _limit(rating.get("worstRating")), _limit(rating.get("bestRating"))
    value = _number(rating.get("ratingValue"))
    return ClaimReview(
        claim_reviewed=words_of(thing.get("claimReviewed")),
        rating=_rating_name(rating),
        rating_value=value if _is_rating(value, worst, best) else None,
        best_rating=best,
        worst_rating=worst,
        author=names_of(resolved(thing.get("author"), known)),
        url=_address(thing.get("url")),
        review_date=first_date(thing.get("datePublished")),
        claimant=_claimant(item, thing, known),
        claim_date=first_date(item.get("datePublished"), item.get("dateCreated")),
    )


def _one(value: Json, known: dict[str, _Thing]) -> _Thing:
    """The first thing of a value; an empty one where it holds none."""
    values = value if isinstance(value, list) else [value]
    for one in values:
        if isinstance(one, dict):
            key = one.get("@id")
            return {**known.get(key, {}), **one} if isinstance(key, str) else one
    return {}


def _claimant(item: _Thing, thing: _Thing, known: dict[str, _Thing]) -> str | None:
    """Who made the claim; unknown where the page names the one who checked it, or nobody."""
    named = names_of(resolved(item.get("author"), known))
    reviewers = [names_of(resolved(thing.get(role), known)) for role in ("author", "publisher")]
    folded = (named or "").casefold()
    if not folded or folded in _NOBODY or folded in [(reviewer or "").casefold() for reviewer in reviewers]:
        return None
    return named


def _rating_name(rating: _Thing) -> str | None:
    """The rating in words; a bare number in their place is none."""
    names = (name_of(rating.get(key)) for key in ("alternateName", "name"))
    return next((name for name in names if name and _number(name) is None), None)


def _is_rating(value: Decimal | None, worst: Decimal | None, best: Decimal | None) -> bool:
    """Whether a number lies on its scale: publishers give −1, or another number off it, for "not rated".

    A scale that names no end begins at 1 (schema.org); some scales run downwards.
    """
    if value is None:
        return False
    ends = [end for end in (worst if worst is not None else Decimal(1), best) if end is not None]
    return min(ends) <= value and (best is None or value <= max(ends))


def _limit(value: Json) -> Decimal | None:
    """An end of a scale; −1 stands for none."""
    number = _number(value)
    return number if number is not None and number >= 0 else None


def _number(value: Json) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        number = Decimal(str(value).strip().replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() and number.adjusted() < 10 else None


def _address(value: Json) -> str | None:
    url = words_of(value)
    return url if url and url.startswith(("http://", "https://")) else None
