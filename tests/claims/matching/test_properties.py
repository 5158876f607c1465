"""What must hold for every pair of claims: a changed meaning is never `same`, an unchanged one always is."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.kinds import MatchDecision
from claims.matching.rules import decide
from claims.matching.telling import telling

NAMES = [
    "Ada Marsh",
    "Ida Marsh",
    "Omar Hale",
    "Lena Brandt",
    "Arden",
    "Corrie",
    "Norland",
    "Velmaria",
    "Kostania",
]
DAYS = [
    "3 May 2024",
    "4 May 2024",
    "3 June 2024",
    "3 May 2023",
    "Monday",
    "Tuesday",
    "May 2024",
    "2024",
    "2019",
    "the 1990s",
    "the 1930s",
    "May 3 and 4",
    "May 3 and 5",
]
FIGURES = ["3", "4", "12", "21", "120", "about 120", "at least 120", "1,200", "1.2 million", "1.3 million",
           "half", "$40m", "€40m", "40%", "4%", "dozens of", "between 40 and 50", "0.5",
           "nearly 300"]  # fmt: skip
SENTENCES = [
    "{name} said that {figure} boats left {place} on {day}.",
    "On {day}, {name} closed {figure} schools in {place}.",
    "{figure} people were hurt in {place} when {name} spoke on {day}.",
    "In {place} the debt rose by {figure} after {day}, {name} told the council.",
    "{name} has paid {figure} of the crews of {place} since {day}.",
    "Police in {place} counted {figure} marchers behind {name} on {day}. The square was full.",
]
DENIALS = [("said", "never said"), ("closed", "did not close"), ("were hurt", "were not hurt"),
           ("rose", "fell"), ("has paid", "hasn't paid"), ("counted", "didn't count")]  # fmt: skip

filled = st.fixed_dictionaries(
    {
        "name": st.sampled_from(NAMES),
        "place": st.sampled_from(NAMES),
        "day": st.sampled_from(DAYS),
        "figure": st.sampled_from(FIGURES),
    }
)
sentences = st.sampled_from(SENTENCES)


def decision(a: str, b: str) -> MatchDecision:
    return decide(telling(a), telling(b)).decision


@settings(max_examples=1_000, deadline=None)
@given(sentence=sentences, one=filled, other=filled)
def test_a_changed_figure_name_or_date_is_never_the_same(
    sentence: str, one: dict[str, str], other: dict[str, str]
) -> None:
    a, b = sentence.format(**one), sentence.format(**other)

    assert (decision(a, b) is MatchDecision.SAME) == (a == b)


@settings(max_examples=1_000, deadline=None)
@given(sentence=sentences, one=filled, other=filled)
def test_a_quotation_of_something_else_is_never_the_same(
    sentence: str, one: dict[str, str], other: dict[str, str]
) -> None:
    said, quoted = sentence.format(**one), sentence.format(**other)

    if said != quoted:
        assert decision(said, f"Ada Marsh said: “{quoted}”") is not MatchDecision.SAME
        assert decision(f"And he said: {said}", f'Says "{quoted}"') is not MatchDecision.SAME


@settings(max_examples=300, deadline=None)
@given(number=st.integers(min_value=0, max_value=len(SENTENCES) - 1), words=filled)
def test_a_denial_is_never_the_same(number: int, words: dict[str, str]) -> None:
    text = SENTENCES[number].format(**words)
    said, denied = DENIALS[number]

    assert decision(text, text.replace(said, denied)) is not MatchDecision.SAME


@settings(max_examples=300, deadline=None)
@given(sentence=sentences, words=filled, place=st.integers(min_value=0, max_value=99))
def test_a_digit_changed_anywhere_is_never_the_same(sentence: str, words: dict[str, str], place: int) -> None:
    text = sentence.format(**words)
    digits = [found.start() for found in re.finditer(r"\d", text)]
    if not digits:
        return
    at = digits[place % len(digits)]

    changed = f"{text[:at]}{(int(text[at]) + 1) % 10}{text[at + 1 :]}"

    assert decision(text, changed) is not MatchDecision.SAME


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=200))
def test_a_text_is_always_the_same_as_itself(text: str) -> None:
    assert decision(text, text) is MatchDecision.SAME


@settings(max_examples=300, deadline=None)
@given(sentence=sentences, words=filled)
def test_layout_and_quotation_marks_change_nothing(sentence: str, words: dict[str, str]) -> None:
    text = sentence.format(**words)

    assert decision(text, f"“{text.replace(' ', '  ')}”") is MatchDecision.SAME
    assert decision(text, text.replace("'", "’").replace(" ", "\n ", 1)) is MatchDecision.SAME


@settings(max_examples=300, deadline=None)
@given(a=sentences, b=sentences, one=filled, other=filled)
def test_the_decision_is_the_same_the_other_way_round(
    a: str, b: str, one: dict[str, str], other: dict[str, str]
) -> None:
    first, second = a.format(**one), b.format(**other)

    assert decision(first, second) is decision(second, first)
