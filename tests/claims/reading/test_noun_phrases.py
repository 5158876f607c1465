"""The noun phrases beside a verb."""

from __future__ import annotations

import pytest

from claims.reading.clauses import Stretch, Words, words_of
from claims.reading.noun_phrases import first_subject, head_before, phrase_from, subject_before
from claims.reading.quotations import find_quotations


def read(text: str) -> Words:
    return words_of(text, 0, len(text), find_quotations(text, 0, len(text)))


def shown(text: str, words: Words, phrase: Stretch | None) -> str | None:
    return text[slice(*words.span(phrase))] if phrase is not None else None


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Eva Holm said", "Eva Holm"),
        ("But on Monday Eva Holm said", "Eva Holm"),
        ("In a statement Eva Holm said", "Eva Holm"),
        ("Eva Holm on Monday said", "Eva Holm"),
        ("A judge last month said", "A judge"),
        ("The Harbour Courier in 2013 said", "The Harbour Courier"),
        ("Eva Holm, a lawyer from Oslo, said", "Eva Holm, a lawyer from Oslo"),
        ("Eva Holm, 52, of Oslo, said", "Eva Holm, 52, of Oslo"),
        ("Eva Holm, citing the report, said", "Eva Holm"),
        ("The envoy for Norland, Eva Holm, said", "The envoy for Norland, Eva Holm"),
        ("In Oslo, Eva Holm, the envoy, said", "Eva Holm, the envoy"),
        ("Eva Holm (Norland) said", "Eva Holm (Norland)"),
        ("It rained and she said", "she"),
        ("The man who led the talks said", "The man who led the talks"),
        ("The ministry of the interior said", "The ministry of the interior"),
        ("“No,” the envoy said", "the envoy"),
        ("said", None),
        ("that said", None),
    ],
    ids=str,
)
def test_a_subject_keeps_its_title_and_its_appositions(text: str, subject: str | None) -> None:
    words = read(text)

    assert shown(text, words, subject_before(words, words.low.index("said"))) == subject


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("said Eva Holm.", "Eva Holm"),
        ("said Eva Holm, the mayor of Oslo.", "Eva Holm, the mayor of Oslo"),
        ("said Eva Holm, chairwoman of the board, on Monday.", "Eva Holm, chairwoman of the board"),
        ("said Eva Holm on Monday.", "Eva Holm"),
        ("said Sunday Eva Holm.", "Eva Holm"),
        ("said Eva Holm in an interview.", "Eva Holm"),
        ("said Eva Holm (Norland), who left.", "Eva Holm (Norland), who left"),
        ("said the embassy in Lithuania after the vote.", "the embassy in Lithuania"),
        ("said Eva Holm, adding that it rained.", "Eva Holm"),
    ],
    ids=str,
)
def test_a_speaker_behind_the_verb_ends_where_the_circumstances_begin(text: str, phrase: str) -> None:
    words = read(text)

    assert shown(text, words, phrase_from(words, 1)) == phrase


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("It was written by Eva Holm, who", "Eva Holm"),
        ("He met the head of the board who", "the head of the board"),
        ("They lost a disputed vote that", "a disputed vote"),
    ],
    ids=str,
)
def test_a_relative_word_hangs_on_the_short_phrase_before_it(text: str, head: str) -> None:
    words = read(text)

    assert shown(text, words, head_before(words, words.count - 1)) == head


def test_the_first_subject_is_that_of_the_first_verb() -> None:
    text = "On Monday the envoy had met the mayor."
    words = read(text)

    assert shown(text, words, first_subject(words)) == "the envoy"
