"""Outcomes in words, for people: what was asked, of whom, until when, and how far it has come."""

from __future__ import annotations

from typing import assert_never

from claims.days import day
from claims.kinds import OutcomeKind, OutcomeState
from claims.outcomes.pages import OutcomePage


def verb(kind: OutcomeKind) -> str:
    """What is to be done with a claim, as in "to add context"."""
    return kind.value.replace("_", " ")


def asked_of_writer(outcome: OutcomePage) -> str:
    """What was asked, with the wording, who owes it and until when: "fix: “Seven boats.”; Nils Arent"."""
    wording = f": “{outcome.wording}”" if outcome.wording else ""
    told = f"{verb(outcome.kind)}{wording}; {owing(outcome)}"
    return f"{told}; {outcome.progress.why}" if outcome.progress.why else told


def owing(outcome: OutcomePage) -> str:
    """Who owes it and until when: "Nils Arent, by 3 May 2026"."""
    who = outcome.owed_by or "nobody named"
    return f"{who}, by {day(outcome.due)}" if outcome.due else who


def briefly(outcome: OutcomePage) -> str:
    """What was asked and how far it has come, in a line: "cut; done in revision 2"."""
    return f"{verb(outcome.kind)}; {reached(outcome)}"


def reached(outcome: OutcomePage) -> str:
    """How far an outcome has come: "done in revision 3"."""
    progress = outcome.progress
    why = f": {progress.why}" if progress.why else ""
    match progress.state:
        case OutcomeState.OPEN:
            return f"not done{why}"
        case OutcomeState.UNCLEAR:
            return f"somebody has to say whether it is done{why}"
        case OutcomeState.SHOWN:
            return f"done in revision {progress.revision}"
        case OutcomeState.CUT_INSTEAD:
            return f"cut instead, in revision {progress.revision}"
        case OutcomeState.DONE:
            return f"done, says {outcome.end.by}" if outcome.end else "done"
        case OutcomeState.DROPPED:
            return f"dropped by {outcome.end.by}" if outcome.end else "dropped"
        case OutcomeState.REPLACED:
            return "replaced by a later one"
        case OutcomeState.NOTHING_OWED:
            return "nothing is owed"
        case _:
            assert_never(progress.state)
