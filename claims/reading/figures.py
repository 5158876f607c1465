"""The figures of a statement: value, interval, modifier, unit, what is counted, where it stands.

Puts together what numbers, units, modifiers and counted find; dates, times and names are
masked first. Nothing here looks beyond the statement.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claims.kinds import Change, Modifier
from claims.reading import counted, modifiers
from claims.reading.intervals import granularity, interval
from claims.reading.masks import mask
from claims.reading.numbers import NUMBER_WORDS, Kind, Numeral, find_numerals
from claims.reading.record import Figure
from claims.reading.tokens import Tokens, tokenise
from claims.reading.units import Unit, rate_after, unit_after, unit_before
from sources.blocks import Cell

_DIGIT = re.compile(r"\d")


def find_figures(
    text: str, start: int, end: int, *, cells: Sequence[Cell] = (), published: str | None = None
) -> tuple[Figure, ...]:
    """The figures of the statement `text[start:end]`, in order, not overlapping; offsets of the document.

    `cells` are the cells of a table row, whose headers say what a lone number counts;
    `published` is the day of publication, for an as-of time that leaves out its year.
    """
    tokens = tokenise(text, start, end)
    if not _DIGIT.search(text, start, end) and NUMBER_WORDS.isdisjoint(tokens.lower):
        return ()
    masked = mask(tokens)
    drafts = _merged(tokens, [_draft(tokens, numeral) for numeral in find_numerals(tokens, masked)])
    figures: list[Figure] = []
    for draft in drafts:
        if _is_figure(tokens, draft):
            figures.append(_figure(tokens, draft, figures))
    return tuple(figures)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A numeral with its unit, at tokens `[first, last)`; `upto` is the upper end of a range."""

    numeral: Numeral
    first: int
    last: int
    unit: str | None
    modifier: Modifier
    sign: int = 1
    upto: Numeral | None = None
    hyphenated: bool = False


def _draft(tokens: Tokens, numeral: Numeral) -> _Draft:
    first, last, modifier, unit = numeral.first, numeral.last, Modifier.EXACT, None
    money = unit_before(tokens, first)
    sign = 1
    if money:
        unit, first = money
    if (
        tokens.words[first - 1] in ("-", "−")
        and tokens.glued(first)
        and not tokens.glued(first - 1)
        and numeral.digits
    ) or tokens.lower[first - 1] == "minus":
        sign, first = -1, first - 1
    bend = modifiers.modifier_after(tokens, last)
    if bend:
        modifier, last = bend.modifier, bend.edge
    behind = None if money else _unit_behind(tokens, numeral, last)
    if behind:
        unit, last = behind.name, behind.last
    bend = modifiers.modifier_after(tokens, last) if modifier is Modifier.EXACT else None
    if bend:
        modifier, last = bend.modifier, bend.edge
    rate = rate_after(tokens, last)
    if rate:
        unit, last = (f"{unit}/{rate.name}" if unit else f"per {rate.name}"), rate.last
    if numeral.kind is Kind.MULTIPLE:
        unit = "times"
    bend = modifiers.modifier_before(tokens, first, unit)
    if bend and modifier is Modifier.EXACT:
        modifier, first = bend.modifier, bend.edge
    return _Draft(numeral, first, last, unit, modifier, sign)


def _unit_behind(tokens: Tokens, numeral: Numeral, last: int) -> Unit | None:
    if numeral.kind is Kind.VAGUE and tokens.lower[last] == "of":
        return unit_after(tokens, last + 1)
    unit = unit_after(tokens, last)
    return unit


_JOINTS = frozenset(["-", "–", "—", "to", "and", "or"])


def _merged(tokens: Tokens, drafts: list[_Draft]) -> list[_Draft]:
    """The drafts, with the two ends of a range made one."""
    merged: list[_Draft] = []
    for draft in drafts:
        joined = _range(tokens, merged[-1], draft) if merged else None
        if joined:
            merged[-1] = joined
        else:
            merged.append(draft)
    return merged


def _range(tokens: Tokens, low: _Draft, high: _Draft) -> _Draft | None:
    gap = tokens.lower[low.last : high.first]
    if low.upto or not gap or len(gap) > 2 or low.numeral.value is None or high.numeral.value is None:
        return None
    joint = gap[-1] if gap[0] in ("-", "‑") and len(gap) == 2 else gap[0] if len(gap) == 1 else ""
    lead = tokens.lower[low.first - 1]
    if (joint == "and" and lead != "between") or joint not in _JOINTS or joint == "or":
        return None
    if joint == "to" and lead == "from" and not _ranges(tokens, low.first - 1):
        return None
    if low.numeral.kind is not Kind.PLAIN or high.numeral.kind is not Kind.PLAIN:
        return None
    if low.unit and high.unit and low.unit != high.unit and not high.unit.startswith(low.unit):
        return None
    lower = _scaled_alike(low.numeral, high.numeral)
    if lower.value is None or lower.value > high.numeral.value:
        return None
    first = low.first - 1 if lead in ("between", "from") else low.first
    return replace(
        low,
        numeral=lower,
        upto=high.numeral,
        first=first,
        last=high.last,
        unit=high.unit or low.unit,
        modifier=Modifier.RANGE,
    )


def _ranges(tokens: Tokens, at: int) -> bool:
    """Whether "from" opens a range and not a change: "from 3 to 5", but not "rose from 3 to 5"."""
    return tokens.lower[at - 1] in (
        "range",
        "ranges",
        "ranged",
        "ranging",
        "anywhere",
        "vary",
        "varies",
        "run",
        "runs",
        "",
    )


def _scaled_alike(low: Numeral, high: Numeral) -> Numeral:
    """ "12 to 14 million": the scale word of the upper end holds for the lower one."""
    if high.scaled and not low.scaled and low.value is not None and high.value is not None:
        factor = high.grain if high.digits else Decimal(1)
        while factor > 1 and low.value * factor > high.value:
            factor /= 10
        exponent = Decimal(1)
        for step in (10**12, 10**9, 10**6, 10**3):
            if high.value >= step and low.value * step <= high.value:
                exponent = Decimal(step)
                break
        return replace(low, value=low.value * exponent)
    return low


def _is_figure(tokens: Tokens, draft: _Draft) -> bool:
    """Decides on "one": "one person was killed" counts, "one of the" and "one hopes" do not."""
    numeral = draft.numeral
    if (
        numeral.value != 1
        or numeral.digits
        or draft.unit
        or tokens.lower[numeral.first] != "one"
        or draft.upto
    ):
        return True
    before, after = tokens.lower[numeral.first - 1], tokens.lower[numeral.last]
    if before in (
        "no",
        "the",
        "this",
        "that",
        "any",
        "every",
        "each",
        "which",
        "another",
        "some",
        "-",
        "number",
        "day",
        "or",
    ):
        return False
    if after in ("was", "died", "survived", "remains"):
        return True
    return tokens.is_word(numeral.last) and after not in _NOT_ONE


_NOT_ONE = frozenset(
    ["of", "another", "who", "that", "which", "can", "could", "must", "should", "may", "might", "would", "will", "has", "is", "hopes", "needs", "wants", "day", "thing", "way", "side", "hand", "point", "time", "and", "or", "in", "on", "at", "to", "by", "from", "for", "with", "as", "if", "the", "a", "who's", "side's", "after", "when", "where", "than", "more", "less", "reason"]
)


def _figure(tokens: Tokens, draft: _Draft, earlier: Sequence[Figure]) -> Figure:
    value, low, high, modifier = _amounts(draft)
    start, end = tokens.starts[draft.first], tokens.ends[draft.last - 1]
    return Figure(
        start=start,
        end=end,
        quote=tokens.text[start:end],
        value=value,
        low=low,
        high=high,
        modifier=modifier,
        change=_change(tokens, draft),
        unit=draft.unit,
        counted=_counted(tokens, draft, earlier),
    )


def _amounts(draft: _Draft) -> tuple[Decimal | None, Decimal | None, Decimal | None, Modifier]:
    numeral = draft.numeral
    if numeral.value is None:
        return None, numeral.low, numeral.high, Modifier.VAGUE
    if draft.upto is not None:
        return None, numeral.value, draft.upto.value, Modifier.RANGE
    value = numeral.value * draft.sign
    grain = granularity(abs(value), written=numeral.grain, scaled=numeral.scaled)
    low, high = interval(value, draft.modifier, grain)
    return value, low, high, draft.modifier


def _change(tokens: Tokens, draft: _Draft) -> Change | None:
    return modifiers.change(tokens, draft.first, draft.last, draft.unit)


def _counted(tokens: Tokens, draft: _Draft, earlier: Sequence[Figure]) -> str | None:
    if counted.stands_for_them(tokens, draft.last) and earlier:
        return earlier[-1].counted
    span = counted.behind(tokens, draft.last, measured=draft.unit is not None) or counted.before(
        tokens, draft.first
    )
    if span is None:
        return None
    return tokens.text[tokens.starts[span[0]] : tokens.ends[span[1] - 1]]
