"""A statement cut into words, numbers and signs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.reading.tokens import tokenise


def test_numbers_words_and_signs_are_parted_and_separators_stay() -> None:
    text = "Kyiv’s F-16s cost $1,200.5 a pair."

    tokens = tokenise(text, 0, len(text))

    assert tokens.words[: tokens.count] == [
        "Kyiv’s",
        "F",
        "-",
        "16",
        "s",
        "cost",
        "$",
        "1,200.5",
        "a",
        "pair",
        ".",
    ]


@given(st.text(max_size=60))
def test_tokens_hold_everything_but_white_space(text: str) -> None:
    tokens = tokenise(text, 0, len(text))

    spans = list(zip(tokens.starts, tokens.ends, strict=True))[: tokens.count]
    assert [text[start:end] for start, end in spans] == tokens.words[: tokens.count]
    assert "".join(tokens.words).replace(" ", "") == "".join(text.split())


def test_looking_beyond_either_end_finds_empty_words() -> None:
    tokens = tokenise("one two", 0, 7)

    assert tokens.words[2] == tokens.words[-1] == ""
    assert not tokens.is_word(2)
