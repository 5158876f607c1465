"""Ten times the figures in ten times the quantities cost about ten times as much."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from claims.reconcile import reconcile
from claims.reconcile.candidates import candidates
from claims.reconcile.record import Item
from claims.reconcile.relating import contrasts_of, gather
from claims.reconcile.sides import sides_of
from tests.claims.reconcile.stories import item

SYLLABLES = ["ba", "ke", "lo", "mi", "nu", "pa", "re", "so", "ti", "vu"]


def town(number: int) -> str:
    """A made-up name for each number below 1,000."""
    return "".join(SYLLABLES[int(digit)] for digit in f"{number:03}").title() + "ford"


def killed(quantity: int, time: int) -> str:
    return f"In {town(quantity)}, {quantity % 97 + 10 + time % 3} people were killed."


def sold(quantity: int, time: int) -> str:
    return f"There were {quantity * 7 + 100 + time % 3} {town(quantity).lower()}s."


def won(quantity: int, time: int) -> str:
    return f"{town(quantity)} won {quantity % 50 + 10}.{time % 3}% of the vote."


def texts(say: Callable[[int, int], str], quantities: int) -> list[Item]:
    return [
        item(f"{quantity}-{time}", say(quantity, time)) for time in range(4) for quantity in range(quantities)
    ]


@pytest.mark.parametrize("say", [killed, sold, won], ids=["places", "nouns", "holders"])
def test_the_pairs_that_are_compared_grow_with_the_figures(say: Callable[[int, int], str]) -> None:
    counts = []
    for quantities in (40, 400):
        groups = gather([figure for one in texts(say, quantities) for figure in sides_of(one)])
        counts.append(len(candidates([group.side for group in groups], contrasts_of(groups)).pairs))

    assert counts[1] <= 12 * counts[0]


def test_a_thousand_values_of_one_quantity_are_related_in_a_few_seconds() -> None:
    found = [item(str(number), f"The march drew {number} people.") for number in range(100, 400)]

    begun = time.process_time()
    findings = reconcile(found)

    assert time.process_time() - begun < 20
    assert len(findings.quantities) == 1
