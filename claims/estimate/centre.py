"""The middle of what is said, where values are measured rather than known.

Mean and median, each source weighted by how close it was elsewhere (Zhao and Han, 2012, and CRH:
Li et al., 2014). Distances count in proportion to how far the values of the item lie apart, and
none for more than `FAR`, so that one gross error can't decide what a source is worth.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from claims.estimate.blocks import Block, Flags, Floats, Ints

ONE = 1 << 20
EVEN = 4.0
"""How many usual observations every source is credited with before it is seen."""
FAR = 8.0
WIDEST = 16.0
"""No source weighs more than so many times the usual, or less than one part of it."""


@dataclass(frozen=True, slots=True)
class Means:
    """Which slots go by the mean, and which by the median; neither: by the vote."""

    mean: Flags
    median: Flags

    @property
    def any(self) -> Flags:
        """The slots that are settled here."""
        return self.mean | self.median


@dataclass(frozen=True, slots=True)
class Middle:
    """The middle of each item, the weight behind it, and how far its values lie apart."""

    value: Floats
    weight: Ints
    squares: Floats
    spread: Floats


def closeness(distance: Floats, seen: Floats) -> Floats:
    """What a source weighs beside the usual one, from its summed distances."""
    known = seen.sum()
    usual = float(distance.sum() / known) if known else 1.0
    usual = usual or 1.0
    weight = (seen + EVEN) / (distance / usual + EVEN)
    return np.clip(weight, 1 / WIDEST, WIDEST)


def weights_of(closeness: Floats) -> Ints:
    """The same in whole numbers, in units of 2 ** -20."""
    return np.rint(closeness * ONE).astype(np.int64)


def step(block: Block, weights: Ints, means: Means) -> Floats:
    """One round: the summed distance of each source from the middle (the first row), and on how many
    observations (the second)."""
    sources = len(weights)
    counts = means.any[block.slot] & (block.origins > 1)
    if not counts.any():
        return np.zeros((2, sources))
    found = middle(block, weights, means)
    squared = np.repeat(means.mean[block.slot], block.candidates)
    away = distances(block, found)
    away = np.minimum(np.where(squared, away * away, away), FAR)
    away = np.where(np.repeat(counts, block.candidates), away, 0.0)
    voice = np.rint(np.repeat(away, block.votes) * 1024)
    seen = block.summed(np.repeat(counts, block.voices).astype(np.float64), sources)
    return np.stack((block.summed(voice, sources) / 1024, seen))


def distances(block: Block, found: Middle) -> Floats:
    """How far each candidate lies from the middle of its item, in spreads of the item."""
    value = np.repeat(found.value, block.candidates)
    return np.asarray(np.abs(block.key - value) / np.repeat(found.spread, block.candidates))


def middle(block: Block, weights: Ints, means: Means) -> Middle:
    """The weighted mean or median of each item; of two medians the smaller."""
    starts, candidates = block.item_first[:-1], block.candidates
    voice = weights[block.source]
    voice[block.split] //= block.parts
    behind = np.add.reduceat(voice, block.first[:-1])
    weight = np.add.reduceat(behind, starts)
    median = block.key[_middle_candidate(behind, weight, starts)]
    away = block.key - np.repeat(median, candidates)
    shift = np.add.reduceat(behind * away, starts) / weight
    value = np.where(means.mean[block.slot], median + shift, median)
    off = np.abs(block.key - np.repeat(value, candidates))
    apart = np.add.reduceat(block.votes * off, starts) / block.voices
    squares = np.add.reduceat(block.votes * np.minimum(off, 1e150) ** 2, starts)
    # Half a unit is what the values can't tell; a spread below it would be a false precision.
    return Middle(value, weight, squares, np.maximum(apart, 0.5))


def _middle_candidate(behind: Ints, weight: Ints, starts: Ints) -> Ints:
    """The smallest candidate whose doubled cumulated weight reaches the total."""
    reached = np.cumsum(behind)
    before = reached[starts] - behind[starts]
    found: Ints = np.searchsorted(reached, before + (weight + 1) // 2, side="left")
    return found
