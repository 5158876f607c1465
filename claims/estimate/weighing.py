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
from typing import Protocol, Self, TypeVar

import numpy as np

from claims.estimate import centre, heldout, vote
from claims.estimate.blocks import Block, Flags, Floats, Ints
from claims.estimate.centre import Means
from claims.estimate.choice import Chosen, choose, usual_distance
from claims.estimate.heldout import Calibration
from claims.estimate.kinds import Method
from claims.estimate.profile import no_profile, profile
from claims.estimate.starts import begin

ROUNDS = 10


class Summed(Protocol):
    """What can be added up."""

    def __add__(self, other: Self, /) -> Self: ...


Sum = TypeVar("Sum", bound=Summed)


class Blocks(Protocol):
    """The blocks of an archive, wherever they are."""

    def total(self, work: Callable[[Block], Sum], nothing: Sum) -> Sum:
        """The sum of what the work gives for each block."""


def total(work: Callable[[Block], Sum], blocks: Iterable[Block], nothing: Sum) -> Sum:
    """The sum of what the work gives for each of these blocks."""
    for block in blocks:
        nothing = nothing + work(block)
    return nothing


class Held:
    """Blocks held in memory, worked on by some threads."""

    def __init__(self, blocks: list[Block], *, threads: int = 1) -> None:
        self._blocks = blocks
        self._threads = threads

    def total(self, work: Callable[[Block], Sum], nothing: Sum) -> Sum:
        """The sum of what the work gives for each block."""
        for found in _each(self._blocks, work, self._threads):
            nothing = nothing + found
        return nothing


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
    blocks: Blocks, slots: Slots, sources: int, *, sample: Iterable[Block], rounds: int = ROUNDS
) -> Weighed:
    """Looks at the observations, chooses the methods, and weighs the sources in some rounds.

    The sample says from where the rounds begin.
    """
    count = len(slots.numeric)
    looks = blocks.total(partial(profile, slots=count), no_profile(count))
    chosen = choose(looks, slots.numeric)
    voting = np.array([choice.method is Method.VOTE for choice in chosen], dtype=bool)
    means = Means(
        np.array([choice.method is Method.MEAN for choice in chosen], dtype=bool),
        np.array([choice.method is Method.MEDIAN for choice in chosen], dtype=bool),
    )
    compared, honesty = _honesty(blocks, voting, begin(sample, voting, sources), rounds)
    measured, closeness = _closeness(blocks, means, sources, rounds)
    votes = vote.weights_of(honesty)
    told = _calibration(blocks, votes, honesty, slots.tolerance, voting)
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


def _each(blocks: Iterable[Block], work: Callable[[Block], Sum], threads: int) -> Iterator[Sum]:
    """What the work gives for each block, in order; no more than a few blocks wait at once."""
    if threads == 1:
        yield from map(work, blocks)
        return
    waiting: deque[Future[Sum]] = deque()
    with ThreadPoolExecutor(threads) as pool:
        for block in blocks:
            waiting.append(pool.submit(work, block))
            if len(waiting) > 2 * threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _honesty(blocks: Blocks, voting: Flags, honesty: Floats, rounds: int) -> tuple[Floats, Floats]:
    none = np.zeros(len(honesty))
    if not voting.any():
        return none, honesty
    compared = blocks.total(partial(vote.compared, sources=len(honesty), voting=voting), none)
    weights = vote.weights_of(honesty)
    for _ in range(rounds):
        agreed = blocks.total(partial(vote.step, weights=weights, voting=voting), none)
        honesty = vote.honesty(agreed, compared)
        before, weights = weights, vote.weights_of(honesty)
        if np.array_equal(before, weights):
            break  # further rounds would change nothing
    return compared, honesty


def _closeness(blocks: Blocks, means: Means, sources: int, rounds: int) -> tuple[Floats, Floats]:
    seen = np.zeros(sources)
    closeness = np.ones(sources)
    if not means.any.any():
        return seen, closeness
    for _ in range(rounds):
        work = partial(centre.step, weights=centre.weights_of(closeness), means=means)
        away, seen = blocks.total(work, np.zeros((2, sources)))
        closeness = centre.closeness(away, seen)
    return seen, closeness


def _calibration(
    blocks: Blocks, votes: Ints, honesty: Floats, tolerance: Floats, voting: Flags
) -> Calibration:
    nothing = heldout.no_tally(len(tolerance))
    if not voting.any():
        return heldout.calibration(nothing)
    work = partial(
        heldout.tally, weights=votes, trusted=heldout.trust(honesty), tolerance=tolerance, voting=voting
    )
    return heldout.calibration(blocks.total(work, nothing))
