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
FEWEST_OTHERS = 2
"""More false values are plausible than have been said; with one, agreement could count for nothing."""
LEAST_VOICE = ONE >> 4
"""A source that is mostly wrong still adds a little, so that agreement never lowers a value."""
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


def posterior(block: Block, weights: Ints, *, doubt: int = 1) -> Posterior:
    """How likely each candidate of each item is under these weights; doubt divides what scores differ by."""
    starts, candidates = block.item_first[:-1], block.candidates
    score = _scores(block, weights)
    best = np.maximum.reduceat(score, starts)
    odds = halved((np.repeat(best, candidates) - score) // doubt)
    return Posterior(score, best, odds, np.add.reduceat(odds, starts))


def step(block: Block, weights: Ints, voting: Flags, doubt: int = 1) -> Floats:
    """One round: how far each source agrees with what all say together, in units of 2 ** -20.

    An item on which one source alone speaks teaches nothing about it.
    """
    teaches = voting[block.slot] & (block.origins > 1)
    if not teaches.any():
        return np.zeros(len(weights))
    found = posterior(block, weights, doubt=doubt)
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
    """What each observation adds to the score of its candidate; never nothing, whoever says it."""
    others = np.maximum(block.candidates - 1, FEWEST_OTHERS)
    multiplicity = np.rint(np.log2(others) * ONE).astype(np.int64)
    voice = weights[block.source]
    voice += np.repeat(multiplicity, block.voices)
    np.maximum(voice, LEAST_VOICE, out=voice)
    voice[block.split] //= block.parts
    return voice


def halved(bits: Ints) -> Ints:
    """2 ** (30 - bits) in whole numbers, the same on every machine."""
    fraction = (bits & (ONE - 1)) >> (BITS - _STEPS)
    shift: Ints = np.minimum(bits >> BITS, 40)
    halves: Ints = _HALVES[fraction] >> shift
    return halves


def _scores(block: Block, weights: Ints) -> Ints:
    return np.asarray(np.add.reduceat(voice_of(block, weights), block.first[:-1]), dtype=np.int64)
