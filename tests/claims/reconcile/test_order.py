"""Which of two counts is the later one."""

from __future__ import annotations

import pytest

from claims.kinds import Relation
from claims.reconcile import reconcile
from tests.claims.reconcile.stories import pair_of, related, story

DEAD = "At the mine, 14 people were killed, the governor's office said."
MORE = "At the mine, 31 people were killed, the fire service said."


@pytest.mark.parametrize(
    ("morning", "evening"),
    [
        pytest.param("2026-05-04T09:10", "2026-05-04T21:40", id="no zones"),
        pytest.param("2026-05-04T09:10+00:00", "2026-05-04T11:20Z", id="one zone"),
        pytest.param("2026-05-04T09:10+00:00", "2026-05-04T09:20-05:00", id="two zones"),
    ],
)
def test_of_two_texts_of_one_day_the_later_hour_gives_the_later_count(morning: str, evening: str) -> None:
    pair = pair_of(
        reconcile(story((DEAD, {"published": morning}), (MORE, {"published": evening}))), "a.0", "b.0"
    )

    assert pair is not None
    assert (pair.relation, pair.a, pair.b) == (Relation.UPDATED, "a.0", "b.0")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("2026-05-04T09:10", "2026-05-04T09:40", id="within the hour"),
        pytest.param("2026-05-04T09:10", "2026-05-04", id="no hour"),
        pytest.param("2026-05-04T09:10", "2026-05-04T21:40Z", id="one zone not given"),
        pytest.param("2026-05-04T09:10", "2026-05-04Tnoon", id="no clock time"),
    ],
)
def test_two_counts_of_one_day_whose_order_is_not_known_stay_in_conflict(one: str, other: str) -> None:
    assert related((DEAD, {"published": one}), (MORE, {"published": other})) is Relation.CONFLICT


def test_rival_counts_are_listed_alike_in_whatever_order_the_texts_come() -> None:
    day = {"published": "2026-05-04"}
    texts = story((DEAD, day), (MORE, day))

    forwards, backwards = (reconcile(mixed).quantities[0].why for mixed in (texts, texts[::-1]))

    assert forwards == backwards == "14 and 31 are given for it, and they can't all hold."
