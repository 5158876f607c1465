"""What `story todo` prints: everything that waits, for the writer, the checker and the editor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims.kinds import Duty, TaskKind
from claims.outcomes.pages import Task, TodoPage
from reports.hidden import shown_name
from reports.screen import (
    LONGEST_HANDLE,
    Line,
    Run,
    columns_of,
    cut_handle,
    plainly,
    soft,
    strong,
    text_of,
    wrapped,
)
from reports.words import count, sentence

DUTIES: Mapping[Duty, str] = {
    Duty.WRITER: "For the writer",
    Duty.CHECKER: "For a checker",
    Duty.EDITOR: "For an editor",
}
KINDS: Mapping[TaskKind, str] = {
    TaskKind.OUTCOME: "Asked for",
    TaskKind.REFUTED: "Refuted, and still in the text",
    TaskKind.CHECK_AGAIN: "Check again",
    TaskKind.OUTCOME_UNCLEAR: "Say whether it is done",
    TaskKind.STALE: "Changed since it was confirmed",
    TaskKind.SECOND_CHECK: "Second checks",
    TaskKind.REPLY: "Replies awaited",
    TaskKind.FIGURES_DIFFER: "Figures differ",
    TaskKind.ORPHANED_DECISION: "Decisions that have no effect any more",
    TaskKind.CHECK: "Check",
    TaskKind.CORRECTION: "Decide about corrections",
    TaskKind.ADJUDICATE: "Two readers differ",
    TaskKind.NOBODY_OWES: "Asked for, and nobody was named to do it",
    TaskKind.DISPUTED: "Disputed",
    TaskKind.SIGN_OFF: "Sign off",
    TaskKind.SIGN: "Sign as not checkable",
    TaskKind.SIGN_FURNITURE: "Sign as no part of the article",
}
_SHOWN = 2
_SHOWN_OF_ONE = 100
"""So many of a kind where one person's work is asked for alone."""
_INDENT = 4


def todo_screen(page: TodoPage, *, duty: Duty | None = None, owed_by: str | None = None) -> str:
    """What waits in a screenful, or the work that was asked for at more length."""
    most = _SHOWN_OF_ONE if duty or owed_by else _SHOWN
    lines: list[Line] = [*wrapped(_answer(page, duty, owed_by))]
    for one in Duty:
        if tasks := page.of(one).tasks:
            lines += [(), *([] if duty else [(strong(f"{DUTIES[one]} ({len(tasks):,})"),)])]
            for kind in TaskKind:
                found = [task for task in tasks if task.kind is kind]
                lines += _group(found, page, most) if found else []
    return text_of(lines)


def _answer(page: TodoPage, duty: Duty | None, owed_by: str | None) -> str:
    whose = f", owed by {shown_name(owed_by)}" if owed_by else ""
    if duty:
        whose = f" {DUTIES[duty].lower()}{whose}"
    if not page.tasks:
        return f"Nothing waits in {page.name}{whose}."
    overdue = sum(task.overdue for task in page.tasks)
    told = count(len(page.tasks), "thing waits", "things wait")
    return f"{told} in {page.name}{whose}{f'; {overdue:,} overdue' if overdue else ''}."


def _group(found: Sequence[Task], page: TodoPage, most: int) -> list[Line]:
    lines: list[Line] = [(plainly(f"  {KINDS[found[0].kind]} ({len(found):,})"),)]
    for task in found[:most]:
        lines += _row(task)
    if (more := len(found) - most) > 0:
        everything = f"factdesk story todo {page.name} {_rest(found[0], most)}"
        lines += _led(soft(f"and {more:,} more: "), everything)
    return [*lines, *_led(soft("next: "), found[0].next_step)]


def _rest(task: Task, most: int) -> str:
    return f"--for {task.duty.value}" if most == _SHOWN else "--json"


def _row(task: Task) -> list[Line]:
    says = f"overdue: {task.says}" if task.overdue else task.says
    return _led(plainly(f"{cut_handle(task.handle, LONGEST_HANDLE)}  "), sentence(says), most=2)


def _led(lead: Run, words: str, *, most: int | None = None) -> list[Line]:
    """Words on indented lines, the first of them led by a handle or a label."""
    first, *others = wrapped(words, indent=columns_of(lead[0]) + _INDENT, most=most)
    return [(plainly(" " * _INDENT), lead, *first[1:]), *others]
