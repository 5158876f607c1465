from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from claims.kinds import QuantityStatus, Relation
from claims.pages import ClaimPage, StoryPage
from claims.reconcile.record import GroupRelation, Origin
from reports.figures import figures_view
from reports.views.basic import Link
from reports.views.figures import FiguresView
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
    (quantity, *_) = shown(RELEASED).fitting

    first = quantity.figures[0]
    assert first.words == "123 prisoners, 123 people"
    assert first.places == (Link("1", "#claim-1"), Link("2", "#claim-2"))


def test_a_number_that_is_also_said_with_what_it_counts_is_not_said_twice() -> None:
    document = a_document(
        paragraph(
            Said("The toll is 31.", figures=(("31", None),)),
            Said("They found 31 people.", figures=(("31", "people"),)),
        )
    )

    view = figures_view(a_story(document, Measured("people killed", (31,))), {})

    assert [figure.words for figure in view.fitting[0].figures] == ["31 people"]


def test_a_figure_that_is_named_once_is_listed_and_never_called_agreement() -> None:
    view = shown(RELEASED, RECEIVED)

    assert [one.words for one in view.once] == ["114", "40 buses"]
    assert view.once_label == "2 figures named once"
    assert [quantity.label for quantity in view.fitting] == ["prisoners released"]


def test_figures_that_differ_come_first_and_are_told_first() -> None:
    view = shown(
        RECEIVED,
        RELEASED,
        relations=((114, Relation.PART_OF, 123, "part"), (132, Relation.CONFLICT, 123, "they differ")),
    )

    assert [quantity.title for quantity in view.opened] == ["Prisoners released: 123 or 132"]
    assert view.opened[0].conflict
    assert [relation.reason for relation in view.opened[0].relations] == ["they differ", "part"]


def test_different_things_are_not_told_of_each_other() -> None:
    view = shown(RELEASED, RECEIVED, relations=((114, Relation.DIFFERENT, 123, "other things"),))

    assert [quantity.label for quantity in view.fitting] == ["prisoners released"]
    assert view.fitting[0].relations == ()


def test_a_finding_of_agreement_is_never_marked_as_a_conflict() -> None:
    view = shown(RELEASED)

    assert view.opened == ()
    assert [(quantity.finding, quantity.conflict) for quantity in view.fitting] == [("figures agree", False)]


def test_a_part_and_its_whole_are_drawn_with_what_is_not_accounted_for() -> None:
    view = shown(
        RELEASED,
        RECEIVED,
        relations=((114, Relation.PART_OF, 123, "part"),),
        tasks=((114, Relation.PART_OF, 123, "9 left"),),
    )

    (bar,) = view.opened[0].sums
    part, rest = bar.parts
    assert (bar.equation, bar.rest) == ("123 = 114 + 9", "9")
    assert (part.label, part.places) == ("prisoners received", (Link("4", "#claim-4"),))
    assert (rest.label, rest.is_rest) == ("not accounted for", True)
    assert [(part.x, part.width) for part in bar.parts] == [("0.00%", "92.68%"), ("92.68%", "7.32%")]


def test_a_part_that_leaves_nothing_open_is_told_and_not_drawn() -> None:
    view = shown(RELEASED, RECEIVED, relations=((114, Relation.PART_OF, 123, "part"),))

    (quantity,) = view.fitting
    assert quantity.sums == ()
    assert [relation.reason for relation in quantity.relations] == ["part"]


def test_quantities_of_one_name_are_told_apart_by_their_figures() -> None:
    view = shown(
        replace(RELEASED, label="people", status=QuantityStatus.DISPUTED),
        replace(RECEIVED, label="people", status=QuantityStatus.INCOMPLETE),
    )

    assert [quantity.title for quantity in view.opened] == ["People: 123 or 132", "People: 114"]


def test_the_machine_s_reasons_are_set_as_a_page_prints_them() -> None:
    reason = "132 can't be right: 123 was counted by 2025-12-13, of 12000 held."

    (quantity,) = shown(RELEASED, relations=((132, Relation.CONFLICT, 123, reason),)).opened

    assert [one.reason for one in quantity.relations] == [
        "132 can’t be right: 123 was counted by 13 December 2025, of 12,000 held."
    ]


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

    assert not any(quantity.sums for quantity in (*view.opened, *view.fitting))


def test_figures_that_differ_are_placed_on_one_line() -> None:
    quantity = shown(RELEASED).fitting[0]

    assert (quantity.low, quantity.high) == ("123", "132")
    assert [figure.track and figure.track.point for figure in quantity.figures] == ["6.00%", "94.00%"]


def test_a_bound_is_drawn_as_where_others_may_lie_and_not_as_a_point() -> None:
    story = a_story(DOCUMENT, RELEASED)
    figures = tuple(
        replace(one, figure=replace(one.figure, low=None)) if one.figure.quote == "132" else one
        for one in story.findings.figures
    )

    view = figures_view(replace(story, findings=replace(story.findings, figures=figures)), CLAIMS)

    track = view.fitting[0].figures[1].track
    assert track is not None
    assert (track.x, track.width, track.point) == ("0.00%", "94.00%", None)
    assert (track.open_below, track.open_above) == (True, False)


def test_figures_that_agree_need_no_line() -> None:
    story = a_story(DOCUMENT, Measured("prisoners released", (123,)))

    assert figures_view(story, CLAIMS).fitting[0].low is None


def test_what_can_not_be_told_is_kept_but_kept_back() -> None:
    relations = (
        (40, Relation.UNCLEAR, 114, "it is not said of what"),
        (132, Relation.UNCLEAR, 123, "nor here"),
    )

    view = shown(RELEASED, RECEIVED, Measured("buses", (40,)), relations=relations)

    assert [quantity.label for quantity in view.fitting] == ["prisoners released"]
    assert [one.reason for one in view.fitting[0].relations] == ["nor here"]
    assert [quantity.label for quantity in view.unclear] == ["prisoners received", "buses"]
    assert [[one.words for one in quantity.relations] for quantity in view.unclear] == [
        ["40 buses"],
        ["114"],
    ]
    assert view.unclear_label == "2 figures that may relate to others: it can’t be told"


def test_equal_groups_are_one_figure_and_their_relations_are_told_once() -> None:
    story = equal_groups(
        a_story(DOCUMENT, RELEASED, RECEIVED, relations=((114, Relation.PART_OF, 123, "part"),))
    )

    quantity = figures_view(story, CLAIMS).fitting[0]

    assert [[link.label for link in figure.places] for figure in quantity.figures] == [["1", "2", "3"]]
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

    conflict, part = view.opened[0].relations
    assert (part.words, part.places) == ("114", (Link("4", "#claim-4"),))
    assert (conflict.words, conflict.places) == (None, ())


def test_many_relations_are_kept_back_but_not_lost() -> None:
    relations = tuple((114, Relation.PART_OF, 123, f"reason {number}") for number in range(11))

    quantity = shown(RELEASED, RECEIVED, relations=relations).fitting[0]

    assert [one.reason for one in quantity.relations] == [f"reason {number}" for number in range(11)]
    assert quantity.unlisted is None


def test_relations_beyond_counting_are_counted_and_left_to_the_json() -> None:
    relations = tuple((132, Relation.CONFLICT, 123, f"reason {number}") for number in range(1_000))

    quantity = shown(RELEASED, relations=relations).opened[0]

    assert len(quantity.relations) == 12
    assert quantity.unlisted == "And 988 more relations, listed in the JSON report."


def test_a_place_in_another_document_is_named_and_not_linked() -> None:
    story = a_story(DOCUMENT, RELEASED)

    view = figures_view(replace(story, places=dict.fromkeys(story.places, "other:7")), CLAIMS)

    quantity = view.fitting[0]
    assert quantity.figures[0].places == (Link("other:7"),)


def test_a_quantity_says_what_the_machine_found_of_it() -> None:
    disputed = replace(RELEASED, status=QuantityStatus.DISPUTED)

    assert shown(disputed).opened[0].finding == "figures differ"


def test_a_figure_names_those_whom_the_texts_credit_and_not_the_texts() -> None:
    story = a_story(DOCUMENT, RELEASED)
    origins = (
        Origin("o1", "Lena Marsh", (DOCUMENT.slug,), "same speaker", credited=True),
        Origin("o2", "They let 123 prisoners go", (DOCUMENT.slug,), "same text"),
    )
    first, *others = story.findings.figures
    figures = (replace(first, speaker="The mayor"), *(replace(one, origin="o2") for one in others))
    findings = replace(story.findings, figures=figures, origins=origins)

    (quantity,) = figures_view(replace(story, findings=findings), CLAIMS).fitting

    assert [figure.told_by for figure in quantity.figures] == ["by the mayor", None]


def test_what_figures_say_together_is_told_where_there_are_several() -> None:
    several = shown(RELEASED).fitting[0]
    (one,) = shown(replace(RECEIVED, status=QuantityStatus.INCOMPLETE)).opened

    assert (several.why, one.why) == ("One origin says so.", None)
