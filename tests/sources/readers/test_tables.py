"""Tables in plain text."""

from __future__ import annotations

import time

from sources.blocks import Block, BlockKind, CanonicalText, Metadata
from sources.readers.plain import tidied
from sources.readers.tables import find_rows

OPENING = "Tides at Port Aldis\n\nThe highest tides were measured in two years.\n\n"


def rows(text: str) -> list[tuple[str, list[tuple[str, str | None]]]]:
    """The rows of the tables in a text: kind, and the words and header of each cell."""
    read = tidied(text, Metadata())
    kinds = (BlockKind.TABLE_HEADER, BlockKind.TABLE_ROW)
    return [(block.kind.value, cells(read, block)) for block in read.blocks if block.kind in kinds]


def cells(read: CanonicalText, block: Block) -> list[tuple[str, str | None]]:
    return [(read.text[cell.start : cell.end], cell.header) for cell in block.cells]


def test_pipes_part_cells_and_a_drawn_line_marks_the_header() -> None:
    found = rows(OPENING + "| Year | Height |\n|------|-------:|\n| 2013 | 3.9 m |\n| 2026 | 4.1 m |\n")

    assert found == [
        ("table_header", [("Year", None), ("Height", None)]),
        ("table_row", [("2013", "Year"), ("3.9 m", "Height")]),
        ("table_row", [("2026", "Year"), ("4.1 m", "Height")]),
    ]


def test_tabs_part_cells_and_words_over_figures_are_a_header() -> None:
    found = rows(OPENING + "Year\tHeight\n2013\t3.9 m\n2026\t4.1 m\n")

    assert found[0] == ("table_header", [("Year", None), ("Height", None)])
    assert found[2] == ("table_row", [("2026", "Year"), ("4.1 m", "Height")])


def test_runs_of_blanks_part_cells() -> None:
    found = rows(OPENING + "Year    Height   Homes\n2013    3.9 m    1,460\n2026    4.1 m    40\n")

    assert found[1] == ("table_row", [("2013", "Year"), ("3.9 m", "Height"), ("1,460", "Homes")])


def test_an_empty_cell_does_not_move_the_others_under_wrong_headers() -> None:
    found = rows(OPENING + "Year\tHeight\tHomes\n2013\t\t1,460\n2026\t4.1 m\t40\n")

    assert found[1] == ("table_row", [("2013", "Year"), ("1,460", "Homes")])


def test_figures_of_neighbouring_cells_never_touch() -> None:
    read = tidied(OPENING + "Date\tFreed\n13 Dec 2025\t123\n14 Dec 2025\t4\n", Metadata())

    assert "13 Dec 2025 | 123" in read.text


def test_a_table_that_lost_its_columns_is_known_by_its_lines() -> None:
    text = (
        OPENING + "The two highest tides (a selection)\nYear Height Homes\n2013 3.9 m 1,460\n2026 4.1 m 40\n"
    )
    read = tidied(text, Metadata())

    assert [block.kind.value for block in read.blocks[2:]] == [
        "caption",
        "table_header",
        "table_row",
        "table_row",
    ]
    assert not any(block.cells for block in read.blocks)


def test_two_blanks_after_a_full_stop_make_no_table() -> None:
    assert rows("Head\n\nIt rained.  It stopped.\nIt rained.  It stopped.\nIt rained.  It stopped.\n") == []


def test_lines_of_an_address_make_no_table() -> None:
    assert rows(OPENING + "Port Authority\nQuay Street\nPort Aldis\n") == []


def test_a_long_line_of_dashes_is_looked_at_once() -> None:
    dashes = "-" * 50_000 + "x"
    text = f"{dashes}\n{dashes}"
    started = time.process_time()

    find_rows(text, [(0, len(dashes)), (len(dashes) + 1, len(text))])

    assert time.process_time() - started < 1
