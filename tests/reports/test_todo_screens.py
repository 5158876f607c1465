"""What waits, in a screenful."""

from __future__ import annotations

import pytest

from claims.kinds import Duty, TaskKind
from claims.outcomes.pages import Task, TodoPage
from reports.todo_screens import DUTIES, KINDS, todo_screen
from tests.claims.publishing.at_the_gate import NOW


def task(number: int, kind: TaskKind = TaskKind.CHECK, *, overdue: bool = False) -> Task:
    duty = {TaskKind.OUTCOME: Duty.WRITER, TaskKind.SIGN: Duty.EDITOR}.get(kind, Duty.CHECKER)
    due = NOW if overdue else None
    return Task(
        duty, kind, f"a:{number}", "nobody has looked", "factdesk claim explain a:1", None, None, due, overdue
    )


def page(*tasks: Task) -> TodoPage:
    return TodoPage("ferries", ("a",), tasks)


def test_every_duty_and_every_kind_has_its_words() -> None:
    assert set(DUTIES) == set(Duty)
    assert set(KINDS) == set(TaskKind)


def test_what_waits_is_grouped_and_the_rest_is_counted_with_its_command() -> None:
    told = todo_screen(page(task(1, TaskKind.OUTCOME, overdue=True), *map(task, range(2, 6))))

    assert told.splitlines() == [
        "5 things wait in ferries; 1 overdue.",
        "",
        "For the writer (1)",
        "  Asked for (1)",
        "    a:1  Overdue: nobody has looked.",
        "    next: factdesk claim explain a:1",
        "",
        "For a checker (4)",
        "  Check (4)",
        "    a:2  Nobody has looked.",
        "    a:3  Nobody has looked.",
        "    and 2 more: factdesk story todo ferries --for checker",
        "    next: factdesk claim explain a:1",
    ]


def test_the_work_of_one_is_shown_at_more_length() -> None:
    told = todo_screen(page(*map(task, range(2_000))), duty=Duty.CHECKER)

    assert told.startswith("2,000 things wait in ferries for a checker.")
    assert "and 1,900 more: factdesk story todo ferries --json" in told


@pytest.mark.parametrize(
    ("duty", "owed_by", "told"),
    [
        pytest.param(None, None, "Nothing waits in ferries.", id="nothing"),
        pytest.param(Duty.WRITER, None, "Nothing waits in ferries for the writer.", id="for the writer"),
        pytest.param(None, "Nils", "Nothing waits in ferries, owed by Nils.", id="owed by one"),
    ],
)
def test_that_nothing_waits_is_said(duty: Duty | None, owed_by: str | None, told: str) -> None:
    assert todo_screen(page(), duty=duty, owed_by=owed_by) == told
