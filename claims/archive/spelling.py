"""How answers are written: numbers as plain decimals, and nothing where nothing can be told."""

from __future__ import annotations

from math import isnan

from claims.archive.writing import ValueRow
from claims.estimate.answers import Answers
from claims.estimate.intake import Part
from claims.estimate.numbers import written
from claims.estimate.scale import Scale, words_by_rank


class Spelling:
    """How the answers of a part are written."""

    def __init__(self, part: Part, attributes: list[str], scale: Scale) -> None:
        self._part = part
        self._attributes = attributes
        self._numeric = scale.numeric.tolist()
        self._decimals = scale.decimals.tolist()
        self._words = [] if all(self._numeric) else words_by_rank(part)

    def rows(self, found: Answers) -> list[ValueRow]:
        """The rows of the result; what can't be told stays empty."""
        names = map(self._part.objects.__getitem__, found.item.tolist())
        attributes = self._part.attribute[found.item].tolist()
        numbers = zip(found.value.tolist(), found.low.tolist(), found.high.tolist(), strict=True)
        shares = zip(map(_share, found.support.tolist()), map(_share, found.conflict.tolist()), strict=True)
        return [
            (name, self._attributes[attribute], *self._values(attribute, *limits), *share)
            for name, attribute, limits, share in zip(names, attributes, numbers, shares, strict=True)
        ]

    def _values(self, attribute: int, value: float, low: float, high: float) -> ValueRow:
        if not self._numeric[attribute]:
            return self._words[int(value)], "", ""
        places = self._decimals[attribute]
        if isnan(low):
            return written(value, places), "", ""
        return written(value, places), written(low, places), written(high, places)


def _share(share: float) -> str:
    return "" if isnan(share) else f"{share:.4f}"
