"""A percentage of a stated base is compared with a count of the same things."""

from __future__ import annotations

import pytest

from claims.kinds import Relation
from claims.reconcile import reconcile
from claims.reconcile.record import Pair
from tests.claims.reconcile.stories import pair_of, relation_of, story

SHARE = "42% of the 1,200 pupils passed the exam."


def pair_with(share: str, count: str) -> Pair | None:
    return pair_of(reconcile(story(share, count)), "a.0", "b.0")


@pytest.mark.parametrize(
    ("share", "count", "relation", "reason"),
    [
        (
            SHARE,
            "504 pupils passed the exam.",
            Relation.EQUAL,
            "42% of 1,200 is 504, which is what 504 says.",
        ),
        (
            SHARE,
            "500 pupils passed the exam.",
            Relation.ROUNDED,
            "42% of 1,200 is 504, and 500 is that within the rounding of a percentage.",
        ),
        (
            SHARE,
            "540 pupils passed the exam.",
            Relation.CONFLICT,
            "42% of 1,200 is 504, and 540 is given for the same.",
        ),
        (
            "The firm laid off 25 per cent of its 1,200 workers.",
            "300 workers were laid off.",
            Relation.EQUAL,
            "25 per cent of 1,200 is 300, which is what 300 says.",
        ),
        (
            "12.5% of all 800 houses were flooded.",
            "101 houses were flooded.",
            Relation.CONFLICT,
            "12.5% of 800 is 100, and 101 is given for the same.",
        ),
    ],
    ids=["the same", "a rounding", "another", "workers", "finer"],
)
def test_a_share_of_a_base_is_the_count_that_it_comes_to(
    share: str, count: str, relation: Relation, reason: str
) -> None:
    pair = pair_with(share, count)

    assert pair is not None
    assert (pair.relation, pair.reason) == (relation, reason)


@pytest.mark.parametrize(
    ("share", "count"),
    [
        ("42% of pupils passed the exam.", "540 pupils passed the exam."),
        (SHARE, "540 pupils had a cold."),
        (SHARE, "540 teachers passed the exam."),
        (SHARE, "12 pupils passed the exam."),
        (SHARE, "1,200 pupils sat the exam."),
        ("42% of the exam was about the 1,200 islands of the bay.", "540 islands are in the bay."),
    ],
    ids=["no base", "something else", "others", "far away", "the base", "a number further on"],
)
def test_nothing_is_said_of_a_share_and_a_count_of_something_else(share: str, count: str) -> None:
    assert pair_with(share, count) is None


def test_the_base_of_a_share_is_in_no_conflict_with_the_count_of_those_meant() -> None:
    findings = reconcile(story("The firm laid off 42% of its 1,200 workers.", "504 workers were laid off."))

    assert relation_of(findings, "a.1", "b.0") is not Relation.CONFLICT
    assert findings.tasks == ()
