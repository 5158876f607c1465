"""Where a quote stands in a text: as it is, laid out otherwise, altered, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.anchoring import anchor
from claims.anchoring.nearest import Change
from claims.kinds import Fit

PAGE = (
    "The minister said 1,234 men weren’t “released” on 12 December – not 13.\n"
    "Output fell by −5% to $3.5bn. Co\u00adoperation in the U.S.\nwas non-lethal; the yard has 10² m² for "
    "1 234 people. Cafe\u0301 owner Rory O’Hara ﬁnished first…"
)


def words(quote: str, text: str = PAGE) -> str | None:
    found = anchor(quote, text)
    return None if found.start is None else text[found.start : found.end]


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param("The minister said 1,234 men", id="a number with a comma"),
        pytest.param("released", id="one word"),
        pytest.param("men weren’t “released”", id="with its quotation marks"),
        pytest.param("  on 12 December ", id="blanks around it are not part of it"),
        pytest.param("the yard has 10² m²", id="raised digits"),
    ],
)
def test_words_that_stand_there_are_found_as_they_are(quote: str) -> None:
    assert anchor(quote, PAGE).fit is Fit.EXACT
    assert words(quote) == quote.strip()


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        pytest.param('men weren\'t "released"', "men weren’t “released”", id="straight quotation marks"),
        pytest.param("12 December - not 13", "12 December – not 13", id="another dash"),
        pytest.param("fell by -5% to", "fell by −5% to", id="a hyphen for a minus sign"),
        pytest.param(
            "Cooperation in the U.S. was",
            "Co\u00adoperation in the U.S.\nwas",
            id="a soft hyphen, a line break",
        ),
        pytest.param("1\u00a0234 people", "1 234 people", id="a blank that does not break"),
        pytest.param("Café owner", "Cafe\u0301 owner", id="an accent put together"),
        pytest.param("O'Hara finished first...", "O’Hara ﬁnished first…", id="a ligature, an ellipsis"),
        pytest.param("１２ December", "12 December", id="full-width digits"),
        pytest.param("the  yard\thas", "the yard has", id="more blanks"),
        pytest.param("ya\u200brd\u2060 has", "yard has", id="invisible signs"),
    ],
)
def test_layout_alone_is_no_difference_and_the_words_are_those_of_the_page(quote: str, stands: str) -> None:
    assert anchor(quote, PAGE).fit is Fit.WHITESPACE
    assert words(quote) == stands


@pytest.mark.parametrize(
    ("quote", "change"),
    [
        pytest.param("minister said 1,23", Change("1,23", "1,234"), id="a digit less at the end"),
        pytest.param("said 1,235 men", Change("1,235", "1,234"), id="another digit"),
        pytest.param("234 men", Change("234", "1,234"), id="the end of a number"),
        pytest.param("234 people", Change("", "1 "), id="the end of a number parted by a blank"),
        pytest.param("men were", Change("were", "weren’t"), id="a denial cut off"),
        pytest.param("on 12 December – or 13", Change("not", "not"), id="another small word"),
        pytest.param("fell by 5% to", Change("", "−"), id="a sign left out before a number"),
        pytest.param("to 3.5bn", Change("", "$"), id="a currency left out"),
        pytest.param("fell by −5", Change("", "%"), id="a unit left out"),
        pytest.param("the yard has 102 m²", Change("102", "10²"), id="a raised digit made plain"),
        pytest.param("has 10² m2 for", Change("m2", "m²"), id="a raised unit made plain"),
        pytest.param("the yard has 10", Change("10", "10²"), id="a raised digit left out"),
        pytest.param("Cafe owner Rory", Change("Cafe", "Cafe\u0301"), id="an accent left out"),
        pytest.param("the minister said", Change("the", "The"), id="a capital"),
        pytest.param("was lethal; the yard", Change("lethal", "non-lethal"), id="a prefix that denies"),
    ],
)
def test_what_is_not_there_word_for_word_is_altered_and_the_difference_is_told(
    quote: str, change: Change
) -> None:
    found = anchor(quote, PAGE)

    assert found.fit is Fit.ALTERED
    if change.quote != change.page:
        assert change in found.difference


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param("nothing of the sort was ever printed", id="other words"),
        pytest.param("", id="nothing"),
        pytest.param(" … – ", id="no letter and no digit"),
        pytest.param("Hara", id="a part of a name"),
    ],
)
def test_what_is_nowhere_near_is_gone(quote: str) -> None:
    assert anchor(quote, PAGE).fit is Fit.GONE


def test_the_nearest_passage_is_shown_whole_and_its_differences_in_order() -> None:
    text = "It began late. The old ferry to Corrie did not sail on 3 May. It ended early."

    found = anchor("The ferry to Corrie did sail on 4 May", text)

    assert text[found.start : found.end] == "The old ferry to Corrie did not sail on 3 May"
    assert found.difference == (Change("", "old"), Change("", "not"), Change("4", "3"))


def test_words_that_only_join_otherwise_are_altered_without_a_difference_in_words() -> None:
    found = anchor("It is 20km long", "It is 20 km long.")

    assert found.fit is Fit.ALTERED


def test_of_several_places_the_first_is_taken() -> None:
    assert anchor("a tie", "a tie, then a tie").start == 0


def test_of_several_places_that_with_the_words_around_it_is_taken() -> None:
    text = "At noon it was a tie. At dusk it was a tie. At night it was a tie."

    assert anchor("a tie", text, prefix="At dusk it was ", suffix=". At night").start == text.find(
        "a tie", 25
    )


def test_of_several_places_the_one_nearest_to_the_earlier_is_taken() -> None:
    text = "a tie; a tie; a tie"

    assert anchor("a tie", text, near=8).start == 7


def test_a_quote_of_very_many_words_is_not_compared() -> None:
    long = " ".join(f"word{number}" for number in range(1_200))

    assert anchor(long, long).fit is Fit.EXACT
    assert anchor(long + " more", long).fit is Fit.GONE


@given(st.text(), st.integers(0, 60), st.integers(1, 60))
def test_what_is_found_slices_back_and_folds_to_the_quote(text: str, start: int, length: int) -> None:
    quote = text[start : start + length]

    found = anchor(quote, text)

    if found.fit is Fit.EXACT:
        assert text[found.start : found.end] == quote.strip()
    if found.start is not None and found.end is not None:
        assert 0 <= found.start < found.end <= len(text)


@given(st.text(), st.text())
def test_any_two_texts_have_an_answer(quote: str, text: str) -> None:
    assert anchor(quote, text).fit in Fit
