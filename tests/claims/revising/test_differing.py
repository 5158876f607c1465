"""The words that changed in a claim, and what kind of change it was."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.revising.differing import difference, what_changed
from claims.revising.wording import as_read

KINDS = [
    pytest.param("40 boats sank.", "41 boats sank.", "A figure “40” is now “41”.", id="figure"),
    pytest.param("Forty boats sank.", "Fifty boats sank.", "A figure “Forty” is now “Fifty”.", id="in words"),
    pytest.param("It is 40 m long.", "It is 40 km long.", "A unit “m” is now “km”.", id="unit"),
    pytest.param("Brandt came.", "Orlin came.", "A name “Brandt” is now “Orlin”.", id="name"),
    pytest.param("It sank on Monday.", "It sank on Friday.", "A date “Monday” is now “Friday”.", id="date"),
    pytest.param("It did sink.", "It did not sink.", "A negation “not” was added.", id="negation"),
    pytest.param("It didn’t sink.", "It did sink.", "A negation “didn’t” is now “did”.", id="contraction"),
    pytest.param("It sank.", "It sank?", "The punctuation “.” is now “?”.", id="punctuation"),
    pytest.param("The boat sank.", "The old boat sank.", "The wording “old” was added.", id="words"),
    pytest.param("The old boat sank.", "The boat sank.", "The wording “old” was cut.", id="cut"),
]


@pytest.mark.parametrize(("was", "now", "told"), KINDS)
def test_a_change_is_called_by_its_kind(was: str, now: str, told: str) -> None:
    assert what_changed(difference(was, now)) == told


WORDS = st.text('ab 10,.\n“”"—-', max_size=40).filter(lambda words: not words or bool(words.strip()))


def signs(text: str) -> str:
    """A text without its layout, each sign in one shape: what is kept of it stands as in the later text."""
    return "".join(as_read(sign) for sign in text if not sign.isspace())


@given(WORDS, WORDS)
@example(was="0 -0", now="- ")
def test_the_runs_give_both_texts_again(was: str, now: str) -> None:
    runs = difference(was, now)

    assert "".join(run.now for run in runs) == now
    assert signs("".join(run.was for run in runs)) == signs(was)


def test_a_very_long_claim_is_not_compared_word_by_word() -> None:
    was = " ".join(f"a{number}x" for number in range(5_000))
    now = " ".join(f"b{number}y" for number in range(5_000))

    (run,) = difference(was, now)

    assert (run.was, run.now) == (was, now)


def test_a_claim_of_the_same_few_words_is_not_compared_word_by_word() -> None:
    was, now = "x " + "to and fro " * 100, "y " + "fro to and " * 100

    assert len(difference(was, now)) <= 3
