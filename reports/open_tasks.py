"""What reconciling left for a person to find out: figures that differ, and what is left of a whole.

Three figures that all differ from one another are three tasks of two; here they are one
difference with three sides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from claims.kinds import Relation
from claims.pages import StoryPage
from claims.reading.record import Figure
from claims.reconcile.record import OpenTask
from reports.alike import alike, joined
from reports.amounts import amount_like
from reports.prose import prose
from reports.words import sentence

PLACES_SHOWN = 12
"""How many places of one figure are named before the rest is only counted."""

_SIDES_NAMED = 3


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a difference: the figure as written, and the handles of the claims it stands in.

    The handles come in the order of the text; `None` is a place that is not known.
    """

    quote: str
    handles: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Figures that differ: the question they raise, and where every side stands."""

    question: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Remainder:
    """What is left of a whole: what was counted, in short ("9 of 123 not accounted for"), and as a sum.

    `equation` is `None` where the figures have no plain values to add up.
    """

    label: str
    short: str
    equation: str | None


def differences(story: StoryPage) -> tuple[Difference, ...]:
    """The figures of a story that differ, each with the places where every side stands."""
    tasks = [task for task in story.findings.tasks if task.relation is Relation.CONFLICT]
    members = alike(story.findings).figures
    leader = {id: first for first, ids in members.items() for id in ids}
    pairs = [(leader[task.figures[0]], leader[task.figures[-1]]) for task in tasks]
    whole = joined(members, pairs)
    found: dict[str, dict[str, None]] = {}
    for pair in pairs:
        found.setdefault(whole[pair[0]], {}).update(dict.fromkeys(pair))
    order = {related.id: number for number, related in enumerate(story.findings.figures)}
    figures = {related.id: related.figure for related in story.findings.figures}
    labels = _labels(story)

    def side(group: str) -> Side:
        places = dict.fromkeys(story.places.get(id) for id in members[group])
        return Side(figures[members[group][0]].quote, tuple(places))

    def difference(groups: Sequence[str]) -> Difference:
        ordered = sorted(groups, key=lambda group: order[members[group][0]])
        sides = tuple(side(group) for group in ordered)
        return Difference(question(labels[members[ordered[0]][0]], [one.quote for one in sides]), sides)

    return tuple(difference(list(groups)) for groups in found.values())


def question(label: str, quotes: Sequence[str]) -> str:
    """What figures that differ ask: "People on board: 312 or 321?"."""
    return f"{title(label, quotes)}?"


def title(label: str, quotes: Sequence[str]) -> str:
    """What is counted, with its figures, so that no two things that are called alike look alike."""
    words = " or ".join(quotes[:_SIDES_NAMED]) + (" or others" if len(quotes) > _SIDES_NAMED else "")
    label = prose(label)
    return f"{label[:1].upper()}{label[1:]}: {words}"


def differing(found: Sequence[Difference]) -> dict[str, str]:
    """What differs where: the handle of each claim that is named, with the figures of its difference."""
    told = {}
    for difference in found:
        words = " or ".join(f"“{side.quote}”" for side in difference.sides[:_SIDES_NAMED])
        if len(difference.sides) > _SIDES_NAMED:
            words += " or others"
        told.update({handle: words for side in difference.sides for handle in side.handles if handle})
    return told


def remainders(story: StoryPage) -> tuple[Remainder, ...]:
    """What is left of each whole and not accounted for."""
    figures = {related.id: related.figure for related in story.findings.figures}
    labels = _labels(story)
    found = (
        _remainder(task, [figures[figure] for figure in task.figures], labels[task.figures[-1]])
        for task in story.findings.tasks
        if task.relation is Relation.PART_OF
    )
    return tuple(dict.fromkeys(found))


def _remainder(task: OpenTask, figures: Sequence[Figure], label: str) -> Remainder:
    plain = [figure for figure in figures if figure.value is not None]
    if len(plain) != 2 or len({figure.unit for figure in figures}) > 1:
        return Remainder(prose(label), prose(sentence(task.message).rstrip(".")), None)
    part, whole = sorted(plain, key=_value)
    rest = amount_like(_value(whole) - _value(part), whole)
    total, named = amount_like(_value(whole), whole), amount_like(_value(part), part)
    return Remainder(
        prose(label),
        f"{rest} of {total} not accounted for",
        f"{total} = {named} + {rest}: {rest} not accounted for",
    )


def _value(figure: Figure) -> Decimal:
    return figure.value or Decimal(0)


def _labels(story: StoryPage) -> dict[str, str]:
    """What each figure measures."""
    labels = {quantity.id: quantity.label for quantity in story.findings.quantities}
    return {related.id: labels[related.quantity] for related in story.findings.figures}
