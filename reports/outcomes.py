"""Turns what was asked to become of a claim into what the report shows of it."""

from __future__ import annotations

from collections.abc import Iterator

from claims.kinds import OutcomeState
from claims.outcomes.pages import OutcomePage
from claims.outcomes.wording import owing, reached, verb
from reports import dates
from reports.hidden import shown_name
from reports.views.outcomes import OutcomeView
from reports.words import sentence


def outcome_view(outcome: OutcomePage) -> OutcomeView:
    """What was asked of the writer, and how far it has come."""
    return OutcomeView(verb(outcome.kind), outcome.wording, tuple(_told(outcome)))


def _told(outcome: OutcomePage) -> Iterator[str]:
    if outcome.because:
        yield sentence(outcome.because)
    asked = f"Asked by {shown_name(outcome.by)}, {dates.moment(outcome.at)}"
    if outcome.progress.state is not OutcomeState.NOTHING_OWED:
        asked += f"; owed by {owing(outcome)}"
    yield sentence(asked)
    yield sentence(reached(outcome))
    if outcome.end and outcome.end.because:
        yield f"“{outcome.end.because}”"
