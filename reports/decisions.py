"""What people decided about figures and where they come from, in words for a page or a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from claims.kinds import DecisionKind
from claims.pages import DecidedFigure, DecisionPage, StoryPage
from reports.hidden import shown_name
from reports.views.figures import DecidedView


def decided(decision: DecisionPage) -> str:
    """What somebody did, without who and why: "put a:3 “132” with a:1 “123”"."""
    figures = [_named(figure) for figure in decision.figures]
    match decision.kind:
        case DecisionKind.MOVE:
            return f"put {figures[0]} with {figures[1]}"
        case DecisionKind.SPLIT:
            name = f", as “{decision.label}”" if decision.label else ""
            return f"took {_listed(figures)} out into a quantity of {_own(figures)}{name}"
        case DecisionKind.MERGE:
            return f"made the quantities of {_listed(figures)} one"
        case DecisionKind.JOIN_ORIGINS:
            return f"made the origins of {_listed(figures)} one"
        case DecisionKind.PART_ORIGINS:
            return f"gave {_listed(figures)} an origin of {_own(figures)}"
        case DecisionKind.PARTY:
            return f"named {decision.name} as a party to the event"
        case DecisionKind.NO_PARTY:
            return f"named {decision.name} as no party to the event"
        case DecisionKind.UNDO:
            return f"undid decision {decision.undoes}"
        case _:
            assert_never(decision.kind)


def decision_told(decision: DecisionPage) -> str:
    """A decision with who made it and why."""
    return f"{shown_name(decision.by)} {decided(decision)}: “{decision.because}”"


def effect(decision: DecisionPage) -> str | None:
    """Why a decision has no effect now; `None` where it has."""
    if decision.undone_by:
        return f"undone by decision {decision.undone_by}"
    return "without effect: a figure that it names can’t be found any more" if decision.is_orphan else None


def decided_views(decisions: Sequence[DecisionPage]) -> tuple[DecidedView, ...]:
    """The decisions that have an effect, and those that lost theirs; what was undone is left out."""
    views = (
        DecidedView("People decided", tuple(decision_told(one) for one in decisions if one.stands)),
        DecidedView(
            "Without effect now, for a figure that was named can’t be found any more",
            tuple(decision_told(one) for one in decisions if one.is_orphan and not one.undone_by),
        ),
    )
    return tuple(view for view in views if view.decisions)


def decisions_by_quantity(story: StoryPage) -> dict[str, tuple[str, ...]]:
    """By quantity, the decisions that put figures into it."""
    numbers: dict[str, dict[int, None]] = {}
    for figure in story.findings.figures:
        if figure.decision:
            numbers.setdefault(figure.quantity, {})[figure.decision] = None
    told = {decision.number: decision_told(decision) for decision in story.decisions}
    return {quantity: tuple(told[number] for number in sorted(own)) for quantity, own in numbers.items()}


def _named(figure: DecidedFigure) -> str:
    return f"{figure.handle or figure.claim} “{' '.join(figure.quote.split())}”"


def _listed(names: Sequence[str]) -> str:
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]


def _own(figures: Sequence[str]) -> str:
    return "its own" if len(figures) == 1 else "their own"
