"""Made-up archives: items with a truth, sources that know it more or less often."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from claims.estimate.blocks import Columns, Floats
from claims.estimate.weighing import Slots

NUMBERS = Slots((True,), np.array([0.5]))


def known(
    honesty: list[float], *, items: int = 300, values: int = 50, seed: int = 1
) -> tuple[Columns, Floats]:
    """Every source names every item's value, right as often as its honesty says; and the truth."""
    chance = np.random.default_rng(seed)
    truth = chance.integers(0, values, items).astype(np.float64)
    item = np.tile(np.arange(items, dtype=np.int32), len(honesty))
    source = np.repeat(np.arange(len(honesty), dtype=np.int32), items)
    right = chance.random(len(item)) < np.array(honesty)[source]
    key = np.where(right, truth[item], chance.integers(0, values, len(item))).astype(np.float64)
    return Columns(source, item, key, np.zeros(items, dtype=np.int64)), truth


def measured(errors: list[float], *, items: int = 300, seed: int = 1) -> tuple[Columns, Floats]:
    """Every source measures every item, with a normal error of its own size; and the truth."""
    chance = np.random.default_rng(seed)
    truth = chance.normal(0, 100_000, items)
    item = np.tile(np.arange(items, dtype=np.int32), len(errors))
    source = np.repeat(np.arange(len(errors), dtype=np.int32), items)
    key = np.rint(truth[item] + chance.normal(0, 1, len(item)) * np.array(errors)[source])
    return Columns(source, item, key, np.zeros(items, dtype=np.int64)), truth


def permuted(columns: Columns, order: NDArray[np.int64]) -> Columns:
    """The same observations in another order."""
    return Columns(columns.source[order], columns.item[order], columns.key[order], columns.slot)


def erring_alike(*, honest: int, erring: int, items: int = 150, seed: int = 1) -> tuple[Columns, Floats]:
    """Most sources are wrong on nine items in ten, and mostly in the same way; and the truth."""
    chance = np.random.default_rng(seed)
    truth, false = chance.integers(0, 1000, (2, items))
    spoiled = chance.random(items) < 0.9
    said = chance.random((honest + erring, items)) < 0.6
    source, item = (column.astype(np.int32) for column in np.nonzero(said))
    any_value = chance.integers(0, 1000, len(item))
    alike = np.where(chance.random(len(item)) < 0.6, false[item], any_value)
    careful = np.where(chance.random(len(item)) < 0.97, truth[item], any_value)
    key = np.where(source < honest, careful, np.where(spoiled[item], alike, truth[item]))
    return Columns(source, item, key.astype(np.float64), np.zeros(items, np.int64)), truth.astype(np.float64)
