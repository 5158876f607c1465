"""The stems of words: forms of one word meet, and no text breaks them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.matching.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        "arrest arrests arrested arresting",
        "tax taxes taxed taxing",
        "agree agreed agrees",
        "hop hops hopped hopping",
        "fall falls falling",
        "file files filed filing",
        "city cities",
        "relational relate",
        "generalisation generalisations",
        "hopeful hopefulness",
        "adjustment adjust adjusted adjustable",
    ],
)
def test_forms_of_one_word_have_one_stem(forms: str) -> None:
    assert len({stem(word) for word in forms.split()}) == 1


@pytest.mark.parametrize(
    ("word", "expected"),
    [("as", "as"), ("glass", "glass"), ("sky", "sky"), ("sing", "sing"), ("1.2", "1.2"), ("ärzte", "ärzte")],
)
def test_a_word_without_an_ending_stays_as_it_is(word: str, expected: str) -> None:
    assert stem(word) == expected


@given(st.text(max_size=60))
def test_a_stem_is_no_longer_than_its_word_and_one_letter(word: str) -> None:
    assert len(stem(word)) <= len(word) + 1
