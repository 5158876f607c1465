"""How a story's figures are shown: in full what a person has to look at, in a line what fits.

These are findings of the machine. Nothing here says which figure is right, and that a figure
was named once is never shown as agreement.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from claims.kinds import Relation
from claims.pages import ClaimPage, StoryPage
from claims.reading.record import Figure
from claims.reconcile.record import GroupRelation, Quantity
from reports.amounts import amount, amount_like
from reports.decisions import decided_views, decisions_by_quantity
from reports.drawings import Scale, percent, scale_of
from reports.open_tasks import title
from reports.places import Places
from reports.prose import prose
from reports.reasons import figure_words
from reports.related import Related, Weight
from reports.sums import Sum, sums
from reports.tellers import hangs_on, put_together, told_by
from reports.views.figures import (
    FiguresView,
    FigureView,
    LoneFigureView,
    PartView,
    QuantityView,
    RelationView,
    SumView,
    Track,
)
from reports.words import QUANTITIES, RELATIONS, count

_T = TypeVar("_T")
_RELATIONS_LISTED = 12
_SUMS_SHOWN = 12
_WORDINGS_SHOWN = 3
_TOLD = (Weight.CONFLICT, Weight.OPEN, Weight.FITTING, Weight.UNCLEAR)
NOT_ACCOUNTED_FOR = "not accounted for"


def figures_view(story: StoryPage, claims: Mapping[str, ClaimPage]) -> FiguresView:
    """The figures of `story`; `claims` are those that a place on the page can lead to, by handle."""
    related = Related(story.findings)
    places = Places(story.places, claims)
    found: dict[Weight, list[Quantity]] = {weight: [] for weight in Weight}
    for quantity in story.findings.quantities:
        found[related.weight(quantity)].append(quantity)
    placed = decisions_by_quantity(story)
    shown = {
        weight: [_quantity(one, related, places, placed.get(one.id, ())) for one in found[weight]]
        for weight in _TOLD
    }
    opened = shown[Weight.CONFLICT] + shown[Weight.OPEN]
    unclear, once = shown[Weight.UNCLEAR], found[Weight.ONCE]
    return FiguresView(
        lead=_lead(len(story.findings.figures), len(opened), read=story.language_known),
        opened=tuple(opened),
        fitting=tuple(shown[Weight.FITTING]),
        unclear_label=f"{count(len(unclear), 'figure')} that may relate to others: it can’t be told",
        unclear=tuple(unclear),
        once_label=f"{count(len(once), 'figure')} named once",
        once=tuple(_once(quantity, related, places) for quantity in once),
        decided=decided_views(story.decisions),
    )


def _lead(figures: int, opened: int, *, read: bool) -> str:
    unread = "" if read else " Figures in words, and what figures count, are unread."
    if not figures:
        return "No figures were found." if read else f"No figures were compared.{unread}"
    need = f"{count(opened, 'quantity needs', 'quantities need')} a person to look"
    return f"{count(figures, 'figure')} found; {need}. These are findings, not verdicts.{unread}"


def _quantity(quantity: Quantity, related: Related, places: Places, decided: tuple[str, ...]) -> QuantityView:
    """A quantity with everything that is said of it."""
    groups = related.groups(quantity)
    told = related.told_under(quantity)
    scale = scale_of([related.figure(group) for group in groups])
    drawn = tuple(sums(told, related))[:_SUMS_SHOWN]
    shown = {frozenset((part, one.whole)) for one in drawn for part in one.parts}
    untold = [one for one in told if frozenset((one.a, one.b)) not in shown]
    relations = [_relation(one, quantity, related, places) for one in untold[:_RELATIONS_LISTED]]
    unlisted = len(untold) - _RELATIONS_LISTED
    return QuantityView(
        title=title(quantity.label, [related.figure(group).quote for group in groups]),
        label=prose(quantity.label),
        finding=_finding(quantity, told, drawn, related),
        why=prose(quantity.why) if len(quantity.figures) > 1 else None,
        hangs_on=hangs_on(quantity, related),
        put_together=put_together(quantity, related),
        conflict=related.weight(quantity) is Weight.CONFLICT,
        figures=tuple(_said(group, related, places, scale) for group in groups),
        low=amount(scale.low, quantity.unit) if scale else None,
        high=amount(scale.high, quantity.unit) if scale else None,
        sums=_distinct(_sum(one, related, places) for one in drawn),
        relations=_distinct(relations),
        unlisted=f"And {count(unlisted, 'more relation')}, listed in the JSON report."
        if unlisted > 0
        else None,
        decided=decided,
    )


def _finding(
    quantity: Quantity, told: Sequence[GroupRelation], drawn: Sequence[Sum], related: Related
) -> str | None:
    """What the figures say together; nothing where it can't be told."""
    kinds = [one.relation for one in told if one.relation is not Relation.UNCLEAR]
    if related.weight(quantity) in (Weight.CONFLICT, Weight.OPEN):
        return QUANTITIES[quantity.status].word
    if drawn:
        return "the parts add up"
    if Relation.UPDATED in kinds:
        return RELATIONS[Relation.UPDATED].word
    if len(quantity.figures) > 1:
        return QUANTITIES[quantity.status].word
    if Relation.PART_OF in kinds:
        return "a part of it is named"
    return RELATIONS[kinds[0]].word if kinds else None


def _said(group: str, related: Related, places: Places, scale: Scale | None) -> FigureView:
    """A figure in the words in which it is said, and where."""
    said = dict.fromkeys(figure_words(figure) for figure in related.wordings(group))
    words = [one for one in said if not any(other.startswith(f"{one} ") for other in said)]
    shown = ", ".join(words[:_WORDINGS_SHOWN]) + (" …" if len(words) > _WORDINGS_SHOWN else "")
    links, more = places.of(related.members(group))
    track = _track(related.figure(group), scale) if scale else None
    return FigureView(shown, told_by(related.tellers(group)), links, more, track)


def _track(figure: Figure, scale: Scale) -> Track:
    """A figure on its line; a bound has no point of its own, for it names where others may lie."""
    low = scale.at(figure.low) if figure.low is not None else 0.0
    high = scale.at(figure.high) if figure.high is not None else 1.0
    is_bound = figure.low is None or figure.high is None
    point = percent(scale.at(figure.value)) if figure.value is not None and not is_bound else None
    return Track(percent(low), percent(high - low), point, figure.low is None, figure.high is None)


def _relation(one: GroupRelation, quantity: Quantity, related: Related, places: Places) -> RelationView:
    """A relation and its reason; a figure of another quantity is named with its places."""
    word, conflict = RELATIONS[one.relation].word, one.relation is Relation.CONFLICT
    reason, other = prose(one.reason), related.elsewhere(one, quantity)
    if other is None:
        return RelationView(word, reason, conflict)
    links, more = places.of(related.members(other))
    return RelationView(word, reason, conflict, figure_words(related.figure(other)), links, more)


def _sum(one: Sum, related: Related, places: Places) -> SumView:
    """A whole as one bar of its parts, each named with its places; the last is what is not accounted for."""
    whole = related.figure(one.whole)
    parts, at = [], 0.0
    for part in one.parts:
        figure = related.figure(part)
        width = _share(figure, whole)
        links, more = places.of(related.members(part))
        words = amount_like(figure.value, figure) if figure.value is not None else figure.quote
        parts.append(PartView(words, prose(related.label(part)), percent(at), percent(width), links, more))
        at += width
    rest = amount_like(one.rest, whole) if one.rest else None
    if rest:
        parts.append(PartView(rest, NOT_ACCOUNTED_FOR, percent(at), percent(1 - at), is_rest=True))
    total = whole.quote if whole.value is None else amount_like(whole.value, whole)
    return SumView(f"{total} = {' + '.join(part.amount for part in parts)}", rest, tuple(parts))


def _share(part: Figure, whole: Figure) -> float:
    return float(part.value / whole.value) if part.value is not None and whole.value else 0.0


def _once(quantity: Quantity, related: Related, places: Places) -> LoneFigureView:
    """A figure that is named once and has nothing beside it."""
    (group,) = related.groups(quantity)
    links, more = places.of(related.members(group))
    return LoneFigureView(figure_words(related.figure(group)), prose(quantity.label), links, more)


def _distinct(values: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(values))
