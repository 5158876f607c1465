"""Markdown by its structure."""

from __future__ import annotations

import pytest

from sources.blocks import Metadata
from sources.errors import Broken
from sources.readers import read_bytes
from sources.readers.markdown import read
from tests.sources.readers.samples import outline

NOTE = """\
---
title: "Ferry runs again"
date: 2025-03-04
author: Jane Doe
lang: en-GB
---
# Ferry runs again

The *ferry* between [Port Aldis](https://port.example/) and **Lakmark**
runs again.

## Fares

| Year | Fare |
|------|-----:|
| 2024 | 11   |
| 2025 | 12   |

- Adults pay twelve
  1. Students pay eight
- Dogs pay two

> “We are glad.”

Ida Strand (director)

Thanks
------

It is `over` <b>now</b>. ![a boat](boat.png)

<div>Raw <script>alert(1)</script>words<!-- no --></div>
"""


def test_structure_is_kept_and_marks_go() -> None:
    assert outline(read(NOTE)) == [
        ("heading1", "Ferry runs again"),
        ("paragraph", "The ferry between Port Aldis and Lakmark runs again."),
        ("heading2", "Fares"),
        ("table_header", "Year | Fare"),
        ("table_row", "2024 | 11"),
        ("table_row", "2025 | 12"),
        ("list_item", "Adults pay twelve"),
        ("list_item", "Students pay eight"),
        ("list_item", "Dogs pay two"),
        ("quotation", "“We are glad.”"),
        ("byline", "Ida Strand (director)"),
        ("heading2", "Thanks"),
        ("paragraph", "It is over now."),
        ("paragraph", "Raw words"),
    ]


def test_front_matter_gives_metadata() -> None:
    assert read(NOTE).metadata == Metadata("Ferry runs again", "2025-03-04", None, "Jane Doe", "en")


def test_links_keep_their_place_and_cells_their_headers() -> None:
    text = read(NOTE)
    row = text.blocks[4]

    assert [(text.text[link.start : link.end], link.url) for link in text.links] == [
        ("Port Aldis", "https://port.example/")
    ]
    assert [(text.text[cell.start : cell.end], cell.header) for cell in row.cells] == [
        ("2024", "Year"),
        ("11", "Fare"),
    ]


def test_a_title_of_the_front_matter_alone_becomes_the_headline() -> None:
    assert outline(read("---\ntitle: Ferry runs again\n---\nIt runs every hour.\n"))[0] == (
        "heading1",
        "Ferry runs again",
    )


def test_a_line_of_dashes_without_an_end_is_no_front_matter() -> None:
    assert outline(read("---\n\nIt runs every hour, the council says.\n")) == [
        ("paragraph", "It runs every hour, the council says.")
    ]


def test_a_markdown_file_is_known_by_its_name() -> None:
    assert read_bytes(b"# Ferry\n\nIt *runs*.\n", "note.md").reader == "markdown/1"


@pytest.mark.parametrize(
    "nested",
    [
        pytest.param(">" * 90 + " 5 men died", id="quotations"),
        pytest.param("- " * 45 + "5 men died", id="items"),
        pytest.param("*a " * 20_000 + "5 men died", id="emphasis"),
        pytest.param("[" * 20_000 + "5 men died" + "](b)" * 20_000, id="links"),
        pytest.param("5 men died\n\n" + "*" * 20_000 + "\n\n" + "<script>" * 5_000, id="marks"),
    ],
)
def test_nested_marks_lose_no_words(nested: str) -> None:
    assert "5 men died" in read(nested).text


@pytest.mark.parametrize(
    "nested",
    [
        pytest.param(">" * 20_000 + " hello", id="quotations"),
        pytest.param("- " * 5_000 + "x 5 men", id="items in one line"),
        pytest.param("".join(f"{'  ' * n}- {n} men\n" for n in range(60)), id="items"),
        pytest.param("> - " * 40 + "5 men", id="items in quotations"),
    ],
)
def test_what_is_nested_too_deeply_is_refused_and_never_lost(nested: str) -> None:
    with pytest.raises(Broken, match=r"a\.md is nested too deeply to be read whole; save it as \.txt"):
        read(f"Title\n\nOne.\n\n{nested}", "a.md")
