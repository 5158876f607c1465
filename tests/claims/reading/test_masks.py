"""What holds a number and is no figure."""

from __future__ import annotations

import pytest

from claims.reading.masks import mask
from claims.reading.tokens import tokenise

NO_FIGURES = {
    "a clock time": ("It began at 9:35 PM.", "9 35"),
    "a time in letters": ("It ended at 5am.", "5"),
    "a lap time": ("A lap of 1:36.6 won.", "1 36.6"),
    "a model": ("An F-16 flew.", "16"),
    "a name in letters": ("The G20 met.", "20"),
    "an ordinal": ("The 7th round", "7"),
    "a version": ("The app Aurora 6 is out.", "6"),
    "a page": ("See page 12.", "12"),
    "an article of law": ("Under Article 5.", "5"),
    "a numbered item": ("It is No. 10.", "10"),
    "an index": ("The S&P 500 was calm.", "500"),
    "a list number": ("3. The mayor left.", "3"),
    "a footnote": ("It is so [12].", "12"),
    "a reference": ("It is so (12).", "12"),
    "a date with strokes": ("Since 9/11.", "9 11"),
    "a house number": ("At 221 Baker Street.", "221"),
    "a city block": ("In the 1200 block of Elm Street.", "1200"),
    "a height": ("He is 5’2” tall.", "5 2"),
    "a rank": ("In the top 20.", "20"),
    "a post": ("Post 667366321999495168 went round.", "667366321999495168"),
    "a link": ("See https://example.org/2024/05/118 now.", "2024 05 118"),
    "a telephone number": ("Call +44 20 7946 0958.", "44 20 7946 0958"),
    "a phrase": ("They work 24/7.", "24 7"),
}


@pytest.mark.parametrize(("text", "hidden"), NO_FIGURES.values(), ids=NO_FIGURES.keys())
def test_names_times_and_places_are_hidden_from_the_reader_of_numbers(text: str, hidden: str) -> None:
    tokens = tokenise(text, 0, len(text))

    masked = mask(tokens).hidden

    numbers = [word for word, hide in zip(tokens.words, masked, strict=False) if hide and word[0].isdecimal()]
    assert numbers == hidden.split(" ")


FIGURES = {
    "a plural behind a name": "In Kyiv 300 houses fell.",
    "a verb before it": "Ukraine received 114.",
    "a headline": "Blast Kills 12",
    "a unit tied to it": "Winds of 155mph blew.",
    "a currency tied to it": "It sold for USD10m.",
    "a number of pages": "It has 12 pages.",
    "a sum of money as long as an identifier": "It owes $1000000000000.",
    "a bracket inside a sentence": "The dead (12) were named.",
}


@pytest.mark.parametrize("text", FIGURES.values(), ids=FIGURES.keys())
def test_what_looks_like_a_name_and_counts_stays_open(text: str) -> None:
    assert not any(mask(tokenise(text, 0, len(text))).hidden)


def test_the_dates_of_a_statement_are_handed_on() -> None:
    text = "On 13 December 2025 they met."

    assert [mention.value for mention in mask(tokenise(text, 0, len(text))).dates] == ["2025-12-13"]
