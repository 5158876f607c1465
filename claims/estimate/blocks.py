"""Observations cut into blocks that fit the processor's cache, each sorted once.

All observations of one item (an object and what is said of it) lie in one block, so a block can
be worked on alone, here, in another thread or on another machine. Nothing that is computed from
blocks depends on how many there are or in which order rows came.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

ROWS = 1 << 16
"""About how many observations a block holds."""
SCATTER = 0x9E3779B1
"""Odd, so that multiplying by it is one to one modulo any power of two."""
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Block:
    """Items with their candidate values in order, and who stands behind each.

    `first[c]` is the first observation of candidate `c`, `item_first[i]` the first candidate of
    item `i`; both have one more entry than there are candidates or items. A source that says
    several values of an item divides its voice: `split` are those observations, `parts` in how many.
    """

    source: NDArray[np.int32]
    first: Ints
    key: Floats
    item_first: Ints
    item: Ints
    slot: Ints
    split: Ints
    parts: Ints

    @property
    def votes(self) -> Ints:
        """How many observations stand behind each candidate."""
        return np.diff(self.first)

    @property
    def candidates(self) -> Ints:
        """How many candidates each item has."""
        return np.diff(self.item_first)

    @property
    def voices(self) -> Ints:
        """How many observations each item has."""
        return np.diff(self.first[self.item_first])

    @property
    def origins(self) -> Ints:
        """How many sources speak on each item; one that says two values is one."""
        voices = self.voices
        if len(self.split):
            item = np.searchsorted(self.first[self.item_first], self.split, side="right") - 1
            surplus = np.bincount(item, weights=(self.parts - 1) / self.parts, minlength=len(voices))
            voices -= np.rint(surplus).astype(np.int64)
        return voices

    def summed(self, voice: Ints | Floats, sources: int) -> Floats:
        """The sum of a number by observation for each source; exact, for the numbers are whole."""
        return np.bincount(self.source, weights=voice, minlength=sources).astype(np.float64, copy=False)


@dataclass(frozen=True, slots=True)
class Columns:
    """Observations as numbers: who says which value of which item. `slot` has one entry an item."""

    source: NDArray[np.int32]
    item: NDArray[np.int32]
    key: Floats
    slot: Ints


def cut(columns: Columns, *, rows: int = ROWS) -> list[Block]:
    """The observations as sorted blocks of about so many rows."""
    observations, items = len(columns.source), len(columns.slot)
    if not observations:
        return []
    bits = max(items - 1, 1).bit_length()
    wanted = max(1, min(items, -(-observations // rows)))
    local = min(max(bits - (wanted - 1).bit_length(), 0), 16)
    spread = (columns.item.astype(np.uint32) * np.uint32(SCATTER)) & np.uint32((1 << bits) - 1)
    bucket = (spread >> np.uint32(local)).astype(np.uint16 if bits - local <= 16 else np.uint32)
    within = (spread & np.uint32((1 << local) - 1)).astype(np.uint16)
    del spread
    order = np.argsort(bucket, kind="stable")
    ends = np.cumsum(np.bincount(bucket)).tolist()
    del bucket
    starts = [0, *ends[:-1]]
    return [
        _block(columns, within, order[start:end])
        for start, end in zip(starts, ends, strict=True)
        if end > start
    ]


def drawn(columns: Columns, lots: NDArray[np.uint32], share: float) -> Columns:
    """The observations of the items whose lot lies in the lowest share of all that may be drawn."""
    rows = np.flatnonzero((lots < share * 2.0**32)[columns.item])
    return Columns(columns.source[rows], columns.item[rows], columns.key[rows], columns.slot)


def _block(columns: Columns, within: NDArray[np.uint16], rows: Ints) -> Block:
    local, key = within[rows], columns.key[rows]
    by_key = np.argsort(key)
    order = by_key[np.argsort(local[by_key], kind="stable")]
    rows, local, key = rows[order], local[order], key[order]
    source = columns.source[rows]
    several = _several(local, source)
    if len(several):
        once = several[~_said_before(local, key, source, several)]
        kept = np.ones(len(rows), dtype=bool)
        kept[np.setdiff1d(several, once, assume_unique=True)] = False
        rows, local, key, source = rows[kept], local[kept], key[kept], source[kept]
        several = _several(local, source)
    new_item = np.concatenate(([True], local[1:] != local[:-1]))
    first = np.flatnonzero(new_item | np.concatenate(([True], key[1:] != key[:-1])))
    item_first = np.flatnonzero(new_item[first])
    item = columns.item[rows[first[item_first]]].astype(np.int64)
    return Block(
        source=source,
        first=np.append(first, len(rows)),
        key=key[first],
        item_first=np.append(item_first, len(first)),
        item=item,
        slot=columns.slot[item],
        split=several,
        parts=_counts(local[several], source[several]),
    )


def _several(local: NDArray[np.uint16], source: NDArray[np.int32]) -> Ints:
    """The observations whose source speaks more than once on the item."""
    return repeated(_voices(local, source))


def repeated(voice: Ints) -> Ints:
    """The places of the numbers that occur more than once."""
    bits = min(max(len(voice), 1).bit_length() + 3, 32)
    # Most numbers fall into a bin of their own; only the rest has to be sorted.
    bin_ = ((voice.view(np.uint64) * _GOLDEN) >> np.uint64(64 - bits)).astype(np.int64)
    rows = np.flatnonzero(np.bincount(bin_)[bin_] > 1)
    left = voice[rows]
    ordered = np.sort(left)
    several = ordered[1:][ordered[1:] == ordered[:-1]]
    if not len(several):
        return np.zeros(0, dtype=np.int64)
    place = np.minimum(np.searchsorted(several, left), len(several) - 1)
    found: Ints = rows[several[place] == left]
    return found


def _said_before(local: NDArray[np.uint16], key: Floats, source: NDArray[np.int32], rows: Ints) -> Flags:
    """Which of these observations repeat a value that their source has given."""
    voice, value = _voices(local[rows], source[rows]), key[rows]
    order = np.lexsort((value, voice))
    repeated = np.zeros(len(rows), dtype=bool)
    same = (voice[order][1:] == voice[order][:-1]) & (value[order][1:] == value[order][:-1])
    repeated[order[1:][same]] = True
    return repeated


def _counts(local: NDArray[np.uint16], source: NDArray[np.int32]) -> Ints:
    _, place, count = np.unique(_voices(local, source), return_inverse=True, return_counts=True)
    return count[place].astype(np.int64)


def _voices(local: NDArray[np.uint16], source: NDArray[np.int32]) -> Ints:
    """One number for each source on each item."""
    return (local.astype(np.int64) << 32) | source
