"""What the commands about figures print: lists of figures and of decisions, and what a decision did."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from claims.pages import DecisionPage, FigureLine, StoryPage
from claims.reconcile.record import Quantity
from reports import dates
from reports.decisions import decided, effect
from reports.hidden import shown_name
from reports.screen import (
    LONGEST_HANDLE,
    Line,
    columns_of,
    cut,
    cut_handle,
    labelled,
    padded,
    plainly,
    text_of,
    width,
    wrapped,
)
from reports.words import PARTIES, QUANTITIES, sentence

_LONGEST_QUOTE = 22
_LABELS = 10
_labelled = partial(labelled, columns=_LABELS)


def figures_screen(figures: Sequence[FigureLine]) -> str:
    """Figures, one a line: by what name to call it, its words, what it measures."""
    if not figures:
        return "No figures."
    handles = min(LONGEST_HANDLE, max(columns_of(figure.handle) for figure in figures)) + 2
    quotes = min(_LONGEST_QUOTE, max(columns_of(figure.figure.figure.quote) for figure in figures)) + 2
    return text_of(
        (
            padded(cut_handle(figure.handle, LONGEST_HANDLE), "bold", handles),
            padded(cut(figure.figure.figure.quote, _LONGEST_QUOTE), "", quotes),
            plainly(cut(_measured(figure), width() - handles - quotes)),
        )
        for figure in figures
    )


def decisions_screen(decisions: Sequence[DecisionPage]) -> str:
    """Decisions in the order in which they were made, with who, when and why, and whether they stand."""
    if not decisions:
        return "Nobody has decided anything about these figures."
    numbers = len(str(decisions[-1].number)) + 2
    lines: list[Line] = []
    for decision in decisions:
        number = padded(str(decision.number), "bold", numbers)
        lines += wrapped(sentence(decided(decision)), indent=numbers, first=number)
        told = f"{shown_name(decision.by)}, {dates.moment(decision.at)}: “{decision.because}”"
        lines += wrapped(told, indent=numbers)
        if without := effect(decision):
            lines += wrapped(sentence(without), indent=numbers)
    return text_of(lines)


def decided_screen(story: StoryPage, number: int) -> str:
    """What a decision did: its words, what the figures that it names now say together, how to undo it."""
    decision = story.decisions[number - 1]
    lines = [
        *wrapped(sentence(decided(decision))),
        *_labelled("decision", f"{number} about {story.story}, by {shown_name(decision.by)}"),
        *_labelled("because", decision.because),
    ]
    for quantity in _concerned(story, decision):
        lines += _labelled("now", _said_of(quantity, story))
    lines += _labelled("undo", f'factdesk story undo {story.story} {number} --because "…"')
    return text_of(lines)


def _measured(line: FigureLine) -> str:
    told = [line.quantity.label]
    if line.decision:
        told.append(f"decision {line.decision.number}, {shown_name(line.decision.by)}")
    if line.origin.party:
        told.append(f"{line.origin.name}, {PARTIES[line.origin.party]}")
    return "; ".join(told)


def _concerned(story: StoryPage, decision: DecisionPage) -> list[Quantity]:
    """The quantities that a decision's figures are in, or those that undone decision's figures are."""
    undone = story.decisions[decision.undoes - 1] if decision.undoes else decision
    named = {figure.id for figure in undone.figures}
    return [quantity for quantity in story.findings.quantities if named & set(quantity.figures)]


def _said_of(quantity: Quantity, story: StoryPage) -> str:
    quotes = {found.id: found.figure.quote for found in story.findings.figures}
    said = dict.fromkeys(f"“{' '.join(quotes[figure].split())}”" for figure in quantity.figures)
    origins = "one origin" if quantity.origins == 1 else f"{quantity.origins} origins"
    return f"{quantity.label}: {', '.join(said)} ({QUANTITIES[quantity.status].word}; {origins})"
