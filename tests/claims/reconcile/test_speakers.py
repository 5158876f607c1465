"""A speaker is known again under another name."""

from __future__ import annotations

import pytest

from claims.reconcile.speakers import keys_of


@pytest.mark.parametrize("name", ["Kyiv", "Ukraine's military", "the Ukrainian president"])
def test_a_state_speaks_through_its_seat_and_its_people(name: str) -> None:
    assert keys_of(name) == {"Ukraine"}


def test_titles_and_pronouns_make_nobody_known() -> None:
    assert keys_of("officials") == frozenset()
    assert keys_of("he") == frozenset()


def test_a_name_is_known_by_its_words() -> None:
    assert keys_of("Gov. Josh Green") == {"josh", "green"}
