"""How answers are written: numbers as plain decimals, and nothing where nothing can be told."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from claims.estimate.answers import Answers
from claims.estimate.blocks import Floats, Ints
from claims.estimate.intake import Part
from claims.estimate.scale import Scale, by_rank
from sources.observations.arrays import array_of, column_of, text_of, texts_of

VALUES = ("object", "attribute", "value", "low", "high", "support", "conflict")
FINER = 4
"""What lies between two units is written in so many places more, at most."""
SHARE = 4
_EXACT = 2.0**53


def spelled(part: Part, found: list[Answers], attributes: list[str], scale: Scale) -> pa.Table:
    """The answers of a part, sorted by object and attribute; what can't be told is null."""
    item = np.concatenate([one.item for one in found]) if found else np.zeros(0, dtype=np.int64)
    order = _by_name(part, item, len(attributes))
    item = item[order]
    attribute = part.attribute[item]
    numeric, places = scale.numeric[attribute], scale.decimals[attribute]
    units = {
        name: np.concatenate([getattr(one, name) for one in found])[order] if found else np.zeros(0)
        for name in ("value", "low", "high", "support", "conflict")
    }
    value, low, high = (decimals(units[name], places) for name in ("value", "low", "high"))
    if not numeric.all():
        words = part.texts.take(column_of(by_rank(part)))
        rank = np.where(numeric, 0, units["value"]).astype(np.int64)
        number = column_of(numeric)
        value = pc.if_else(number, value, words.take(column_of(rank)))
        low, high = (pc.if_else(number, limit, pa.NA) for limit in (low, high))
    support, conflict = (shares(units[name]) for name in ("support", "conflict"))
    names = texts_of(attributes).take(column_of(attribute))
    columns = [part.objects.take(column_of(part.thing[item])), names, value, low, high, support, conflict]
    return pa.table(columns, names=VALUES)


def _by_name(part: Part, item: Ints, attributes: int) -> Ints:
    """The order of the items by object and attribute; attributes are numbered in the order of their names."""
    rank = np.empty(len(part.objects), dtype=np.int64)
    rank[array_of(pc.sort_indices(part.objects))] = np.arange(len(rank))
    return np.argsort(rank[part.thing[item]] * attributes + part.attribute[item])


def shares(share: Floats) -> pa.StringArray:
    """Shares of one in four places; NaN is null."""
    whole = np.rint(np.where(np.isnan(share), 1 + 10.0**-SHARE, share) * 10**SHARE)
    return _all_shares().take(column_of(whole.astype(np.int64)))


@cache
def _all_shares() -> pa.StringArray:
    """From nothing to one, and null at the end."""
    whole = np.arange(10**SHARE + 1)
    return pa.concat_arrays([fixed(whole, np.full(len(whole), SHARE)), pa.nulls(1, pa.string())])


def decimals(units: Floats, places: Ints) -> pa.StringArray:
    """Numbers of units of the last place, as they are written: 3006 hundredths is 30.06. NaN is null."""
    told = ~np.isnan(units)
    units = np.where(told, units, 0.0)
    between = units != np.rint(units)
    whole = np.where(between, np.rint(units * 10.0**FINER), units)
    exact = np.abs(whole) < _EXACT
    text = fixed(np.where(exact, whole, 0).astype(np.int64), places + FINER * between)
    if between.any():
        text = pc.if_else(column_of(between), pc.utf8_rtrim(pc.utf8_rtrim(text, "0"), "."), text)
    if not exact.all():
        large = [_large(one, int(place)) for one, place in zip(units[~exact], places[~exact], strict=True)]
        text = pc.replace_with_mask(text, column_of(~exact), texts_of(large))
    return text if told.all() else pc.if_else(column_of(told), text, pa.NA)


def _large(units: float, places: int) -> str:
    return format(Decimal(repr(float(units))).scaleb(-places), "f")


def fixed(whole: Ints, places: Ints) -> pa.StringArray:
    """Whole numbers with the point so many places from the right."""
    kinds = np.flatnonzero(np.bincount(places))
    if len(kinds) <= 1:
        return _pointed(whole, int(kinds[0]) if len(kinds) else 0)
    order = np.argsort(places, kind="stable")
    pieces = np.split(order, np.searchsorted(places[order], kinds[1:]))
    texts = [_pointed(whole[rows], int(place)) for place, rows in zip(kinds, pieces, strict=True)]
    back = np.empty(len(order), dtype=np.int64)
    back[order] = np.arange(len(order))
    return pa.concat_arrays(texts).take(column_of(back))


def _pointed(whole: Ints, places: int) -> pa.StringArray:
    if not places:
        return pc.cast(column_of(whole), pa.string())
    digits = pc.utf8_lpad(pc.cast(column_of(np.abs(whole)), pa.string()), places + 1, "0")
    before = pc.utf8_slice_codeunits(digits, 0, -places)
    digits = pc.binary_join_element_wise(before, pc.utf8_slice_codeunits(digits, -places), text_of("."))
    negative = whole < 0
    if not negative.any():
        return digits
    signed = pc.binary_join_element_wise(text_of("-"), digits, text_of(""))
    return pc.if_else(column_of(negative), signed, digits)
