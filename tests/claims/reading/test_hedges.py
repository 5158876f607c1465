"""The cues with which a text itself holds back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.kinds import HedgeKind
from claims.reading.hedges import calls_unconfirmed, find_hedges
from claims.reading.phrases import words_of
from claims.reading.record import Hedge
from claims.reading.wordlists import load_sections

CORPUS = Path(__file__).parents[2] / "corpus" / "hedges.txt"
CASES = [
    line for line in CORPUS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
]


def hedges(text: str) -> tuple[Hedge, ...]:
    return find_hedges(words_of(text, 0, len(text)))


@pytest.mark.parametrize("case", CASES, ids=CASES)
def test_cues_are_found_where_the_corpus_says(case: str) -> None:
    marked, kinds = case.split(" = ")
    text = re.sub("[{}]", "", marked)

    found = hedges(text)

    assert [text[hedge.start : hedge.end] for hedge in found] == re.findall(r"{(.*?)}", marked)
    assert (" ".join(hedge.kind for hedge in found) or "none") == kinds


def test_only_a_cue_that_says_unconfirmed_calls_a_claim_unconfirmed() -> None:
    assert calls_unconfirmed(hedges("The toll has not been confirmed."))
    assert not calls_unconfirmed(hedges("The list has not been made public."))
    assert not calls_unconfirmed(hedges("While tallies vary, the trend is plain."))
    assert not calls_unconfirmed(hedges("Two ships reportedly sank."))
    assert not calls_unconfirmed(())


def test_every_kind_of_hedge_has_cues() -> None:
    assert set(load_sections("hedge_cues")) == {*HedgeKind, "no hedge"}


@given(
    st.lists(st.sampled_from(["could", "not", "be", "verified", "May", "may", "5", "if", "."]), max_size=20)
)
def test_a_cue_stands_inside_its_statement(pieces: list[str]) -> None:
    text = " ".join(pieces)

    for hedge in hedges(text):
        assert 0 <= hedge.start < hedge.end <= len(text)
        assert text[hedge.start : hedge.end] == text[hedge.start : hedge.end].strip()
