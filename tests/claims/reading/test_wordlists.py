"""The word lists that reading relies on can be loaded, and their entries mean something."""

from __future__ import annotations

from importlib.resources import files

import pytest

from claims.kinds import Modifier
from claims.reading.wordlists import load_list, load_words

OURS = [
    "units",
    "unit_symbols",
    "currencies",
    "number_words",
    "scale_words",
    "fraction_words",
    "modifiers",
    "modifiers_after",
    "change_words",
    "phrase_ends",
    "number_labels",
    "names_after_numbers",
    "calendar",
    "measure_verbs",
    "number_idioms",
    "words_before_numbers",
    "irregular_plurals",
    "contest_words",
    "harm_words",
    "weight_words",
    "metre_words",
]


@pytest.mark.parametrize("name", OURS)
def test_a_list_says_at_its_head_where_it_comes_from(name: str) -> None:
    text = files("claims.reading").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")

    head = text.partition("\n\n")[0] if "\n\n" in text else text
    assert head.startswith("# ")
    assert "Source: " in text


def test_every_modifier_of_the_lists_is_one_that_a_figure_can_have() -> None:
    assert {Modifier(name) for name in load_list("modifiers")} >= {
        Modifier(name) for name in load_list("modifiers_after")
    }


def test_no_spelling_stands_for_two_currencies() -> None:
    spellings = [spelling for listed in load_list("currencies").values() for spelling in listed]

    assert sorted(spellings) == sorted(set(spellings))


def test_words_of_a_list_come_without_their_headings() -> None:
    assert "killed" in load_words("harm_words")
    assert "harm" not in load_words("harm_words")
