"""What happened to persons, told behind the words that name them."""

from __future__ import annotations

import pytest

from claims.reading.harm import harm_behind
from claims.reading.masks import mask
from claims.reading.persons import persons_in
from claims.reading.tokens import tokenise

TOLD = {
    "a passive": ("A man was shot.", "shot"),
    "a participle": ("A man killed in Leeds is named.", "killed"),
    "a death of one's own": ("The boy's sudden death was news.", "death"),
    "a relative clause": ("A man who was killed was rich.", "killed"),
    "in the end": ("A man was rushed to a clinic and later died.", "died"),
    "in the end of a relative clause": ("A boy who was hit has died.", "died"),
    "wounds that he has": ("A man with minor wounds left.", "wounds"),
    "wounds that he suffered": ("A man suffered a serious leg injury.", "injury"),
    "news of a death": ("He died two days later.", "died"),
}

UNTOLD = {
    "another subject": "A man said that his wife fell and died.",
    "no wounds": "A man with no wounds left.",
    "a life": "He died in 1955.",
    "a hidden wound": "A man saw the wound.",
}


@pytest.mark.parametrize(("text", "word"), TOLD.values(), ids=TOLD.keys())
def test_the_word_that_tells_of_harm_is_found(text: str, word: str) -> None:
    tokens = tokenise(text, 0, len(text))
    person = next(persons_in(tokens, mask(tokens).hidden, {}))

    harm = harm_behind(tokens, person)

    assert harm is not None
    assert tokens.words[harm.at] == word


@pytest.mark.parametrize("text", UNTOLD.values(), ids=UNTOLD.keys())
def test_no_harm_is_found_where_it_is_not_told_of_the_person(text: str) -> None:
    tokens = tokenise(text, 0, len(text))
    person = next(persons_in(tokens, mask(tokens).hidden, {}))

    assert harm_behind(tokens, person) is None
