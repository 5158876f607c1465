"""Whether two figures measure the same: each part of their meaning, set side by side.

Gives an answer a part (equal, different, narrower, wider, not said); what follows from the
answers is the business of the rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from claims.reconcile.lexicon import (
    contrasting_axes,
    measures_marked,
    optional_axes,
    outer_measures,
    people_called,
)
from claims.reconcile.meaning import Meaning, scopes_asked


class Facet(StrEnum):
    """How one part of a's meaning stands to the same part of b's."""

    EQUAL = "equal"
    DIFFERENT = "different"
    NARROWER = "narrower"
    WIDER = "wider"
    UNSAID = "not said"


@dataclass(frozen=True)
class Likeness:
    """How a's meaning stands to b's, part by part, with the words for what sets them apart."""

    facets: tuple[tuple[str, Facet, str], ...]

    @cached_property
    def answers(self) -> frozenset[Facet]:
        """The answers that occur."""
        return frozenset(answer for _, answer, _ in self.facets)

    @cached_property
    def narrower(self) -> frozenset[str]:
        """The parts in which a is narrower than b."""
        return frozenset(name for name, answer, _ in self.facets if answer is Facet.NARROWER)

    def any(self, facet: Facet) -> bool:
        """Whether any part has this answer."""
        return facet in self.answers

    def why(self, facet: Facet) -> str:
        """The words of the first part that has this answer."""
        return next((words for _, answer, words in self.facets if answer is facet), "")

    @cached_property
    def is_same(self) -> bool:
        """Whether nothing that is said sets them apart."""
        return self.answers <= {Facet.EQUAL, Facet.UNSAID}

    @cached_property
    def lies_within(self) -> bool:
        """Whether a is narrower than b in some part, and wider or different in none."""
        return bool(self.narrower) and not self.answers & {Facet.WIDER, Facet.DIFFERENT}

    @cached_property
    def is_narrower_only_in_scope(self) -> bool:
        """Whether a is narrower by whom, where or when it counts, not by what happened or was added."""
        return bool(self.narrower) and not self.narrower & {"measure", "increment"}

    @cached_property
    def measure(self) -> Facet:
        """How the two measures stand to each other."""
        return next(answer for name, answer, _ in self.facets if name == "measure")


@dataclass(frozen=True, slots=True)
class Contrasts:
    """What a story sets against each other, so that it parts figures.

    `people` are nations counted apart, `axes` questions with two answers, `held` measures of
    which it names two holders; `scenery` are the places that it is all about.
    """

    people: frozenset[tuple[str | None, str]] = frozenset()
    axes: frozenset[str] = frozenset()
    held: frozenset[str | None] = frozenset()
    scenery: frozenset[str] = frozenset()


def likeness(a: Meaning, b: Meaning, story: Contrasts) -> Likeness:
    """Sets two meanings of one kind side by side."""
    return Likeness(tuple(_facets(a, b, story)))


def _facets(a: Meaning, b: Meaning, story: Contrasts) -> Iterator[tuple[str, Facet, str]]:
    yield _measure(a, b)
    yield _noun(a, b)
    yield from _scopes(a, b, story)
    yield _people(a, b, story)
    yield _names("receiver", a.receivers, b.receivers)
    yield _holder(a, b)
    yield _names("place", a.places - story.scenery, b.places - story.scenery)
    yield _period(a, b)
    yield _which(a, b)
    yield _flags(a, b)
    yield _increment(a, b)
    yield _sum(a, b)
    yield _component(a, b)


def _measure(a: Meaning, b: Meaning) -> tuple[str, Facet, str]:
    if a.measure is None or b.measure is None:
        return "measure", Facet.UNSAID, "what is measured is not said of both"
    if a.change != b.change and (a.kind != "%" or (a.change and b.change)):
        return "measure", Facet.DIFFERENT, "one is a change, the other is not"
    if a.measure == b.measure:
        return "measure", Facet.EQUAL, ""
    if {a.measure, b.measure} <= measures_marked("s"):
        return "measure", Facet.UNSAID, "the words for what became of the money differ"
    if b.measure in outer_measures().get(a.measure, ()):
        return "measure", Facet.NARROWER, f"{_called(a.measure)} are among {_called(b.measure)}"
    if a.measure in outer_measures().get(b.measure, ()):
        return "measure", Facet.WIDER, f"{_called(b.measure)} are among {_called(a.measure)}"
    return "measure", Facet.DIFFERENT, f"one counts {_called(a.measure)}, the other {_called(b.measure)}"


def _noun(a: Meaning, b: Meaning) -> tuple[str, Facet, str]:
    if a.noun is None or b.noun is None or a.kind != "count":
        return "noun", Facet.UNSAID, ""
    if a.noun == b.noun:
        return "noun", Facet.EQUAL, ""
    if "person" in (a.noun, b.noun) and a.measure == b.measure and a.measure in measures_marked("p"):
        return "noun", Facet.UNSAID, ""
    return "noun", Facet.DIFFERENT, f"one counts {a.noun}, the other {b.noun}"


def _scopes(a: Meaning, b: Meaning, story: Contrasts) -> Iterator[tuple[str, Facet, str]]:
    one, other = (dict(scope.split("=", 1) for scope in scopes_asked(side)) for side in (a, b))
    for axis in sorted(one.keys() | other.keys()):
        if axis in contrasting_axes() and axis not in story.axes:
            continue
        mine, theirs = one.get(axis), other.get(axis)
        if mine == theirs:
            yield axis, Facet.EQUAL, ""
        elif axis in optional_axes() and not (mine and theirs):
            yield axis, Facet.UNSAID, ""
        elif mine and theirs:
            yield axis, Facet.DIFFERENT, f"one is {mine}, the other {theirs}"
        elif mine:
            yield axis, Facet.NARROWER, f"it counts only {mine}"
        else:
            yield axis, Facet.WIDER, f"the other counts only {theirs}"


def _people(a: Meaning, b: Meaning, story: Contrasts) -> tuple[str, Facet, str]:
    mine = frozenset(name for name in a.people if (a.measure, name) in story.people)
    theirs = frozenset(name for name in b.people if (b.measure, name) in story.people)
    if mine == theirs:
        return "people", Facet.EQUAL, ""
    if mine and theirs:
        words = f"one counts people of {_list(mine)}, the other of {_list(theirs)}"
        return "people", Facet.DIFFERENT, words
    if mine:
        return "people", Facet.NARROWER, f"it counts only people of {_list(mine)}"
    return "people", Facet.WIDER, f"the other counts only people of {_list(theirs)}"


def _names(facet: str, mine: frozenset[str], theirs: frozenset[str]) -> tuple[str, Facet, str]:
    if not mine or not theirs:
        return facet, Facet.UNSAID, ""
    if mine & theirs:
        return facet, Facet.EQUAL, ""
    return facet, Facet.DIFFERENT, f"one is about {_list(mine)}, the other about {_list(theirs)}"


def _holder(a: Meaning, b: Meaning) -> tuple[str, Facet, str]:
    if a.holder is None or b.holder is None or not {a.measure, b.measure} & measures_marked("@"):
        return "holder", Facet.UNSAID, ""
    if a.holder == b.holder:
        return "holder", Facet.EQUAL, ""
    return (
        "holder",
        Facet.DIFFERENT,
        f"one is that of {a.holder.title()}, the other that of {b.holder.title()}",
    )


def _period(a: Meaning, b: Meaning) -> tuple[str, Facet, str]:
    if a.another_event != b.another_event:
        return "period", Facet.DIFFERENT, "one belongs to another event"
    if not a.period or not b.period:
        return "period", *_undated(a, b)
    answers = {_date(one, other) for one in a.period for other in b.period}
    for answer in (Facet.EQUAL, Facet.NARROWER, Facet.WIDER):
        if answer in answers:
            return "period", answer, f"{_list(a.period)} lies within {_list(b.period)}"
    return "period", Facet.DIFFERENT, f"one is of {_dates(a.period)}, the other of {_dates(b.period)}"


def _which(a: Meaning, b: Meaning) -> tuple[str, Facet, str]:
    """The latest of several events may be the second of them; the first is not the second."""
    if a.which == b.which:
        return "which", Facet.EQUAL if a.which else Facet.UNSAID, ""
    if a.which is None or b.which is None or "latest" in (a.which, b.which):
        return "which", Facet.UNSAID, ""
    return "which", Facet.DIFFERENT, f"one is of the {a.which} of several, the other of the {b.which}"


def _undated(a: Meaning, b: Meaning) -> tuple[Facet, str]:
    """A figure without a date is news of its document's day; of an event long before that it is none."""
    dated, undated = (a, b) if a.period else (b, a)
    if not dated.period or undated.told is None:
        return Facet.UNSAID, ""
    if all(_long_before(date, undated.told) for date in dated.period):
        return (
            Facet.DIFFERENT,
            f"one is of {_dates(dated.period)}, the other is told as news of {undated.told}",
        )
    return Facet.UNSAID, ""


def _long_before(then: str, told: str) -> bool:
    """Whether a date lies so far before a day that news of the day is of something else.

    Two weeks for a day, two months for a month, a year and more for a year.
    """
    year, month, day = int(told[:4]), int(told[5:7] or 1), int(told[8:10] or 1)
    if len(then) == 4:
        return year > int(then) + (month < 3)
    parts = then.lstrip("-").split("-")
    if not then.startswith("-"):
        year, parts = year - int(parts[0]), parts[1:]
        months = year * 12 + month - int(parts[0])
    else:
        months = (month - int(parts[0])) % 12
    if len(parts) == 1:
        return months >= 2
    return months * 30 + day - int(parts[1]) >= 14


def _date(one: str, other: str) -> Facet:
    """How one date stands to another: "2025-12-13", "2025-12", "2025", "-09" (a month of no year)."""
    if one == other:
        return Facet.EQUAL
    if one.startswith("-") or other.startswith("-"):
        mine, theirs = (date[1:] if date.startswith("-") else date[5:] for date in (one, other))
        if not mine or not theirs:
            return Facet.UNSAID
        one, other = mine, theirs
        if one == other:
            return Facet.EQUAL
    if one.startswith(other):
        return Facet.NARROWER
    if other.startswith(one):
        return Facet.WIDER
    return Facet.DIFFERENT


def _flags(a: Meaning, b: Meaning) -> tuple[str, Facet, str]:
    if a.presumed != b.presumed:
        return "planned", Facet.DIFFERENT, "one is counted, the other is presumed"
    if a.planned == b.planned:
        return "planned", Facet.EQUAL, ""
    return "planned", Facet.DIFFERENT, "one is planned or predicted, the other has happened"


def _increment(a: Meaning, b: Meaning) -> tuple[str, Facet, str]:
    if a.increment == b.increment:
        return "increment", Facet.EQUAL, ""
    if a.increment:
        return "increment", Facet.NARROWER, "it counts only what was added"
    return "increment", Facet.WIDER, "the other counts only what was added"


def _sum(a: Meaning, b: Meaning) -> tuple[str, Facet, str]:
    """A total of events holds each of them; the total of a running count is only the count."""
    if a.kind == "%":
        return "sum", Facet.UNSAID, ""
    mine, theirs = (
        side.combined or (side.total and side.measure not in measures_marked("*")) for side in (a, b)
    )
    if mine == theirs:
        return "sum", Facet.EQUAL, ""
    if mine:
        return "sum", Facet.WIDER, "it is given as a total"
    return "sum", Facet.NARROWER, "the other is given as a total"


def _component(a: Meaning, b: Meaning) -> tuple[str, Facet, str]:
    if a.component == b.component:
        return "component", Facet.EQUAL, ""
    if a.component:
        return "component", Facet.NARROWER, "it is called a part"
    return "component", Facet.WIDER, "the other is called a part"


def _called(measure: str) -> str:
    return people_called().get(measure, f"those {measure.replace('_', ' ')}")


def _list(names: frozenset[str]) -> str:
    return " and ".join(sorted(names))


def _dates(period: frozenset[str]) -> str:
    return " and ".join(sorted(date.lstrip("-") for date in period))
