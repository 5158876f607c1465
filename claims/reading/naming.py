"""What each figure of a statement counts or measures, handed on where a later one leaves it out.

"20 people are infected and six have died" counts people twice; "8 miles (13 km) of tunnels"
measures tunnels twice. Where a phrase begins and ends is the matter of counted.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claims.kinds import Modifier
from claims.reading.counted import behind, is_stretch_of_time, stands_for_them
from claims.reading.head_phrases import Span, is_verb
from claims.reading.masks import Mask
from claims.reading.measured import Needs, before, subject
from claims.reading.modifiers import moves
from claims.reading.numerals import Kind
from claims.reading.quantities import Quantity
from claims.reading.tokens import DASHES, Tokens
from claims.reading.units import DURATIONS, is_money, rate_after
from claims.reading.wordlists import word_set

_PASSES = DASHES | word_set(
    "( ) , or to at by from end ends ending close closed closing finish finished up down by and a an the"
)
_RECENT = 4
_LEVELS = frozenset({"average", "high", "low", "record", "total", "peak"})
_LISTING = frozenset({",", "and", "or"})


_FATES = word_set("dead injured wounded hurt missing hospitalised hospitalized homeless")
"""Words that stand for those of whom they are said: "two dead, three injured"."""


class Named(NamedTuple):
    """A quantity and the words for what it counts; `None` where the statement does not say.

    `last` is the token behind the figure and those words.
    """

    quantity: Quantity
    name: str | None
    last: int


def named(tokens: Tokens, quantities: Sequence[Quantity], masked: Mask) -> list[Named]:
    """The quantities of a statement with what each of them counts or measures."""
    result: list[Named] = []
    for index, found in enumerate(quantities):
        earlier = result[-1] if result else None
        following = quantities[index + 1] if index + 1 < len(quantities) else None
        one = _named(tokens, found, result, _behind_bracket(tokens, found, following), masked)
        if earlier and one.name and _ends_move(tokens, earlier.quantity, one):
            result[-1] = earlier._replace(name=one.name)
        elif one.last > found.last and found.unit is None:
            _name_coordinates(tokens, result, one)
        result.append(one)
    return result


def _name_coordinates(tokens: Tokens, earlier: list[Named], last: Named) -> None:
    """Hands what the last of several bare counts counts to those before it: "50, about 60 and 70 people"."""
    behind, closing = last.quantity.first, True
    for index in range(len(earlier) - 1, -1, -1):
        one = earlier[index]
        gap = tokens.lower[one.quantity.last : behind]
        listed = gap and _LISTING.issuperset(gap) and not (closing and gap[-1] == ",")
        if one.name or one.quantity.unit or not listed:
            return
        earlier[index] = one._replace(name=last.name)
        behind, closing = one.quantity.first, False


def _ends_move(tokens: Tokens, start: Quantity, end: Named) -> bool:
    """Whether what the second figure counts holds for the first too: "grew from 3 to 5 ships"."""
    found = end.quantity
    bare = start.unit is None and found.unit is None and tokens.lower[start.first - 1] == "from"
    return bare and tokens.lower[start.last : found.first] == ["to"] and end.last > found.last


def _named(tokens: Tokens, found: Quantity, result: Sequence[Named], last: int, masked: Mask) -> Named:
    earlier = result[-1] if result else None
    told = earlier.name if earlier else None
    if told and told.lower() in _FATES and is_verb(tokens, last):
        told = None
    if found.unit is None and is_stretch_of_time(tokens.lower[last]):
        return Named(found, None, found.last)
    if stands_for_them(tokens, last):
        return Named(found, _name_of_whole(result, found), last)
    span = None if _is_signed(tokens, found) or _is_rated(found) else _behind(tokens, found, last)
    if span is None and tokens.lower[last] in _FATES and last == found.last and found.unit is None:
        span = last, last + 1
    if span and not masked.hidden[span[0]]:
        end = span[1] if last == found.last else found.last
        return Named(_with_rate(tokens, found, span[1]), _words(tokens, span), end)
    lasts = found.unit in DURATIONS and earlier is not None and earlier.quantity.unit is None
    if earlier and not lasts and _is_linked(tokens, earlier, found, masked):
        return Named(found, told, found.last)
    span = _before(tokens, found, earlier, masked) if tokens.lower[last] != "of" else None
    if span is None and earlier and _basis(earlier.quantity) == _basis(found):
        return Named(found, told, found.last)
    return Named(found, _words(tokens, span), found.last)


def _name_of_whole(earlier: Sequence[Named], part: Quantity) -> str | None:
    """What "1,100 of them" are: of the figures before it, the nearest that is no smaller tells."""
    value = part.numeral.value or 0
    recent = earlier[-_RECENT:]
    whole = (
        one
        for one in reversed(recent)
        if one.quantity.unit is None and (one.quantity.numeral.value or 0) >= value
    )
    return next(whole, recent[-1]).name if recent else None


def _is_signed(tokens: Tokens, found: Quantity) -> bool:
    """Whether it is a move in a list of markets, each behind its name: "Dow +0.2% Nasdaq -0.3%"."""
    return (
        found.unit == "%" and tokens.words[found.first] in ("+", *DASHES) and tokens.is_word(found.first - 1)
    )


def _is_rated(found: Quantity) -> bool:
    """Whether a round number ends the unit, so that what follows is the population: "per 100,000 people"."""
    return found.unit is not None and found.unit[-1].isdecimal()


def _before(tokens: Tokens, found: Quantity, earlier: Named | None, masked: Mask) -> Span | None:
    floor = earlier.last if earlier else 0
    span = before(tokens, found.first, masked.hidden, floor=floor, needs=_needs(tokens, found))
    if span is None and found.change is not None:
        return subject(tokens, found.first, masked.hidden, floor=floor)
    return span


def _words(tokens: Tokens, span: Span | None) -> str | None:
    if span is None:
        return None
    return (
        tokens.text[tokens.starts[span[0]] : tokens.ends[span[1] - 1]].removesuffix("'s").removesuffix("’s")
    )


def _behind_bracket(tokens: Tokens, found: Quantity, following: Quantity | None) -> int:
    """The token behind the figure and its conversion: "8 miles (13 km) of tunnels"."""
    if following and tokens.words[found.last] == "(" and following.first == found.last + 1:
        return following.last + 1 if tokens.words[following.last] == ")" else found.last
    return found.last


def _behind(tokens: Tokens, found: Quantity, last: int) -> Span | None:
    return behind(
        tokens,
        last,
        measured=found.unit is not None and not found.unit.startswith("per "),
        within=_takes_in(tokens, found),
        partitive=found.numeral.kind in (Kind.SHARE, Kind.MULTIPLE),
        single=found.unit is None and found.numeral.value == 1,
    )


def _takes_in(tokens: Tokens, found: Quantity) -> bool:
    """Whether "in" leads to what is measured: "$3bn in aid", "a rise of 2 points in costs"."""
    if found.change is not None and tokens.lower[found.first - 1] == "of":
        return True
    return found.unit is not None and is_money(found.unit)


def _with_rate(tokens: Tokens, found: Quantity, last: int) -> Quantity:
    """A rate that stands behind what is counted: "3,000 patients a day", "2 tonnes of ash per hour"."""
    rate = rate_after(tokens, last)
    if rate is None or (found.unit and "/" in found.unit):
        return found
    return found._replace(unit=f"{found.unit}/{rate.name}" if found.unit else f"per {rate.name}")


def _is_linked(tokens: Tokens, earlier: Named, found: Quantity, masked: Mask) -> bool:
    """Whether only "to", "or", "(" or a date stand between: "fell 0.4% to 13,176", "20 feet (6 m)"."""
    gap = [tokens.lower[at] for at in range(earlier.last, found.first) if not masked.hidden[at]]
    if gap[-1:] == ["of"] and gap[-2:-1] and gap[-2] in _LEVELS:
        gap = gap[:-2]
    if gap[:1] == ["and"] and gap[1:2] and moves(gap[1]):
        gap = gap[2:] or [","]
    if "and" in gap and not _alike(earlier.quantity, found):
        return False
    return 0 < len(gap) < 5 and all(word in _PASSES for word in gap)


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may measure one thing: the same unit, or both a size ("5 feet and 3 inches")."""
    if _basis(one) == _basis(other):
        return True
    return all(unit and unit != "%" and not is_money(unit) for unit in (one.unit, other.unit))


def _needs(tokens: Tokens, found: Quantity) -> Needs:
    if _is_signed(tokens, found):
        return Needs.NOTHING
    if found.unit in DURATIONS:
        return Needs.VERB
    if found.unit is None:
        return Needs.MEASURE
    if found.modifier is not Modifier.EXACT or found.change is not None:
        return Needs.NOTHING
    return Needs.LINK if found.unit == "%" or is_money(found.unit) else Needs.HOLDER


def _basis(found: Quantity) -> str | None:
    return None if found.unit and found.unit.startswith("per ") else found.unit
