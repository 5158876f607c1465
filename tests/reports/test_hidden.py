from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.hidden import has_hidden, one_line, shown, shown_name


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        pytest.param("safe\u202egnp.exe", "‹U+202E›", id="right-to-left override"),
        pytest.param("Ana\u200bExample", "‹U+200B›", id="zero-width space"),
        pytest.param("Ana\ufeffExample", "‹U+FEFF›", id="byte-order mark"),
        pytest.param("a\u2066b\u2069", "‹U+2066›", id="isolate"),
        pytest.param("line\u2028separator", "‹U+2028›", id="line separator"),
        pytest.param("\x1b[31mred", "‹U+001B›", id="escape"),
        pytest.param("over\rwritten", "‹U+000D›", id="carriage return"),
        pytest.param("nul\x00", "‹U+0000›", id="nul"),
        pytest.param("c1\x9b31m", "‹U+009B›", id="C1 control"),
        pytest.param("lone\ud800", "‹U+D800›", id="lone surrogate"),
        pytest.param("tag\U000e0041", "‹U+E0041›", id="tag character"),
    ],
)
def test_a_character_that_cannot_be_seen_is_shown_by_its_number(text: str, mark: str) -> None:
    assert mark in shown(text)
    assert has_hidden(text)


@pytest.mark.parametrize(
    "text",
    ["Café “zwölf” — 3 × 4", "две", "سلام", "日本語", "👍🏽", "❤️", "tab\tand\nline"],
    ids=["latin", "cyrillic", "arabic", "han", "emoji", "variation selector", "white space"],
)
def test_ordinary_writing_is_left_alone(text: str) -> None:
    assert shown(text) == text
    assert not has_hidden(text)


@given(st.text(st.characters()))
def test_nothing_hidden_is_left_and_showing_twice_changes_nothing(text: str) -> None:
    visible = shown(text)

    assert not has_hidden(visible)
    assert shown(visible) == visible
    assert not {unicodedata.category(letter) for letter in visible} & {"Cs", "Zl", "Zp"}


def test_a_name_with_look_alike_letters_says_so() -> None:
    cyrillic_a = "\u0430"

    assert shown_name(f"An{cyrillic_a} Example") == f"An{cyrillic_a} Example ‹letters of two scripts›"
    assert shown_name("Ana Example") == "Ana Example"
    assert shown_name("Ана Пример") == "Ана Пример"


def test_a_name_with_a_zero_width_character_shows_it() -> None:
    assert shown_name("reviewer\u200b-1") == "reviewer‹U+200B›-1"


def test_a_text_on_one_line_can_forge_no_second_one() -> None:
    assert one_line("one\r\n  two\tthree") == "one two three"
    assert one_line("a\x0bb\x85c\u2029d") == "a b c d"
