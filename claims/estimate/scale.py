"""In which unit the values of each attribute are compared, and which of them can't be.

An attribute's unit is the last decimal place in which most of its values are written; values
written more finely are rounded to it. Two values say the same if they agree in the coarsest
place that is in common use, so that 30.1 does not contradict 30.06.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow.compute as pc

from claims.estimate.blocks import Columns, Flags, Ints
from claims.estimate.intake import Part
from claims.estimate.numbers import MOST_DECIMALS
from claims.estimate.weighing import Slots
from sources.observations.arrays import array_of

PLACES = MOST_DECIMALS + 1
MOSTLY = 0.75
"""From this share of numbers on, an attribute's other values are left out; below, all are words."""
COMMON = 0.1
"""A precision is in common use if so many values are written in it."""
OWN_SLOTS = 254


@dataclass(frozen=True, slots=True)
class Scale:
    """How each attribute is compared; `slots` is what the attributes' slots are in turn."""

    numeric: Flags
    decimals: Ints
    slot: Ints
    slots: Slots
    words: Ints
    rows: Ints


def no_values(attributes: int) -> Ints:
    """Nothing counted yet."""
    return np.zeros((attributes, PLACES + 1), dtype=np.int64)


def count(part: Part, attributes: int) -> Ints:
    """By attribute, how many values are words (the first column) or have so many decimals."""
    attribute = part.attribute[part.item].astype(np.int64)
    written = np.where(np.isnan(part.number), 0, part.decimals + 1)[part.value]
    place = attribute * (PLACES + 1) + written
    return np.bincount(place, minlength=attributes * (PLACES + 1)).reshape(attributes, PLACES + 1)


def scale(counts: Ints, names: list[str]) -> Scale:
    """The unit of each attribute, from how its values are written."""
    rows, written = counts.sum(axis=1), counts[:, 1:]
    numbers = written.sum(axis=1)
    numeric = numbers >= np.maximum(MOSTLY * rows, 1)
    decimals = np.where(numeric, written.argmax(axis=1), 0)
    common = (written >= COMMON * numbers[:, None]) & (written > 0)
    coarsest = np.where(numeric, common.argmax(axis=1), 0)
    tolerance = np.where(numeric, 0.5 * 10.0 ** np.maximum(decimals - coarsest, 0), 0.0)
    order = sorted(range(len(names)), key=lambda place: (-rows[place], names[place]))
    slot = np.zeros(len(names), dtype=np.int64)
    own = order[:OWN_SLOTS]
    slot[own] = np.arange(len(own))
    for place in order[OWN_SLOTS:]:
        slot[place] = OWN_SLOTS + int(not numeric[place])
    kinds = [bool(numeric[place]) for place in own]
    reach = [float(tolerance[place]) for place in own]
    if len(order) > OWN_SLOTS:
        kinds, reach = [*kinds, True, False], [*reach, 0.5, 0.0]
    return Scale(numeric, decimals, slot, Slots(tuple(kinds), np.array(reach)), counts[:, 0], rows)


def unusable(part: Part, scale: Scale) -> Ints:
    """The rows whose value is no number although their attribute's values are."""
    words = np.isnan(part.number)[part.value]
    if not words.any():
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero(words & scale.numeric[part.attribute[part.item]])


def columns(part: Part, scale: Scale) -> Columns:
    """The observations that can be compared, each value in its attribute's unit; words by their rank."""
    dropped = unusable(part, scale)
    if len(dropped):
        part = part.only(np.delete(np.arange(len(part.source)), dropped))
    attribute = part.attribute[part.item]
    key = np.rint(part.number[part.value] * 10.0 ** scale.decimals[attribute])
    wordy = ~scale.numeric[attribute]
    if wordy.any():
        order = by_rank(part)
        ranks = np.empty(len(order))
        ranks[order] = np.arange(len(order))
        key[wordy] = ranks[part.value[wordy]]
    return Columns(part.source, part.item, key, scale.slot[part.attribute])


def by_rank(part: Part) -> Ints:
    """The places of the words in the order of the ranks that stand for them."""
    return array_of(pc.sort_indices(part.texts)).astype(np.int64)
