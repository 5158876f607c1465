from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from claims.kinds import Modifier, QuantityStatus, Relation
from claims.pages import StoryPage
from reports.related import Related
from reports.sums import Sum, sums
from tests.reports.pages import Measured, Said, a_document, a_story, paragraph

LABELS = ("all", "passengers", "crew", "guests", "children", "dogs")


def story_of(*sentences: tuple[int, ...], open_parts: tuple[int, ...] = ()) -> StoryPage:
    """A story of sentences with figures; the first figure of all is the whole, all others are parts of it."""
    said = [
        Said(" and ".join(map(str, values)), figures=tuple((str(value), None) for value in values))
        for values in sentences
    ]
    whole, *parts = dict.fromkeys(value for values in sentences for value in values)
    measured = [Measured(label, (value,)) for label, value in zip(LABELS, (whole, *parts), strict=False)]
    return a_story(
        a_document(paragraph(*said)),
        *measured,
        relations=[(part, Relation.PART_OF, whole, "part") for part in parts],
        tasks=[(part, Relation.PART_OF, whole, "open") for part in open_parts],
    )


def found_in(story: StoryPage) -> list[Sum]:
    related = Related(story.findings)
    return [
        one for quantity in story.findings.quantities for one in sums(related.told_under(quantity), related)
    ]


def test_two_parts_that_add_up_are_one_sum_in_the_order_of_the_text() -> None:
    assert found_in(story_of((312, 268, 44))) == [Sum("g312", ("g268", "g44"), Decimal(0))]


def test_three_parts_in_a_row_add_up() -> None:
    assert found_in(story_of((312, 200, 68, 44))) == [Sum("g312", ("g200", "g68", "g44"), Decimal(0))]


def test_two_parts_apart_from_each_other_add_up() -> None:
    assert found_in(story_of((312, 268), (30, 44))) == [Sum("g312", ("g268", "g44"), Decimal(0))]


def test_parts_that_only_are_less_than_their_whole_make_no_sum() -> None:
    assert found_in(story_of((312, 268, 31))) == []


def test_an_open_remainder_is_a_sum_of_its_part_and_the_rest() -> None:
    assert found_in(story_of((123, 114), open_parts=(114,))) == [Sum("g123", ("g114",), Decimal(9))]


def test_nothing_is_missing_beside_a_part_that_is_in_a_complete_sum() -> None:
    assert found_in(story_of((312, 268, 44), open_parts=(268,))) == [Sum("g312", ("g268", "g44"), Decimal(0))]


def test_a_sum_is_not_told_a_second_time_from_its_other_end() -> None:
    story = story_of((312, 268, 44), open_parts=(268, 44))
    quantities = tuple(replace(one, label="people") for one in story.findings.quantities)

    assert found_in(replace(story, findings=replace(story.findings, quantities=quantities))) == [
        Sum("g312", ("g268",), Decimal(44))
    ]


def test_parts_called_by_one_name_may_be_the_same_people_and_are_not_added() -> None:
    story = story_of((312, 268, 44))
    quantities = tuple(replace(one, label="people") for one in story.findings.quantities)

    assert found_in(replace(story, findings=replace(story.findings, quantities=quantities))) == []


def test_parts_in_two_documents_are_not_added() -> None:
    story = story_of((312, 268, 44))
    figures = tuple(
        replace(one, item="other") if one.figure.quote == "44" else one for one in story.findings.figures
    )

    assert found_in(replace(story, findings=replace(story.findings, figures=figures))) == []


@pytest.mark.parametrize(
    "loose",
    [
        pytest.param({"modifier": Modifier.ABOUT}, id="about"),
        pytest.param({"value": None}, id="no value"),
        pytest.param({"unit": "kg"}, id="another unit"),
    ],
)
def test_a_figure_that_is_loose_or_of_another_unit_is_no_part_of_a_sum(loose: dict[str, object]) -> None:
    story = story_of((312, 268, 44))
    figures = tuple(
        replace(one, figure=replace(one.figure, **loose)) if one.figure.quote == "44" else one  # type: ignore[arg-type]
        for one in story.findings.figures
    )

    assert found_in(replace(story, findings=replace(story.findings, figures=figures))) == []


def test_a_status_alone_draws_no_sum() -> None:
    story = a_story(
        a_document(paragraph(Said("312", figures=(("312", None),)))),
        Measured("all", (312,), QuantityStatus.INCOMPLETE),
    )

    assert found_in(story) == []
