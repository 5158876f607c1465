"""The word lists are whole, and say where they come from."""

from __future__ import annotations

from decimal import Decimal
from importlib.resources import files

import pytest

from claims.reconcile import lexicon

LISTS = sorted(
    entry.name for entry in (files("claims.reconcile") / "data").iterdir() if entry.name.endswith(".txt")
)


@pytest.mark.parametrize("name", LISTS)
def test_every_list_opens_with_what_it_is_and_names_its_source(name: str) -> None:
    text = (files("claims.reconcile") / "data" / name).read_text(encoding="utf-8")

    assert text.startswith("# ")
    assert "# Source:" in text


def test_a_step_within_a_step_is_within_the_outermost() -> None:
    assert "infected" in lexicon.outer_measures()["identified"]


def test_every_containment_is_between_measures_that_exist() -> None:
    named = {name for pair in lexicon.outer_measures().items() for name in (pair[0], *pair[1])}

    assert named <= lexicon.all_measures()


def test_no_measure_lies_within_itself() -> None:
    assert not any(inner in outer for inner, outer in lexicon.outer_measures().items())


def test_every_label_is_of_a_measure_that_exists() -> None:
    assert set(lexicon.labels()) <= lexicon.all_measures()


def test_every_question_is_asked_of_measures_that_exist() -> None:
    assert frozenset().union(*lexicon.measures_asked().values()) <= lexicon.all_measures()


def test_conversions_are_exact_and_have_one_base_a_kind() -> None:
    table = lexicon.conversions()

    assert all(factor > 0 for factor, _ in table.values())
    assert all(table[base] == (Decimal(1), base) for _, base in table.values())
