"""What waits in a story, parted by whose work it is: a function of what stands in the way of publishing it.

Values only. What stands in the way is told by the gate and not found a second time; here it is given to the
writer, the checker or the editor, and the most urgent comes first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import assert_never

from claims.kinds import Because, Duty, ObstacleKind, OutcomeKind, OutcomeState, TaskKind
from claims.outcomes.pages import OutcomePage, Task, TodoPage
from claims.pages import ClaimPage, Reopened
from claims.publishing.gate import Gated
from claims.publishing.pages import GatePage, Obstacle, Replied

DUTIES: Mapping[TaskKind, Duty] = {
    TaskKind.OUTCOME: Duty.WRITER,
    TaskKind.REFUTED: Duty.WRITER,
    TaskKind.CHECK_AGAIN: Duty.CHECKER,
    TaskKind.OUTCOME_UNCLEAR: Duty.CHECKER,
    TaskKind.STALE: Duty.CHECKER,
    TaskKind.SECOND_CHECK: Duty.CHECKER,
    TaskKind.REPLY: Duty.CHECKER,
    TaskKind.FIGURES_DIFFER: Duty.CHECKER,
    TaskKind.ORPHANED_DECISION: Duty.CHECKER,
    TaskKind.CHECK: Duty.CHECKER,
    TaskKind.CORRECTION: Duty.EDITOR,
    TaskKind.ADJUDICATE: Duty.EDITOR,
    TaskKind.NOBODY_OWES: Duty.EDITOR,
    TaskKind.DISPUTED: Duty.EDITOR,
    TaskKind.SIGN_OFF: Duty.EDITOR,
    TaskKind.SIGN: Duty.EDITOR,
    TaskKind.SIGN_FURNITURE: Duty.EDITOR,
}
"""Whose work each kind of task is."""

_KINDS = tuple(TaskKind)
_DUTIES = tuple(Duty)
_NEVER = datetime.max.replace(tzinfo=UTC)
_DONE: Mapping[OutcomeKind, str] = {
    OutcomeKind.FIX: "fixed",
    OutcomeKind.ATTRIBUTE: "attributed",
    OutcomeKind.ADD_CONTEXT: "given context",
}
"""What a revision did to a claim that it opened again."""


def todo(page: GatePage, documents: Sequence[Gated], *, now: datetime) -> TodoPage:
    """Everything that waits in the story or document of a gate; `documents` are those that came to it."""
    claims = {claim.handle: claim for document in documents for claim in document.claims}
    asked = {one.claim: one for document in documents for one in document.asked}
    tasks = [task for obstacle in page.obstacles for task in _of_obstacle(obstacle, claims, asked)]
    tasks += [task for reply in page.replies for task in _of_reply(reply)]
    timely = (_timely(_owned(task, claims), now) for task in tasks)
    slugs = tuple(document.slug for document in page.documents)
    return TodoPage(page.name, slugs, tuple(sorted(timely, key=_urgency)))


def _urgency(task: Task) -> tuple[int, int, datetime]:
    return _DUTIES.index(task.duty), _KINDS.index(task.kind), task.due or _NEVER


def _of_obstacle(
    obstacle: Obstacle, claims: Mapping[str, ClaimPage], asked: Mapping[str, OutcomePage]
) -> Iterator[Task]:
    match obstacle.kind:
        case ObstacleKind.OUTCOME_OPEN:
            yield _of_outcome(obstacle, asked[obstacle.handle])
        case ObstacleKind.REFUTED:
            outcome = asked.get(obstacle.handle)
            if outcome is None or not outcome.is_owed:
                yield _task(obstacle, TaskKind.REFUTED)
        case ObstacleKind.CORRECTION_OPEN:
            yield _task(obstacle, TaskKind.CORRECTION)
        case ObstacleKind.UNCONFIRMED:
            yield from _of_unconfirmed(obstacle, claims[obstacle.handle])
        case ObstacleKind.STALE:
            yield _task(obstacle, TaskKind.STALE)
        case ObstacleKind.REPLY_AWAITED:
            yield _task(obstacle, TaskKind.REPLY)
        case ObstacleKind.FIGURES_DIFFER:
            yield _task(obstacle, TaskKind.FIGURES_DIFFER)
        case ObstacleKind.ORPHANED_DECISION:
            yield _task(obstacle, TaskKind.ORPHANED_DECISION)
        case ObstacleKind.DISPUTED:
            yield _task(obstacle, TaskKind.DISPUTED)
        case ObstacleKind.NOT_SIGNED:
            yield _task(obstacle, TaskKind.SIGN)
        case ObstacleKind.FURNITURE_NOT_SIGNED:
            yield _task(obstacle, TaskKind.SIGN_FURNITURE)
        case _:
            assert_never(obstacle.kind)


def _of_outcome(obstacle: Obstacle, asked: OutcomePage) -> Task:
    """The writer's, unless nobody was named; where the words of the draft don't tell, a checker looks."""
    if asked.progress.state is OutcomeState.UNCLEAR:
        return _task(obstacle, TaskKind.OUTCOME_UNCLEAR)
    kind = TaskKind.OUTCOME if asked.owed_by else TaskKind.NOBODY_OWES
    return replace(_task(obstacle, kind), owed_by=asked.owed_by, wording=asked.wording)


def _of_reply(reply: Replied) -> Iterator[Task]:
    """What is left to say of somebody who was asked and is waited for no more."""
    if reply.next_step is not None:
        kind = TaskKind.REPLY
        yield Task(DUTIES[kind], kind, reply.handle, reply.says, reply.next_step, due=reply.due)


def _owned(task: Task, claims: Mapping[str, ClaimPage]) -> Task:
    """A checker's work on a claim is that of whoever the claim was given to."""
    claim = claims.get(task.handle)
    if task.duty is not Duty.CHECKER or claim is None or claim.desk.assigned is None:
        return task
    return replace(task, owed_by=claim.desk.assigned.to)


def _timely(task: Task, now: datetime) -> Task:
    return replace(task, overdue=task.due is not None and task.due < now)


def _of_unconfirmed(obstacle: Obstacle, claim: ClaimPage) -> Iterator[Task]:
    """What a claim waits for; a sign-off can be given while others still look."""
    handle, standing = claim.handle, claim.standing
    unmet = {line.rule: line.waits_for for line in standing.trace if line.met is False}
    unsigned = unmet.pop("signed off", None)
    if unsigned:
        step = f'factdesk claim sign-off {handle} --as ROLE --because "…"'
        yield _task(obstacle, TaskKind.SIGN_OFF, says=f"waits for {unsigned}", step=step)
    if standing.because is Because.READERS_DIFFER:
        step = f'factdesk claim adjudicate {handle} VERDICT --because "…"'
        yield _task(obstacle, TaskKind.ADJUDICATE, step=step)
    elif standing.awaits_second:
        yield _task(obstacle, TaskKind.SECOND_CHECK, step=f"factdesk claim second {handle}")
    elif claim.reopened and not claim.reviews:
        yield _task(obstacle, TaskKind.CHECK_AGAIN, says=_changed(claim, claim.reopened))
    elif standing.because is Because.OPENED_AGAIN:
        yield _task(obstacle, TaskKind.CHECK_AGAIN)
    elif unmet or not unsigned:
        yield _task(obstacle, TaskKind.CHECK)


def _changed(claim: ClaimPage, reopened: Reopened) -> str:
    """That a revision changed a claim: as it was asked to, or how."""
    asked = claim.outcome
    if asked and asked.kind in _DONE and asked.progress.state in (OutcomeState.SHOWN, OutcomeState.DONE):
        return f"{_DONE[asked.kind]} in revision {reopened.revision}, check it again"
    return f"changed in revision {reopened.revision}, check it again: {reopened.why}"


def _task(obstacle: Obstacle, kind: TaskKind, *, says: str | None = None, step: str | None = None) -> Task:
    return Task(
        DUTIES[kind],
        kind,
        obstacle.handle,
        says or obstacle.says,
        step or obstacle.next_step,
        due=obstacle.due,
    )
