"""Figures of texts in languages that the rules don't know."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.kinds import Modifier
from claims.reading.record import plain
from claims.reading.written_figures import find_written_figures

CORPUS = Path(__file__).parents[2] / "corpus" / "other_languages.toml"
CASES = tomllib.loads(CORPUS.read_text(encoding="utf-8"))["case"]
LANGUAGES = st.sampled_from(["de", "fr", "zh", "ar", "es", "mi"])


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_only_what_needs_no_words_is_read(case: dict[str, Any]) -> None:
    found = find_written_figures(case["text"], 0, len(case["text"]), language=case["language"])

    read = [" ".join(filter(None, (f"{one.quote} = {plain(one.value)}", one.unit))) for one in found]
    assert read == case["figures"]


def test_how_exact_a_figure_is_and_what_it_counts_stay_open() -> None:
    (figure,) = find_written_figures("mindestens 500 Boote", 0, 20, language="de")

    assert (figure.modifier, figure.low, figure.high, figure.counted) == (Modifier.VAGUE, None, None, None)


def test_only_the_stretch_that_is_asked_for_is_read() -> None:
    text = "12 Boote 114 Menschen 500"

    assert [figure.quote for figure in find_written_figures(text, 9, 21, language="de")] == ["114"]


@given(st.text(alphabet="0123456789.,’' €$%-–/:abcMio年万٫ ()", max_size=60), LANGUAGES)
def test_every_figure_slices_back_to_its_quote_and_none_overlap(text: str, language: str) -> None:
    figures = find_written_figures(text, 0, len(text), language=language)

    assert all(text[one.start : one.end] == one.quote for one in figures)
    assert all(a.end <= b.start for a, b in pairwise(figures))


@pytest.mark.parametrize("piece", ["1.", "1 000 ", "12,", "€", "1 ", "(1)", "Mio. 3 "])
def test_no_text_of_100_kilobytes_takes_long(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    began = process_time()

    find_written_figures(text, 0, len(text), language="de")

    assert process_time() - began < 5  # quadratic work takes a minute
