from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.changed_words import Changed, changed

WORDS = st.lists(st.sampled_from(["seven", "eight", "boats", "left"]), max_size=8).map(" ".join)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        pytest.param(
            "The border opens at six.",
            "The border opens at seven.",
            Changed("The border opens at", "six.", "seven.", ""),
            id="the end",
        ),
        pytest.param("Six left.", "Seven left.", Changed("", "Six", "Seven", "left."), id="the beginning"),
        pytest.param("All left.", "All have left.", Changed("All", "", "have", "left."), id="a word more"),
        pytest.param("a a", "a a a", Changed("a a", "", "a", ""), id="a word again"),
        pytest.param("It is so.", "It  is\nso.", Changed("It is so.", "", "", ""), id="layout alone"),
    ],
)
def test_only_the_words_that_changed_are_shown_as_changed(old: str, new: str, found: Changed) -> None:
    assert changed(old, new) == found


@given(old=WORDS, new=WORDS)
def test_both_wordings_can_be_read_from_what_is_shown(old: str, new: str) -> None:
    found = changed(old, new)

    assert " ".join(filter(None, (found.before, found.gone, found.after))) == old
    assert " ".join(filter(None, (found.before, found.come, found.after))) == new
