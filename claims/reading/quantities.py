"""A number together with its unit and its modifier: "about 50 miles", "at least $3bn a year".

One number at a time; ranges.py joins what belongs together.
"""

from __future__ import annotations

from typing import NamedTuple

from claims.kinds import Change, Modifier
from claims.reading import modifiers
from claims.reading.numerals import Kind, Numeral
from claims.reading.tokens import DASHES, Tokens
from claims.reading.units import Unit, national, rate_after, unit_after, unit_before


class Quantity(NamedTuple):
    """A number with its unit at tokens `[first, last)`.

    `upto` is the upper end of a range; `prefixed` tells that the unit is a currency sign
    before the number.
    """

    numeral: Numeral
    first: int
    last: int
    unit: str | None = None
    modifier: Modifier = Modifier.EXACT
    change: Change | None = None
    sign: int = 1
    upto: Numeral | None = None
    prefixed: bool = False


def quantity(tokens: Tokens, numeral: Numeral) -> Quantity:
    """The numeral with everything that belongs to it on both sides."""
    found = _with_modifier_before(tokens, _with_unit_behind(tokens, _with_sign(tokens, numeral)))
    signed = Change.UP if tokens.words[found.first] == "+" else None
    change = signed or modifiers.change(tokens, found.first, found.last, found.unit)
    return found if change is None else found._replace(change=change)


def _with_sign(tokens: Tokens, numeral: Numeral) -> Quantity:
    """The numeral with a currency before it and a minus sign before or between."""
    first, unit, sign = numeral.first, None, 1
    if _is_minus(tokens, first):
        money = unit_before(tokens, first - 1)
        if money or not tokens.glued(first - 1):
            first, sign = first - 1, -1
    money = unit_before(tokens, first)
    if money:
        unit, first = money
        if sign == 1 and _is_minus(tokens, first) and not tokens.glued(first - 1):
            first, sign = first - 1, -1
    if sign == 1 and tokens.words[first - 1] == "+" and tokens.glued(first):
        first -= 1
    minus = first - 2 if tokens.words[first - 1] in DASHES else first - 1
    if sign == 1 and tokens.lower[minus] == "minus":
        first, sign = minus, -1
    return Quantity(numeral, first, numeral.last, unit, sign=sign, prefixed=money is not None)


def _is_minus(tokens: Tokens, at: int) -> bool:
    return tokens.words[at - 1] in ("-", "−") and tokens.glued(at)


def _with_unit_behind(tokens: Tokens, found: Quantity) -> Quantity:
    modifier, unit, last = found.modifier, found.unit, found.last
    bend = modifiers.modifier_after(tokens, last)
    if bend:
        modifier, last = bend.modifier, bend.edge
    behind = _unit_behind(tokens, found, last)
    if behind:
        unit, last = behind.name, behind.last
    bend = modifiers.modifier_after(tokens, last) if modifier is Modifier.EXACT else None
    if bend:
        modifier, last = bend.modifier, bend.edge
    rate = rate_after(tokens, last)
    if rate:
        unit, last = (f"{unit}/{rate.name}" if unit else f"per {rate.name}"), rate.last
    if (unit, last) == (found.unit, found.last):
        return found
    return found._replace(unit=unit, last=last, modifier=modifier)


def _unit_behind(tokens: Tokens, found: Quantity, last: int) -> Unit | None:
    match found.numeral.kind:
        case Kind.MULTIPLE:
            return Unit("times", last)
        case Kind.VAGUE if tokens.lower[last] == "of":
            return unit_after(tokens, last + 1)
        case Kind.SHARE:
            of_one = tokens.follows(last, ("of", "a")) or tokens.follows(last, ("of", "an"))
            return unit_after(tokens, last + 2) if of_one else None
        case _ if found.prefixed:
            return national(tokens, last) if found.unit == "USD" else None
        case _:
            return unit_after(tokens, last)


def _with_modifier_before(tokens: Tokens, found: Quantity) -> Quantity:
    bend = modifiers.modifier_before(tokens, found.first, found.unit)
    if bend is None or found.modifier is not Modifier.EXACT:
        return found
    if bend.modifier is Modifier.ABOUT and tokens.lower[found.first] == "one" and found.unit is None:
        return found
    return found._replace(modifier=bend.modifier, first=bend.edge)
