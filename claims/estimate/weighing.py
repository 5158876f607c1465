"""From blocks to what each source is worth: the rounds, and the only state between them.

That state is one vector of weights; a round asks every block for sums and adds them. The sums
are the same for any number of blocks or threads, so the result is, bit for bit.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import numpy as np

from claims.estimate import centre, heldout, vote
from claims.estimate.blocks import Block, Flags, Floats, Ints
from claims.estimate.centre import Means
from claims.estimate.choice import Chosen, choose, usual_distance
from claims.estimate.heldout import Calibration
from claims.estimate.kinds import Method
from claims.estimate.profile import no_profile, profile

ROUNDS = 10
FIRST_DOUBTS = (10, 10, 3)
"""The first rounds believe no majority quite, or many sources that err alike would carry the day."""

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Slots:
    """What is known of each slot before anything is weighed.

    `tolerance` is how far apart two values may be and still say the same, in units of the last
    place in which the slot's values are commonly written.
    """

    numeric: tuple[bool, ...]
    tolerance: Floats


@dataclass(frozen=True, slots=True)
class Weighed:
    """What each source is worth, and what follows for the answers."""

    chosen: list[Chosen]
    voting: Flags
    means: Means
    tolerance: Floats
    honesty: Floats
    votes: Ints
    compared: Floats
    closeness: Ints
    measured: Floats
    usual: Floats
    calibration: Calibration


def weigh(
    blocks: Iterable[Block], slots: Slots, sources: int, *, rounds: int = ROUNDS, threads: int = 1
) -> Weighed:
    """Looks at the observations, chooses the methods, and weighs the sources in some rounds.

    `blocks` is gone through many times over.
    """
    count = len(slots.numeric)
    looks = no_profile(count)
    for part in each(blocks, partial(profile, slots=count), threads):
        looks = looks + part
    chosen = choose(looks, slots.numeric)
    voting = np.array([choice.method is Method.VOTE for choice in chosen], dtype=bool)
    means = Means(
        np.array([choice.method is Method.MEAN for choice in chosen], dtype=bool),
        np.array([choice.method is Method.MEDIAN for choice in chosen], dtype=bool),
    )
    compared, honesty = _honesty(blocks, voting, sources, rounds, threads)
    measured, closeness = _closeness(blocks, means, sources, rounds, threads)
    votes = vote.weights_of(honesty)
    told = _calibration(blocks, votes, honesty, slots.tolerance, voting, threads)
    return Weighed(
        chosen,
        voting,
        means,
        slots.tolerance,
        honesty,
        votes,
        compared,
        centre.weights_of(closeness),
        measured,
        usual_distance(looks),
        told,
    )


def each(blocks: Iterable[Block], work: Callable[[Block], Found], threads: int) -> Iterator[Found]:
    """What the work gives for each block, in order; no more than a few blocks wait at once."""
    if threads == 1:
        yield from map(work, blocks)
        return
    waiting: deque[Future[Found]] = deque()
    with ThreadPoolExecutor(threads) as pool:
        for block in blocks:
            waiting.append(pool.submit(work, block))
            if len(waiting) > 2 * threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _honesty(
    blocks: Iterable[Block], voting: Flags, sources: int, rounds: int, threads: int
) -> tuple[Floats, Floats]:
    compared = np.zeros(sources)
    honesty = vote.honesty(compared, compared)
    if not voting.any():
        return compared, honesty
    for part in each(blocks, partial(vote.compared, sources=sources, voting=voting), threads):
        compared += part
    for turn in range(rounds):
        doubt = FIRST_DOUBTS[turn] if turn < len(FIRST_DOUBTS) else 1
        work = partial(vote.step, weights=vote.weights_of(honesty), voting=voting, doubt=doubt)
        agreed = np.zeros(sources)
        for part in each(blocks, work, threads):
            agreed += part
        honesty = vote.honesty(agreed, compared)
    return compared, honesty


def _closeness(
    blocks: Iterable[Block], means: Means, sources: int, rounds: int, threads: int
) -> tuple[Floats, Floats]:
    seen = np.zeros(sources)
    closeness = np.ones(sources)
    if not means.any.any():
        return seen, closeness
    for _ in range(rounds):
        work = partial(centre.step, weights=centre.weights_of(closeness), means=means)
        away, seen = np.zeros(sources), np.zeros(sources)
        for part in each(blocks, work, threads):
            away += part[0]
            seen += part[1]
        closeness = centre.closeness(away, seen)
    return seen, closeness


def _calibration(
    blocks: Iterable[Block], votes: Ints, honesty: Floats, tolerance: Floats, voting: Flags, threads: int
) -> Calibration:
    work = partial(
        heldout.tally, weights=votes, trusted=heldout.trust(honesty), tolerance=tolerance, voting=voting
    )
    tallied = heldout.no_tally(len(tolerance))
    if voting.any():
        for part in each(blocks, work, threads):
            tallied = tallied + part
    return heldout.calibration(tallied)
