"""A speaker is known again under another name."""

from __future__ import annotations

import pytest

from claims.reconcile.speakers import Standing, keys_of, voice_of


@pytest.mark.parametrize("name", ["Kyiv", "Ukraine's military", "the Ukrainian president"])
def test_a_state_speaks_through_its_seat_and_its_people(name: str) -> None:
    assert keys_of(name) == {"Ukraine"}


def test_titles_and_pronouns_make_nobody_known() -> None:
    assert keys_of("officials") == frozenset()
    assert keys_of("he") == frozenset()


def test_a_name_is_known_by_its_words() -> None:
    assert keys_of("Gov. Josh Green") == {"josh", "green"}


def test_of_two_states_in_a_name_the_first_speaks() -> None:
    assert keys_of("the French embassy in Kyiv") == {"France"}


def test_a_number_is_nobody() -> None:
    assert keys_of("some 40,000 people") == frozenset()


@pytest.mark.parametrize(
    ("name", "standing"),
    [
        ("the Harbour Board", Standing.FIRST_HAND),
        ("WHO", Standing.FIRST_HAND),
        ("striking students", Standing.FIRST_HAND),
        ("the interior ministry", Standing.STATE),
        ("police", Standing.STATE),
        ("Reuters", Standing.PASSES_ON),
        ("the Harbour Gazette", Standing.PASSES_ON),
        ("local residents", Standing.PASSES_ON),
        ("the Harbourside company", Standing.PASSES_ON),
        ("the Harbour Trading Company", Standing.FIRST_HAND),
    ],
)
def test_not_everybody_who_speaks_can_be_where_a_figure_comes_from(name: str, standing: Standing) -> None:
    assert voice_of(name).standing is standing
