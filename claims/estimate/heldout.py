"""How far the vote can be believed: each source is held out in turn and compared with the others.

The posterior of a vote is over-confident, for sources are not independent. So for every observation
the item is settled without its source, and what comes out is compared with what that source says.
What is true is taken to behave like the best sources; therefore a source counts here by the square
of its odds of being right. Where held-out sources hardly ever confirm what the others say, no
probability is given at all.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from claims.estimate.blocks import Block, Flags, Floats, Ints
from claims.estimate.vote import Posterior, halved, posterior, voice_of

BINS = 10
"""Grades of the posterior: up to a half, three quarters, seven eighths, and so on."""
FEW = 50
"""Held-out comparisons that are needed before anything is said."""
ENOUGH = 200
"""Held-out comparisons from which a grade speaks for itself."""
SELDOM = 0.25
"""A slot in which held-out sources confirm less than this gets no probabilities."""
BELIEVED = 5.0
MOST_ODDS = 1000.0
COVERAGE = 0.9

_EXACT = 64
_PER_OCTAVE = 8
_REACH = _EXACT + 34 * _PER_OCTAVE
RESIDUALS = 2 * _REACH + 1


@dataclass(frozen=True, slots=True)
class Tally:
    """Sums by slot and grade: how often a held-out source confirmed, and by how much it was off."""

    confirmed: Floats
    compared: Floats
    comparisons: Floats
    residuals: Floats

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.confirmed + other.confirmed,
            self.compared + other.compared,
            self.comparisons + other.comparisons,
            self.residuals + other.residuals,
        )


@dataclass(frozen=True, slots=True)
class Calibration:
    """By slot and grade: the probability of being right, and a 90% interval around the value.

    NaN where too little was there to compare.
    """

    support: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True, slots=True)
class HeldOut:
    """For each observation: the candidate that the others settle on, and how surely."""

    candidate: Ints
    grade: Ints


def trust(honesty: Floats) -> Ints:
    """What each source counts as a stand-in for the truth, in units of 2 ** -10."""
    odds = (honesty / (1 - honesty)) ** 2
    return np.asarray(np.rint(np.minimum(odds, MOST_ODDS) * 1024), dtype=np.int64)


def no_tally(slots: int) -> Tally:
    """Nothing compared yet."""
    grades = np.zeros((slots, BINS))
    return Tally(grades, grades, grades, np.zeros((slots, BINS, RESIDUALS)))


def tally(block: Block, weights: Ints, trusted: Ints, tolerance: Floats, voting: Flags) -> Tally:
    """What one block adds."""
    slots = len(tolerance)
    judged = voting[block.slot] & (block.origins > 1)
    if not judged.any():
        return no_tally(slots)
    held = hold_out(block, weights)
    rows = np.flatnonzero(np.repeat(judged, block.voices))
    own = np.repeat(np.arange(len(block.key)), block.votes)[rows]
    other, grade = held.candidate[rows], held.grade[rows]
    slot = np.repeat(block.slot, block.voices)[rows]
    off = block.key[own] - block.key[other]
    counts = trusted[block.source[rows]]
    backed = block.votes[other] - (other == own) > 1
    place = slot * BINS + grade
    near = np.abs(off) <= tolerance[slot]
    grades = slots * BINS
    residuals = _summed(place * RESIDUALS + residual_bin(off), counts, grades * RESIDUALS)
    return Tally(
        _summed(place, counts * (backed & near), grades).reshape(slots, BINS),
        _summed(place, counts * backed, grades).reshape(slots, BINS),
        _summed(place, backed.astype(np.int64), grades).reshape(slots, BINS),
        residuals.reshape(slots, BINS, RESIDUALS),
    )


def _summed(place: Ints, counts: Ints, size: int) -> Floats:
    return np.bincount(place, weights=counts, minlength=size).astype(np.float64, copy=False)


def hold_out(block: Block, weights: Ints) -> HeldOut:
    """Settles the item of each observation without its source."""
    found = posterior(block, weights)
    voice = voice_of(block, weights)
    candidates, voices = block.candidates, block.voices
    own = np.repeat(np.arange(len(block.key)), block.votes)
    item = np.repeat(np.arange(len(block.item)), voices)
    top = best_candidate(block, found.score, found.best)
    rest = found.score.copy()
    rest[top] = np.iinfo(np.int64).min // 2
    runner_score = np.maximum.reduceat(rest, block.item_first[:-1])
    runner = best_candidate(block, rest, runner_score)
    alone = block.votes[own] == 1
    without = found.score[own] - voice
    odds_without = np.where(alone, 0, halved(np.maximum(found.best[item] - without, 0)))
    mine = own == top[item]
    stays = mine & ~alone & (without >= runner_score[item])
    odds_runner = np.where(candidates > 1, halved(np.maximum(found.best - runner_score, 0)), 0)
    odds = np.where(stays, odds_without, np.where(mine, odds_runner[item], halved(np.zeros(1, np.int64))))
    total = found.total[item] - found.odds[own] + odds_without
    return HeldOut(np.where(mine & ~stays, runner[item], top[item]), grade_of(odds, total))


def best_candidate(block: Block, score: Ints, best: Ints) -> Ints:
    """The candidate of the highest score in each item; of several the smallest value."""
    places = np.where(score == np.repeat(best, block.candidates), np.arange(len(score)), len(score))
    found: Ints = np.minimum.reduceat(places, block.item_first[:-1])
    return found


def grade_of(odds: Ints, total: Ints) -> Ints:
    """How sure: 0 up to a half, 1 up to three quarters, and so on."""
    _, exponent = np.frexp(total / np.maximum(total - odds, 1))
    grade: Ints = exponent.astype(np.int64) - 1
    return np.clip(grade, 0, BINS - 1)


def grades(block: Block, found: Posterior, near: Flags) -> Ints:
    """The grade of each item, from the odds of all candidates near the one taken."""
    odds = np.add.reduceat(np.where(near, found.odds, 0), block.item_first[:-1])
    return grade_of(odds, found.total)


def residual_bin(off: Floats) -> Ints:
    """Where a difference falls: exact up to 64 units, by eighths of an octave beyond."""
    size = np.abs(off)
    step = np.ceil(np.minimum(size, _EXACT)).astype(np.int64)
    far = np.flatnonzero(size >= _EXACT)
    fraction, exponent = np.frexp(size[far])
    octaves = (exponent.astype(np.int64) - 7) * _PER_OCTAVE
    beyond = _EXACT + octaves + np.floor((fraction - 0.5) * 2 * _PER_OCTAVE).astype(np.int64)
    step[far] = np.minimum(beyond, _REACH)
    np.negative(step, out=step, where=off < 0)
    return step + _REACH


def _edges() -> Floats:
    """How far out each residual bin reaches."""
    beyond = np.arange(_REACH - _EXACT + 1)
    outer = (1 + (beyond % _PER_OCTAVE + 1) / _PER_OCTAVE) * 2.0 ** (6 + beyond // _PER_OCTAVE)
    steps = np.concatenate((np.arange(_EXACT, dtype=np.float64), outer))
    return np.concatenate((-steps[:0:-1], steps))


EDGES = _edges()


def calibration(tallied: Tally) -> Calibration:
    """What the comparisons allow to be said of each slot and grade."""
    slots = len(tallied.compared)
    support = np.full((slots, BINS), np.nan)
    low, high = support.copy(), support.copy()
    for slot in range(slots):
        if tallied.comparisons[slot].sum() < FEW or not tallied.compared[slot].any():
            continue
        share = tallied.confirmed[slot].sum() / tallied.compared[slot].sum()
        if share < SELDOM:
            continue
        support[slot] = _rising(tallied, slot, float(share))
        low[slot], high[slot] = _intervals(tallied, slot)
    return Calibration(support, low, high)


def _rising(tallied: Tally, slot: int, share: float) -> Floats:
    """The share confirmed by grade; a surer grade never gets less (pool adjacent violators)."""
    compared, comparisons = tallied.compared[slot], tallied.comparisons[slot]
    before = BELIEVED * compared.sum() / comparisons.sum()
    pools: list[tuple[float, float, int]] = []
    for right, all_ in zip(tallied.confirmed[slot] + before * share, compared + before, strict=True):
        pools.append((float(right), float(all_), 1))
        while len(pools) > 1 and pools[-2][0] * pools[-1][1] >= pools[-1][0] * pools[-2][1]:
            last, previous = pools.pop(), pools.pop()
            pools.append((previous[0] + last[0], previous[1] + last[1], previous[2] + last[2]))
    return np.concatenate([np.full(width, right / all_) for right, all_, width in pools])


def _intervals(tallied: Tally, slot: int) -> tuple[Floats, Floats]:
    """The shortest interval by grade that holds nine in ten of the held-out sources."""
    pooled = _shortest(tallied.residuals[slot].sum(axis=0))
    found = [
        _shortest(tallied.residuals[slot, grade]) if tallied.comparisons[slot, grade] >= ENOUGH else pooled
        for grade in range(BINS)
    ]
    return np.array([low for low, _ in found]), np.array([high for _, high in found])


def _shortest(counts: Floats) -> tuple[float, float]:
    reached = np.concatenate(([0.0], np.cumsum(counts)))
    ends = np.searchsorted(reached, reached[:-1] + COVERAGE * reached[-1])
    starts = np.flatnonzero((ends <= len(counts)) & (counts > 0))
    low, high = EDGES[starts], EDGES[ends[starts] - 1]
    shortest = np.lexsort((np.abs(low + high), high - low))[0]
    return float(low[shortest]), float(high[shortest])
