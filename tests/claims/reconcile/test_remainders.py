"""What a part leaves of its whole is given in the unit of the whole, as finely as both were measured."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.kinds import Relation
from claims.reconcile import reconcile
from claims.reconcile.record import Pair
from tests.claims.reconcile.stories import story


def part_in(*texts: str) -> Pair:
    """The only part of a story."""
    [pair] = [pair for pair in reconcile(story(*texts)).pairs() if pair.relation is Relation.PART_OF]
    return pair


@pytest.mark.parametrize(
    ("text", "left", "words"),
    [
        ("Of the 212 passengers aboard, 180 were rescued.", "32", "leaves 32."),
        ("Of the 1,412 passengers aboard, 180 were rescued.", "1232", "leaves 1,232."),
        ("Of the 212 passengers aboard, about 180 were rescued.", "32", "leaves about 32."),
        ("Of the 212 passengers aboard, at least 180 were rescued.", "32", "leaves at most 32."),
        ("Of the 212 passengers aboard, at most 180 were rescued.", "32", "leaves at least 32."),
        ("The mill sold 40,000 tonnes of flour, 37,000 tonnes of it abroad.", "3000", "leaves 3,000 t."),
        (
            "The fires burned 5.39 square miles, of which 2,170 acres were forest.",
            "2.00",
            "leaves 2 square mile",
        ),
    ],
    ids=["count", "large", "about", "at least", "at most", "unit", "two units"],
)
def test_what_is_left_is_said_in_the_unit_of_the_whole(text: str, left: str, words: str) -> None:
    pair = part_in(text)

    assert pair.residual == Decimal(left)
    assert words in pair.reason
