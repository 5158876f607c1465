"""What a figure measures is read from the words around it."""

from __future__ import annotations

import pytest

from claims.reconcile.meaning import Meaning
from tests.claims.reconcile.stories import figure_in


def meaning_in(text: str, number: int = 0) -> Meaning:
    return figure_in(text, number).side.meaning


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        ("A magnitude 6.8 quake killed 120 people and injured 300.", 0, "magnitude"),
        ("A magnitude 6.8 quake killed 120 people and injured 300.", 1, "dead"),
        ("A magnitude 6.8 quake killed 120 people and injured 300.", 2, "injured"),
        ("Nine of the freed detainees were taken to Brennia.", 0, "received"),
        ("They let 123 prisoners go.", 0, "released"),
        ("There were 12 bodies in the hold.", 0, "dead"),
        ("Police arrested 45 protesters.", 0, "arrested"),
        ("The budget of the film was 12 million euros.", 0, "cost"),
        ("Officials counted 14 budget airlines.", 0, None),
    ],
)
def test_the_nearest_word_says_what_happened(text: str, number: int, measure: str | None) -> None:
    assert meaning_in(text, number).measure == measure


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("Velmaria will release 52 prisoners.", True),
        ("The firm is set to cut 900 jobs.", True),
        ("Where the 52 released prisoners will live is not known.", False),
        ("Velmaria released 52 prisoners.", False),
    ],
    ids=["will", "is set to", "will, of another verb", "done"],
)
def test_a_plan_is_one_only_if_the_verb_of_the_figure_is_planned(text: str, planned: bool) -> None:
    assert meaning_in(text).planned is planned


def test_those_who_take_people_in_are_receivers() -> None:
    assert meaning_in("Kostania received 20 prisoners.").receivers == {"kostania"}
    assert meaning_in("20 prisoners were taken to Brennia and Lakmark.").receivers == {"brennia", "lakmark"}


def test_the_holder_of_a_share_is_the_nearest_name() -> None:
    text = "Maria Hale won 48.2% of the vote and Anton Orsini 46.9%."

    assert [meaning_in(text, number).holder for number in (0, 1)] == ["hale", "orsini"]


def test_what_a_sentence_leaves_unsaid_comes_from_the_one_before() -> None:
    found = meaning_in("The flood killed 12 people. In the valley alone there were 7.", 1)

    assert found.measure == "dead"
    assert not found.outright


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Twenty-three received treatment for cold.", "hospitalised"),
        ("Forty received letters.", None),
        ("Brennia received forty prisoners.", "received"),
        ("Forty were received by Brennia.", "received"),
        ("Forty people received in Brennia had been ill.", "received"),
    ],
    ids=["treatment", "letters", "active", "passive", "no auxiliary"],
)
def test_who_receives_something_is_not_received(text: str, measure: str | None) -> None:
    assert figure_in(text).side.meaning.measure == measure
