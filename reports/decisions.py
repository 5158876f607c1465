"""What people decided about figures and where they come from, in words for a page or a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from claims.kinds import DecisionKind
from claims.pages import DecidedFigure, DecisionPage
from reports.hidden import shown_name

ORPHAN = "without effect: a figure that it names can’t be found any more"


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
    return ORPHAN if decision.is_orphan else None


def told_decisions(decisions: Sequence[DecisionPage]) -> tuple[str, ...]:
    """The decisions that stand, and those whose figures have gone; what was undone is left to the list."""
    return tuple(
        f"{decision_told(decision)} ({ORPHAN})" if decision.is_orphan else decision_told(decision)
        for decision in decisions
        if decision.stands or (decision.is_orphan and not decision.undone_by)
    )


def _named(figure: DecidedFigure) -> str:
    return f"{figure.handle or figure.claim} “{' '.join(figure.quote.split())}”"


def _listed(names: Sequence[str]) -> str:
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]


def _own(figures: Sequence[str]) -> str:
    return "its own" if len(figures) == 1 else "their own"
