"""The figures of a statement: value, interval, modifier, unit, what is counted, where it stands.

Puts together what numbers, units, modifiers and counted find; dates, times and names are
masked first. Nothing here looks beyond the statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claims.kinds import Modifier
from claims.reading import counted, one
from claims.reading.as_of import as_of
from claims.reading.intervals import granularity, interval
from claims.reading.masks import Mask, mask
from claims.reading.numbers import NUMBER_WORDS, Kind, find_numerals
from claims.reading.quantities import Quantity, quantity
from claims.reading.ranges import joined
from claims.reading.record import Figure
from claims.reading.tokens import DASHES, Tokens, tokenise
from claims.reading.units import DURATIONS, unit_of_header
from sources.blocks import Cell

_DIGIT = re.compile(r"\d")
_PASSES = (
    frozenset(
        "( , or to at from end ends ending close closed closing finish finished up down by and a an the".split()
    )
    | DASHES
)
_LEADS_ON = frozenset("and or but while with including , ; ( : — –".split())


def find_figures(
    text: str, start: int, end: int, *, cells: Sequence[Cell] = (), published: str | None = None
) -> tuple[Figure, ...]:
    """The figures of the statement `text[start:end]`, in order, not overlapping; offsets of the document.

    `cells` are the cells of a table row, whose headers say what a lone number counts;
    `published` is the day of publication, for an as-of time that leaves out its year.
    """
    if not cells:
        return tuple(_find(text, start, end, None, published))
    return tuple(
        figure for cell in cells for figure in _find(text, cell.start, cell.end, cell.header, published)
    )


def _find(text: str, start: int, end: int, header: str | None, published: str | None) -> Iterator[Figure]:
    tokens = tokenise(text, start, end)
    if not _DIGIT.search(text, start, end) and NUMBER_WORDS.isdisjoint(tokens.lower):
        return
    masked = mask(tokens)
    quantities = joined(
        tokens, [quantity(tokens, numeral) for numeral in find_numerals(tokens, masked.hidden)]
    )
    quantities = [found for found in quantities if _is_figure(tokens, found)]
    names = _names(tokens, quantities, masked)
    for found, name in zip(quantities, names, strict=True):
        figure = _figure(tokens, found, name, as_of(tokens, masked.dates, published))
        yield _with_header(figure, header) if header and _fills(tokens, found) else figure


def _is_figure(tokens: Tokens, found: Quantity) -> bool:
    numeral = found.numeral
    if (
        numeral.value != 1
        or numeral.digits
        or found.unit
        or found.upto
        or tokens.lower[numeral.first] != "one"
    ):
        return True
    return one.counts(tokens, numeral.first, numeral.last)


def _figure(tokens: Tokens, found: Quantity, name: str | None, when: str | None) -> Figure:
    value, low, high, modifier = _amounts(found)
    start, end = tokens.starts[found.first], tokens.ends[found.last - 1]
    return Figure(
        start=start,
        end=end,
        quote=tokens.text[start:end],
        value=value,
        low=low,
        high=high,
        modifier=modifier,
        change=found.change,
        unit=found.unit,
        counted=name,
        as_of=when,
    )


def _amounts(found: Quantity) -> tuple[Decimal | None, Decimal | None, Decimal | None, Modifier]:
    numeral = found.numeral
    if numeral.value is None:
        return None, numeral.low, numeral.high, Modifier.VAGUE
    if found.upto is not None:
        return None, numeral.value, found.upto.value, Modifier.RANGE
    grain = granularity(numeral.value, written=numeral.grain, scaled=numeral.scaled)
    value = numeral.value * found.sign
    low, high = interval(value, found.modifier, grain)
    return value, low, high, found.modifier


def _names(tokens: Tokens, quantities: Sequence[Quantity], masked: Mask) -> list[str | None]:
    """What each quantity counts, handed on where a later one leaves it out."""
    names: list[str | None] = []
    for index, found in enumerate(quantities):
        told = names[-1] if names else None
        previous = quantities[index - 1] if index else None
        following = quantities[index + 1] if index + 1 < len(quantities) else None
        names.append(_name(tokens, found, previous, told, masked, _behind_bracket(tokens, found, following)))
    return names


def _behind_bracket(tokens: Tokens, found: Quantity, following: Quantity | None) -> int:
    """The token behind the figure and its conversion: "8 miles (13 km) of tunnels"."""
    if following and tokens.words[found.last] == "(" and following.first == found.last + 1:
        return following.last + 1 if tokens.words[following.last] == ")" else found.last
    return found.last


def _name(
    tokens: Tokens, found: Quantity, previous: Quantity | None, told: str | None, masked: Mask, last: int
) -> str | None:
    if counted.stands_for_them(tokens, last):
        return told
    share = found.numeral.kind in (Kind.SHARE, Kind.MULTIPLE)
    span = counted.behind(tokens, last, measured=found.unit is not None, partitive=share)
    if span is None and previous and _is_linked(tokens, previous, found):
        return told
    if span is None and tokens.lower[last] != "of":
        floor = previous.last if previous else 0
        span = counted.before(tokens, found.first, masked.hidden, floor=floor, needs=_needs(found))
    if span is None:
        return told if previous and _repeats(tokens, previous, found) else None
    return tokens.text[tokens.starts[span[0]] : tokens.ends[span[1] - 1]]


def _needs(found: Quantity) -> counted.Needs:
    if found.unit in DURATIONS:
        return counted.Needs.VERB
    if found.unit is None:
        return counted.Needs.MEASURE
    bent = found.modifier is not Modifier.EXACT or found.change is not None
    return counted.Needs.NOTHING if bent else counted.Needs.LINK


def _is_linked(tokens: Tokens, previous: Quantity, found: Quantity) -> bool:
    """Whether only "to", "or", "(" and the like stand between: "fell 0.4% to 13,176", "20 feet (6 metres)"."""
    gap = tokens.lower[previous.last : found.first]
    return 0 < len(gap) < 5 and all(word in _PASSES for word in gap)


def _repeats(tokens: Tokens, previous: Quantity, found: Quantity) -> bool:
    """Whether a bare count goes on from the one before it: "20 people are infected and six have died"."""
    return _basis(previous) == _basis(found)


def _basis(found: Quantity) -> str | None:
    return None if found.unit and found.unit.startswith("per ") else found.unit


def _fills(tokens: Tokens, found: Quantity) -> bool:
    """Whether the cell of a table holds the figure and nothing else."""
    return found.first == 0 and found.last == tokens.count


def _with_header(figure: Figure, header: str) -> Figure:
    """A lone number in a table: the header of its column says what it counts and in what unit."""
    from dataclasses import replace

    name, unit = unit_of_header(header)
    return replace(figure, counted=figure.counted or name, unit=figure.unit or unit)
