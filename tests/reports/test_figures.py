from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from claims.kinds import QuantityStatus, Relation
from claims.pages import ClaimPage, StoryPage
from claims.reconcile.record import GroupRelation
from reports.figures import figures_view
from reports.views import FiguresView, Link
from tests.reports.pages import Measured, Said, a_document, a_story, paragraph

RELEASED = Measured("prisoners released", (123, 132))
RECEIVED = Measured("prisoners received", (114,))
DOCUMENT = a_document(
    paragraph(
        Said("They let 123 prisoners go.", figures=(("123", "prisoners"),)),
        Said("Among the 123 people were women.", figures=(("123", "people"),)),
        Said("It was 132.", figures=(("132", None),)),
        Said("There came 114.", figures=(("114", None),)),
        Said("Then 40 buses left.", figures=(("40", "buses"),)),
    )
)
CLAIMS: dict[str, ClaimPage] = {claim.handle: claim for claim in DOCUMENT.claims}


def shown(
    *measured: Measured,
    relations: tuple[tuple[int, Relation, int, str], ...] = (),
    tasks: tuple[tuple[int, Relation, int, str], ...] = (),
) -> FiguresView:
    return figures_view(a_story(DOCUMENT, *measured, relations=relations, tasks=tasks), CLAIMS)


def test_a_figure_said_in_several_places_is_shown_once_with_all_of_them() -> None:
    (quantity, *_) = shown(RELEASED).quantities

    first = quantity.figures[0]
    assert first.words == "123 prisoners, 123 people"
    assert first.times == "twice"
    assert first.places == (Link("1", "#claim-1"), Link("2", "#claim-2"))


def test_a_figure_that_nothing_relates_to_stands_apart() -> None:
    view = shown(RELEASED, RECEIVED)

    assert [one.words for one in view.lone] == ["114", "40 buses"]


def test_figures_that_differ_come_first_and_are_told_first() -> None:
    view = shown(
        RECEIVED,
        RELEASED,
        relations=((114, Relation.PART_OF, 123, "part"), (132, Relation.CONFLICT, 123, "they differ")),
    )

    assert [quantity.label for quantity in view.quantities] == ["prisoners released", "prisoners received"]
    assert view.quantities[0].conflict
    assert [relation.reason for relation in view.quantities[0].relations] == ["they differ", "part"]


def test_different_things_are_not_told_of_each_other() -> None:
    view = shown(RELEASED, RECEIVED, relations=((114, Relation.DIFFERENT, 123, "other things"),))

    assert [quantity.label for quantity in view.quantities] == ["prisoners released"]
    assert view.quantities[0].relations == ()


def test_a_finding_of_agreement_is_never_marked_as_a_conflict() -> None:
    assert not any(quantity.conflict for quantity in shown(RELEASED).quantities)


@pytest.mark.parametrize(
    ("tasks", "rest"),
    [
        pytest.param(((114, Relation.PART_OF, 123, "9 left"),), "not accounted for", id="an open task"),
        pytest.param((), "left over", id="no task"),
    ],
)
def test_a_part_and_its_whole_are_drawn_with_what_is_left(
    tasks: tuple[tuple[int, Relation, int, str], ...], rest: str
) -> None:
    view = shown(RELEASED, RECEIVED, relations=((114, Relation.PART_OF, 123, "part"),), tasks=tasks)

    (bar,) = view.quantities[0].sums
    assert bar.equation == "123 = 114 + 9"
    assert (bar.width, bar.rest_width) == ("92.68%", "7.32%")
    assert (bar.part_label, bar.rest, bar.rest_label) == ("prisoners received", "9", rest)


def test_the_whole_tells_of_its_part_and_not_the_part_of_its_whole() -> None:
    view = shown(RELEASED, RECEIVED, relations=((114, Relation.PART_OF, 123, "part"),))

    assert [len(quantity.relations) for quantity in view.quantities] == [1, 0]


@pytest.mark.parametrize(
    ("part", "whole"),
    [("114", "0"), ("200", "123"), ("-1", "123")],
    ids=["empty whole", "part exceeds", "negative"],
)
def test_what_can_not_be_a_sum_is_not_drawn(part: str, whole: str) -> None:
    story = a_story(DOCUMENT, RELEASED, RECEIVED, relations=((114, Relation.PART_OF, 123, "part"),))
    values = {"114": Decimal(part), "123": Decimal(whole)}
    figures = tuple(
        replace(one, figure=replace(one.figure, value=values.get(one.figure.quote, one.figure.value)))
        for one in story.findings.figures
    )

    view = figures_view(replace(story, findings=replace(story.findings, figures=figures)), CLAIMS)

    assert not any(quantity.sums for quantity in view.quantities)


def test_figures_that_differ_are_placed_on_one_line() -> None:
    quantity = shown(RELEASED).quantities[0]

    assert (quantity.low, quantity.high) == ("123", "132")
    assert [figure.track and figure.track.point for figure in quantity.figures] == ["6.00%", "94.00%"]


def test_a_bound_is_drawn_as_where_others_may_lie_and_not_as_a_point() -> None:
    story = a_story(DOCUMENT, RELEASED)
    figures = tuple(
        replace(one, figure=replace(one.figure, low=None)) if one.figure.quote == "132" else one
        for one in story.findings.figures
    )

    view = figures_view(replace(story, findings=replace(story.findings, figures=figures)), CLAIMS)

    track = view.quantities[0].figures[1].track
    assert track is not None
    assert (track.x, track.width, track.point) == ("0.00%", "94.00%", None)


def test_figures_that_agree_need_no_line() -> None:
    story = a_story(DOCUMENT, Measured("prisoners released", (123,)))

    assert figures_view(story, CLAIMS).quantities[0].low is None


def test_what_can_not_be_told_is_kept_but_kept_back() -> None:
    relations = (
        (40, Relation.UNCLEAR, 114, "it is not said of what"),
        (132, Relation.UNCLEAR, 123, "nor here"),
    )

    view = shown(RELEASED, RECEIVED, Measured("buses", (40,)), relations=relations)

    assert [quantity.label for quantity in view.quantities] == ["prisoners released"]
    assert view.quantities[0].relations == ()
    assert [one.reason for one in view.quantities[0].more_relations] == ["nor here"]
    assert [quantity.label for quantity in view.unclear] == ["prisoners received", "buses"]
    assert [[one.words for one in quantity.more_relations] for quantity in view.unclear] == [
        ["40 buses"],
        ["114"],
    ]
    assert view.unclear_label == "2 figures that may relate to others: it can’t be told"


def test_equal_groups_are_one_figure_and_their_relations_are_told_once() -> None:
    story = equal_groups(
        a_story(DOCUMENT, RELEASED, RECEIVED, relations=((114, Relation.PART_OF, 123, "part"),))
    )

    quantity = figures_view(story, CLAIMS).quantities[0]

    assert [figure.times for figure in quantity.figures] == ["three times"]
    assert [relation.reason for relation in quantity.relations] == ["part"]


def equal_groups(story: StoryPage) -> StoryPage:
    """The same story with 132 read as equal to 123, and 114 as part of both."""
    more = (
        GroupRelation("g132", "g123", Relation.EQUAL, "same"),
        GroupRelation("g114", "g132", Relation.PART_OF, "part", Decimal(9)),
    )
    findings = story.findings
    return replace(story, findings=replace(findings, relations=(*findings.relations, *more)))


def test_a_relation_to_another_quantity_says_where_the_other_figure_stands() -> None:
    view = shown(
        RELEASED,
        RECEIVED,
        relations=((114, Relation.PART_OF, 123, "part"), (132, Relation.CONFLICT, 123, "they differ")),
    )

    conflict, part = view.quantities[0].relations
    assert (part.words, part.places) == ("114", (Link("4", "#claim-4"),))
    assert (conflict.words, conflict.places) == (None, ())


def test_many_relations_are_kept_back_but_not_lost() -> None:
    relations = tuple((114, Relation.PART_OF, 123, f"reason {number}") for number in range(11))

    quantity = shown(RELEASED, RECEIVED, relations=relations).quantities[0]

    told = [relation.reason for relation in (*quantity.relations, *quantity.more_relations)]
    assert told == [f"reason {number}" for number in range(11)]
    assert quantity.more_relations


def test_relations_beyond_counting_are_counted_and_left_to_the_json() -> None:
    relations = tuple((132, Relation.CONFLICT, 123, f"reason {number}") for number in range(1_000))

    quantity = shown(RELEASED, relations=relations).quantities[0]

    assert len(quantity.relations) + len(quantity.more_relations) == 24
    assert quantity.unlisted == "And 976 more relations, listed in the JSON report."


def test_a_place_in_another_document_is_named_and_not_linked() -> None:
    story = a_story(DOCUMENT, RELEASED)

    quantity = figures_view(replace(story, places=dict.fromkeys(story.places, "other:7")), CLAIMS).quantities[
        0
    ]

    assert quantity.figures[0].places == (Link("other:7"),)


def test_a_quantity_says_what_the_machine_found_of_it() -> None:
    disputed = replace(RELEASED, status=QuantityStatus.DISPUTED)

    assert shown(disputed).quantities[0].finding == "figures differ"
