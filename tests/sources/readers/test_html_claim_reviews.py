"""Verdicts that a page publishes for machines."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sources.blocks import ClaimReview
from sources.readers import read_html
from sources.readers.html import parse
from sources.readers.html_claim_reviews import read_claim_reviews

DESK = {"@type": "Organization", "name": "Harbour Check"}
RATING = {
    "@type": "Rating",
    "ratingValue": 2,
    "worstRating": "1",
    "bestRating": "5",
    "alternateName": "Mostly false",
}
REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": "The dam is empty.",
    "url": "https://check.example/dam",
    "datePublished": "2025-02-03",
    "author": DESK,
    "reviewRating": RATING,
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Ivo Lund"},
        "datePublished": "2025-01-30",
    },
}
FULL: dict[str, object] = {
    "claim_reviewed": "The dam is empty.",
    "rating": "Mostly false",
    "rating_value": "2",
    "best_rating": "5",
    "worst_rating": "1",
    "author": "Harbour Check",
    "url": "https://check.example/dam",
    "review_date": "2025-02-03",
    "claimant": "Ivo Lund",
    "claim_date": "2025-01-30",
    "publisher": None,
    "title": None,
    "language": None,
    "appearances": [],
}
MICRODATA = """
<div itemscope itemtype="http://schema.org/ClaimReview">
  <link itemprop="url" href="https://check.example/dam">
  <time itemprop="datePublished" datetime="2025-02-03">3 Feb</time>
  <p itemprop="claimReviewed">The dam is empty.</p>
  <div itemprop="author" itemscope itemtype="https://schema.org/Organization">
    <b itemprop="name">Harbour Check</b>
  </div>
  <div itemprop="itemReviewed" itemscope itemtype="https://schema.org/Claim">
    <div itemprop="author" itemscope itemtype="https://schema.org/Person">
      <i itemprop="name">Ivo Lund</i>
    </div>
    <meta itemprop="datePublished" content="2025-01-30">
  </div>
  <div itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating">
    <span itemprop="ratingValue">2</span><meta itemprop="worstRating" content="1">
    <meta itemprop="bestRating" content="5"><span itemprop="alternateName">Mostly false</span>
  </div>
</div>
"""


def reviews(*data: object, body: str = "") -> tuple[ClaimReview, ...]:
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in data)
    return read_claim_reviews(parse(f"<html><head>{scripts}</head><body><p>It runs.</p>{body}</body></html>"))


def only(**changed: Any) -> dict[str, str | list[str] | None]:
    (found,) = reviews({**REVIEW, **changed})
    return found.as_record()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(REVIEW, id="alone"),
        pytest.param([{"@type": "WebSite", "name": "Harbour Check"}, REVIEW], id="in a list"),
        pytest.param({"@graph": [DESK, REVIEW]}, id="in a graph"),
        pytest.param({"@type": "NewsArticle", "mentions": [{"review": REVIEW}]}, id="inside an article"),
        pytest.param({**REVIEW, "@type": ["Review", "ClaimReview"]}, id="of several types"),
        pytest.param({**REVIEW, "@type": "https://schema.org/ClaimReview"}, id="its type an address"),
        pytest.param(
            {**REVIEW, "author": [DESK], "itemReviewed": [REVIEW["itemReviewed"]]}, id="lists of one"
        ),
        pytest.param(
            {
                "@graph": [
                    {**REVIEW, "author": {"@id": "#desk"}, "reviewRating": {"@id": "#r"}},
                    {**DESK, "@id": "#desk"},
                    {**RATING, "@id": "#r"},
                ]
            },
            id="put together by references",
        ),
    ],
)
def test_a_review_is_read_wherever_it_stands_in_linked_data(data: object) -> None:
    assert [review.as_record() for review in reviews(data)] == [FULL]


def test_a_review_is_read_from_microdata() -> None:
    assert [review.as_record() for review in reviews(body=MICRODATA)] == [FULL]


def test_a_review_that_stands_in_both_is_read_once() -> None:
    assert len(reviews(REVIEW, body=MICRODATA)) == 1


def test_several_reviews_of_a_page_are_all_read_in_order() -> None:
    second = {**REVIEW, "claimReviewed": "The dam leaks."}

    assert [review.claim_reviewed for review in reviews([REVIEW, second])] == [
        "The dam is empty.",
        "The dam leaks.",
    ]


@pytest.mark.parametrize(
    ("rating", "value"),
    [
        pytest.param(
            {"ratingValue": -1, "bestRating": 5, "worstRating": 1}, None, id="minus one is not rated"
        ),
        pytest.param(
            {"ratingValue": "-1", "bestRating": "-1", "worstRating": "-1"}, None, id="minus one for all"
        ),
        pytest.param({"ratingValue": 7, "bestRating": 5, "worstRating": 1}, None, id="above the scale"),
        pytest.param({"ratingValue": 0}, None, id="below a scale that names no end"),
        pytest.param({"ratingValue": 0, "worstRating": 0}, "0", id="at the end of a scale from nought"),
        pytest.param({"ratingValue": "4,5", "bestRating": 5}, "4.5", id="a decimal comma"),
        pytest.param(
            {"ratingValue": 2, "worstRating": 5, "bestRating": 1}, "2", id="a scale that runs downwards"
        ),
        pytest.param({"ratingValue": 1, "worstRating": 1, "bestRating": 1}, None, id="a scale of one point"),
        pytest.param({"ratingValue": "False"}, None, id="words in place of a number"),
        pytest.param({"ratingValue": True}, None, id="a truth value"),
        pytest.param({"ratingValue": "1e999999"}, None, id="beyond all bounds"),
        pytest.param({}, None, id="none"),
    ],
)
def test_a_number_counts_as_a_rating_only_on_its_scale(rating: dict[str, Any], value: str | None) -> None:
    assert only(reviewRating=rating)["rating_value"] == value


@pytest.mark.parametrize(
    ("rating", "name"),
    [
        pytest.param({"alternateName": "False"}, "False", id="its own name"),
        pytest.param({"name": "False"}, "False", id="named plainly"),
        pytest.param({"alternateName": "2", "name": "False"}, "False", id="a number is no name"),
        pytest.param({"alternateName": "-1"}, None, id="minus one is no name"),
        pytest.param(None, None, id="no rating"),
        pytest.param("False", "False", id="a bare text"),
        pytest.param("-1", None, id="a bare number"),
        pytest.param({"ratingValue": "False"}, "False", id="words in place of the number"),
        pytest.param({"alternateName": ["False", "Faux"]}, "False", id="the first of several"),
        pytest.param(
            {"alternateName": "Not quite", "ratingValue": 5, "bestRating": 5},
            "Not quite",
            id="before the number",
        ),
    ],
)
def test_a_rating_in_words_is_kept_as_published(rating: object, name: str | None) -> None:
    assert only(reviewRating=rating)["rating"] == name


@pytest.mark.parametrize(
    "item",
    [
        pytest.param({"@type": "Claim"}, id="nobody named"),
        pytest.param({"@type": "Claim", "author": {"name": "HARBOUR CHECK"}}, id="the reviewer"),
        pytest.param({"@type": "Claim", "author": {"name": "Meridian Press"}}, id="the publisher"),
        pytest.param({"@type": "Claim", "author": "harbour check"}, id="the reviewer, as a bare text"),
        pytest.param(
            {"@type": "Claim", "author": [{"name": "Harbour-Check"}]}, id="the reviewer, spelled otherwise"
        ),
        pytest.param(
            {"@type": "Claim", "author": {"name": "The desk", "sameAs": "https://meridian.example/"}},
            id="the publisher's address",
        ),
        pytest.param({"@type": "Claim", "author": {"sameAs": "https://lund.example"}}, id="an address alone"),
        pytest.param(
            {"@type": "Claim", "appearance": {"author": {"name": "Ivo Lund"}}},
            id="who wrote where it appears",
        ),
        pytest.param({"@type": "Claim", "author": {"name": "Unknown"}}, id="unknown"),
        pytest.param({"@type": "Claim", "author": {"@id": "#nobody"}}, id="a reference to nothing"),
        pytest.param({"@type": "Claim", "publisher": {"name": "Ivo Lund"}}, id="who published the claim"),
        pytest.param(None, id="no claim"),
    ],
)
def test_nobody_is_taken_for_the_claimant_whom_the_page_does_not_name(item: object) -> None:
    publisher = {"name": "Meridian Press", "url": "https://meridian.example"}

    assert only(itemReviewed=item, publisher=publisher)["claimant"] is None


@pytest.mark.parametrize(
    "author",
    [
        pytest.param("Ivo Lund", id="a text"),
        pytest.param([{"@type": "Person", "name": "Ivo Lund"}], id="a list"),
        pytest.param({"@id": "#lund"}, id="a reference"),
        pytest.param({"name": "Ivo Lund", "sameAs": "https://lund.example"}, id="with an address"),
    ],
)
def test_the_claimant_is_read_however_a_page_names_one(author: object) -> None:
    lund = {"@id": "#lund", "@type": "Person", "name": "Ivo Lund"}

    (review,) = reviews({"@graph": [lund, {**REVIEW, "itemReviewed": {"@type": "Claim", "author": author}}]})

    assert review.claimant == "Ivo Lund"


@pytest.mark.parametrize(
    ("item", "addresses", "date"),
    [
        pytest.param(
            {
                "@type": "Claim",
                "firstAppearance": {"url": "https://posts.example/1", "datePublished": "2025-01-29"},
                "appearance": [{"url": "https://posts.example/2"}, "https://posts.example/1"],
            },
            ["https://posts.example/1", "https://posts.example/2"],
            "2025-01-29",
            id="appearances of a claim",
        ),
        pytest.param(
            {"@type": "CreativeWork", "url": "https://posts.example/3", "datePublished": "2025-01"},
            ["https://posts.example/3"],
            "2025-01",
            id="a post that is reviewed itself",
        ),
        pytest.param(
            {"@type": "Claim", "url": "https://check.example/c"}, [], None, id="an address of a claim"
        ),
    ],
)
def test_where_and_when_a_claim_was_made_is_kept(
    item: object, addresses: list[str], date: str | None
) -> None:
    found = only(itemReviewed=item)

    assert (found["appearances"], found["claim_date"]) == (addresses, date)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        pytest.param("The dam&rsquo;s <b>gate</b> is shut.", "The dam’s gate is shut.", id="markup"),
        pytest.param("&lt;p&gt;Shut &amp;amp; sealed.&lt;/p&gt;", "Shut & sealed.", id="escaped twice"),
        pytest.param("Shut.<br/>Sealed.", "Shut. Sealed.", id="a line break"),
        pytest.param("At 3 < 4 m and 5 > 4 m R&D stops", "At 3 < 4 m and 5 > 4 m R&D stops", id="no markup"),
        pytest.param(["The dam is empty."], "The dam is empty.", id="a list"),
        pytest.param(
            {"@value": "Der Damm ist leer.", "@language": "de"}, "Der Damm ist leer.", id="a language"
        ),
        pytest.param("x" * 3_000, "x" * 3_000, id="long"),
    ],
)
def test_a_claim_is_kept_whole_and_without_markup(written: object, plain: str) -> None:
    assert only(claimReviewed=written)["claim_reviewed"] == plain


def test_a_review_of_several_claims_is_one_for_each() -> None:
    found = reviews({**REVIEW, "claimReviewed": ["The dam is empty.", "The dam leaks."]})

    assert [(one.claim_reviewed, one.rating) for one in found] == [
        ("The dam is empty.", "Mostly false"),
        ("The dam leaks.", "Mostly false"),
    ]


def test_the_publisher_is_not_taken_for_the_reviewer() -> None:
    assert only(author=None, publisher=DESK)["author"] is None


@pytest.mark.parametrize(
    "data", [[], "ClaimReview", {"@type": "ClaimReview"}, {"@type": "Review", "author": DESK}]
)
def test_what_says_nothing_of_a_claim_is_no_review(data: object) -> None:
    assert reviews(data) == ()


def test_deep_nesting_ends_the_search_and_not_the_reading() -> None:
    nested: object = REVIEW
    for _ in range(500):
        nested = {"about": nested}

    assert reviews(nested) == ()


def test_the_text_of_a_page_carries_its_reviews() -> None:
    words = "<p>The office measured the water of the dam on each of the ten days before the vote.</p>" * 3
    head = f'<script type="application/ld+json">{json.dumps(REVIEW)}</script>'

    page = read_html(
        f"<html><head>{head}</head><body><article><h1>The dam</h1>{words}</article></body></html>"
    )

    assert [review.as_record() for review in page.claim_reviews] == [FULL]
