"""What a page says of itself."""

from __future__ import annotations

import json

import pytest

from sources.blocks import Metadata
from sources.readers.html import parse
from sources.readers.html_metadata import read_metadata


def metadata(
    head: str = "", body: str = "<p>The ferry runs again.</p>", *, url: str | None = None
) -> Metadata:
    return read_metadata(parse(f"<html><head>{head}</head><body>{body}</body></html>"), url)


def linked(data: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Ferry runs again",
    "datePublished": "2025-03-04T07:30:00+01:00",
    "dateModified": "2025-03-05",
    "author": [{"@type": "Person", "name": "Jane Doe"}, {"@type": "Person", "name": "Ann Roe"}],
    "publisher": {"@type": "Organization", "name": "The Harbour Courier"},
}
EXPECTED = Metadata(
    title="Ferry runs again",
    published="2025-03-04T07:30:00+01:00",
    modified="2025-03-05",
    author="Jane Doe, Ann Roe",
    outlet="The Harbour Courier",
)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(ARTICLE, id="alone"),
        pytest.param([{"@type": "WebSite"}, ARTICLE], id="in a list"),
        pytest.param({"@graph": [{"@type": "WebPage"}, ARTICLE]}, id="in a graph"),
        pytest.param({**ARTICLE, "@type": ["NewsArticle", "Article"]}, id="of two types"),
        pytest.param({"@type": "WebPage", "mainEntity": ARTICLE}, id="as the main entity"),
    ],
)
def test_linked_data_is_read_wherever_the_article_stands_in_it(data: object) -> None:
    assert metadata(linked(data)) == EXPECTED


def test_people_of_a_graph_are_found_by_their_reference() -> None:
    graph = [
        {**ARTICLE, "author": {"@id": "#jane"}, "publisher": {"@id": "#paper"}},
        {"@type": "Person", "@id": "#jane", "name": "Jane Doe"},
        {"@type": "Organization", "@id": "#paper", "name": "The Harbour Courier"},
    ]

    found = metadata(linked({"@graph": graph}))

    assert (found.author, found.outlet) == ("Jane Doe", "The Harbour Courier")


def test_meta_elements_are_read_where_there_is_no_linked_data() -> None:
    head = (
        "<meta property='og:title' content='Ferry runs again'>"
        "<meta property='article:published_time' content='2025-03-04'>"
        "<meta property='article:modified_time' content='2025-03-05T10:00Z'>"
        "<meta name='author' content='Jane Doe'><meta property='og:site_name' content='The Harbour Courier'>"
        "<link rel='canonical' href='https://harbour-courier.example/ferry'>"
    )

    assert metadata(head, url="https://mirror.example/x") == Metadata(
        "Ferry runs again",
        "2025-03-04",
        "2025-03-05T10:00Z",
        "Jane Doe",
        None,
        "The Harbour Courier",
        "https://harbour-courier.example/ferry",
    )


def test_a_date_keeps_the_precision_that_is_stated() -> None:
    assert metadata(linked({**ARTICLE, "datePublished": "2025-03"})).published == "2025-03"


@pytest.mark.parametrize(
    "date", ["yesterday", "03/04/2025", "2025-13-45", "0001-01-01T00:00:00Z", "", None, 20250304, ["2025"]]
)
def test_a_date_that_is_none_is_not_known(date: object) -> None:
    assert metadata(linked({**ARTICLE, "datePublished": date})).published is None


def test_the_first_time_element_of_the_article_dates_it() -> None:
    inside = "<time datetime='2025-03-04T07:30'>Tuesday</time><time datetime='2024-01-01'>then</time>"
    body = f"<aside><time datetime='2020-01-01'>once</time></aside><article>{inside}</article>"

    assert metadata(body=body).published == "2025-03-04T07:30"


def test_what_no_page_says_is_not_known() -> None:
    assert metadata() == Metadata()


@pytest.mark.parametrize(
    ("lang", "language"),
    [("en-GB", "en"), ("DE", "de"), ("", None), ("english", None), ("x-klingon", None)],
)
def test_the_language_of_the_page_is_an_iso_code(lang: str, language: str | None) -> None:
    assert read_metadata(parse(f"<html lang='{lang}'><p>It runs.</p></html>"), None).language == language


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/ferry", "data:text/html,x"])
def test_an_address_that_is_none_of_the_web_is_not_taken(address: str) -> None:
    assert (
        metadata(f"<link rel='canonical' href='{address}'>", url="https://a.example/").url
        == "https://a.example/"
    )


@pytest.mark.parametrize(
    "script",
    [
        "{",
        "[[[[",
        '{"@type": 3}',
        '{"@graph": {"@graph": 1}}',
        "null",
        '{"@type":"NewsArticle","author":{"name":{}}}',
    ],
)
def test_broken_linked_data_is_passed_over(script: str) -> None:
    assert metadata(f"<script type='application/ld+json'>{script}</script>") == Metadata()


def test_a_script_in_the_title_is_only_words() -> None:
    assert metadata("<title><script>alert(1)</script></title>").title == "<script>alert(1)</script>"


def test_the_headline_is_the_one_that_the_page_shows() -> None:
    head = "<meta property='og:title' content='Ferry runs again - The Harbour Courier'>"
    body = "<h1>The Harbour Courier</h1><h1>Ferry runs again after repairs</h1>"

    assert metadata(head, body).title == "Ferry runs again after repairs"


def test_the_name_of_the_outlet_is_no_part_of_the_headline() -> None:
    head = (
        "<meta property='og:title' content='Ferry runs again | The Harbour Courier'>"
        "<meta property='og:site_name' content='The Harbour Courier'>"
    )

    assert metadata(head).title == "Ferry runs again"
