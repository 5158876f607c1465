"""Each rule on stories of two or three sentences of our own, from many fields."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.kinds import Relation
from claims.reconcile import reconcile
from claims.reconcile.rules import RULES
from tests.claims.reconcile.stories import pair_of, related, relation_of, story

MAY_1, MAY_9 = {"published": "2023-05-01"}, {"published": "2023-05-09"}


def test_every_rule_has_a_sentence_for_the_fact_checker() -> None:
    for rule in RULES:
        assert rule.__doc__ is not None
        assert rule.__doc__.strip().endswith(".")
        assert "\n" not in rule.__doc__.strip()


@pytest.mark.parametrize(
    ("part", "whole", "residual"),
    [
        ("Doctors said 34 people were killed, including 12 children.", None, "22"),
        ("Of the 212 passengers aboard the ferry, 180 were rescued.", None, "32"),
        ("Police have identified 74 of the 97 dead.", None, "23"),
        ("Four of the six rockets hit the depot; six rockets had been fired.", None, "2"),
    ],
    ids=["including", "of the", "of the dead", "of the six"],
)
def test_a_part_is_told_by_the_words_of_its_sentence(part: str, whole: str | None, residual: str) -> None:
    pairs = [pair for pair in reconcile(story(part)).pairs() if pair.relation is Relation.PART_OF]

    assert [pair.residual for pair in pairs][:1] == [Decimal(residual)]


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("Nineteen people have died of cholera.", "The country has recorded 412 cases of cholera."),
        ("The coast guard rescued 180 people.", "The ferry was carrying 212 people."),
        ("Brennia took in 20 of the freed prisoners.", "Velmaria freed 52 prisoners."),
        ("On the ground 19 people were killed.", "The crash killed 260 people."),
        ("The hospital has two new cases of measles.", "The hospital has 31 cases of measles."),
    ],
    ids=["dead of the infected", "rescued of those aboard", "received", "on the ground", "new cases"],
)
def test_a_part_is_told_by_what_the_two_figures_measure(part: str, whole: str) -> None:
    findings = reconcile(story(part, whole))

    pair = pair_of(findings, "a.0", "b.0")
    assert pair is not None
    assert (pair.relation, pair.a, pair.b) == (Relation.PART_OF, "a.0", "b.0")


def test_people_named_beside_a_number_come_on_top_of_it() -> None:
    findings = reconcile(
        story("Brennia received Pavle Ostrin and eight other prisoners.", "Brennia received nine prisoners.")
    )

    pair = pair_of(findings, "a.0", "b.0")

    assert pair is not None
    assert (pair.relation, pair.residual) == (Relation.PART_OF, Decimal(1))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The storm killed 12 people.", "The storm injured 12 people."),
        ("Velmaria plans to release 123 prisoners.", "Velmaria released 123 prisoners."),
        ("In 2022 floods destroyed 310 homes.", "In 2024 floods destroyed 310 homes."),
        ("Hale won 48.2% of the vote.", "Orsini won 48.2% of the vote."),
        ("The road is 40 km long.", "The march drew 40 people."),
        ("Kostania received 20 prisoners.", "Police arrested 20 students."),
        ("The fine was 50 million euros.", "The fine was 50 million dollars."),
        ("More than 300 people are feared dead.", "The bodies of 300 people were recovered."),
        ("Police have identified 97 victims.", "The fire killed 97 people."),
    ],
    ids=["measure", "planned", "year", "holder", "unit", "verb", "currency", "presumed", "step"],
)
def test_figures_with_another_meaning_are_different_though_the_number_is_the_same(
    one: str, other: str
) -> None:
    assert related(one, other) is Relation.DIFFERENT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The storm killed 12 people.", "Twelve people died in the storm."),
        ("The new line is 12 km long.", "The new line is 12,000 metres long."),
        ("Brandt's sales were €3.1bn.", "Brandt's revenue was 3.1 billion euros."),
        ("The fire burned 640 acres.", "The fire burned exactly one square mile."),
        ("Velmaria freed 52 detainees.", "Fifty-two prisoners were released."),
        ("Nearly 60,000 patients died.", "Nearly 60,000 deaths were recorded."),
    ],
    ids=["words", "metres", "billions", "acres", "nouns", "same modifier"],
)
def test_the_same_number_of_the_same_thing_is_equal_in_whatever_words(one: str, other: str) -> None:
    assert related(one, other) is Relation.EQUAL


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (("The flood has killed 19 people.", MAY_1), ("The flood has killed 24 people.", MAY_9)),
        (("There are 66 people missing.", MAY_1), ("There are 31 people missing.", MAY_9)),
        (("By 24 April 64 people had died.", MAY_9), ("By 1 May 66 people had died.", MAY_9)),
        ("The earlier death toll was 270.", "The death toll is now 260."),
    ],
    ids=["grown", "fallen", "counted by", "said"],
)
def test_a_later_count_updates_an_earlier_one(
    earlier: str | tuple[str, dict[str, str]], later: str | tuple[str, dict[str, str]]
) -> None:
    pair = pair_of(reconcile(story(earlier, later)), "a.0", "b.0")

    assert pair is not None
    assert (pair.relation, pair.a, pair.b) == (Relation.UPDATED, "a.0", "b.0")


def test_one_sentence_that_moves_a_count_gives_both_states() -> None:
    pair = pair_of(reconcile(story("Tests cut the death toll to 97 from 115.")), "a.0", "a.1")

    assert pair is not None
    assert (pair.relation, pair.a, pair.b) == (Relation.UPDATED, "a.1", "a.0")


def test_what_cannot_change_is_not_updated() -> None:
    one = ("The march drew 40,000 people, police said.", MAY_1)
    other = ("The march drew 150,000 people, its organisers said.", MAY_1)

    assert related(one, other) is Relation.CONFLICT


@pytest.mark.parametrize(
    ("loose", "exact"),
    [
        ("About 120 people were killed.", "In all 123 people were killed."),
        ("The firm sold 1.5 million phones.", "The firm sold 1,512,345 phones."),
        ("Nearly 60,000 people died.", "In all 59,938 people died."),
        ("Hundreds of people were injured.", "The blast injured 300 people."),
        ("The fatality rate is 23%.", "The fatality rate is 22.7%."),
    ],
    ids=["about", "scale word", "nearly", "vague", "decimals"],
)
def test_a_figure_that_rounds_to_the_other_is_rounded(loose: str, exact: str) -> None:
    assert related(loose, exact) is Relation.ROUNDED


@pytest.mark.parametrize(
    ("bound", "exact"),
    [
        ("At least 30 people were killed.", "The strike killed 34 people."),
        ("More than 120 prisoners were freed.", "Velmaria freed 123 prisoners."),
        ("Up to 400 people were aboard.", "There were 380 people aboard."),
        ("The fatality rate is under 23%.", "The fatality rate is 22.7%."),
    ],
    ids=["at least", "more than", "up to", "under"],
)
def test_a_bound_that_the_other_keeps_is_bounded(bound: str, exact: str) -> None:
    assert related(bound, exact) is Relation.BOUNDED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Velmaria freed 123 prisoners.", "Velmaria freed 132 prisoners."),
        ("Police said 40,000 people marched.", "Organisers said 150,000 people marched."),
        ("The owner said 230 people were aboard.", "The ferry carried 212 people."),
        ("Hale won 44.48% of the vote.", "Hale won 44.88% of the vote."),
        ("The army says up to 400 rockets were fired.", "The rebels say more than 400 rockets were fired."),
    ],
    ids=["slip", "two sides", "owner", "digits", "bounds that exclude each other"],
)
def test_figures_that_cannot_both_hold_are_a_conflict(one: str, other: str) -> None:
    assert related(one, other) is Relation.CONFLICT


def test_two_sides_of_one_sentence_can_be_in_conflict() -> None:
    text = "Organisers claim that 150,000 people marched, whereas police counted 40,000 marchers."

    pair = pair_of(reconcile(story(text)), "a.0", "a.1")

    assert pair is not None
    assert pair.relation is Relation.CONFLICT


@pytest.mark.parametrize(
    ("one", "other", "missing"),
    [
        ("At least 12 people were killed.", "At least 500 people were killed.", "loose"),
        ("The flood killed 19 people.", "Floods killed 24 people in the valley.", "when they were counted"),
        ("About a hundred people were freed.", "Velmaria freed 123 people.", "loose"),
        ("Velmaria freed 120 prisoners.", "Velmaria freed 123 prisoners.", "round number"),
    ],
    ids=["bounds of one sort", "no time", "one digit", "round"],
)
def test_what_a_careful_person_could_not_tell_is_unclear_and_says_what_is_missing(
    one: str, other: str, missing: str
) -> None:
    pair = pair_of(reconcile(story(one, other)), "a.0", "b.0")

    assert pair is not None
    assert pair.relation is Relation.UNCLEAR
    assert missing in pair.reason


def test_a_part_that_is_larger_than_its_whole_is_not_passed_over() -> None:
    pair = pair_of(
        reconcile(story("Kostania received 140 prisoners.", "Velmaria freed 123 prisoners.")), "a.0", "b.0"
    )

    assert pair is not None
    assert pair.relation is Relation.UNCLEAR
    assert "ought to be part" in pair.reason


def test_a_sum_that_comes_out_by_chance_is_not_reported() -> None:
    findings = reconcile(
        story("The firm hired 40 engineers.", "The storm injured 60 people.", "The march drew 100 people.")
    )

    assert list(findings.pairs()) == []


def test_every_reason_is_one_sentence_without_ids() -> None:
    findings = reconcile(
        story(
            "Police said 40,000 people marched; 12 were injured.",
            "Organisers said 150,000 people had marched.",
            "About 40,000 people marched, 12 of whom were injured.",
        )
    )

    for pair in findings.pairs():
        assert pair.reason.endswith(".")
        assert pair.reason.count(". ") == 0
        assert not any(figure.id in pair.reason for figure in findings.figures)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The second wave of strikes killed 12 people.", "The first wave of strikes killed 15 people."),
        ("The first tranche of aid was £40 million.", "The third tranche of aid was £40 million."),
        ("The quake injured 31 people.", "An earlier quake injured 31 people."),
    ],
    ids=["waves", "tranches", "an earlier one"],
)
def test_events_of_one_sort_are_told_apart_by_their_ordinals(one: str, other: str) -> None:
    assert related(one, other) is Relation.DIFFERENT


def test_one_of_several_events_and_one_of_which_it_is_not_said_are_unclear() -> None:
    texts = story("The second wave of strikes killed 12 people.", "The strikes killed 15 people.")

    pair = pair_of(reconcile(texts), "a.0", "b.0")

    assert pair is not None
    assert pair.relation is Relation.UNCLEAR
    assert pair.reason == "One is of the second of several, and it is not said of which the other is."


def test_the_latest_of_several_events_may_be_the_second() -> None:
    one, other = (
        "The newest wave of strikes killed 12 people.",
        "The second wave of strikes killed 12 people.",
    )

    assert related(one, other) is Relation.EQUAL


def test_a_figure_that_gives_the_number_of_a_part_may_mean_that_part() -> None:
    both = "The quarry emitted 40,000 tonnes of dust, with its crushers behind nearly 37,000 tonnes of that."
    findings = reconcile(story(both, "The quarry emitted 36,800 tonnes of dust."))

    assert relation_of(findings, "a.0", "b.0") is Relation.UNCLEAR
    assert relation_of(findings, "a.1", "b.0") is Relation.ROUNDED
    assert findings.tasks == ()


def test_without_that_part_the_two_are_in_conflict() -> None:
    both = "The quarry emitted 40,000 tonnes of dust."

    assert related(both, "The quarry emitted 36,800 tonnes of dust.") is Relation.CONFLICT


@pytest.mark.parametrize(
    "text",
    [
        "The council planted 512 trees; the growers count 470.",
        "The council planted 512 trees, but the growers’ association says 470.",
        "The council planted 512 trees, while the growers put the number at 470.",
        "Police said 12 people had died, and the hospital counts 15.",
        "Some put the crowd at 900. The police figure was far lower, at 300.",
    ],
)
def test_a_bare_number_that_somebody_counts_is_a_rival_of_the_one_before(text: str) -> None:
    [pair] = reconcile(story(text)).pairs()

    assert pair.relation is Relation.CONFLICT


@pytest.mark.parametrize(
    "text",
    [
        "The council planted 512 trees; the growers count 470 hedges.",
        "The council planted 512 trees in 470 gardens, the growers say.",
        "The council planted 512 trees; the growers say 470 were watered.",
    ],
)
def test_a_number_with_words_of_its_own_is_no_rival_of_the_one_before(text: str) -> None:
    assert [pair.relation for pair in reconcile(story(text)).pairs()] == []


def test_a_number_of_all_where_some_are_meant_is_not_in_conflict_with_theirs() -> None:
    assert (
        related("Most of the 123 prisoners were freed.", "Velmaria freed 114 prisoners.") is Relation.UNCLEAR
    )


def test_passengers_are_part_of_those_aboard_where_the_crew_is_counted_as_well() -> None:
    texts = ["The ferry carried 303 people.", "Aboard were 292 passengers.", "Eleven crew were aboard."]

    assert relation_of(reconcile(story(*texts)), "b.0", "a.0") is Relation.PART_OF
    assert relation_of(reconcile(story(*texts[:2])), "b.0", "a.0") is Relation.CONFLICT


def test_a_count_told_in_the_past_is_no_earlier_one_where_its_day_is_later() -> None:
    first = ("At least 84 people were killed in the quake.", {"published": "2024-05-07"})
    later = ("By evening 97 bodies had been found.", {"published": "2024-05-08"})

    pair = pair_of(reconcile(story(first, later)), "a.0", "b.0")

    assert pair is not None
    assert (pair.relation, pair.a, pair.b) == (Relation.UPDATED, "a.0", "b.0")


def test_two_speakers_who_differ_about_one_month_that_is_over_are_in_conflict() -> None:
    office = ("Unemployment was 4.3% in April, the statistics office said.", MAY_1)
    institute = ("Unemployment was 4.4% in April, Ada Marsh said.", MAY_9)
    revised = ("Unemployment was 4.4% in April, the statistics office said.", MAY_9)

    assert related(office, institute) is Relation.CONFLICT
    assert related(office, revised) is Relation.UPDATED


def test_workers_who_walk_out_are_not_set_free() -> None:
    assert related("Some 14,000 workers walked out.", "Velmaria freed 14,000 people.") is Relation.DIFFERENT
