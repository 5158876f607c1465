"""Others' fact-checks as they publish them: pages, files, feeds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sources.errors import NotFound, NotText
from sources.jsonl import BadLine
from sources.published_reviews import reviews_in_bytes, reviews_in_file

DESK = {"@type": "Organization", "name": "Harbour Check"}


def review(claim: str | None = "The dam is empty.", **more: object) -> dict[str, object]:
    said = {} if claim is None else {"claimReviewed": claim}
    return {"@type": "ClaimReview", "author": DESK, "url": "https://check.example/dam", **said, **more}


def told(path: Path) -> list[tuple[int, str | None]]:
    """The place of each review, and its claim or why it was not taken."""
    return [
        (found.number, found.reason)
        if isinstance(found, BadLine)
        else (found.place, found.review.claim_reviewed)
        for found in reviews_in_file(path)
    ]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "sent.json"


TWO = [(1, "The dam is empty."), (2, "The dam leaks.")]
LEAKS = review("The dam leaks.")


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param([review(), LEAKS], id="a list"),
        pytest.param({"@context": "x", "@graph": [DESK, review(), LEAKS]}, id="a graph"),
        pytest.param(
            {
                "@context": "x",
                "@type": "DataFeed",
                "dataFeedElement": [
                    {"@type": "DataFeedItem", "item": [review()]},
                    {"@type": "DataFeedItem", "item": LEAKS},
                ],
                "name": "A month",
            },
            id="a data feed",
        ),
        pytest.param(
            {
                "@type": "ItemList",
                "@context": "x",
                "itemListElement": [{"@type": "ListItem", "item": review()}, LEAKS],
            },
            id="an item list",
        ),
        pytest.param(
            {"@context": "x", "@type": "WebPage", "@graph": [{"mainEntity": [review(), LEAKS]}]}, id="nested"
        ),
    ],
)
def test_reviews_are_found_in_files_of_every_shape(file: Path, sent: object) -> None:
    file.write_text(json.dumps(sent), encoding="utf-8")

    assert told(file) == TWO


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_read_in_the_encoding_that_it_has(file: Path, encoding: str) -> None:
    file.write_text(json.dumps(review("The dam’s gate."), ensure_ascii=False), encoding=encoding)

    assert told(file) == [(1, "The dam’s gate.")]


def test_a_bad_line_of_json_lines_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "sent.jsonl"
    lines = [json.dumps(review()), "{", "", json.dumps({"text": "x"}), json.dumps(LEAKS)]
    file.write_text("\n".join(lines), encoding="utf-8")

    (first, bad, other, last) = told(file)

    assert (first, last) == ((1, "The dam is empty."), (5, "The dam leaks."))
    assert bad[0] == 2
    assert "is no JSON" in str(bad[1])
    assert other == (4, "holds no ClaimReview")


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        pytest.param({"@type": "DataFeedItem", "item": None}, "holds no ClaimReview", id="nothing in it"),
        pytest.param("text", "holds no ClaimReview", id="no object"),
        pytest.param(
            {"@type": "DataFeedItem", "dateDeleted": "2025-03-01", "item": review()},
            "was taken back by its publisher on 2025-03-01",
            id="taken back",
        ),
        pytest.param(review(None), None, id="of no claim"),
    ],
)
def test_an_entry_that_holds_nothing_is_named_by_its_place(file: Path, entry: object, reason: str) -> None:
    file.write_text(json.dumps({"dataFeedElement": [review(), entry, LEAKS]}), encoding="utf-8")

    assert told(file) == [TWO[0], (2, reason), (3, "The dam leaks.")]


def test_what_a_list_holds_beside_reviews_is_passed_over(file: Path) -> None:
    file.write_text(
        json.dumps([DESK, review(), {"@type": "WebSite", "name": "Harbour Check"}]), encoding="utf-8"
    )

    assert told(file) == [(2, "The dam is empty.")]


def test_what_came_before_a_fault_in_a_feed_is_taken(file: Path) -> None:
    whole = json.dumps({"dataFeedElement": [review(), LEAKS]})
    file.write_text(whole[: whole.rindex("leaks")], encoding="utf-8")

    (first, (place, reason)) = told(file)

    assert (first, place) == (TWO[0], 2)
    assert "is no JSON from character" in str(reason)


def test_a_review_takes_its_address_title_and_language_from_its_page(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    said = json.dumps({"@type": "ClaimReview", "claimReviewed": "The dam is empty."})
    page.write_text(
        '<html lang="en"><head><title>Is the dam empty?</title>'
        '<link rel="canonical" href="https://check.example/dam">'
        f'<script type="application/ld+json">{said}</script></head><body><p>No.</p></body></html>',
        encoding="utf-8",
    )

    (found,) = reviews_in_file(page)

    assert not isinstance(found, BadLine)
    assert (found.review.url, found.review.title, found.review.language) == (
        "https://check.example/dam",
        "Is the dam empty?",
        "en",
    )


def test_links_of_an_rss_feed_are_not_followed_and_it_says_so() -> None:
    feed = b'<?xml version="1.0"?><rss version="2.0"><channel><item/></channel></rss>'

    with pytest.raises(NotText, match="links are not followed"):
        list(reviews_in_bytes(feed, "feed.xml"))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"missing\.json"):
        list(reviews_in_file(tmp_path / "missing.json"))
