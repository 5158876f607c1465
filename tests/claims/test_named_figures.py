"""A figure is called by its claim, and by its place in it where there are several."""

from __future__ import annotations

from uuid import UUID

import pytest

from claims.errors import AmbiguousFigure, UnknownFigure
from claims.named_figures import NamedFigure, figure_named, is_handle, named_figures
from claims.stored import PlacedStatement
from tests.claims.reconcile.stories import item

TEXT = "The ferry carried 312 people. It had 12 crew and 12 cabins. The sea was calm."


def figures() -> tuple[NamedFigure, ...]:
    read = item("ferry", TEXT)
    placed = [
        PlacedStatement(UUID(int=number), UUID(int=number), number, "", statement)
        for number, statement in enumerate(read.reading.statements, 1)
    ]
    return named_figures([(read, placed)])


def test_a_figure_that_is_alone_in_its_claim_needs_no_number() -> None:
    assert [figure.handle for figure in figures()] == ["ferry:1", "ferry:2/1", "ferry:2/2"]
    assert figure_named("ferry:1", figures()).figure.quote == "312"
    assert figure_named("ferry:1/1", figures()) == figure_named("ferry:1", figures())


def test_figures_of_one_claim_that_read_alike_are_told_apart() -> None:
    first, second = figures()[1:]

    assert (first.figure.quote, first.position, first.among) == ("12", 1, 2)
    assert (second.figure.quote, second.position, second.among) == ("12", 2, 2)
    assert figure_named("ferry:2/2", figures()) == second


def test_the_name_is_that_of_the_figure_that_reconciling_knows() -> None:
    assert [figure.id for figure in figures()] == ["ferry.0", "ferry.1", "ferry.2"]


@pytest.mark.parametrize(
    ("handle", "error", "said"),
    [
        pytest.param("ferry:2", AmbiguousFigure, "ferry:2/1 “12”, ferry:2/2 “12”", id="several"),
        pytest.param("ferry:3", UnknownFigure, "factdesk figure list ferry", id="none in the claim"),
        pytest.param("ferry:2/3", UnknownFigure, "has 2 figures", id="past the last"),
        pytest.param("ferry:2/0", UnknownFigure, "has 2 figures", id="they count from 1"),
        pytest.param("ferry:1/2", UnknownFigure, "has one figure", id="no second"),
        pytest.param("ferry:2/x", UnknownFigure, "has 2 figures", id="no number"),
        pytest.param("ferry:2/" + "9" * 5000, UnknownFigure, "has 2 figures", id="a long number"),
    ],
)
def test_a_name_that_names_no_figure_is_told_what_there_is(
    handle: str, error: type[Exception], said: str
) -> None:
    with pytest.raises(error) as refused:
        figure_named(handle, figures())

    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ferry:12", True),
        ("ferry:12/2", True),
        ("people on board", False),
        ("at 10:30", False),
        ("a:b", False),
    ],
)
def test_a_handle_is_told_from_a_name_in_words(words: str, expected: bool) -> None:
    assert is_handle(words) is expected
