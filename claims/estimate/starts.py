"""From where the rounds begin: the start under which the observations are likeliest.

Rounds that begin by counting every source alike can end with a majority that errs alike. Several
starts are tried, therefore, and what is likeliest under the model itself is gone on with. One of
them anneals: the first rounds believe no majority quite, and later ones more and more (Ueda and
Nakano, Deterministic annealing EM algorithm, 1998).
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from claims.estimate import vote
from claims.estimate.blocks import Block, Flags, Floats, Ints

STARTS = ((), (16, 16, 12, 12, 8, 8, 6, 6, 4, 4, 3, 3, 2, 2))
"""For each start, by how much differences between scores are divided in the first rounds."""
ROUNDS = 20
"""So many rounds follow at most."""
ROWS, ROWS_A_SOURCE = 1 << 15, 32
"""The starts are tried on about so many observations, if there are more."""


def share(observations: int, sources: int) -> float:
    """The share of the items on which the starts are tried."""
    return min(1.0, max(ROWS, ROWS_A_SOURCE * sources) / max(observations, 1))


def begin(sample: Iterable[Block], voting: Flags, sources: int) -> Floats:
    """How honest each source is under the likeliest of the starts."""
    blocks = list(sample)
    ends = [_end(blocks, voting, sources, doubts) for doubts in STARTS]
    return max(ends, key=lambda honesty: sum(likelihood(block, honesty, voting) for block in blocks))


def _end(blocks: list[Block], voting: Flags, sources: int, doubts: tuple[int, ...]) -> Floats:
    compared, none = np.zeros(sources), np.zeros(sources)
    for block in blocks:
        compared += vote.compared(block, sources, voting)
    honesty = vote.honesty(none, none)
    weights = vote.weights_of(honesty)
    for doubt in (*doubts, *[1] * ROUNDS):
        agreed, before = np.zeros(sources), weights
        for block in blocks:
            agreed += vote.step(block, weights, voting, doubt)
        honesty = vote.honesty(agreed, compared)
        weights = vote.weights_of(honesty)
        if doubt == 1 and np.array_equal(before, weights):
            break
    return honesty


def likelihood(block: Block, honesty: Floats, voting: Flags) -> int:
    """The logarithm of how likely the observations are, whichever values are right, in units of 2 ** -20."""
    judged = voting[block.slot] & (block.origins > 1)
    found = vote.posterior(block, vote.weights_of(honesty))
    others = np.maximum(block.candidates - 1, vote.FEWEST_OTHERS)
    wrong = _bits(1 - honesty)[block.source] - np.repeat(_bits(others), block.voices)
    wrong[block.split] //= block.parts
    all_wrong = np.add.reduceat(wrong, block.first[block.item_first[:-1]])
    item = all_wrong + found.best + _bits(found.total) - _bits(2.0**30 * (others + 1))
    return int(item[judged].sum())


def _bits(share: Floats | Ints) -> Ints:
    return np.asarray(np.rint(np.log2(share) * vote.ONE), dtype=np.int64)
