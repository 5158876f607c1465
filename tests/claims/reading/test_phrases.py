"""Phrases listed in data files, and how they are found in words."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reading.phrases import Found, PhraseBook, phrase_book, words_of
from claims.reading.wordlists import load_sections

PHRASE_LISTS = ["hedge_cues", "not_checkable", "section_headings", "source_kinds"]
ELEMENT = re.compile(r"\.\.\.|\[[^\s\[\]]+\]|[^\s\[\]/]+(?:/[^\s\[\]/]+)*")


def found(phrase: str, text: str) -> list[str]:
    book = PhraseBook({"only": (phrase,)})
    words = words_of(text, 0, len(text))
    return [text[slice(*words.span(f))] for f in book.find_all(words.keys)]


def test_either_word_of_an_alternative_is_found() -> None:
    assert found("tallies vary/differ", "The tallies differ; tallies vary; tallies agree.") == [
        "tallies differ",
        "tallies vary",
    ]


def test_a_word_in_brackets_may_be_missing() -> None:
    assert found("not [yet] known", "It is not known, or not yet known.") == ["not known", "not yet known"]


def test_three_dots_stand_for_up_to_eight_words() -> None:
    near = "did not, as of one two three four, give details"
    far = "did not one two three four five six seven eight nine give details"

    assert found("did not ... give details", near) == [near]
    assert found("did not ... give details", "did not give details") == ["did not give details"]
    assert found("did not ... give details", far) == []


def test_a_gap_inside_a_phrase_is_as_short_as_it_can_be() -> None:
    assert found("did not ... give details", "It did not now give details or give details.") == [
        "did not now give details"
    ]


def test_three_dots_at_the_end_take_what_follows() -> None:
    assert found("what we do not know about ...", "What we don’t know about it all") == [
        "What we don’t know about it all"
    ]


def test_contractions_are_read_in_full() -> None:
    assert found("has not been confirmed", "It hasn’t been confirmed.") == ["hasn’t been confirmed"]
    assert found("can not be verified", "It cannot be verified.") == ["cannot be verified"]
    assert found("will not say", "They won't say.") == ["won't say"]


def test_capital_letters_do_not_matter() -> None:
    assert found("not confirmed", "NOT Confirmed") == ["NOT Confirmed"]


def test_the_longer_of_two_phrases_counts_wherever_it_is_listed() -> None:
    book = PhraseBook({"short": ("could",), "long": ("could not",)})
    text = "It could not last; it could."

    assert [match.section for match in book.find_all(words_of(text, 0, len(text)).keys)] == ["long", "short"]


def test_of_equal_phrases_the_one_listed_first_counts() -> None:
    book = PhraseBook({"first": ("press",), "second": ("press",)})

    assert [match.section for match in book.find_all(["press"])] == ["first"]


def test_words_keep_their_places_in_the_text() -> None:
    text = "Oh: she didn’t go."

    words = words_of(text, 4, len(text))

    assert words.keys == ["she", "did", "not", "go"]
    assert text[slice(*words.span(Found(0, 2, "")))] == "she didn’t"
    assert text[slice(*words.span(Found(2, 4, "")))] == "didn’t go"


@pytest.mark.parametrize("name", PHRASE_LISTS)
def test_every_listed_phrase_is_written_as_the_rules_say_and_listed_once(name: str) -> None:
    phrases = [phrase for section in load_sections(name).values() for phrase in section]

    assert all(ELEMENT.fullmatch(element) for phrase in phrases for element in phrase.split())
    assert all(phrase == phrase.lower() for phrase in phrases)
    assert len(phrases) == len(set(phrases))


@pytest.mark.parametrize("name", PHRASE_LISTS)
def test_every_listed_phrase_is_found_as_it_is_written(name: str) -> None:
    book = phrase_book(name)

    for phrase in (phrase for section in load_sections(name).values() for phrase in section):
        plain = " ".join(
            re.split("/", element.strip("[]"))[0] for element in phrase.split() if element != "..."
        )
        words = words_of(plain, 0, len(plain)).keys
        match = book.find_at(words, 0)
        assert match, phrase
        assert match.last == len(words), phrase


@pytest.mark.parametrize("name", [*PHRASE_LISTS, "sentence_ends", "web_hosts"])
def test_every_list_says_where_it_is_from(name: str) -> None:
    header = files("claims.reading").joinpath("data", f"{name}.txt").read_text(encoding="utf-8").splitlines()

    remarks = " ".join(line for line in header[:8] if line.startswith("#"))
    assert "for factdesk" in remarks


@pytest.mark.parametrize(
    "piece", ["did not ", "so that ", "what we do not know about ", "no institution of the "]
)
def test_no_run_of_words_that_begin_phrases_takes_long(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    words = words_of(text, 0, len(text)).keys
    began = process_time()

    for name in PHRASE_LISTS:
        list(phrase_book(name).find_all(words))

    assert process_time() - began < 5


@given(st.text(alphabet="could not be confirmed did provide details ’'-.,", max_size=200))
def test_phrases_never_overlap_and_run_from_left_to_right(text: str) -> None:
    matches = list(phrase_book("hedge_cues").find_all(words_of(text, 0, len(text)).keys))

    assert all(match.first < match.last for match in matches)
    assert all(a.last <= b.first for a, b in pairwise(matches))
