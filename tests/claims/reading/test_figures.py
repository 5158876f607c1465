"""The figures of a statement: a corpus of our own, the promises that always hold, and hostile input."""

from __future__ import annotations

import tomllib
from collections import Counter
from decimal import Decimal
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.kinds import Modifier
from claims.reading.figures import find_figures, may_hold_figures
from claims.reading.phrases import words_of
from claims.reading.record import Figure
from sources.blocks import Cell

CORPUS = Path(__file__).parents[2] / "corpus" / "figures.toml"
CASES: list[dict[str, Any]] = tomllib.loads(CORPUS.read_text(encoding="utf-8"))["case"]
ARTICLE = Path(__file__).parents[4] / "shared" / "corpus" / "belarus-release.txt"
PIECES = [
    "about",
    "at least",
    "nearly",
    "more than",
    "up to",
    "between",
    "from",
    "to",
    "and",
    "or",
    "of",
    "a",
    "the",
    "one",
    "two",
    "half",
    "a third",
    "dozens",
    "hundreds",
    "million",
    "bn",
    "12",
    "1,200",
    "3.5",
    "2020",
    "1 200",
    "0",
    "$",
    "£",
    "€",
    "%",
    "per cent",
    "km",
    "m",
    "-",
    "–",
    "(",
    ")",
    ",",
    ".",
    "per",
    "day",
    "years",
    "old",
    "rose",
    "fell by",
    "people",
    "prisoners",
    "were",
    "killed",
    "them",
    "no one",
    "a man",
    "his wife",
    "Ann Lee, 42,",
    "shot dead",
    "killing",
    "the death of",
    "twice as many",
    "in",
    "10",
    "13 December 2025",
    "US",
    "Smith",
    "x10",
    "×10^9",
    "’s",
]
SENTENCES = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)


def read(text: str) -> tuple[Figure, ...]:
    return find_figures(text, 0, len(text))


def fields(figure: Figure) -> dict[str, Any]:
    return {key: "" if value is None else value for key, value in figure.as_record().items()}


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_a_sentence_yields_exactly_the_figures_that_the_corpus_expects(case: dict[str, Any]) -> None:
    expected = case["figures"]

    found = [fields(figure) for figure in read(case["text"])]

    assert [figure["quote"] for figure in found] == [wanted["quote"] for wanted in expected]
    assert [{key: figure[key] for key in wanted} for figure, wanted in zip(found, expected, strict=True)] == (
        expected
    )


@given(SENTENCES)
def test_a_figure_slices_back_to_its_quote_and_figures_stand_in_order_inside_the_statement(text: str) -> None:
    figures = read(text)

    assert all(text[figure.start : figure.end] == figure.quote for figure in figures)
    edges = [0, *(edge for figure in figures for edge in (figure.start, figure.end)), len(text)]
    assert edges == sorted(edges)
    assert all(figure.start < figure.end for figure in figures)


@given(SENTENCES)
def test_a_value_lies_within_its_interval_and_some_number_is_always_given(text: str) -> None:
    for figure in read(text):
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        if figure.value is None:
            assert figure.modifier in (Modifier.RANGE, Modifier.VAGUE)
            assert figure.low is not None
        else:
            assert figure.low is None or figure.low <= figure.value
            assert figure.high is None or figure.value <= figure.high


@given(SENTENCES, st.text(max_size=30), st.text(max_size=30))
def test_figures_do_not_depend_on_what_stands_around_the_statement(text: str, head: str, tail: str) -> None:
    alone = read(text)

    inside = find_figures(head + text + tail, len(head), len(head) + len(text))

    shifted = [
        {**figure.as_record(), "start": figure.start + len(head), "end": figure.end + len(head)}
        for figure in alone
    ]
    assert [figure.as_record() for figure in inside] == shifted


@given(st.integers(1_000, 10**12))
def test_an_amount_is_the_same_whether_or_not_its_thousands_are_separated(amount: int) -> None:
    plain = read(f"They spent ${amount} on it.")
    grouped = read(f"They spent ${amount:,} on it.")

    assert [figure.value for figure in plain] == [figure.value for figure in grouped] == [Decimal(amount)]


def test_a_lone_number_in_a_table_is_named_by_the_header_of_its_column() -> None:
    row = "Minsk\t1,187,432\t409.5"
    cells = (Cell(0, 5, "City"), Cell(6, 15, "Inhabitants"), Cell(16, 21, "Area (km²)"))

    inhabitants, area = find_figures(row, 0, len(row), cells=cells)

    assert (inhabitants.quote, inhabitants.counted, inhabitants.unit) == ("1,187,432", "Inhabitants", None)
    assert (area.quote, area.counted, area.unit) == ("409.5", "Area", "km²")


@pytest.mark.parametrize("header", [None, "", "2024"], ids=["no header", "an empty header", "a year"])
def test_the_first_cell_of_a_row_says_what_is_counted_where_no_header_does(header: str | None) -> None:
    row = "Passengers | 277"

    (figure,) = find_figures(row, 0, len(row), cells=(Cell(0, 10, header), Cell(13, 16, header)))

    assert (figure.value, figure.counted) == (Decimal(277), "Passengers")


def test_numbers_of_neighbouring_cells_never_run_together() -> None:
    row = "5 300"

    figures = find_figures(row, 0, len(row), cells=(Cell(0, 1, "Dead"), Cell(2, 5, "Injured")))

    assert [(figure.value, figure.counted) for figure in figures] == [
        (Decimal(5), "Dead"),
        (Decimal(300), "Injured"),
    ]


def test_a_cell_that_holds_more_than_a_number_says_itself_what_is_counted() -> None:
    row = "12 villages"

    (figure,) = find_figures(row, 0, len(row), cells=(Cell(0, 11, "Damage"),))

    assert figure.counted == "villages"


def test_words_in_a_row_without_cells_may_belong_to_another_column_and_name_nothing() -> None:
    row = "13 Dec 2025 123 Included poets 40 km"

    figures = find_figures(row, 0, len(row), row=True)

    assert [(figure.quote, figure.unit, figure.counted) for figure in figures] == [
        ("123", None, None),
        ("40 km", "km", None),
    ]


def test_an_as_of_date_without_a_year_is_completed_from_the_day_of_publication() -> None:
    text = "As of 30 December, 64 cases had been confirmed."

    (figure,) = find_figures(text, 0, len(text), published="2025-01-02")

    assert figure.as_of == "2024-12-30"


@given(SENTENCES)
def test_a_statement_that_holds_figures_is_never_passed_over(text: str) -> None:
    assert may_hold_figures(words_of(text, 0, len(text))) or not read(text)


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("The ministry declined to comment on the releases.", False),
        ("The ministry declined 3 times.", True),
        ("NOBODY declined.", True),
        ("It holds two-thirds.", True),
        ("A man was SHOT.", True),
    ],
    ids=["neither", "a digit", "a number word", "a number tied by a hyphen", "a word for harm"],
)
def test_only_a_digit_or_a_word_for_a_number_or_harm_makes_a_statement_worth_cutting_up(
    text: str, may: bool
) -> None:
    assert may_hold_figures(words_of(text, 0, len(text))) is may


@pytest.mark.skipif(not ARTICLE.exists(), reason="the real article is not on this machine")
def test_the_real_article_holds_exactly_eleven_figures() -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    found: Counter[tuple[str, str | None]] = Counter()
    start = 0

    for line in text.splitlines(keepends=True):
        found.update((figure.quote, figure.unit) for figure in find_figures(text, start, start + len(line)))
        start += len(line)

    assert found == {("123", None): 6, ("114", None): 2, ("two days", "day"): 3}


HOSTILE = {
    "commas": "1,1,",
    "spaced digits": "1 1 ",
    "spaced thousands": "1 200 ",
    "hundreds and hundreds": "a hundred and ",
    "brackets": "(",
    "one digit for ever": "1",
    "dashes": "1-",
    "hyphened words": "twenty-",
    "ranges": "from 3 to 5 ",
    "nouns": "3 noun ",
    "partitives": "2 of ",
    "telephones": "12-345-",
    "dates": "13 December ",
    "as of": "as of 1 May 2020, 5 people ",
    "apostrophes": "a'",
    "victims": "a man and a woman, 42, who was ",
    "deaths": "the death of Ann Lee, ",
    "addresses of the net": "http://",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_the_cost_of_hostile_text_grows_with_its_length_only(piece: str) -> None:
    def cost(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        began = process_time()
        read(text)
        return process_time() - began

    short = min(cost(10_000) for _ in range(3))

    assert cost(100_000) < 30 * short + 0.3
