"""Blocks before they have a place, and the canonical text made of them."""

from __future__ import annotations

import pytest

from sources.blocks import BlockKind, Link, Metadata
from sources.readers.drafts import Draft, DraftCell, DraftLink, Words, compose, tidy


def test_blocks_are_parted_by_blank_lines_and_items_and_rows_by_line_ends() -> None:
    text = compose(
        [
            Draft(BlockKind.HEADING, "Fares", level=1),
            Draft(BlockKind.LIST_ITEM, "Adults"),
            Draft(BlockKind.LIST_ITEM, "Dogs"),
            Draft(BlockKind.PARAGRAPH, "That is all."),
        ],
        Metadata(),
        "test/1",
    )

    assert text.text == "Fares\n\nAdults\nDogs\n\nThat is all."
    assert [text.text[block.start : block.end] for block in text.blocks] == [
        "Fares",
        "Adults",
        "Dogs",
        "That is all.",
    ]
    assert text.reader == "test/1"


def test_cells_are_parted_so_that_figures_never_touch_and_empty_ones_keep_their_columns() -> None:
    row = Draft(
        BlockKind.TABLE_ROW, cells=(DraftCell("2025", "Year"), DraftCell(" "), DraftCell("123", "Freed"))
    )

    text = compose([row], Metadata(), "test/1")

    assert text.text == "2025 | 123"
    assert [(text.text[cell.start : cell.end], cell.header) for cell in text.blocks[0].cells] == [
        ("2025", "Year"),
        ("123", "Freed"),
    ]


def test_links_move_with_their_block() -> None:
    linked = Draft(BlockKind.PARAGRAPH, "See the port.", links=(DraftLink(8, 12, "https://port.example/"),))

    text = compose([Draft(BlockKind.PARAGRAPH, "First."), linked], Metadata(), "test/1")

    assert text.links == (Link(16, 20, "https://port.example/"),)
    assert text.text[16:20] == "port"


def test_a_block_without_words_is_left_out() -> None:
    empty = [Draft(BlockKind.PARAGRAPH, ""), Draft(BlockKind.TABLE_ROW, cells=(DraftCell(""),))]

    assert compose(empty, Metadata(), "test/1").blocks == ()


def test_words_come_together_with_single_blanks_and_links_without_any_at_their_ends() -> None:
    words = Words()
    for run, url in (
        (" See ", None),
        ("\n the port ", "/port"),
        (" office", None),
        ("  ", "/blank"),
        (".", None),
    ):
        words.add(run, url)

    draft = words.draft(BlockKind.PARAGRAPH)

    assert draft.text == "See the port office ."
    assert [(draft.text[link.start : link.end], link.url) for link in draft.links] == [("the port", "/port")]


@pytest.mark.parametrize(
    ("words", "tidied"),
    [
        pytest.param("  a \n\t b\xa0c ", "a b c", id="blanks"),
        pytest.param("12\u202f500\u2009000", "12\xa0500\xa0000", id="grouped digits"),
        pytest.param("in 2025\xa0123 people", "in 2025 123 people", id="a year is no group of digits"),
        pytest.param("1\xa05", "1 5", id="not a group of three"),
        pytest.param("so\xadft\u200b\x00\x1b", "soft", id="invisible"),
        pytest.param("👩\u200d🚒", "👩\u200d🚒", id="a joiner inside an emoji stays"),
    ],
)
def test_tidy_words(words: str, tidied: str) -> None:
    assert tidy(words) == tidied
