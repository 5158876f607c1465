from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.screen import columns_of, cut, padded, plainly, strong, text_of, wrapped


@given(st.text(), st.integers(2, 60))
def test_a_cut_text_never_takes_more_columns_than_there_are(text: str, columns: int) -> None:
    assert columns_of(cut(text, columns)) <= columns


@given(st.text(), st.integers(4, 60))
def test_a_padded_text_takes_exactly_its_columns(text: str, columns: int) -> None:
    assert columns_of(padded(text, "", columns)[0]) == columns


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("日本", 4), ("e\u0301", 1), ("", 0)],
    ids=["latin", "wide", "combining", "empty"],
)
def test_columns_are_counted_as_a_terminal_counts_them(text: str, columns: int) -> None:
    assert columns_of(text) == columns


@given(st.text(st.characters(), max_size=400))
def test_wrapped_text_fits_and_holds_nothing_that_moves_the_cursor(text: str) -> None:
    shown = text_of(wrapped(text, indent=6, first=strong("label")))

    assert not {unicodedata.category(letter) for letter in shown.replace("\n", "")} & {"Cc", "Cs", "Zl", "Zp"}
    assert all(columns_of(line) <= 80 for line in shown.split("\n"))


def test_wrapped_text_keeps_its_indent_and_says_when_it_stops() -> None:
    lines = text_of(wrapped("word " * 60, indent=4, first=plainly("a"), most=2)).split("\n")

    assert lines[0].startswith("a   word")
    assert lines[1].startswith("    word")
    assert len(lines) == 2
    assert lines[1].endswith("…")
