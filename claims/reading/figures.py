"""The figures of a statement: value, interval, modifier, unit, what is counted, where it stands.

Puts together what numbers, units, modifiers and counted find; dates, times and names are
masked first. Nothing here looks beyond the statement.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from claims.kinds import Modifier
from claims.reading import one
from claims.reading.as_of import as_of
from claims.reading.derived import TOLL_WORDS, Derived, derived
from claims.reading.intervals import granularity, interval
from claims.reading.masks import Mask, mask
from claims.reading.naming import named
from claims.reading.numbers import NUMBER_WORDS, find_numerals
from claims.reading.persons import WrittenCount, without_owner
from claims.reading.phrases import Words
from claims.reading.quantities import Quantity, quantity
from claims.reading.ranges import joined
from claims.reading.record import Figure
from claims.reading.tokens import Tokens, tokenise
from claims.reading.units import is_base, unit_of_header
from sources.blocks import Cell

_SIGNS = NUMBER_WORDS | TOLL_WORDS
_DIGIT = re.compile(r"\d")
_DIGIT_OR_HYPHEN = re.compile(r"[\d-]")
"""A hyphen may tie a number to another word: "two-thirds"."""


def may_hold_figures(words: Words) -> bool:
    """False where no digit, no number word and no word for harm stands; told before cutting into tokens."""
    if not _SIGNS.isdisjoint(words.keys):
        return True
    return _DIGIT_OR_HYPHEN.search(words.text, words.start, words.end) is not None


def find_figures(
    text: str,
    start: int,
    end: int,
    *,
    cells: Sequence[Cell] = (),
    row: bool = False,
    published: str | None = None,
) -> tuple[Figure, ...]:
    """The figures of the statement `text[start:end]`, in order; offsets of the document.

    They don't overlap, but for a derived sum that holds written ones ("his wife and four daughters").
    `cells` are the cells of a table row, whose headers say what a lone number counts, or its first
    cell where no header does ("Passengers | 277"); in a `row` without cells the words beside a
    number may be another column's, so that they name nothing; `published` is the day of
    publication, for an as-of time that leaves out its year.
    """
    if not cells:
        found = _find(text, start, end, None, published)
        return tuple(replace(figure, counted=None) if row else figure for figure in found)
    label = _label(text, cells)
    return tuple(
        figure
        for cell in cells
        for figure in _find(text, cell.start, cell.end, _says_what(cell.header) or label, published)
    )


def _label(text: str, cells: Sequence[Cell]) -> str | None:
    """The words of a row's first cell, which name what the row is about."""
    words = text[cells[0].start : cells[0].end]
    return words if len(cells) > 1 and not _DIGIT.search(words) else None


def _says_what(header: str | None) -> str | None:
    """A column's header, unless it is a year or a number: "2024" is no thing that is counted."""
    return header if header and not header.strip().isdecimal() else None


def _find(text: str, start: int, end: int, header: str | None, published: str | None) -> list[Figure]:
    tokens = tokenise(text, start, end)
    numbers = bool(tokens.numbers) or not NUMBER_WORDS.isdisjoint(tokens.lower)
    tolls = not TOLL_WORDS.isdisjoint(tokens.lower)
    if not (numbers or tolls):
        return []
    masked = mask(tokens)
    written = list(_written(tokens, masked, header, published)) if numbers else []
    return _with_derived(tokens, written, masked.hidden) if tolls else written


def _written(tokens: Tokens, masked: Mask, header: str | None, published: str | None) -> Iterator[Figure]:
    """The figures that a number is written for."""
    quantities = joined(
        tokens, [quantity(tokens, numeral) for numeral in find_numerals(tokens, masked.hidden)]
    )
    quantities = [found for found in quantities if _is_figure(tokens, found)]
    when = as_of(tokens, masked.dates, published) if quantities else None
    for found in named(tokens, quantities, masked):
        figure = _figure(tokens, found.quantity, found.name, when)
        yield _with_header(figure, header) if header and _fills(tokens, found.quantity) else figure


def _is_figure(tokens: Tokens, found: Quantity) -> bool:
    """Whether it counts or measures something; a bare "one" and what a rate is reckoned on may not."""
    numeral = found.numeral
    if is_base(tokens, numeral.first):
        return False
    if (
        numeral.digits
        or found.unit
        or found.upto
        or tokens.lower[numeral.first] != "one"
        or numeral.value != 1
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
    grain = granularity(numeral.value, numeral.grain, scaled=numeral.scaled)
    value = numeral.value * found.sign
    low, high = interval(value, found.modifier, grain)
    return value, low, high, found.modifier


def _with_derived(tokens: Tokens, written: list[Figure], hidden: list[bool]) -> list[Figure]:
    """The figures in order; where a number is written, only a sum that holds all of it is derived."""
    counts = {figure.start: count for figure in written if (count := _count(figure)) is not None}
    unwritten = [_derived_figure(tokens, toll) for toll in derived(tokens, hidden, counts)]
    starts, ends = [figure.start for figure in written], [figure.end for figure in written]
    free = [
        toll
        for toll in unwritten
        if _is_new(toll, written[bisect_right(ends, toll.start) : bisect_left(starts, toll.end)])
    ]
    return sorted(written + free, key=lambda figure: (figure.start, -figure.end))


def _count(figure: Figure) -> WrittenCount | None:
    """The number of a figure that says exactly how many."""
    value = figure.value
    exact = figure.modifier is Modifier.EXACT and figure.change is None and figure.unit is None
    if value is None or not exact or value < 1 or value != int(value):
        return None
    return WrittenCount(figure.end, int(value))


def _is_new(toll: Figure, inside: list[Figure]) -> bool:
    """Whether a derived figure says more than the numbers that are written inside its words."""
    return not inside or (toll.counted is None and all(figure.end < toll.end for figure in inside))


def _derived_figure(tokens: Tokens, toll: Derived) -> Figure:
    start = tokens.starts[toll.first]
    quote = without_owner(tokens.between(toll.first, toll.last))
    value = Decimal(toll.value)
    noun = toll.noun and without_owner(tokens.between(*toll.noun))
    return Figure(start, start + len(quote), quote, value, low=value, high=value, counted=noun, derived=True)


def _fills(tokens: Tokens, found: Quantity) -> bool:
    """Whether the cell of a table holds the figure and nothing else."""
    return found.first == 0 and found.last == tokens.count


def _with_header(figure: Figure, header: str) -> Figure:
    """A lone number in a table: the header of its column says what it counts and in what unit."""
    name, unit = unit_of_header(header)
    return replace(figure, counted=figure.counted or name, unit=figure.unit or unit)
