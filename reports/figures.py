"""How a story's figures are shown: each quantity with its figures, sums, drawings and reasons.

These are findings of the machine. Nothing here says which figure is right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from enum import IntEnum
from typing import TypeVar

from claims.kinds import Relation
from claims.pages import ClaimPage, StoryPage
from claims.reading.record import Figure
from claims.reconcile.record import GroupRelation, Quantity
from reports.alike import alike
from reports.amounts import amount
from reports.drawings import Scale, percent, scale_of
from reports.open_tasks import PLACES_SHOWN
from reports.reasons import figure_words
from reports.views import (
    FiguresView,
    FigureView,
    Link,
    LoneFigureView,
    QuantityView,
    RelationView,
    SumView,
    Track,
)
from reports.words import QUANTITIES, RELATIONS, count, times

_T = TypeVar("_T")
_RELATIONS_SHOWN = 8
_WORDINGS_SHOWN = 3
_ORDER = list(RELATIONS)


def figures_view(story: StoryPage, claims: Mapping[str, ClaimPage]) -> FiguresView:
    """The figures of `story`; `claims` are those that a place on the page can lead to, by handle."""
    told = _Told(story, claims)
    found: dict[_Weight, list[Quantity]] = {weight: [] for weight in _Weight}
    for quantity in story.findings.quantities:
        found[told.weight(quantity)].append(quantity)
    open_to_doubt, alone = found.pop(_Weight.UNCLEAR), found.pop(_Weight.ALONE)
    quantities = tuple(told.quantity(quantity) for group in found.values() for quantity in group)
    return FiguresView(
        lead=_lead(len(story.findings.figures), len(quantities)),
        quantities=quantities,
        unclear_label=f"{count(len(open_to_doubt), 'figure')} that may relate to others: it can’t be told",
        unclear=tuple(told.quantity(quantity) for quantity in open_to_doubt),
        lone_label=f"{count(len(alone), 'figure')} that nothing else relates to",
        lone=tuple(told.lone(quantity) for quantity in alone),
    )


class _Weight(IntEnum):
    """How much a quantity asks of a reader; the heaviest comes first."""

    CONFLICT = 0
    SUM = 1
    SEVERAL = 2
    UNCLEAR = 3
    ALONE = 4


def _lead(figures: int, quantities: int) -> str:
    if not figures:
        return "No figures were found."
    return (
        f"{count(figures, 'figure')} found; {count(quantities, 'quantity', 'quantities')} "
        "named more than once or related to others. These are findings, not verdicts."
    )


class _Told:
    """Holds the lookups that showing each quantity needs, made once."""

    def __init__(self, story: StoryPage, claims: Mapping[str, ClaimPage]) -> None:
        findings = story.findings
        self._story = story
        self._claims = claims
        self._figures = {related.id: related.figure for related in findings.figures}
        self._quantities = {quantity.id: quantity for quantity in findings.quantities}
        self._first = {group.id: group.figures[0] for group in findings.groups}
        self._quantity_of = {group.id: group.quantity for group in findings.groups}
        self._alike = alike(findings)
        self._of_quantity: dict[str, list[str]] = defaultdict(list)
        for leader in self._alike.figures:
            self._of_quantity[self._quantity_of[leader]].append(leader)
        self._relations: dict[str, list[GroupRelation]] = defaultdict(list)
        self._related: set[str] = set()
        self._doubtful: set[str] = set()
        for related in findings.relations:
            if related.relation is not Relation.DIFFERENT:
                self._keep(related)
        self._open = self._open_sums()

    def _keep(self, related: GroupRelation) -> None:
        """Keep a relation with the quantity that it is told under: of two, that of the whole.

        What can't be told is no more the one's than the other's, and is told under both.
        """
        a, b = self._alike.leader[related.a], self._alike.leader[related.b]
        if a == b and self._figure(related.a).unit == self._figure(related.b).unit:
            return
        unclear = related.relation is Relation.UNCLEAR
        both = {self._quantity_of[b]: None, self._quantity_of[a]: None}
        for quantity in both if unclear else [self._quantity_of[b]]:
            self._relations[quantity].append(replace(related, a=a, b=b))
        (self._doubtful if unclear else self._related).update(both)

    def _open_sums(self) -> set[frozenset[str]]:
        """Each part and whole whose remainder is an open task, by their leaders."""
        leader = {id: first for first, ids in self._alike.figures.items() for id in ids}
        return {
            frozenset(leader[figure] for figure in task.figures)
            for task in self._story.findings.tasks
            if task.relation is Relation.PART_OF
        }

    def weight(self, quantity: Quantity) -> _Weight:
        """How much a quantity asks of a reader, by its relations and by how often it is named."""
        kinds = {related.relation for related in self._relations[quantity.id]}
        if Relation.CONFLICT in kinds:
            return _Weight.CONFLICT
        if Relation.PART_OF in kinds:
            return _Weight.SUM
        if len(quantity.figures) > 1 or quantity.id in self._related:
            return _Weight.SEVERAL
        return _Weight.UNCLEAR if quantity.id in self._doubtful else _Weight.ALONE

    def lone(self, quantity: Quantity) -> LoneFigureView:
        """A figure that stands alone."""
        figure = self._figures[quantity.figures[0]]
        places, more = self._places(quantity.figures)
        return LoneFigureView(figure_words(figure), quantity.label, places, more)

    def quantity(self, quantity: Quantity) -> QuantityView:
        """A quantity with everything that is said of it."""
        leaders = self._of_quantity[quantity.id]
        related = sorted(self._relations[quantity.id], key=lambda one: _ORDER.index(one.relation))
        scale = scale_of([self._figure(leader) for leader in leaders])
        relations = _distinct(self._relation(one, quantity.id) for one in related)
        shown = min(_RELATIONS_SHOWN, sum(one.relation is not Relation.UNCLEAR for one in related))
        term = QUANTITIES[quantity.status]
        return QuantityView(
            label=quantity.label,
            finding=term.word,
            conflict=any(one.conflict for one in relations),
            why=quantity.why,
            figures=tuple(self._said(leader, scale) for leader in leaders),
            low=amount(scale.low, quantity.unit) if scale else None,
            high=amount(scale.high, quantity.unit) if scale else None,
            sums=_distinct(self._sum(one) for one in related if self._adds_up(one)),
            relations=relations[:shown],
            more_relations=relations[shown:],
        )

    def _figure(self, group: str) -> Figure:
        """The figure that a group is shown by."""
        return self._figures[self._first[group]]

    def _said(self, leader: str, scale: Scale | None) -> FigureView:
        figures = self._alike.figures[leader]
        words = list(dict.fromkeys(figure_words(self._figures[figure]) for figure in figures))
        shown = ", ".join(words[:_WORDINGS_SHOWN]) + (" …" if len(words) > _WORDINGS_SHOWN else "")
        places, more = self._places(figures)
        track = _track(self._figure(leader), scale) if scale else None
        return FigureView(shown, times(len(figures)), places, more, track)

    def _places(self, figures: Sequence[str]) -> tuple[tuple[Link, ...], str | None]:
        handles = list(dict.fromkeys(self._story.places.get(figure, "") for figure in figures))
        links = tuple(self._link(handle) for handle in handles[:PLACES_SHOWN])
        more = len(handles) - len(links)
        return links, f"and {count(more, 'more claim')}" if more else None

    def _link(self, handle: str) -> Link:
        return place(handle or None, self._claims)

    def _adds_up(self, related: GroupRelation) -> bool:
        """Whether a part and its whole can be drawn as one bar."""
        if related.relation is not Relation.PART_OF or related.residual is None:
            return False
        part, whole = self._figure(related.a), self._figure(related.b)
        if part.value is None or not whole.value or part.unit != whole.unit:
            return False
        return 0 <= part.value <= whole.value

    def _sum(self, related: GroupRelation) -> SumView:
        part, whole = self._figure(related.a), self._figure(related.b)
        rest = related.residual or Decimal(0)
        is_open = frozenset((related.a, related.b)) in self._open
        share = float((part.value or Decimal(0)) / (whole.value or Decimal(1)))
        return SumView(
            equation=f"{amount(whole.value)} = {amount(part.value)} + {amount(rest)}",
            whole=amount(whole.value, whole.unit),
            whole_label=self._label(related.b),
            part=amount(part.value, part.unit),
            part_label=self._label(related.a),
            rest=amount(rest, whole.unit),
            rest_label="not accounted for" if is_open else "left over",
            width=percent(share),
            rest_width=percent(1 - share),
        )

    def _relation(self, related: GroupRelation, quantity: str) -> RelationView:
        """A relation as told under a quantity; a figure of another quantity is named with its places."""
        term = RELATIONS[related.relation]
        conflict = related.relation is Relation.CONFLICT
        others = [group for group in (related.a, related.b) if self._quantity_of[group] != quantity]
        if not others:
            return RelationView(term.word, related.reason, conflict)
        places, more = self._places(self._alike.figures[others[0]])
        words = figure_words(self._figure(others[0]))
        return RelationView(term.word, related.reason, conflict, words, places, more)

    def _label(self, group: str) -> str:
        return self._quantities[self._quantity_of[group]].label


def place(handle: str | None, claims: Mapping[str, ClaimPage]) -> Link:
    """A link to the claim of a handle where it is on the page, its bare handle where it is not."""
    if not handle:
        return Link("a place that is not known")
    claim = claims.get(handle)
    return Link(str(claim.number), f"#claim-{claim.number}") if claim else Link(handle)


def _track(figure: Figure, scale: Scale) -> Track:
    """A figure on its line; a bound has no point of its own, for it names where others may lie."""
    low = scale.at(figure.low) if figure.low is not None else 0.0
    high = scale.at(figure.high) if figure.high is not None else 1.0
    is_bound = figure.low is None or figure.high is None
    point = percent(scale.at(figure.value)) if figure.value is not None and not is_bound else None
    return Track(percent(low), percent(high - low), point)


def _distinct(values: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(values))
