"""The examples of the project, read by their readers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from sources.blocks import BlockKind, CanonicalText
from sources.readers import read_path, read_text
from tests.sources.readers.samples import outline

EXAMPLES = Path(__file__).parents[3] / "examples"
CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "belarus-release.txt"

SECTIONS = [
    "Key takeaways",
    "Background",
    "Main event",
    "Analysis & Implications",
    "Comparison & data",
    "Reactions & quotes",
    "Unconfirmed",
    "Bottom line",
    "Sources",
]
PARTS = Counter(
    {
        "heading": 10,
        "paragraph": 15,
        "list_item": 14,
        "quotation": 3,
        "byline": 3,
        "caption": 1,
        "table_header": 1,
        "table_row": 2,
        "furniture": 1,
    }
)


def headings(text: CanonicalText) -> list[str]:
    return [text.text[block.start : block.end] for block in text.blocks if block.level > 1]


def kinds(text: CanonicalText) -> Counter[str]:
    return Counter(block.kind.value for block in text.blocks)


def corpus() -> Path:
    if not CORPUS.exists():
        pytest.skip("the real article is not part of the project and is not here")
    return CORPUS


@pytest.mark.parametrize(
    "path", [lambda: EXAMPLES / "prisoner-release.txt", corpus], ids=["example", "real article"]
)
def test_an_article_in_plain_text_is_told_apart_into_its_parts(path: Callable[[], Path]) -> None:
    text = read_path(path())

    assert headings(text) == SECTIONS
    assert kinds(text) == PARTS
    assert outline(text)[-1] == ("furniture", "Leave a Comment")
    assert text.metadata.title == text.text.splitlines()[0]
    assert text.metadata.language == "en"
    assert text.metadata.published is None


def test_an_article_as_it_stands_has_the_same_parts_and_its_bullets_as_furniture() -> None:
    text = (EXAMPLES / "prisoner-release.txt").read_text(encoding="utf-8")
    read = read_text(text)

    assert read.text == text
    assert kinds(read) == PARTS + Counter({"furniture": 14})


def test_a_saved_page_gives_its_article_and_what_it_says_of_itself() -> None:
    text = read_path(EXAMPLES / "flood-barrier.html")

    assert headings(text) == ["What was spared", "Who says what", "What is not yet known", "Sources"]
    assert text.metadata.published == "2026-02-09T07:30:00+01:00"
    assert text.metadata.modified == "2026-02-10T11:05:00+01:00"
    assert text.metadata.author == "Mara Lindqvist"
    assert text.metadata.outlet == "The Harbour Courier"
    assert [link.url for link in text.links] == [
        "https://port-aldis.example/press/1",
        "https://fire-service.example/reports",
        "https://meridian-press.example/boats",
    ]
    for words in ("cookies", "Subscribe", "Dredging", "newsletter", "All rights reserved", "script"):
        assert words not in text.text


def test_the_page_and_the_documents_keep_tables_under_their_headers() -> None:
    for name, header in (
        ("flood-barrier.html", "Homes flooded"),
        ("school-meals.pdf", "Pupils reached"),
        ("apple-trees.docx", "Trees planted"),
    ):
        text = read_path(EXAMPLES / name)
        rows = [block for block in text.blocks if block.kind is BlockKind.TABLE_ROW]

        assert rows, name
        assert all(row.cells[2].header == header for row in rows), name


def test_the_documents_have_quotations_with_their_speakers_below_them() -> None:
    for name in ("flood-barrier.html", "school-meals.pdf", "apple-trees.docx", "prisoner-release.txt"):
        text = read_path(EXAMPLES / name)
        order = [block.kind for block in text.blocks]
        quotations = [place for place, kind in enumerate(order) if kind is BlockKind.QUOTATION]

        assert quotations, name
        assert all(order[place + 1] is BlockKind.BYLINE for place in quotations), name
