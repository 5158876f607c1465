"""The value of each item, how far it can be believed, and who agrees."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from claims.estimate import centre, heldout, vote
from claims.estimate.blocks import Block, Floats, Ints
from claims.estimate.weighing import Weighed

_STUDENT = np.array([np.nan, 6.314, 2.920, 2.353, 2.132, 2.015, 1.943, 1.895, 1.860, 1.833, 1.812])
"""The 95th percentile of Student's t by degrees of freedom."""
DEVIATIONS = 1.4826
"""Standard deviations to a median distance, where errors are normal."""
BEFORE = 2
"""How many usual observations stand beside those of an item when its spread is judged."""
_BACKED = 2
"""A value that one origin alone gives has no support of its own."""


@dataclass(frozen=True, slots=True)
class Answers:
    """One entry an item. NaN in `support`, `low` and `high` is "can't be told".

    `conflict` is the share of observations that lie outside the tolerance. `agreed` and `seen`
    have one entry a source.
    """

    item: Ints
    slot: Ints
    value: Floats
    support: Floats
    low: Floats
    high: Floats
    conflict: Floats
    agreed: Floats
    seen: Floats


def answers(block: Block, weighed: Weighed) -> Answers:
    """The answers of one block."""
    voted = _voted(block, weighed)
    middled = _middled(block, weighed)
    by_vote = weighed.voting[block.slot]
    value, support, low, high = (
        np.where(by_vote, ours, theirs) for ours, theirs in zip(voted, middled, strict=True)
    )
    tolerance = np.repeat(weighed.tolerance[block.slot], block.candidates)
    near = np.abs(block.key - np.repeat(value, block.candidates)) <= tolerance
    away = np.add.reduceat(np.where(near, 0, block.votes), block.item_first[:-1])
    sources = len(weighed.votes)
    return Answers(
        block.item,
        block.slot,
        value,
        support,
        low,
        high,
        away / block.voices,
        block.summed(np.repeat(near, block.votes).astype(np.float64), sources),
        np.bincount(block.source, minlength=sources).astype(np.float64),
    )


def _voted(block: Block, weighed: Weighed) -> tuple[Floats, Floats, Floats, Floats]:
    found = vote.posterior(block, weighed.votes)
    top = heldout.best_candidate(block, found.score, found.best)
    value = block.key[top]
    tolerance = np.repeat(weighed.tolerance[block.slot], block.candidates)
    near = np.abs(block.key - np.repeat(value, block.candidates)) <= tolerance
    grade = heldout.grades(block, found, near)
    told = weighed.calibration
    backing = np.add.reduceat(np.where(near, block.votes, 0), block.item_first[:-1])
    support = np.where(backing >= _BACKED, told.support[block.slot, grade], np.nan)
    # Where one origin alone speaks there is nothing to compare it with.
    low, high = (
        np.where(block.origins >= _BACKED, value + limits[block.slot, grade], np.nan)
        for limits in (told.low, told.high)
    )
    return value, support, low, high


def _middled(block: Block, weighed: Weighed) -> tuple[Floats, Floats, Floats, Floats]:
    found = centre.middle(block, weighed.closeness, weighed.means)
    voices = block.voices
    freedom = voices - 1
    # A few values that happen to lie close are no proof of precision: what is usual in the slot counts too.
    usual = (DEVIATIONS * weighed.usual[block.slot]) ** 2
    variance = (found.squares + BEFORE * usual) / (freedom + BEFORE) / voices
    # A median varies more than a mean: by pi / 2 where errors are normal.
    variance = np.where(weighed.means.median[block.slot], variance * np.pi / 2, variance)
    error = np.sqrt(variance + 1 / (12 * voices))
    table = _STUDENT[np.minimum(freedom, len(_STUDENT) - 1)]
    student = np.where(freedom < len(_STUDENT), table, 1.645 + 1.6 / np.maximum(freedom, 1))
    reach = np.where(block.origins > _BACKED, student * error, np.nan)
    # The normal distribution, closely enough, through the hyperbolic tangent.
    support = np.tanh(0.851 * weighed.tolerance[block.slot] / error)
    support = np.where(block.origins > _BACKED, support, np.nan)
    return found.value, support, found.value - reach, found.value + reach
