from __future__ import annotations

from dataclasses import replace

from claims.kinds import QuantityStatus, Relation
from reports.open_tasks import PLACES_SHOWN, differences, differing, remainders
from reports.places import links_to
from tests.reports.pages import Measured, Said, a_document, a_story, paragraph
from tests.reports.release import conflicting_audit, release_audit


def test_a_difference_names_every_place_on_both_sides() -> None:
    (difference,) = differences(conflicting_audit().story)

    assert difference.question == "Prisoners released by Velmaria: 123 or 132?"
    assert [side.handles for side in difference.sides] == [("release:1", "release:3"), ("release:12",)]


def test_the_places_of_a_figure_that_is_everywhere_are_counted_in_the_end() -> None:
    many = [Said(f"Day {number}: 123.", figures=(("123", None),)) for number in range(20)]
    document = a_document(paragraph(*many, Said("No, 132.", figures=(("132", None),))))
    story = a_story(
        document,
        Measured("prisoners", (123, 132), QuantityStatus.DISPUTED),
        tasks=((123, Relation.CONFLICT, 132, "they differ"),),
    )

    (difference,) = differences(story)

    links, more = links_to(difference.sides[0].handles, {})
    assert len(links) == PLACES_SHOWN
    assert more == f"and {20 - PLACES_SHOWN} more claims"


def test_figures_that_all_differ_from_one_another_are_one_difference() -> None:
    said = Said("40, 50 or 60; or 7 or 8.", figures=tuple((n, None) for n in ("40", "50", "60", "7", "8")))
    story = a_story(
        a_document(paragraph(said)),
        Measured("boats", (40, 50, 60), QuantityStatus.DISPUTED),
        Measured("crews", (7, 8), QuantityStatus.DISPUTED),
        tasks=(
            (40, Relation.CONFLICT, 50, "40 or 50?"),
            (7, Relation.CONFLICT, 8, "7 or 8?"),
            (40, Relation.CONFLICT, 60, "40 or 60?"),
            (50, Relation.CONFLICT, 60, "50 or 60?"),
        ),
    )

    boats, crews = differences(story)

    assert boats.question == "Boats: 40 or 50 or 60?"
    assert crews.question == "Crews: 7 or 8?"


def test_a_figure_said_twice_in_a_claim_stands_in_one_place() -> None:
    said = Said("123, yes, 123.", figures=(("123", None), ("123", None)))
    story = a_story(
        a_document(paragraph(said, Said("No, 132.", figures=(("132", None),)))),
        Measured("prisoners", (123, 132), QuantityStatus.DISPUTED),
        tasks=((123, Relation.CONFLICT, 132, "they differ"),),
    )

    (difference,) = differences(story)

    assert [side.handles for side in difference.sides] == [("release:1",), ("release:2",)]


def test_a_remainder_is_a_sum_where_the_figures_can_be_added() -> None:
    (remainder,) = remainders(release_audit().story)

    assert remainder.equation == "123 = 114 + 9: 9 not accounted for"


def test_a_remainder_without_plain_values_is_told_in_the_words_of_its_task() -> None:
    audit = release_audit()
    figures = tuple(
        replace(one, figure=replace(one.figure, value=None)) for one in audit.story.findings.figures
    )
    findings = replace(audit.story.findings, figures=figures)

    (remainder,) = remainders(replace(audit.story, findings=findings))

    assert remainder.equation is None
    assert remainder.short == "9 of the 123 prisoners released by Velmaria are not accounted for"


def test_every_claim_in_a_difference_is_told_what_differs() -> None:
    told = differing(differences(conflicting_audit().story))

    assert told == dict.fromkeys(("release:1", "release:3", "release:12"), "“123” or “132”")
