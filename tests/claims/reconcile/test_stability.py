"""What would change a result is the smallest set of origins that does, told in words."""

from __future__ import annotations

import pytest

from claims.reconcile import reconcile
from claims.reconcile.record import Flips, Quantity, Reconciliation
from tests.claims.reconcile.stories import story

POLICE = "Police said 40,000 people marched."
UNIONS = "The Harbour Union said 150,000 people marched."
SURVEY = "Ada Marsh said 150,000 people marched."


def quantity_of(findings: Reconciliation) -> Quantity:
    return next(found for found in findings.quantities if "a.0" in found.figures)


def names(findings: Reconciliation, flips: Flips | None) -> set[str]:
    """The origins that would change a result, by name."""
    by_id = {origin.id: origin.name for origin in findings.origins}
    return set() if flips is None else {by_id[id] for id in flips.origins}


@pytest.mark.parametrize(
    ("texts", "wanted", "otherwise"),
    [
        ([POLICE], {"Police"}, "It rests on this origin alone."),
        ([POLICE, UNIONS, SURVEY], {"Police"}, "Without this origin: All figures agree on 150,000."),
        ([UNIONS, SURVEY], {"Harbour Union", "Ada Marsh"}, "Without them no figure is left."),
        (
            [POLICE, UNIONS, SURVEY, "Tom Reed said 40,000 people marched."],
            {"Harbour Union", "Ada Marsh"},
            "Without these 2 origins: All figures agree on 40,000.",
        ),
    ],
    ids=["one", "the odd one out", "two that agree", "two against two"],
)
def test_the_fewest_origins_that_would_change_a_result_are_named(
    texts: list[str], wanted: set[str], otherwise: str
) -> None:
    findings = reconcile(story(*texts))

    flips = quantity_of(findings).flips

    assert flips is not None
    assert names(findings, flips) == wanted
    assert flips.otherwise.startswith(otherwise)


def test_of_a_handful_of_origins_it_is_said_that_they_cannot_be_weighed() -> None:
    flips = quantity_of(reconcile(story(POLICE, UNIONS))).flips

    assert flips is not None
    assert flips.otherwise.endswith("Which of 2 origins is reliable can't be learned from so few.")


def test_the_later_of_two_counts_is_what_a_result_rests_on() -> None:
    early = ("The storm killed 12 people, police said.", {"published": "2024-05-01"})
    late = ("The storm killed 15 people, the Red Cross said.", {"published": "2024-05-09"})
    findings = reconcile(story(early, late))

    flips = quantity_of(findings).flips

    assert names(findings, flips) == {"Red Cross"}


def test_with_very_many_origins_that_agree_no_one_of_them_changes_anything() -> None:
    speakers = [f"{letter * 3}ford council" for letter in "ABCDEFGHIJKL"]

    findings = reconcile(story(*(f"The {speaker} said 12 people had died." for speaker in speakers)))

    assert quantity_of(findings).origins == len(speakers)
    assert quantity_of(findings).flips is None
    assert quantity_of(findings).as_record()["flips"] is None


def test_the_record_names_the_origins_by_id_and_says_what_would_be() -> None:
    record = quantity_of(reconcile(story(POLICE))).as_record()

    assert record["flips"] == ["o1"]
    assert record["otherwise"] == "It rests on this origin alone."
