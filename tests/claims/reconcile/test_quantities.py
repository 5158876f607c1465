"""What several figures say together."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.kinds import QuantityStatus
from claims.reconcile import reconcile
from claims.reconcile.record import Quantity
from tests.claims.reconcile.stories import story


def quantity_of(*texts: str | tuple[str, dict[str, str]]) -> Quantity:
    """The quantity of the first figure."""
    return next(found for found in reconcile(story(*texts)).quantities if "a.0" in found.figures)


def test_figures_that_agree_are_settled_on_the_one_that_says_most() -> None:
    found = quantity_of(
        "About 120 prisoners were freed.",
        "Velmaria freed 123 prisoners.",
        "More than 100 prisoners were freed.",
    )

    assert (found.status, found.value) == (QuantityStatus.SETTLED, Decimal(123))
    assert len(found.figures) == 3


def test_the_latest_count_stands() -> None:
    found = quantity_of(
        ("The flood has killed 19 people.", {"published": "2023-05-01"}),
        ("The flood has killed 24 people.", {"published": "2023-05-09"}),
    )

    assert (found.status, found.value) == (QuantityStatus.SETTLED, Decimal(24))
    assert "latest" in found.why


def test_rival_figures_are_disputed_and_no_value_is_chosen() -> None:
    found = quantity_of("Police said 40,000 people marched.", "Organisers said 150,000 people marched.")

    assert found.status is QuantityStatus.DISPUTED
    assert (found.value, found.low, found.high) == (None, Decimal(40000), Decimal(150000))
    assert found.origins == 2


def test_a_spread_is_given_in_the_unit_of_its_first_figure() -> None:
    found = quantity_of("The pipeline is 12 km long.", "The pipeline is 14,000 metres long.")

    assert found.status is QuantityStatus.DISPUTED
    assert {found.low, found.high} in ({Decimal(12), Decimal(14)}, {Decimal(12000), Decimal(14000)})


def test_a_count_that_the_text_calls_an_earlier_one_is_superseded() -> None:
    assert quantity_of("The earlier death toll was 270.").status is QuantityStatus.SUPERSEDED


def test_a_release_of_whom_some_turned_up_nowhere_is_incomplete() -> None:
    found = quantity_of("Velmaria freed 123 prisoners.", "Kostania received 114 prisoners.")

    assert found.status is QuantityStatus.INCOMPLETE


def test_one_figure_alone_is_settled_and_says_so() -> None:
    found = quantity_of("The storm injured 40 people.")

    assert found.status is QuantityStatus.SETTLED
    assert "only figure" in found.why


def test_a_figure_that_says_little_does_not_tie_two_quantities_together() -> None:
    findings = reconcile(
        story(
            "In the first round the turnout was 61%.",
            "The turnout was 61%.",
            "In the runoff the turnout was 61%.",
        )
    )

    homes = {quantity.id: set(quantity.figures) for quantity in findings.quantities}
    assert not any({"a.0", "c.0"} <= figures for figures in homes.values())


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Velmaria released 123 prisoners.", "prisoners released by Velmaria"),
        ("The storm killed 12 people.", "people killed"),
        ("There were 12 deaths.", "people killed"),
        ("Hale won 48.2% of the vote.", "share of the vote, Hale"),
        ("The quake destroyed 310 houses.", "houses destroyed"),
        ("They kept 14 goats.", "goats"),
    ],
    ids=["doer", "people", "deaths", "holder", "noun", "noun alone"],
)
def test_a_quantity_is_called_as_a_person_would_call_it(text: str, label: str) -> None:
    assert quantity_of(text).label == label
