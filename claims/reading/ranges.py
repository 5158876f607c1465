"""Two numbers that make one figure, and what one number takes over from the one before it.

"12 to 14 per cent" and "between 40 and 50" are one figure; "rose from 3 to 5" are two; in
"7- or 8-inch" the unit holds for both; "50 miles (80 km)" shares its modifier.
"""

from __future__ import annotations

from claims.kinds import Modifier
from claims.reading import modifiers
from claims.reading.numerals import Kind, Numeral, whole
from claims.reading.quantities import Quantity
from claims.reading.scores import is_vote
from claims.reading.tokens import DASHES, Tokens
from claims.reading.units import DURATIONS
from claims.reading.wordlists import word_set

_SCALES = (10**12, 10**9, 10**6, 1_000, 100)
_MOVED = word_set(
    "moved moves move moving goes went go going gone changed changes revised revises shift shifted"
)
_FARTHEST = 6


def joined(tokens: Tokens, found: list[Quantity]) -> list[Quantity]:
    """The quantities of a statement, with the ends of each range made one and what they share handed on."""
    result: list[Quantity] = []
    for quantity in found:
        before = result[-1] if result else None
        if before and quantity.first < before.last:
            continue
        merged = before and _range(tokens, before, quantity)
        if before and merged:
            result[-1] = merged
            continue
        if before:
            result[-1], quantity = _shared(tokens, before, quantity)
        result.append(quantity)
    return result


def _range(tokens: Tokens, low: Quantity, high: Quantity) -> Quantity | None:
    """One figure of two numbers, or `None` where they stay two."""
    joint = _joint(tokens, low, high)
    if joint is None or not _may_join(tokens, low, high, joint):
        return None
    numeral = _scaled_alike(low.numeral, high.numeral)
    if numeral.value is None or high.numeral.value is None or numeral.value >= high.numeral.value:
        return None
    opened = tokens.lower[low.first - 1] in (("between", "from") if joint == "to" else ("between",))
    first = low.first - 1 if opened else low.first
    bend = modifiers.modifier_before(tokens, first, None) if opened else None
    unit = high.unit or low.unit
    return low._replace(
        numeral=numeral,
        upto=high.numeral,
        first=bend.edge if bend else first,
        last=high.last,
        unit=unit,
        modifier=Modifier.RANGE,
        change=low.change or modifiers.change(tokens, first, high.last, unit),
    )


def _joint(tokens: Tokens, low: Quantity, high: Quantity) -> str | None:
    """The word or dash between two numbers, if nothing else stands there."""
    gap = tokens.lower[low.last : high.first]
    if len(gap) > 1 and gap[0] in DASHES:
        gap = gap[1:]
    if len(gap) > 1 and gap[-1] in DASHES:
        gap = gap[:-1]
    if len(gap) != 1 or (gap[0] not in DASHES and gap[0] not in ("to", "and", "or")):
        return None
    return gap[0]


def _may_join(tokens: Tokens, low: Quantity, high: Quantity, joint: str) -> bool:
    if low.upto or low.numeral.kind is not Kind.PLAIN or high.numeral.kind is not Kind.PLAIN:
        return False
    if high.modifier is not Modifier.EXACT or not _units_fit(low.unit, high.unit):
        return False
    opener = tokens.lower[low.first - 1]
    if joint == "or":
        return _is_one_more(low, high)
    if joint == "and":
        return opener == "between"
    if joint in DASHES:
        return not is_vote(tokens, high.numeral.first - 2)
    if low.unit and not high.unit:
        return low.prefixed and not low.change
    if opener == "from":
        return not _moves(tokens, low.first - 1)
    return not (low.change and (low.unit or not high.unit))


def _is_one_more(low: Quantity, high: Quantity) -> bool:
    """Whether words give neighbours: "two or three" is a range, "7 or 8" may be two sizes."""
    spelled = not low.numeral.digits and not high.numeral.digits
    return spelled and low.numeral.value is not None and low.numeral.value + 1 == high.numeral.value


def _units_fit(low: str | None, high: str | None) -> bool:
    return low is None or high is None or low == high or high.startswith(f"{low}/")


def _moves(tokens: Tokens, at: int) -> bool:
    """Whether something rises, falls or moves before "from": then both ends are figures of their own."""
    return any(word in _MOVED or modifiers.moves(word) for word in tokens.lower[max(0, at - 8) : at])


def _scaled_alike(low: Numeral, high: Numeral) -> Numeral:
    """As in "12 to 14 million": the scale word of the upper end holds for the lower one."""
    if not high.scaled or low.scaled or low.value is None or high.value is None or low.value >= 1_000:
        return low
    scale = next((step for step in _SCALES if high.value >= step and low.value * step < high.value), 1)
    return low._replace(value=whole(low.value * scale), scaled=True, grain=low.grain * scale)


def _shared(tokens: Tokens, low: Quantity, high: Quantity) -> tuple[Quantity, Quantity]:
    """What two neighbours hand to each other: unit, modifier, direction."""
    gap = tokens.lower[low.last : high.first]
    if len(gap) > _FARTHEST or not gap:
        return low, high
    if gap == ["("] and high.unit:
        return low, _as_conversion(low, high)
    if gap[-1] == "or" and len(gap) < 3 and low.unit and high.unit:
        return low, high._replace(change=high.change or low.change)
    if high.unit and not low.unit and _shares_unit(gap, high.unit):
        return low._replace(unit=high.unit), high
    if low.unit and not high.unit and gap[-1] == "to" and tokens.lower[low.first - 1] == "from":
        return low, high._replace(unit=low.unit)
    return low, high


def _as_conversion(low: Quantity, high: Quantity) -> Quantity:
    """The second figure of "about 50 miles (80 km)": it is as exact as the first."""
    alike = high.modifier is Modifier.EXACT and low.modifier is not Modifier.RANGE
    return high._replace(modifier=low.modifier if alike else high.modifier, change=high.change or low.change)


def _shares_unit(gap: list[str], unit: str) -> bool:
    """Whether a unit holds for the number before it too, as in "5 and 7 per cent"."""
    joint = gap[-1]
    if len(gap) == 1:
        return joint == "or" or joint in DASHES or (joint == "and" and unit not in DURATIONS)
    return len(gap) == 2 and gap[0] in DASHES and joint in ("and", "or", "to")
