"""Microdata in the shape of linked data."""

from __future__ import annotations

from sources.readers.html import parse
from sources.readers.microdata import microdata


def test_properties_of_an_inner_item_are_not_those_of_the_outer_one() -> None:
    tree = parse(
        "<div itemscope itemtype='https://schema.org/Claim'><b itemprop='name'>dam</b>"
        "<p itemprop='author' itemscope itemtype='https://schema.org/Person'>"
        "<i itemprop='name'>Lund</i></p></div>"
    )

    assert list(microdata(tree, "Claim")) == [
        {"@type": ["Claim"], "name": "dam", "author": {"@type": ["Person"], "name": "Lund"}}
    ]


def test_a_value_is_taken_from_where_the_element_keeps_it() -> None:
    tree = parse(
        "<div itemscope itemtype='https://schema.org/Claim'>"
        "<a itemprop='url' href='https://a.example'>here</a>"
        "<time itemprop='datePublished' datetime='2025-01-04'>4 Jan</time>"
        "<meta itemprop='name' content='dam'>"
        "<b itemprop='keyword'>one</b><b itemprop='keyword'>two</b></div>"
    )

    assert list(microdata(tree, "Claim")) == [
        {
            "@type": ["Claim"],
            "url": "https://a.example",
            "datePublished": "2025-01-04",
            "name": "dam",
            "keyword": ["one", "two"],
        }
    ]


def test_items_of_another_type_are_left_alone() -> None:
    tree = parse("<div itemscope itemtype='https://schema.org/Review'><b itemprop='name'>dam</b></div>")

    assert list(microdata(tree, "ClaimReview")) == []


def test_items_inside_one_another_end_somewhere() -> None:
    tree = parse(
        "<div itemprop='about' itemscope itemtype='https://schema.org/Claim'>" * 100 + "</div>" * 100
    )

    assert len(list(microdata(tree, "Claim"))) == 100
