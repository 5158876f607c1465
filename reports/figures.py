"""How a story's figures are shown: each quantity with its figures, sums, drawings and reasons.

These are findings of the machine. Nothing here says which figure is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from claims.kinds import Relation
from claims.pages import ClaimPage, StoryPage
from claims.reading.record import Figure
from claims.reconcile.record import GroupRelation, Quantity
from reports.amounts import amount
from reports.drawings import Scale, percent, scale_of
from reports.places import Places
from reports.reasons import figure_words
from reports.related import Related, Weight
from reports.views import (
    FiguresView,
    FigureView,
    LoneFigureView,
    QuantityView,
    RelationView,
    SumView,
    Track,
)
from reports.words import QUANTITIES, RELATIONS, count, times

_T = TypeVar("_T")
_RELATIONS_SHOWN = 8
_RELATIONS_LISTED = 24
_SUMS_SHOWN = 12
_WORDINGS_SHOWN = 3


def figures_view(story: StoryPage, claims: Mapping[str, ClaimPage]) -> FiguresView:
    """The figures of `story`; `claims` are those that a place on the page can lead to, by handle."""
    related = Related(story.findings)
    places = Places(story.places, claims)
    found: dict[Weight, list[Quantity]] = {weight: [] for weight in Weight}
    for quantity in story.findings.quantities:
        found[related.weight(quantity)].append(quantity)
    unclear, alone = found.pop(Weight.UNCLEAR), found.pop(Weight.ALONE)
    main = [quantity for weighed in found.values() for quantity in weighed]
    return FiguresView(
        lead=_lead(len(story.findings.figures), len(main), read=story.language_known),
        quantities=tuple(_quantity(quantity, related, places) for quantity in main),
        unclear_label=f"{count(len(unclear), 'figure')} that may relate to others: it can’t be told",
        unclear=tuple(_quantity(quantity, related, places) for quantity in unclear),
        lone_label=f"{count(len(alone), 'figure')} that nothing else relates to",
        lone=tuple(_lone(quantity, related, places) for quantity in alone),
    )


def _lead(figures: int, quantities: int, *, read: bool) -> str:
    unread = "" if read else " Figures in words, and what figures count, are unread."
    if not figures:
        return "No figures were found." if read else f"No figures were compared.{unread}"
    return (
        f"{count(figures, 'figure')} found; {count(quantities, 'quantity', 'quantities')} "
        f"named more than once or related to others. These are findings, not verdicts.{unread}"
    )


def _quantity(quantity: Quantity, related: Related, places: Places) -> QuantityView:
    """A quantity with everything that is said of it."""
    groups = related.groups(quantity)
    told = related.told_under(quantity)
    scale = scale_of([related.figure(group) for group in groups])
    relations = _distinct(_relation(one, quantity, related, places) for one in told[:_RELATIONS_LISTED])
    shown = min(_RELATIONS_SHOWN, sum(one.relation is not Relation.UNCLEAR for one in told))
    unlisted = len(told) - _RELATIONS_LISTED
    sums = (_sum(one, related) for one in told if one.relation is Relation.PART_OF)
    return QuantityView(
        label=quantity.label,
        finding=QUANTITIES[quantity.status].word,
        conflict=any(one.conflict for one in relations),
        why=quantity.why,
        figures=tuple(_said(group, related, places, scale) for group in groups),
        low=amount(scale.low, quantity.unit) if scale else None,
        high=amount(scale.high, quantity.unit) if scale else None,
        sums=_distinct(one for one in sums if one)[:_SUMS_SHOWN],
        relations=relations[:shown],
        more_relations=relations[shown:],
        unlisted=f"And {count(unlisted, 'more relation')}, listed in the JSON report."
        if unlisted > 0
        else None,
    )


def _said(group: str, related: Related, places: Places, scale: Scale | None) -> FigureView:
    """A figure in the words in which it is said, and where."""
    members = related.members(group)
    words = list(dict.fromkeys(figure_words(figure) for figure in related.wordings(group)))
    shown = ", ".join(words[:_WORDINGS_SHOWN]) + (" …" if len(words) > _WORDINGS_SHOWN else "")
    links, more = places.of(members)
    track = _track(related.figure(group), scale) if scale else None
    return FigureView(shown, times(len(members)), links, more, track)


def _track(figure: Figure, scale: Scale) -> Track:
    """A figure on its line; a bound has no point of its own, for it names where others may lie."""
    low = scale.at(figure.low) if figure.low is not None else 0.0
    high = scale.at(figure.high) if figure.high is not None else 1.0
    is_bound = figure.low is None or figure.high is None
    point = percent(scale.at(figure.value)) if figure.value is not None and not is_bound else None
    return Track(percent(low), percent(high - low), point)


def _relation(one: GroupRelation, quantity: Quantity, related: Related, places: Places) -> RelationView:
    """A relation and its reason; a figure of another quantity is named with its places."""
    word, conflict = RELATIONS[one.relation].word, one.relation is Relation.CONFLICT
    other = related.elsewhere(one, quantity)
    if other is None:
        return RelationView(word, one.reason, conflict)
    links, more = places.of(related.members(other))
    return RelationView(word, one.reason, conflict, figure_words(related.figure(other)), links, more)


def _sum(one: GroupRelation, related: Related) -> SumView | None:
    """A part and its whole as a bar; `None` where their values can't be drawn as one."""
    part, whole = related.figure(one.a), related.figure(one.b)
    if one.residual is None or part.value is None or not whole.value or part.unit != whole.unit:
        return None
    share = float(part.value / whole.value)
    if not 0 <= share <= 1:
        return None
    return SumView(
        equation=f"{amount(whole.value)} = {amount(part.value)} + {amount(one.residual)}",
        whole=amount(whole.value, whole.unit),
        whole_label=related.label(one.b),
        part=amount(part.value, part.unit),
        part_label=related.label(one.a),
        rest=amount(one.residual, whole.unit),
        rest_label="not accounted for" if related.is_open(one) else "left over",
        width=percent(share),
        rest_width=percent(1 - share),
    )


def _lone(quantity: Quantity, related: Related, places: Places) -> LoneFigureView:
    """A figure that stands alone."""
    (group,) = related.groups(quantity)
    links, more = places.of(related.members(group))
    return LoneFigureView(figure_words(related.figure(group)), quantity.label, links, more)


def _distinct(values: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(values))
