"""Verdicts that others publish for machines: schema.org ClaimReview in linked data, wherever it stands.

Taken over as published and not judged. What is not said stays unknown; above all, who checked a claim
is never taken for who made it, and a number for "not rated" is no rating.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from html import unescape

from sources.blocks import ClaimReview
from sources.readers.drafts import tidy
from sources.readers.linked_data import Json, first_date, name_of, names_of, resolved, words_of

KIND = "ClaimReview"

Thing = dict[str, Json]

_DEEPEST = 12
_NOBODY = ("", "unknown", "na", "none", "null", "anonymous", "notknown")
_REVIEWERS = ("author", "publisher", "sdPublisher")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BREAK = re.compile(r"</?(?:br|p|div|li|ul|ol|h[1-6])\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_LONGEST_CLAIM = 20_000
_MOST_APPEARANCES = 20
_APPEARANCES = ("firstAppearance", "appearance")


def things_in(data: Json) -> Iterator[Thing]:
    """Every thing in linked data, whatever it is nested in, in order."""
    waiting: list[tuple[Json, int]] = [(data, 0)]
    while waiting:
        value, depth = waiting.pop()
        if isinstance(value, dict):
            yield value
        if isinstance(value, dict | list) and depth < _DEEPEST:
            inner = list(value.values() if isinstance(value, dict) else value)
            waiting += [(one, depth + 1) for one in reversed(inner)]


def reviews_among(things: Iterable[Thing]) -> list[ClaimReview]:
    """The reviews among some things, in order; where one only points to another, that is looked up."""
    listed = list(things)
    known = {
        key: _plain(thing) for thing in listed if isinstance(key := thing.get("@id"), str) and len(thing) > 1
    }
    reviews = (_plain(thing) for thing in listed if KIND in kinds_of(thing))
    return [review for thing in reviews for review in _reviews(thing, known)]


def kinds_of(thing: Thing) -> set[str]:
    """The types of a thing, without the vocabulary that they are from."""
    kinds = thing.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return {kind.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for kind in named if isinstance(kind, str)}


def _reviews(thing: Thing, known: dict[str, Thing]) -> Iterator[ClaimReview]:
    """A review, one for each claim that it names; one without a claim where it names none."""
    rating = _rating(thing.get("reviewRating"), known)
    item = _one(thing.get("itemReviewed"), known)
    worst, best = _limit(rating.get("worstRating")), _limit(rating.get("bestRating"))
    value = _number(rating.get("ratingValue"))
    appearances = [one for key in _APPEARANCES for one in _listed(item.get(key))]
    for claim in _claims(thing.get("claimReviewed")):
        yield ClaimReview(
            claim_reviewed=claim,
            rating=_rating_name(rating),
            rating_value=value if _is_rating(value, worst, best) else None,
            best_rating=best,
            worst_rating=worst,
            author=names_of(resolved(thing.get("author"), known)),
            url=_address(thing.get("url"), thing.get("mainEntityOfPage")),
            review_date=first_date(thing.get("datePublished")),
            claimant=_claimant(item, thing, known),
            claim_date=first_date(
                item.get("datePublished"),
                item.get("dateCreated"),
                _one(item.get("firstAppearance"), known).get("datePublished"),
            ),
            publisher=names_of(resolved(thing.get("publisher"), known)),
            title=words_of(thing.get("headline")) or words_of(thing.get("name")),
            language=_language(thing.get("inLanguage")),
            appearances=tuple(_addresses(appearances, item)),
        )


def _claims(value: Json) -> list[str | None]:
    """The claims that a review is of, whole; `None` where it names none."""
    texts = (tidy(one[:_LONGEST_CLAIM]) for one in _listed(value) if isinstance(one, str))
    return [text for text in texts if text] or [None]


def _plain(thing: Thing) -> Thing:
    return {key: _unmarked(value) for key, value in thing.items()}


def _unmarked(value: Json, depth: int = 0) -> Json:
    """The texts in a value without markup and entities, which publishers leave in them.

    A text that names its language (`@value`) is the text.
    """
    if isinstance(value, dict) and isinstance(told := value.get("@value"), str):
        value = told
    if isinstance(value, str):
        once = _ENTITY.sub(lambda found: unescape(found[0]), value)
        plain = _TAG.sub("", _BREAK.sub(" ", once))
        return _ENTITY.sub(lambda found: unescape(found[0]), plain)
    if isinstance(value, list) and depth < _DEEPEST:
        return [_unmarked(one, depth + 1) for one in value]
    if isinstance(value, dict) and depth < _DEEPEST:
        return {key: _unmarked(one, depth + 1) for key, one in value.items()}
    return value


def _listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value]


def _one(value: Json, known: dict[str, Thing]) -> Thing:
    """The first thing of a value; an empty one where it holds none."""
    for one in _listed(value):
        if isinstance(one, dict):
            key = one.get("@id")
            return {**known.get(key, {}), **one} if isinstance(key, str) else one
    return {}


def _rating(value: Json, known: dict[str, Thing]) -> Thing:
    """A rating; a bare text in its place is its name."""
    return {"alternateName": value} if isinstance(value, str) else _one(value, known)


def _claimant(item: Thing, thing: Thing, known: dict[str, Thing]) -> str | None:
    """Who made the claim; unknown where the page names the one who checked it, or nobody."""
    author = resolved(item.get("author"), known)
    named = names_of(author)
    if named is None or _folded(named) in _NOBODY:
        return None
    reviewers = [resolved(thing.get(role), known) for role in _REVIEWERS]
    if _folded(named) in {_folded(names_of(reviewer) or "") for reviewer in reviewers}:
        return None
    return None if _sites(author) & {site for one in reviewers for site in _sites(one)} else named


def _sites(person: Json) -> set[str]:
    """The addresses by which people or institutions are told apart."""
    things = [one for one in _listed(person) if isinstance(one, dict)]
    return {
        url.rstrip("/")
        for thing in things
        for key in ("@id", "url", "sameAs")
        for one in _listed(thing.get(key))
        if (url := _address(one))
    }


def _folded(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())


def _rating_name(rating: Thing) -> str | None:
    """The rating in words; a bare number in their place is none."""
    values = (one for key in ("alternateName", "name", "ratingValue") for one in _listed(rating.get(key)))
    return next((name for value in values if (name := name_of(value)) and _number(name) is None), None)


def _is_rating(value: Decimal | None, worst: Decimal | None, best: Decimal | None) -> bool:
    """Whether a number lies on its scale: publishers give −1, or another number off it, for "not rated".

    A scale that names no end begins at 1 (schema.org); some scales run downwards, and one of a single
    point rates nothing.
    """
    if value is None or (best is not None and worst == best):
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


def _language(value: Json) -> str | None:
    """A language as its tag, as in "en"."""
    return words_of(value.get("alternateName") if isinstance(value, dict) else value)


def _addresses(appearances: list[Json], item: Thing) -> Iterator[str]:
    """Where a claim was made, each address once. Older reviews review the post or article itself."""
    values = [_address(one) for one in appearances]
    if "Claim" not in kinds_of(item):
        values += [_address(one) for key in ("url", "sameAs") for one in _listed(item.get(key))]
    yield from list(dict.fromkeys(url for url in values if url))[:_MOST_APPEARANCES]


def _address(*values: Json) -> str | None:
    """The first value that is an address, or a thing that has one."""
    for value in values:
        named = (value.get("url") or value.get("@id")) if isinstance(value, dict) else value
        url = words_of(named)
        if url and url.startswith(("http://", "https://")):
            return url
    return None
