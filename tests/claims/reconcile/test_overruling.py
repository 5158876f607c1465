"""People join and part origins over what the signs say, and name the parties to an event."""

from __future__ import annotations

import pytest

from claims.kinds import Party
from claims.reconcile import reconcile
from claims.reconcile.decisions import OriginsJoined, OriginsParted, PartyNamed
from claims.reconcile.record import Reconciliation
from tests.claims.reconcile.rulings import FIRST, SECOND
from tests.claims.reconcile.stories import story

WIRE = {"outlet": "The Harbour Post / AFP"}
TOLL = "The storm killed 12 people."


def shared(findings: Reconciliation) -> list[set[str]]:
    """The figures of each origin."""
    return [
        {figure.id for figure in findings.figures if figure.origin == origin.id}
        for origin in findings.origins
    ]


def test_two_origins_that_a_person_joins_are_one_and_say_so() -> None:
    texts = story(f"{TOLL[:-1]}, police said.", f"{TOLL[:-1]}, said Ada Marsh of the coastguard.")
    assert len(reconcile(texts).origins) == 2

    findings = reconcile(texts, [OriginsJoined(FIRST, "a.0", "b.0")])

    assert shared(findings) == [{"a.0", "b.0"}]
    assert findings.origins[0].why == "one origin, says Ada: the ministry told us"
    assert findings.quantities[0].origins == 1


def test_an_origin_that_a_person_parts_stands_for_itself() -> None:
    texts = story((TOLL, WIRE), ("Twelve people died in the storm.", WIRE))
    assert shared(reconcile(texts)) == [{"a.0", "b.0"}]

    findings = reconcile(texts, [OriginsParted(FIRST, ("b.0",))])

    assert shared(findings) == [{"a.0"}, {"b.0"}]
    assert findings.origins[1].why == "an origin of its own, says Ada: the ministry told us"


def test_all_that_a_text_has_from_one_source_is_parted_together() -> None:
    texts = story((TOLL, WIRE), ("The storm killed 12 people. It felled 40 trees.", WIRE))

    findings = reconcile(texts, [OriginsParted(FIRST, ("b.0",))])

    assert shared(findings) == [{"a.0"}, {"b.0", "b.1"}]


def test_what_a_text_has_from_another_source_stays_where_it_is() -> None:
    texts = story(f"{TOLL[:-1]}, police said. It felled 40 trees, said Ada Marsh of the coastguard.")

    findings = reconcile(texts, [OriginsJoined(FIRST, "a.0", "a.1"), OriginsParted(SECOND, ("a.0",))])

    assert shared(findings) == [{"a.0"}, {"a.1"}]


def test_origins_that_were_parted_can_be_joined_again() -> None:
    texts = story((TOLL, WIRE), (TOLL, WIRE))

    findings = reconcile(texts, [OriginsParted(FIRST, ("b.0",)), OriginsJoined(SECOND, "a.0", "b.0")])

    assert shared(findings) == [{"a.0", "b.0"}]
    assert findings.origins[0].why.startswith("one origin, says Ben")


def test_figures_that_differ_count_as_two_origins_once_they_are_parted() -> None:
    rivals = ["Velmaria released 123 prisoners.", "Velmaria released 132 prisoners."]
    texts = story(*((text, WIRE) for text in rivals))

    before = reconcile(texts)
    findings = reconcile(texts, [OriginsParted(FIRST, ("b.0",))])

    assert (before.quantities[0].origins, findings.quantities[0].origins) == (1, 2)


CENTRE, CROSS = "Kostania's exchange centre", "the Red Cross"


@pytest.mark.parametrize(
    ("named", "centre", "cross"),
    [
        pytest.param([], Party.SUGGESTED, None, id="nobody spoke"),
        pytest.param([PartyNamed(FIRST, "Red Cross")], Party.SUGGESTED, Party.NAMED, id="named"),
        pytest.param([PartyNamed(FIRST, "the")], Party.SUGGESTED, None, id="a name that says nothing"),
        pytest.param([PartyNamed(FIRST, "Kostania")], Party.NAMED, None, id="by a shorter name"),
        pytest.param([PartyNamed(FIRST, CENTRE, is_party=False)], None, None, id="a suggestion refused"),
        pytest.param(
            [PartyNamed(FIRST, CROSS), PartyNamed(SECOND, CROSS, is_party=False)],
            Party.SUGGESTED,
            None,
            id="the last word counts",
        ),
    ],
)
def test_a_person_says_who_is_a_party(
    named: list[PartyNamed], centre: Party | None, cross: Party | None
) -> None:
    texts = story(
        ("Kostania received 114 prisoners.", {"speaker": CENTRE}),
        ("Kostania received 114 prisoners.", {"speaker": CROSS}),
    )

    findings = reconcile(texts, named)

    assert {origin.name: origin.party for origin in findings.origins} == {CENTRE: centre, CROSS: cross}
