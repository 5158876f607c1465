"""How much must speak for it that two figures of one article are one quantity."""

from __future__ import annotations

import pytest

from claims.kinds import Relation
from claims.reconcile import reconcile
from claims.reconcile.record import Reconciliation
from claims.reconcile.relating import gather
from claims.reconcile.sides import sides_of
from tests.claims.reconcile.stories import item

FILLING = (
    "The village lies on the river. Nobody had expected it. The road there is narrow. "
    "Ada Marsh keeps the inn. She has seen much. It was a quiet night."
)


def findings_of(*sentences: str) -> Reconciliation:
    """The findings on an article that has these sentences among others without figures."""
    return reconcile([item("doc", " ".join([sentences[0], FILLING, *sentences[1:]]))])


def relations(findings: Reconciliation) -> set[Relation]:
    return {relation.relation for relation in findings.relations}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The flood killed 40 people.", "The 44 people killed by the flood came from the valley."),
        ("The pool cost £3 million.", "The £5 million spent on the pool was borrowed."),
        ("The orchard has 512 apple trees.", "The 521 apple trees of the orchard are in bloom."),
    ],
    ids=["toll", "money", "no listed verb"],
)
def test_two_numbers_of_one_article_conflict_where_the_words_make_them_one(one: str, other: str) -> None:
    assert Relation.CONFLICT in relations(findings_of(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The flood killed 40 people.", "Since 1998, when a flood killed 44 people, the dam is higher."),
        ("The flood killed 40 people.", "Floods have killed 6,600 people around the world."),
        ("The flood killed two pilots.", "The flood killed three people in a lorry."),
        ("The flood killed 40 goats.", "The flood killed 44 people in the valley."),
        ("The firm sold 12 red boats.", "The firm sold 14 blue boats."),
        ("The top 1 per cent paid more.", "The bottom 2 per cent paid more."),
        ("The pool cost £3 million.", "The mayor paid £4 million for a hotel."),
    ],
    ids=["another year", "far apart", "small", "noun", "qualifier", "groups", "another thing"],
)
def test_two_numbers_that_only_sound_alike_are_no_conflict(one: str, other: str) -> None:
    assert Relation.CONFLICT not in relations(findings_of(one, other))


def test_more_than_two_numbers_of_a_sort_are_a_list() -> None:
    found = findings_of(
        "The unemployment rate is 33 per cent.",
        "The unemployment rate is 36 per cent.",
        "The unemployment rate is 41 per cent.",
    )

    assert Relation.CONFLICT not in relations(found)


def test_a_figure_that_is_given_again_in_other_words_is_one_group() -> None:
    text = f"The flood killed 123 people. {FILLING} The 123 dead were buried on Monday."

    assert len(gather(sides_of(item("doc", text)))) == 1


def test_a_small_number_that_comes_again_is_not_taken_for_the_same() -> None:
    text = f"Two nurses came by boat. {FILLING} Police arrested two boys."

    assert len(gather(sides_of(item("doc", text)))) == 2


def test_a_crowded_quantity_says_that_not_all_were_compared() -> None:
    texts = [item(str(number), f"The march drew {number} people.") for number in range(1000, 1060)]

    findings = reconcile(texts)

    assert any("compared with its nearest" in quantity.why for quantity in findings.quantities)
