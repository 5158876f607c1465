"""What one sentence says of how its own figures belong together."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.kinds import Relation
from claims.reconcile import reconcile
from tests.claims.reconcile.stories import figure_in, relation_of, story


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Police have identified 74 of the 97 dead.", 0, 97),
        ("Of the 123 whom Velmaria let go, 114 are in Kostania.", 1, 123),
        ("There were 820 people aboard, at least 30 infants among them.", 1, 820),
        ("Police identified 266 bodies: 6 by facial features and 260 by DNA.", 2, 266),
    ],
    ids=["of the", "of the, first", "among them", "breakdown that adds up"],
)
def test_a_part_knows_its_whole(text: str, part: int, whole: int) -> None:
    found = figure_in(text, part).side.whole

    assert found is not None
    assert found.amount.value == Decimal(whole)


@pytest.mark.parametrize(
    "text",
    [
        "Police identified 266 bodies: 6 by facial features and 200 by DNA.",
        "The storm killed 12 people and injured 40.",
        "Hale won 48% of the vote, and 61% of voters went to the polls.",
    ],
    ids=["no sum", "two measures", "shares"],
)
def test_figures_that_merely_stand_together_have_no_whole(text: str) -> None:
    assert all(figure_in(text, number).side.whole is None for number in (0, 1))


def test_a_length_given_in_two_units_is_one_length() -> None:
    findings = reconcile(story("The boat sank about 50 miles (80 km) off the coast."))

    assert relation_of(findings, "a.0", "a.1") is Relation.ROUNDED
    assert len(findings.quantities) == 1


@pytest.mark.parametrize(
    ("text", "besides"),
    [
        ("Brennia received Pavle Ostrin and eight other prisoners.", 1),
        ("Pavle Ostrin and Mira Dolenska came home with 121 other prisoners.", 2),
        ("Besides the laureate, another 122 prisoners were freed.", 1),
        ("Brennia received eight prisoners.", 0),
    ],
    ids=["one", "two", "besides", "nobody"],
)
def test_people_named_beside_a_number_are_counted(text: str, besides: int) -> None:
    assert figure_in(text).side.besides == besides


def test_from_and_to_tell_the_earlier_count_from_the_later() -> None:
    text = "Tests cut the death toll to 97 from 115."

    assert [figure_in(text, number).side.state for number in (0, 1)] == ["later", "earlier"]
