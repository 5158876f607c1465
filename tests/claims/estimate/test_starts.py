from __future__ import annotations

import numpy as np
import pytest

from claims.estimate import heldout, starts, vote
from claims.estimate.blocks import Block, Floats, cut, drawn
from tests.claims.estimate.worlds import erring_alike, known

VOTING = np.array([True])


def right(blocks: list[Block], honesty: Floats, truth: Floats) -> float:
    """The share of items settled rightly by sources of this honesty."""
    count = 0
    for block in blocks:
        found = vote.posterior(block, vote.weights_of(honesty))
        top = heldout.best_candidate(block, found.score, found.best)
        count += int(np.count_nonzero(block.key[top] == truth[block.item]))
    return count / len(truth)


@pytest.mark.parametrize("seed", range(8))
def test_a_majority_that_errs_alike_does_not_carry_the_day(seed: int) -> None:
    columns, truth = erring_alike(honest=4, erring=8, seed=seed)
    blocks = cut(columns)

    honesty = starts.begin(blocks, VOTING, 12)

    assert right(blocks, honesty, truth) > 0.9
    assert honesty[:4].min() > honesty[4:].max()


def test_what_sources_say_is_likelier_if_they_are_what_they_are() -> None:
    columns, _ = known([0.9, 0.9, 0.3, 0.3])
    (block,) = cut(columns)

    as_they_are = starts.likelihood(block, np.array([0.9, 0.9, 0.3, 0.3]), VOTING)

    assert as_they_are > starts.likelihood(block, np.array([0.3, 0.3, 0.9, 0.9]), VOTING)
    assert as_they_are > starts.likelihood(block, np.array([0.6, 0.6, 0.6, 0.6]), VOTING)


def test_small_archives_are_tried_whole_and_large_ones_by_a_sample() -> None:
    assert starts.share(1_000, 10) == 1
    assert starts.share(10_000_000, 10) == starts.ROWS / 10_000_000
    assert starts.share(10_000_000, 100_000) == starts.ROWS_A_SOURCE / 100


def test_a_sample_takes_items_whole() -> None:
    columns, _ = known([0.9] * 5)
    lots = np.arange(300, dtype=np.uint32) << np.uint32(23)

    sample = drawn(columns, lots, 0.25)

    assert sorted(set(sample.item.tolist())) == list(range(128))
    assert len(sample.item) == 5 * 128
