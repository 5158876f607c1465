"""What the observations look like, slot by slot, so that the method can be chosen by the data.

A slot is an attribute, or what many small attributes share. All counts are whole numbers and add
up, block by block, to the same sums in any order.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from claims.estimate.blocks import Block, Floats, Ints
from claims.estimate.vote import ONE

BUCKETS = 4096
OCTAVE = 8
_LOWEST = -64
DISTANCES = 256 * OCTAVE


@dataclass(frozen=True, slots=True)
class Profile:
    """Sums by slot. `agreeing` over `compared` is how often another source says exactly the same."""

    compared: Floats
    agreeing: Floats
    values: Floats
    distances: Floats

    def __add__(self, other: Profile) -> Profile:
        return Profile(
            self.compared + other.compared,
            self.agreeing + other.agreeing,
            self.values + other.values,
            self.distances + other.distances,
        )


def no_profile(slots: int) -> Profile:
    """Nothing seen yet."""
    return Profile(np.zeros(slots), np.zeros(slots), np.zeros((slots, BUCKETS)), np.zeros((slots, DISTANCES)))


def profile(block: Block, slots: int) -> Profile:
    """What one block adds."""
    votes, candidates, voices = block.votes, block.candidates, block.voices
    pairs = np.add.reduceat(votes * (votes - 1), block.item_first[:-1])
    several = voices > 1
    agreeing = np.where(several, pairs * ONE // np.maximum(voices - 1, 1), 0)
    compared = np.where(several, voices, 0) * ONE
    slot = np.repeat(block.slot, candidates)
    bucket = (block.key.view(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(52)
    place = slot * BUCKETS + bucket.astype(np.int64)
    return Profile(
        compared=_summed(block.slot, compared, slots),
        agreeing=_summed(block.slot, agreeing, slots),
        values=_summed(place, votes, slots * BUCKETS).reshape(slots, BUCKETS),
        distances=_distances(block, slot, slots),
    )


def _summed(place: Ints, counts: Ints, size: int) -> Floats:
    return np.bincount(place, weights=counts, minlength=size).astype(np.float64, copy=False)


def _distances(block: Block, slot: Ints, slots: int) -> Floats:
    """How far candidates lie from the median of their item, by eighths of an octave."""
    middle = np.repeat(block.key[_median(block)], block.candidates)
    away = np.abs(block.key - middle)
    apart = away > 0
    place = slot[apart] * DISTANCES + distance_bin(away[apart])
    return _summed(place, block.votes[apart], slots * DISTANCES).reshape(slots, DISTANCES)


def distance_bin(away: Floats) -> Ints:
    """The eighth of an octave in which a distance over 0 lies; exact, so the same everywhere."""
    fraction, exponent = np.frexp(away)
    eighth = np.floor((fraction - 0.5) * 2 * OCTAVE).astype(np.int64)
    place: Ints = (exponent.astype(np.int64) - _LOWEST) * OCTAVE + eighth
    return np.clip(place, 0, DISTANCES - 1)


def distance_of(place: int) -> float:
    """The distance up to which such a bin reaches."""
    octave, eighth = divmod(place, OCTAVE)
    return float(np.ldexp(0.5 + (eighth + 1) / (2 * OCTAVE), octave + _LOWEST))


def _median(block: Block) -> Ints:
    """The candidate in which the lower median of each item lies."""
    starts = block.first[block.item_first[:-1]]
    middle = starts + (block.voices - 1) // 2
    found: Ints = np.searchsorted(block.first, middle, side="right") - 1
    return found
