"""Messages of the readers: they name the file, the reason and the next step, and are safe to print."""

from __future__ import annotations

import pytest

from sources.errors import Empty, SourceError, shown


def test_a_message_names_the_file_the_reason_and_the_next_step() -> None:
    error = Empty("note.txt", "is empty", next_step="give a file with text in it")

    assert str(error) == "note.txt is empty; give a file with text in it"
    assert isinstance(error, SourceError)


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        pytest.param("a\x1b[31m.txt", "a\\x1b[31m.txt", id="terminal escape"),
        pytest.param("exe\u202etxt.doc", "exe\\u202etxt.doc", id="right-to-left override"),
        pytest.param("a\nb.txt", "a\\nb.txt", id="line end"),
        pytest.param("zero\u200bwidth", "zero\\u200bwidth", id="zero-width blank"),
        pytest.param("\udcff.txt", "\\udcff.txt", id="byte that is no UTF-8"),
        pytest.param("žába – 蛙.txt", "žába – 蛙.txt", id="letters of any script stay"),
    ],
)
def test_a_file_name_is_shown_without_what_could_deceive(name: str, printed: str) -> None:
    assert shown(name) == printed


def test_a_very_long_name_is_cut_in_the_middle() -> None:
    printed = shown("a" * 300 + ".txt")

    assert len(printed) < 130
    assert printed.endswith("a.txt")
