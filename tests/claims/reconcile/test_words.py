"""Words are folded, and phrases found, as reconciling needs them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reconcile.words import Phrases, folded, singular, words_of


@pytest.mark.parametrize(
    ("written", "key"),
    [("Kılıçdaroğlu’s", "kilicdaroglu"), ("Türkiye", "turkiye"), ("Łódź", "lodz"), ("BBC", "bbc")],
    ids=["dotless i", "umlaut", "stroke", "capitals"],
)
def test_case_accents_and_the_possessive_are_folded_away(written: str, key: str) -> None:
    assert folded(written) == key


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("bodies", "body"),
        ("houses", "house"),
        ("people", "person"),
        ("crashes", "crash"),
        ("gas", "gas"),
        ("lives", "life"),
    ],
)
def test_a_plural_is_brought_to_its_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


@given(st.text(max_size=80))
def test_every_word_slices_back_to_itself(text: str) -> None:
    for word in words_of(text, 0, len(text)):
        assert text[word.start : word.end] == word.text


def found(phrases: list[tuple[str, str]], text: str) -> list[str]:
    return [name for _, _, name in Phrases(phrases).find(words_of(text, 0, len(text)))]


def test_the_longest_phrase_wins() -> None:
    assert found([("toll", "short"), ("death toll", "long")], "The death toll rose") == ["long"]


def test_a_gap_lets_a_few_words_stand_between_but_not_many() -> None:
    phrases = [("let … go", "released")]

    assert found(phrases, "They let 123 prisoners go.") == ["released"]
    assert found(phrases, "They let it be known to all of the others that they would go.") == []


def test_a_phrase_can_ask_for_a_name_behind_it() -> None:
    phrases = [("reached ^", "received")]

    assert found(phrases, "They reached Brennia.") == ["received"]
    assert found(phrases, "Cases reached 530.") == []


def test_finding_stays_quick_on_a_long_run_of_first_words() -> None:
    words = words_of("let " * 20_000, 0, 80_000)

    assert Phrases([("let … go", "released")]).find(words) == []
