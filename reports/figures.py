"""How a story's figures are shown: each quantity with its figures, sums, drawings and reasons.

These are findings of the machine. Nothing here says which figure is right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from claims.kinds import Relation
from claims.pages import ClaimPage, StoryPage
from claims.reading.record import Figure
from claims.reconcile.record import Group, GroupRelation, Quantity
from reports.drawings import Scale, percent, scale_of
from reports.reasons import amount, figure_words
from reports.summary import PLACES_SHOWN
from reports.views import FigureView, Link, LoneFigureView, QuantityView, RelationView, SumView, Track
from reports.words import QUANTITIES, RELATIONS, count, times

_T = TypeVar("_T")
_RELATIONS_SHOWN = 8
_ORDER = list(RELATIONS)


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The quantities of a story, and the figures that stand alone."""

    quantities: tuple[QuantityView, ...]
    lone: tuple[LoneFigureView, ...]


def figures_view(story: StoryPage, claims: Mapping[str, ClaimPage]) -> FiguresView:
    """The figures of `story`; `claims` are those that a place on the page can lead to, by handle."""
    drawer = _Drawer(story, claims)
    quantities = sorted(story.findings.quantities, key=drawer.importance)
    return FiguresView(
        tuple(drawer.quantity(quantity) for quantity in quantities if not drawer.is_lone(quantity)),
        tuple(drawer.lone(quantity) for quantity in quantities if drawer.is_lone(quantity)),
    )


class _Drawer:
    """Holds the lookups that showing each quantity needs, made once."""

    def __init__(self, story: StoryPage, claims: Mapping[str, ClaimPage]) -> None:
        findings = story.findings
        self._story = story
        self._claims = claims
        self._figures = {related.id: related.figure for related in findings.figures}
        self._group_of = {figure: group.id for group in findings.groups for figure in group.figures}
        self._groups = {group.id: group for group in findings.groups}
        self._quantities = {quantity.id: quantity for quantity in findings.quantities}
        self._of_quantity: dict[str, list[Group]] = defaultdict(list)
        for group in findings.groups:
            self._of_quantity[group.quantity].append(group)
        self._relations: dict[str, list[GroupRelation]] = defaultdict(list)
        self._related: set[str] = set()
        for related in findings.relations:
            if related.relation is not Relation.DIFFERENT:
                self._place_relation(related)
        self._open = {
            frozenset(self._group_of[figure] for figure in task.figures)
            for task in findings.tasks
            if task.relation is Relation.PART_OF
        }

    def _place_relation(self, related: GroupRelation) -> None:
        """Keep a relation with the quantity that it is told under: of two, that of the whole."""
        a, b = self._groups[related.a].quantity, self._groups[related.b].quantity
        self._relations[b].append(related)
        self._related.update((a, b))

    def importance(self, quantity: Quantity) -> int:
        """Conflicts come first, then sums, then whatever is said more than once."""
        kinds = {related.relation for related in self._relations[quantity.id]}
        if Relation.CONFLICT in kinds:
            return 0
        if Relation.PART_OF in kinds:
            return 1
        return 2 if kinds else 3

    def is_lone(self, quantity: Quantity) -> bool:
        """Whether a quantity is one figure, said once, that relates to no other."""
        return len(quantity.figures) == 1 and quantity.id not in self._related

    def lone(self, quantity: Quantity) -> LoneFigureView:
        """A figure that stands alone."""
        figure = self._figures[quantity.figures[0]]
        places, more = self._places(quantity.figures)
        return LoneFigureView(figure_words(figure), quantity.label, places, more)

    def quantity(self, quantity: Quantity) -> QuantityView:
        """A quantity with everything that is said of it."""
        groups = self._of_quantity[quantity.id]
        related = sorted(self._relations[quantity.id], key=lambda one: _ORDER.index(one.relation))
        scale = scale_of([self._figure(group) for group in groups])
        relations = _distinct(_relation(one) for one in related)
        term = QUANTITIES[quantity.status]
        return QuantityView(
            label=quantity.label,
            finding=term.word,
            conflict=any(one.conflict for one in relations),
            why=quantity.why,
            figures=tuple(self._said(group, scale) for group in groups),
            low=amount(scale.low, quantity.unit) if scale else None,
            high=amount(scale.high, quantity.unit) if scale else None,
            sums=_distinct(self._sum(one) for one in related if self._adds_up(one)),
            relations=relations[:_RELATIONS_SHOWN],
            more_relations=relations[_RELATIONS_SHOWN:],
        )

    def _figure(self, group: Group) -> Figure:
        return self._figures[group.figures[0]]

    def _said(self, group: Group, scale: Scale | None) -> FigureView:
        words = dict.fromkeys(figure_words(self._figures[figure]) for figure in group.figures)
        shown = [*list(words)[:3], *(["…"] if len(words) > 3 else [])]
        places, more = self._places(group.figures)
        track = _track(self._figure(group), scale) if scale else None
        return FigureView(", ".join(shown), times(len(group.figures)), places, more, track)

    def _places(self, figures: Sequence[str]) -> tuple[tuple[Link, ...], str | None]:
        handles = list(dict.fromkeys(self._story.places.get(figure, "") for figure in figures))
        links = tuple(self._link(handle) for handle in handles[:PLACES_SHOWN])
        more = len(handles) - len(links)
        return links, f"and {count(more, 'more claim')}" if more else None

    def _link(self, handle: str) -> Link:
        return place(handle or None, self._claims)

    def _adds_up(self, related: GroupRelation) -> bool:
        return (
            related.relation is Relation.PART_OF
            and related.residual is not None
            and self._figure(self._groups[related.b]).value is not None
            and self._figure(self._groups[related.a]).value is not None
        )

    def _sum(self, related: GroupRelation) -> SumView:
        part_group, whole_group = self._groups[related.a], self._groups[related.b]
        part, whole = self._figure(part_group), self._figure(whole_group)
        rest = related.residual or Decimal(0)
        is_open = frozenset((related.a, related.b)) in self._open
        share = (part.value or Decimal(0)) / (whole.value or Decimal(1))
        return SumView(
            equation=f"{amount(whole.value)} = {amount(part.value)} + {amount(rest)}",
            whole=amount(whole.value, whole.unit),
            whole_label=self._quantities[whole_group.quantity].label,
            part=amount(part.value, part.unit),
            part_label=self._quantities[part_group.quantity].label,
            rest=amount(rest, whole.unit),
            rest_label="not accounted for" if is_open else "others",
            width=percent(float(share)),
            rest_width=percent(1 - float(share)),
        )


def place(handle: str | None, claims: Mapping[str, ClaimPage]) -> Link:
    """A link to the claim of a handle where it is on the page, its bare handle where it is not."""
    if not handle:
        return Link("a place that is not known")
    claim = claims.get(handle)
    return Link(str(claim.number), f"#claim-{claim.number}") if claim else Link(handle)


def _relation(related: GroupRelation) -> RelationView:
    term = RELATIONS[related.relation]
    return RelationView(term.word, related.reason, related.relation is Relation.CONFLICT)


def _track(figure: Figure, scale: Scale) -> Track:
    low = scale.at(figure.low) if figure.low is not None else 0.0
    high = scale.at(figure.high) if figure.high is not None else 1.0
    point = percent(scale.at(figure.value)) if figure.value is not None else None
    return Track(percent(low), percent(high - low), point)


def _distinct(values: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(values))
