"""The stories of several texts that stand among the examples, and what reconciling makes of them."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from claims.kinds import QuantityStatus, Relation
from claims.reading import read
from claims.reconcile import reconcile
from claims.reconcile.record import Item, Reconciliation
from sources.readers import read_path, read_text

EXAMPLES = Path(__file__).parents[3] / "examples"


def reconciled(*names: str) -> Reconciliation:
    """The figures of some examples, related."""
    return reconcile([Item(name, read(read_path(EXAMPLES / f"{name}.txt"))) for name in names])


def relations(findings: Reconciliation) -> dict[tuple[str, str], Relation]:
    """Each relation by the words of its two figures, in its direction."""
    words = {related.id: related.figure.quote for related in findings.figures}
    return {(words[pair.a], words[pair.b]): pair.relation for pair in findings.pairs()}


def test_police_organisers_and_a_survey_give_three_counts_that_cannot_all_hold() -> None:
    found = relations(reconciled("march-saturday"))

    counts = ("More than 80,000", "about 25,000", "between 31,000 and 36,000")
    told = [found.get((one, other)) or found.get((other, one)) for one, other in combinations(counts, 2)]
    assert told == [Relation.CONFLICT] * 3


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        pytest.param("About 60", "22", id="missing, hours apart"),
        pytest.param("22", "Nobody", id="missing, days apart"),
        pytest.param("31", "34", id="killed, days apart"),
        pytest.param("Some 40", "43", id="houses, hours apart"),
    ],
)
def test_a_later_count_of_the_landslide_replaces_an_earlier_one(earlier: str, later: str) -> None:
    found = relations(reconciled("landslide-morning", "landslide-evening", "landslide-search-ends"))

    assert found[earlier, later] is Relation.UPDATED


def test_people_who_had_been_hurt_before_are_no_earlier_count() -> None:
    findings = reconciled("landslide-evening")

    (treated,) = (one for one in findings.quantities if "landslide-evening.3" in one.figures)
    assert treated.status is QuantityStatus.SETTLED


def test_nothing_differs_where_a_toll_is_only_updated() -> None:
    findings = reconciled("landslide-morning", "landslide-evening", "landslide-search-ends")

    assert Relation.CONFLICT not in relations(findings).values()
    assert findings.tasks == ()


def one_text(text: str) -> Reconciliation:
    return reconcile([Item("a", read(read_text(f"News from the valley\n\n{text}\n")))])


def test_things_of_another_sort_are_not_taken_for_the_people_told_of_before() -> None:
    findings = one_text("At least 38 people were killed. There are 1,150 beds in the hall.")

    assert relations(findings) == {}


def test_what_is_left_of_a_number_is_a_part_of_it_and_no_rival() -> None:
    found = relations(
        one_text("Of the 140 injured, 22 are in serious condition. The other 118 have light injuries.")
    )

    assert found["118", "140"] is Relation.PART_OF
    assert Relation.CONFLICT not in found.values()


def test_that_people_are_still_missing_makes_no_later_count() -> None:
    found = relations(
        one_text("Forty-seven people are still missing, the fire brigade said; the ministry said 31.")
    )

    assert list(found.values()) == [Relation.CONFLICT]


def test_a_figure_keeps_the_name_under_which_its_own_text_credits_it() -> None:
    texts = [
        "Fifty-three people were killed, the interior ministry said.",
        "Fifty-three people were killed, the government said.",
    ]

    findings = reconcile([Item(name, read(read_text(text))) for name, text in zip("ab", texts, strict=True)])

    assert len(findings.origins) == 1
    assert [figure.speaker for figure in findings.figures] == ["the interior ministry", "the government"]
