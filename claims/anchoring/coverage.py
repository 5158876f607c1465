"""Tells which parts of a claim a quote covers: its figures, its dates, its names, and what it denies.

Values in, values out, and a finding: a part that the quote lacks may stand elsewhere on the page, and two
words for one thing are two words here. Nothing is decided by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from claims.anchoring.facts import Facts, facts_of
from claims.kinds import Modifier
from claims.reading.dates import DateMention
from claims.reading.record import Figure

_PEOPLES = ("n", "an", "ian", "ish", "ese", "er", "ers", "ns", "ans", "ians")
_SHORTEST_COUNTRY = 4


class PartKind(StrEnum):
    """What a part of a claim is."""

    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    DENIAL = "denial"


class Cover(StrEnum):
    """What a quote has to say of a part: the same, nothing, or something else."""

    SAYS = "says"
    SILENT = "silent"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a claim and what a quote makes of it; `instead` is what stands there where it differs.

    `words` are empty where the quote denies something and the claim nothing.
    """

    kind: PartKind
    words: str
    cover: Cover
    instead: str | None = None

    @property
    def told(self) -> str:
        """The finding in a few words, to go on from "the quote": "says 114 where the claim says 123"."""
        if self.kind is PartKind.DENIAL and self.cover is Cover.DIFFERS:
            return f"has “{self.instead}”, and the claim denies nothing"
        if self.kind is PartKind.DENIAL and self.cover is Cover.SILENT:
            return f"denies nothing, and the claim has “{self.words}”"
        match self.cover:
            case Cover.SAYS:
                return f"says {self.words}"
            case Cover.SILENT:
                return f"says nothing of {self.words}"
            case Cover.DIFFERS:
                return f"says {self.instead} where the claim says {self.words}"


@lru_cache(maxsize=4096)
def coverage(claim: str, quote: str, *, language: str | None = None) -> tuple[Part, ...]:
    """What a quote has to say of each part of a claim, in the order of figures, dates, names and denials.

    `language` is that of both. Of a language that the rules don't know, only written figures are compared.
    """
    asked, given = facts_of(claim, language), facts_of(quote, language)
    return (*_figures(asked, given), *_dates(asked, given), *_names(asked, given), *_denials(asked, given))


def _figures(asked: Facts, given: Facts) -> Iterator[Part]:
    said = {one: next((other for other in given.figures if _says(one, other)), None) for one in asked.figures}
    unsaid = [one for one, same in said.items() if same is None]
    left = [other for other in given.figures if other not in said.values()]
    for one, same in said.items():
        if same is not None:
            yield Part(PartKind.FIGURE, one.quote, Cover.SAYS)
            continue
        rival = next((other for other in left if _rivals(one, other)), None) or _only_rival(one, unsaid, left)
        if rival is None:
            yield Part(PartKind.FIGURE, one.quote, Cover.SILENT)
        else:
            left.remove(rival)
            direction = f" {rival.change}" if _turns(one, rival) else ""
            yield Part(PartKind.FIGURE, one.quote, Cover.DIFFERS, rival.quote + direction)


def _says(asked: Figure, given: Figure) -> bool:
    """Whether what a quote's figure allows is within what the claim's figure allows."""
    if not _same_unit(asked, given) or _turns(asked, given):
        return False
    if (asked.value, asked.low, asked.high, asked.modifier) == (
        given.value,
        given.low,
        given.high,
        given.modifier,
    ):
        return True
    if given.low is None and given.high is None:
        return False
    return _above(asked, given) and _below(asked, given)


def _same_unit(asked: Figure, given: Figure) -> bool:
    """Whether a quote has the unit of the claim; it may go on to say per what."""
    return asked.unit == given.unit or (given.unit or "").startswith(f"{asked.unit}/")


def _turns(asked: Figure, given: Figure) -> bool:
    """Whether one says that something rose and the other that it fell."""
    return None not in (asked.change, given.change) and asked.change is not given.change


def _above(asked: Figure, given: Figure) -> bool:
    if asked.low is None:
        return True
    if given.low is None:
        return False
    if asked.modifier is Modifier.MORE_THAN and given.modifier is not Modifier.MORE_THAN:
        return given.low > asked.low
    return given.low >= asked.low


def _below(asked: Figure, given: Figure) -> bool:
    if asked.high is None:
        return True
    if given.high is None:
        return False
    if asked.modifier is Modifier.LESS_THAN and given.modifier is not Modifier.LESS_THAN:
        return given.high < asked.high
    return given.high <= asked.high


def _rivals(asked: Figure, given: Figure) -> bool:
    """Whether two figures that are not the same may stand for the same: one number, or one thing counted."""
    if asked.value is not None and asked.value == given.value:
        return True
    if not _same_unit(asked, given):
        return False
    return asked.unit is not None or None in (asked.counted, given.counted) or _counts_alike(asked, given)


def _only_rival(asked: Figure, unsaid: Sequence[Figure], left: Sequence[Figure]) -> Figure | None:
    """The one other figure of its unit, where the claim has no second one either, whatever they count."""
    alone = sum(_same_unit(asked, one) for one in unsaid) == 1
    others = [other for other in left if _same_unit(asked, other)]
    return others[0] if alone and len(others) == 1 else None


def _counts_alike(asked: Figure, given: Figure) -> bool:
    mine, theirs = (set((figure.counted or "").casefold().split()) for figure in (asked, given))
    return not mine.isdisjoint(theirs)


def _dates(asked: Facts, given: Facts) -> Iterator[Part]:
    for words, date in asked.dates:
        if any(_agrees(date, other) for _, other in given.dates):
            yield Part(PartKind.DATE, words, Cover.SAYS)
        elif len(asked.dates) == 1 and given.dates:
            fullest = max(given.dates, key=lambda other: _stated(other[1]))
            yield Part(PartKind.DATE, words, Cover.DIFFERS, fullest[0])
        else:
            yield Part(PartKind.DATE, words, Cover.SILENT)


def _stated(date: DateMention) -> int:
    """How much of itself a date states."""
    return sum(part is not None for part in date[2:])


def _agrees(asked: DateMention, given: DateMention) -> bool:
    """Whether two dates share something that they state, and differ in nothing that both state."""
    pairs = [
        (mine, theirs)
        for mine, theirs in zip(asked[2:], given[2:], strict=True)
        if None not in (mine, theirs)
    ]
    return bool(pairs) and all(mine == theirs for mine, theirs in pairs)


def _names(asked: Facts, given: Facts) -> Iterator[Part]:
    for name in asked.names:
        *first, last = name.split()
        if not first and any(_akin(name, word) for word in given.words):
            yield Part(PartKind.NAME, name, Cover.SAYS)
            continue
        if last not in given.words:
            yield Part(PartKind.NAME, name, Cover.SILENT)
            continue
        namesakes = [other for other in given.names if " " in other and other.split()[-1] == last]
        others = [other for other in namesakes if set(first).isdisjoint(other.split()[:-1])]
        if first and namesakes and len(others) == len(namesakes):
            yield Part(PartKind.NAME, name, Cover.DIFFERS, others[0])
        else:
            yield Part(PartKind.NAME, name, Cover.SAYS)


def _akin(one: str, other: str) -> bool:
    """Whether one word is the other with an ending that makes a people of a country: Velmaria, Velmarian."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST_COUNTRY and long.startswith(short) and long[len(short) :] in _PEOPLES


def _denials(asked: Facts, given: Facts) -> Iterator[Part]:
    if asked.denials and given.denials:
        yield Part(PartKind.DENIAL, asked.denials[0], Cover.SAYS)
    elif asked.denials:
        yield Part(PartKind.DENIAL, asked.denials[0], Cover.SILENT)
    elif given.denials:
        yield Part(PartKind.DENIAL, "", Cover.DIFFERS, given.denials[0])
