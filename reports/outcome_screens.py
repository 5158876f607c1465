"""What is printed about outcomes: what was asked to become of a claim, and how far that has come."""

from __future__ import annotations

from collections.abc import Iterator

from claims.kinds import OutcomeState
from claims.outcomes.pages import OutcomePage
from claims.outcomes.wording import owing, reached, verb
from claims.pages import ClaimPage
from reports import dates
from reports.hidden import shown_name
from reports.screen import Line, columns_of, labelled, strong, text_of, wrapped
from reports.standing import status_words

NOTHING_ASKED = "Nothing was asked of its writer."


def outcome_screen(claim: ClaimPage, *, assumed: bool) -> str:
    """What was asked of a claim, beside its status; `assumed` says that who owes it was not named."""
    words = columns_of(claim.handle) + 2
    lines: list[Line] = wrapped(f"“{claim.text}”", indent=words, first=strong(claim.handle), most=3)
    lines += labelled("status", status_words(claim.standing))
    if claim.outcome is None:
        return text_of([*lines, *labelled("outcome", NOTHING_ASKED)])
    return text_of([*lines, *_outcome(claim.outcome, assumed=assumed), *_earlier(claim)])


def outcome_lines(claim: ClaimPage) -> list[Line]:
    """What was asked of a claim, where all is shown that is known of it."""
    if claim.outcome is None:
        return []
    return [*_outcome(claim.outcome, assumed=False), *_earlier(claim)]


def outcome_mark(claim: ClaimPage) -> tuple[str, ...]:
    """What is still to be done with a claim, in a word or two: "to cut"."""
    asked = claim.outcome
    return (f"to {verb(asked.kind)}",) if asked and asked.is_owed else ()


def _outcome(outcome: OutcomePage, *, assumed: bool) -> Iterator[Line]:
    yield from labelled("outcome", verb(outcome.kind))
    yield from labelled("wording", outcome.wording and f"“{outcome.wording}”")
    yield from labelled("because", outcome.because)
    if outcome.progress.state is not OutcomeState.NOTHING_OWED:
        yield from labelled("owed by", _owed(outcome, assumed=assumed))
    yield from labelled("asked by", f"{shown_name(outcome.by)}, {dates.moment(outcome.at)}")
    yield from labelled("so far", reached(outcome))
    if outcome.end and outcome.end.because:
        yield from labelled("", f"“{outcome.end.because}”")


def _owed(outcome: OutcomePage, *, assumed: bool) -> str:
    if outcome.owed_by is None:
        return f"{owing(outcome)}; name somebody with --owed-by"
    return f"{owing(outcome)} (wrote the text)" if assumed else owing(outcome)


def _earlier(claim: ClaimPage) -> Iterator[Line]:
    for outcome in claim.outcomes[:-1]:
        wording = f": “{outcome.wording}”" if outcome.wording else ""
        told = f"{verb(outcome.kind)}{wording}, asked by {shown_name(outcome.by)}; {reached(outcome)}"
        yield from labelled("earlier", told)
