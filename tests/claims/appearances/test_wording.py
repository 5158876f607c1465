"""Words that are rated are one claim, whatever they are, and told from others by what they say."""

from __future__ import annotations

import pytest

from claims.appearances.wording import is_same_wording, name_for, read_wording


def test_the_text_is_exactly_the_words() -> None:
    reading = read_wording("We sail 20 times a week,  and\nnever late. Ask anybody.")

    [claim] = reading.statements
    assert reading.source.text == "We sail 20 times a week,  and\nnever late. Ask anybody."
    assert reading.quote(claim) == reading.source.text


def test_several_sentences_are_one_claim_with_the_figures_of_all() -> None:
    reading = read_wording("We sail 20 times a week. No fewer than 300 people came.")

    assert [[figure.quote for figure in claim.figures] for claim in reading.statements] == [
        ["20 times a week", "No fewer than 300"]
    ]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Will the ferry ever be on time?", id="a question"),
        pytest.param("I think that it is the finest ferry.", id="an opinion"),
        pytest.param("Read more: subscribe to our newsletter", id="furniture"),
        pytest.param("Shame!", id="a word"),
    ],
)
def test_what_a_person_chose_can_be_checked_whatever_the_reader_thinks(words: str) -> None:
    [claim] = read_wording(words).statements

    assert (claim.checkable, claim.why_not) == (True, None)


def test_the_language_is_that_which_is_said_else_that_of_the_words() -> None:
    german = "Die Fähre fährt 20 Mal in der Woche, und sie war in all den Jahren nie zu spät."

    assert read_wording(german).language == "de"
    assert read_wording(german, language="nl").language == "nl"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("It’s “late”.", 'it\'s  "late"', True, id="layout, capitals and a stop"),
        pytest.param("We sail 20 times.", "We sail 21 times.", False, id="another figure"),
        pytest.param("We sail 20 times.", "We never sail 20 times.", False, id="a denial"),
        pytest.param("10² ships", "102 ships", False, id="a raised figure"),
    ],
)
def test_wordings_are_the_same_where_they_say_the_same_word_for_word(
    one: str, other: str, same: bool
) -> None:
    assert is_same_wording(one, other) is same


def test_a_name_is_the_first_words_cut_between_two() -> None:
    assert name_for("We sail 20 times a week. No ship was ever late.") == "We sail 20 times a week."
