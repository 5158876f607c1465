"""Outcomes and what waits as plain JSON values; times are ISO 8601, and unknown is null."""

from __future__ import annotations

from typing import Any

from claims.outcomes.pages import OutcomePage, Task

Record = dict[str, Any]


def outcome_record(outcome: OutcomePage) -> Record:
    """What was asked to become of a claim, and how far that has come."""
    end = outcome.end
    return {
        "kind": outcome.kind.value,
        "words": outcome.words,
        "wording": outcome.wording,
        "because": outcome.because,
        "owed_by": outcome.owed_by,
        "due": outcome.due.isoformat() if outcome.due else None,
        "revision": outcome.revision,
        "by": outcome.by,
        "known": outcome.known,
        "at": outcome.at.isoformat(),
        "state": outcome.progress.state.value,
        "shown_in": outcome.progress.revision,
        "why": outcome.progress.why,
        "owed": outcome.is_owed,
        "end": None
        if end is None
        else {"end": end.end.value, "because": end.because, "by": end.by, "at": end.at.isoformat()},
    }


def task_record(task: Task) -> Record:
    """One thing that waits, and whose work it is."""
    return {
        "for": task.duty.value,
        "kind": task.kind.value,
        "handle": task.handle,
        "says": task.says,
        "next_step": task.next_step,
        "wording": task.wording,
        "owed_by": task.owed_by,
        "due": task.due.isoformat() if task.due else None,
        "overdue": task.overdue,
    }
