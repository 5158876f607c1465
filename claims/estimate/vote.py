"""The vote: which candidate value of an item is right, given how honest each source is.

A source either knows the value or picks one of the others at random, so agreement counts for
more where more values are about (SimpleLCA: Pasternack and Roth, Latent Credibility Analysis,
2013; the count of false values as in Dong, Berti-Equille and Srivastava, 2009). Everything that
is summed is a whole number, so that the sums are the same in any order. Logarithms are to the
base 2 and, like shares, in units of 2 ** -20.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from claims.estimate.blocks import Block, Flags, Floats, Ints

BITS = 20
ONE = 1 << BITS
_STEPS = 12
_HALVES: Ints = np.rint(np.exp2(30 - np.arange(1 << _STEPS) / (1 << _STEPS))).astype(np.int64)

RIGHT_BEFORE, WRONG_BEFORE = 4.0, 1.0
"""What is believed of a source that was never compared: right four times in five."""
DOUBT = 0.001
"""No source is taken to be always right or always wrong."""


@dataclass(frozen=True, slots=True)
class Posterior:
    """How likely each candidate is: `odds` of a candidate over `total` of its item."""

    score: Ints
    best: Ints
    odds: Ints
    total: Ints


def honesty(agreed: Floats, compared: Floats) -> Floats:
    """How often each source is right, given how often it agreed with the settled values."""
    share: Floats = (agreed / ONE + RIGHT_BEFORE) / (compared / ONE + RIGHT_BEFORE + WRONG_BEFORE)
    return np.asarray(np.clip(share, DOUBT, 1 - DOUBT), dtype=np.float64)


def weights_of(honesty: Floats) -> Ints:
    """What each source's voice adds to the score of a value."""
    return np.asarray(np.rint(np.log2(honesty / (1 - honesty)) * ONE), dtype=np.int64)


def posterior(block: Block, weights: Ints) -> Posterior:
    """How likely each candidate of each item is under these weights."""
    starts, candidates = block.item_first[:-1], block.candidates
    score = _scores(block, weights)
    best = np.maximum.reduceat(score, starts)
    odds = halved(np.repeat(best, candidates) - score)
    return Posterior(score, best, odds, np.add.reduceat(odds, starts))


def step(block: Block, weights: Ints, voting: Flags) -> Floats:
    """One round: how far each source agrees with what all say together, in units of 2 ** -20.

    An item on which one source alone speaks teaches nothing about it.
    """
    teaches = voting[block.slot] & (block.origins > 1)
    if not teaches.any():
        return np.zeros(len(weights))
    found = posterior(block, weights)
    share = (found.odds << BITS) // np.repeat(found.total, block.candidates)
    share *= np.repeat(teaches, block.candidates)
    voice = np.repeat(share, block.votes)
    voice[block.split] //= block.parts
    return block.summed(voice, len(weights))


def compared(block: Block, sources: int, voting: Flags) -> Floats:
    """On how many items each source could be compared with others, in units of 2 ** -20."""
    teaches = np.repeat(voting[block.slot] & (block.origins > 1), block.voices)
    voice = teaches * np.int64(ONE)
    voice[block.split] //= block.parts
    return block.summed(voice, sources)


def voice_of(block: Block, weights: Ints) -> Ints:
    """What each observation adds to the score of its candidate."""
    voice = weights[block.source] + np.repeat(_multiplicity(block), block.voices)
    voice[block.split] //= block.parts
    return voice


def halved(bits: Ints) -> Ints:
    """2 ** (30 - bits) in whole numbers, the same on every machine."""
    fraction = (bits & (ONE - 1)) >> (BITS - _STEPS)
    shift: Ints = np.minimum(bits >> BITS, 40)
    halves: Ints = _HALVES[fraction] >> shift
    return halves


def _scores(block: Block, weights: Ints) -> Ints:
    multiplicity = _multiplicity(block)
    voice = weights[block.source]
    if len(block.split):
        item = np.searchsorted(block.first[block.item_first], block.split, side="right") - 1
        whole = voice[block.split] + multiplicity[item]
        # What is added below for every observation is taken off again where the voice is divided.
        voice[block.split] = whole // block.parts - multiplicity[item]
    score: Ints = np.add.reduceat(voice, block.first[:-1])
    score += np.repeat(multiplicity, block.candidates) * block.votes
    return score


def _multiplicity(block: Block) -> Ints:
    """How much agreeing counts for on each item: the more other values, the more."""
    return np.asarray(np.rint(np.log2(np.maximum(block.candidates - 1, 1)) * ONE), dtype=np.int64)
