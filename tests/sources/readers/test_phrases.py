"""The word lists of the readers."""

from __future__ import annotations

import pytest

from sources.readers.phrases import is_caption, is_furniture, is_source_heading


@pytest.mark.parametrize(
    "line",
    [
        "Leave a Comment",
        "LEAVE A COMMENT",
        "Advertisement",
        "Read more: Ferry to Lakmark delayed again",
        "Sign up for our newsletter and never miss a tide",
        "Follow us on social media",
        "Share this article",
        "Editor's picks",
        "Write to Jane Doe at jane.doe@harbour-courier.example",
        "Media playback is unsupported on your device",
        "» Next article",
    ],
)
def test_lines_by_which_a_page_speaks_for_itself_are_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "The council wants to leave a comment period of six weeks.",
        "Share prices fell by 3 per cent.",
        "Advertisements for tobacco were banned in 2003.",
        "Homes were flooded.",
        "The newsletter was read by 2,000 people.",
        "Background",
        "",
    ],
)
def test_sentences_of_an_article_are_not(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    "line", ["Photo: Jonas Reuter", "Figure 3. Tides since 1990", "Image credit: Jonas Reuter"]
)
def test_a_caption_is_told_by_how_it_begins(line: str) -> None:
    assert is_caption(line)


@pytest.mark.parametrize(
    "line", ["Photographs of the gate were shown.", "Figures differ.", "Table tennis is back"]
)
def test_a_word_that_merely_begins_alike_makes_no_caption(line: str) -> None:
    assert not is_caption(line)


def test_a_heading_over_sources_is_known_in_several_languages() -> None:
    assert is_source_heading("Sources:")
    assert is_source_heading("Quellen")
    assert not is_source_heading("Sources of conflict")
