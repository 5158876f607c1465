"""Lines of labels under a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.kinds import WhyNot
from claims.reading import read
from claims.reading.label_lines import split_label_line
from sources.readers import read_text


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        pytest.param(
            "Categories: Norland, Floods, Rivers",
            ["Categories:", "Norland,", "Floods,", "Rivers"],
            id="commas",
        ),
        pytest.param("Keywords: dam | river", ["Keywords:", "dam |", "river"], id="strokes"),
        pytest.param(
            "Categories: March 3, 2021 Norland Floods",
            ["Categories:", "March 3, 2021", "Norland Floods"],
            id="blanks alone, after a date",
        ),
        pytest.param("Filed in: Norland", ["Filed in:", "Norland"], id="one entry"),
        pytest.param("Categories: he named three of them on Monday.", [], id="a sentence"),
        pytest.param("The minister: Norland, Floods", [], id="no listed label"),
        pytest.param("Categories:", [], id="a label alone"),
    ],
)
def test_a_line_of_labels_is_parted_into_its_entries(line: str, parts: list[str]) -> None:
    assert [line[start:end] for start, end in split_label_line(line, 0, len(line))] == parts


def test_nothing_in_a_line_of_labels_is_to_be_checked_or_counted() -> None:
    text = "The dam held on Monday, the office said.\n\nCategories: March 3, 2021, 40 dams, Norland"

    labels = read(read_text(text)).statements[1:]

    assert len(labels) == 4
    assert all(
        label.why_not is WhyNot.LABEL and not label.checkable and not label.figures for label in labels
    )


@given(st.text(alphabet="Ab ,;|·3.May2021:\n", max_size=60))
def test_every_character_of_a_line_lies_in_exactly_one_part(words: str) -> None:
    line = f"Categories: {words}"

    spans = split_label_line(line, 0, len(line))

    covered = [place for start, end in spans for place in range(start, end)]
    assert len(covered) == len(set(covered))
    if spans:
        assert all(line[place].isspace() for place in set(range(len(line))) - set(covered))
