"""What reconciling left for a person to find out: figures that differ, and what is left of a whole.

Three figures that all differ from one another are three tasks of two; here they are one
difference with three sides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.kinds import Relation
from claims.pages import StoryPage
from claims.reading.record import Figure
from claims.reconcile.record import OpenTask
from reports.alike import alike, joined
from reports.amounts import amount

PLACES_SHOWN = 12
"""How many places of one figure are named before the rest is only counted."""

_SIDES_NAMED = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands: the claim's handle (`None`: not known), and the words of the figure."""

    handle: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a difference: its first places, and in how many more places it stands."""

    places: tuple[Place, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Difference:
    """Figures that differ: what differs, and where either side stands."""

    message: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Remainder:
    """What is left of a whole: in short ("9 of 123 not accounted for"), as a sum, and as the task says it.

    `equation` is `None` where the figures have no plain values to add up.
    """

    short: str
    equation: str | None
    message: str


def differences(story: StoryPage) -> tuple[Difference, ...]:
    """The figures of a story that differ, each with the places where every side stands."""
    tasks = [task for task in story.findings.tasks if task.relation is Relation.CONFLICT]
    members = alike(story.findings).figures
    leader = {id: first for first, ids in members.items() for id in ids}
    pairs = [(leader[task.figures[0]], leader[task.figures[-1]]) for task in tasks]
    whole = joined(members, pairs)
    figures = {related.id: related.figure for related in story.findings.figures}
    found: dict[str, list[tuple[OpenTask, tuple[str, str]]]] = {}
    for task, pair in zip(tasks, pairs, strict=True):
        found.setdefault(whole[pair[0]], []).append((task, pair))
    return tuple(
        Difference(
            _message([task for task, _ in together], story),
            tuple(
                _side(members[first], figures, story)
                for first in dict.fromkeys(first for _, pair in together for first in pair)
            ),
        )
        for together in found.values()
    )


def differing(found: Sequence[Difference]) -> dict[str, str]:
    """What differs where: the handle of each claim that is named, with the figures of its difference."""
    told = {}
    for difference in found:
        words = " or ".join(f"“{side.places[0].quote}”" for side in difference.sides[:_SIDES_NAMED])
        if len(difference.sides) > _SIDES_NAMED:
            words += " or others"
        told.update(
            {place.handle: words for side in difference.sides for place in side.places if place.handle}
        )
    return told


def _message(tasks: Sequence[OpenTask], story: StoryPage) -> str:
    """What differs: in the words of the task if there is one, else by what the figures measure."""
    if len(tasks) == 1:
        return tasks[0].message
    labels = {quantity.id: quantity.label for quantity in story.findings.quantities}
    measured = {related.id: labels[related.quantity] for related in story.findings.figures}
    return f"Several figures are given for {measured[tasks[0].figures[0]]}, and they can’t all hold."


def remainders(story: StoryPage) -> tuple[Remainder, ...]:
    """What is left of each whole and not accounted for."""
    figures = {related.id: related.figure for related in story.findings.figures}
    return tuple(
        _remainder(task, [figures[figure] for figure in task.figures])
        for task in story.findings.tasks
        if task.relation is Relation.PART_OF
    )


def _remainder(task: OpenTask, figures: Sequence[Figure]) -> Remainder:
    values = sorted(figure.value for figure in figures if figure.value is not None)
    if len(values) != 2 or len({figure.unit for figure in figures}) > 1:
        return Remainder(task.message.rstrip("."), None, task.message)
    part, whole = values
    rest = amount(whole - part)
    return Remainder(
        f"{rest} of {amount(whole)} not accounted for",
        f"{amount(whole)} = {amount(part)} + {rest}: {rest} not accounted for",
        task.message,
    )


def _side(members: tuple[str, ...], figures: Mapping[str, Figure], story: StoryPage) -> Side:
    first = members[:PLACES_SHOWN]
    places = tuple(Place(story.places.get(id), figures[id].quote) for id in first)
    return Side(places, len(members) - len(first))
