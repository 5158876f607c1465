"""What is taken for somebody's name, and what isn't."""

from __future__ import annotations

import time

import pytest

from claims.registry.protecting import looks_like_a_name


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        pytest.param("met Ada Marsh by the pier", "Ada Marsh", id="a first and a last name"),
        pytest.param("it was J. Marsh", "J. Marsh", id="an initial"),
        pytest.param("Иван Петров звонил", "Иван Петров", id="another script with capitals"),
        pytest.param("MARSH, ADA MARSH", "ADA MARSH", id="all in capitals"),
        pytest.param("the nephew of Ada O'Marsh's aunt", "Ada O'Marsh's", id="an apostrophe"),
        pytest.param("wrote from a.marsh@mail.example", "a.marsh@mail.example", id="an e-mail"),
        pytest.param("posts as @adam", "@adam", id="an account"),
        pytest.param("rang (020) 7946 0018 twice", "020) 7946 0018", id="a phone number"),
        pytest.param("call +375291234567", "+375291234567", id="a number with its country"),
    ],
)
def test_what_would_give_somebody_away_is_found(text: str, telling: str) -> None:
    assert looks_like_a_name(text) == telling


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Heron", id="a code name"),
        pytest.param("works at the port, met us twice", id="plain words"),
        pytest.param("The Ministry knows. Then nothing came", id="a word that begins a sentence"),
        pytest.param("on Monday, March 3, in Ellin", id="a date"),
        pytest.param("seen on 2025-12-13 and on 3.12.2025", id="dates in digits"),
        pytest.param("paid 120,000 in 2 parts", id="a sum"),
        pytest.param("the UN HQ", id="short names of bodies"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_gives_nobody_away_is_let_be(text: str) -> None:
    assert looks_like_a_name(text) is None


@pytest.mark.parametrize("part", ["1 ", "1" + " " * 40, "a@", "@", "A. ", "1/", "("])
def test_long_texts_take_no_long_time(part: str) -> None:
    text = part * (100_000 // len(part))

    began = time.process_time()
    looks_like_a_name(text)

    assert time.process_time() - began < 0.5
