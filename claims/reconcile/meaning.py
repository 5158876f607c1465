"""What a figure measures: what happened to whom, where and when, and whether it is done.

Read from the words around the figure. Nothing is compared here, and nothing is filled in from
elsewhere; `sides.py` does that where it is safe.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from claims.kinds import Change
from claims.reading.record import Figure
from claims.reconcile.clauses import BREAKS, Stretch
from claims.reconcile.cues import Cues, Hit
from claims.reconcile.happened import RECEIVING, is_component, is_governed, is_what_is_left, measure_hit
from claims.reconcile.lexicon import measures_asked
from claims.reconcile.population import (
    are_nationals,
    holder_of,
    is_all_of_some,
    is_increment,
    noun_of,
    people_of,
    places_of,
    receivers_of,
    scopes_of,
    which_of,
)

_NEAR = 12
_BESIDE = 7
_ANOTHER = "another"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a figure measures; an empty part is not said.

    `scopes` are answers of the kind "axis=answer"; `people` are the nations of those counted,
    and `nationals` says that they are counted as such ("52 British nationals"); `receivers` are
    the states that took people in, `holder` is whose share or result it is. `told` is the day
    of the document, against which an undated figure is news, `which` is the place of the event
    among several of its sort ("second", "latest"). `only_some` is the number of
    all where the rest is said of some ("most of the 123 were freed"). `outright` is true where the words
    right beside the figure say what it measures.
    """

    kind: str
    noun: str | None = None
    measure: str | None = None
    scopes: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    receivers: frozenset[str] = frozenset()
    holder: str | None = None
    places: frozenset[str] = frozenset()
    period: frozenset[str] = frozenset()
    told: str | None = None
    change: Change | None = None
    planned: bool = False
    presumed: bool = False
    increment: bool = False
    total: bool = False
    combined: bool = False
    component: bool = False
    only_some: bool = False
    nationals: bool = False
    another_event: bool = False
    which: str | None = None
    outright: bool = False

    def filled_from(self, other: Meaning) -> Meaning:
        """This meaning with what it leaves unsaid taken from another."""
        return replace(
            self,
            noun=self.noun or other.noun,
            measure=self.measure or other.measure,
            scopes=self.scopes or other.scopes,
            people=self.people or other.people,
            receivers=self.receivers or other.receivers,
            holder=self.holder or other.holder,
            places=self.places or other.places,
            period=self.period or other.period,
            total=self.total or other.total,
            combined=self.combined or other.combined,
            component=self.component or other.component,
            which=self.which or other.which,
            outright=self.outright or other.outright,
        )


def meaning_of(figure: Figure, kind: str, stretch: Stretch, cues: Cues) -> Meaning:
    """What the figure's own words say that it measures."""
    hit = measure_hit(kind, stretch, cues)
    measure = hit[2] if hit else None
    which = which_of(stretch)
    alone = stretch.left == 0 and stretch.right == len(stretch.words)
    headings = {
        name
        for first, last, name in cues.times
        if (stretch.owns(first, last) and stretch.cost(first, last) <= _NEAR)
        or (alone and name in ("total", "combined"))
    }
    scopes = frozenset() if headings & {"total", "combined"} else scopes_of(stretch, cues)
    rest = is_what_is_left(stretch) and not scopes  # what has a scope of its own is told apart by that
    return Meaning(
        kind=kind,
        noun=noun_of(figure, stretch),
        measure=measure,
        scopes=scopes,
        people=people_of(stretch, cues),
        nationals=are_nationals(stretch),
        receivers=receivers_of(stretch, cues) if measure in RECEIVING else frozenset(),
        holder=holder_of(stretch, cues),
        places=places_of(stretch, cues),
        change=figure.change,
        planned=is_governed("planned", hit, stretch, cues),
        presumed=is_governed("presumed", hit, stretch, cues),
        increment=is_increment(stretch, cues),
        total="total" in headings,
        combined="combined" in headings,
        component=kind != "%" and (rest or is_component(measure, stretch, cues)),
        only_some=is_all_of_some(stretch) and not (hit and 0 <= hit[0] - stretch.after <= 1),
        another_event="another event" in headings or which == _ANOTHER,
        which=None if which == _ANOTHER else which,
        outright=hit is not None and _stands_beside(stretch, hit),
    )


def _stands_beside(stretch: Stretch, hit: Hit) -> bool:
    beside = stretch.cost(hit[0], hit[1]) <= _BESIDE or hit[0] < stretch.at < hit[1]
    between = [word.key for word in stretch.between(hit[0], hit[1])]
    return between == [","] or (
        beside and not any(word.key in BREAKS or word.key == "," for word in stretch.between(hit[0], hit[1]))
    )


def scopes_asked(meaning: Meaning) -> frozenset[str]:
    """The scopes whose question is asked of the figure's measure."""
    asked = measures_asked()
    return frozenset(
        scope for scope in meaning.scopes
        if not asked[scope.partition("=")[0]] or meaning.measure in asked[scope.partition("=")[0]]
    )  # fmt: skip
