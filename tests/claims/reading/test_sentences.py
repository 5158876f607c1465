"""Where sentences end inside a block of text."""

from __future__ import annotations

import re
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reading.sentences import split_sentences

CORPUS = Path(__file__).parents[2] / "corpus" / "sentences.txt"
CASES = [
    line for line in CORPUS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
]
PIECES = [
    "The cat sat",
    "U.S.",
    "Mr.",
    "No.",
    "5",
    "p.m.",
    "...",
    "…",
    ".",
    "?",
    "!",
    "“",
    "”",
    '"',
    "(",
    ")",
]
PIECES += [
    " ",
    "  ",
    "\n",
    "[12]",
    "Photo:",
    "said",
    "He",
    "J.",
    "al.",
    "。",
    "’",
    "\u2028",
    "é",
    "—",
    "Yahoo!",
]
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize("case", CASES, ids=CASES)
def test_sentences_end_where_the_corpus_says(case: str) -> None:
    text = case.replace(" | ", " ").replace("|", "")

    assert sentences(text) == re.split(r" ?\| ?", case)


def test_a_stray_mark_at_the_end_belongs_to_the_last_sentence() -> None:
    assert sentences("It is over. ”") == ["It is over. ”"]


@pytest.mark.parametrize(
    "case",
    [
        pytest.param("Am 13. Dezember kamen 114. | Es regnete.", id="an ordinal, and a count at the end"),
        pytest.param("Der Damm kostete 3 Mio. Euro. | Er hielt.", id="a scale cut short"),
        pytest.param(
            "Город получил 5 млн. Рублей. | Больше не дали.", id="a scale cut short, before a capital"
        ),
        pytest.param("Es blieben 3 Boote. | Eines sank.", id="an ordinary word behind a number"),
    ],
)
def test_in_other_languages_a_stop_may_belong_to_a_number(case: str) -> None:
    text = case.replace(" | ", " ")

    found = [text[start:end] for start, end in split_sentences(text, 0, len(text), ordinal_stops=True)]

    assert found == case.split(" | ")


def test_only_the_stretch_that_is_asked_for_is_read() -> None:
    text = "One. Two. Three. Four."

    assert [text[a:b] for a, b in split_sentences(text, 5, 16)] == ["Two.", "Three."]


@pytest.mark.parametrize(
    "piece",
    [
        ". ",
        '."',
        "A. ",
        "a…",
        "!?",
        "[1]",
        "word.The ",
        ".[1] [2]",
        "Photo: ",
        "“",
        "a.m. North ",
        '?" A ',
        ". 1. ",
    ],
)
def test_no_text_of_100_kilobytes_takes_long(piece: str) -> None:
    text = piece * (100_000 // len(piece)) + "A"
    began = process_time()

    count = sum(1 for _ in split_sentences(text, 0, len(text)))

    assert count
    assert process_time() - began < 5  # quadratic work takes a minute


@given(TEXTS)
def test_every_character_that_is_not_blank_lies_in_exactly_one_sentence(text: str) -> None:
    spans = list(split_sentences(text, 0, len(text)))

    covered = [place for start, end in spans for place in range(start, end)]
    assert len(covered) == len(set(covered))
    assert all(text[place].isspace() for place in set(range(len(text))) - set(covered))


@given(TEXTS)
def test_no_sentence_begins_or_ends_with_a_blank(text: str) -> None:
    assert all(sentence == sentence.strip() for sentence in sentences(text))


@given(TEXTS, st.text(max_size=20))
def test_what_stands_before_a_block_changes_nothing_in_it(text: str, before: str) -> None:
    shifted = list(split_sentences(before + text, len(before), len(before + text)))

    assert [(a - len(before), b - len(before)) for a, b in shifted] == list(
        split_sentences(text, 0, len(text))
    )
