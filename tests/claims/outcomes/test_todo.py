"""What waits in a story, parted by whose work it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.handover.pages import Assignment, DeskPage
from claims.kinds import (
    Because,
    Duty,
    ObstacleKind,
    OutcomeKind,
    OutcomeState,
    Purpose,
    Status,
    TaskKind,
)
from claims.outcomes.pages import TodoPage
from claims.outcomes.todo import DUTIES, todo
from claims.pages import ClaimPage, Reopened, TraceLine
from claims.publishing.gate import Gated, gate
from tests.claims.publishing.at_the_gate import (
    NOW,
    claim,
    contact,
    correction,
    decision,
    document,
    outcome,
    story,
)


def waiting(*documents: Gated, name: str = "ferries") -> TodoPage:
    return todo(gate(name, story(*documents), documents, now=NOW), documents, now=NOW)


def kinds(page: TodoPage) -> list[TaskKind]:
    return [task.kind for task in page.tasks]


def unconfirmed(*missing: str, because: Because = Because.POLICY, second: bool = False) -> ClaimPage:
    """An unconfirmed claim that waits for what the rules of these names ask for."""
    there = claim("a:1", Status.UNCONFIRMED)
    lines = tuple(TraceLine(rule, met=False, says=rule, waits_for=f"a {rule}") for rule in missing)
    standing = replace(there.standing, because=because, trace=lines, awaits_second=second)
    return replace(there, standing=standing)


def reopened(there: ClaimPage) -> ClaimPage:
    return replace(there, reopened=Reopened(3, NOW, "A figure “40” is now “41”.", (), 0, 0))


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        pytest.param(claim("a:1", Status.CONFIRMED), [], id="confirmed"),
        pytest.param(claim("a:1", Status.REFUTED), [TaskKind.REFUTED], id="refuted"),
        pytest.param(claim("a:1", Status.DISPUTED), [TaskKind.DISPUTED], id="disputed"),
        pytest.param(claim("a:1", Status.UNCONFIRMED), [TaskKind.CHECK], id="nobody looked"),
        pytest.param(claim("a:1", Status.UNCONFIRMED, stale=True), [TaskKind.STALE], id="stale"),
        pytest.param(reopened(unconfirmed()), [TaskKind.CHECK_AGAIN], id="opened again"),
        pytest.param(unconfirmed("second person", second=True), [TaskKind.SECOND_CHECK], id="second check"),
        pytest.param(unconfirmed("signed off"), [TaskKind.SIGN_OFF], id="only a sign-off"),
        pytest.param(
            unconfirmed("signed off", "enough origins"),
            [TaskKind.CHECK, TaskKind.SIGN_OFF],
            id="a sign-off and evidence",
        ),
        pytest.param(
            unconfirmed("readers agree", because=Because.READERS_DIFFER),
            [TaskKind.ADJUDICATE],
            id="two readers differ",
        ),
        pytest.param(
            claim("a:1", Status.CONFIRMED, contacts=[contact()]), [TaskKind.REPLY], id="a reply awaited"
        ),
        pytest.param(
            claim("a:1", Status.NOT_CHECKABLE, suggested=True), [TaskKind.SIGN], id="nobody has signed"
        ),
    ],
)
def test_what_waits_at_a_claim(there: ClaimPage, expected: list[TaskKind]) -> None:
    assert kinds(waiting(document("a", there))) == expected


@pytest.mark.parametrize(
    ("state", "owed_by", "expected"),
    [
        pytest.param(OutcomeState.OPEN, "Nils", [TaskKind.OUTCOME], id="the writer's"),
        pytest.param(OutcomeState.OPEN, None, [TaskKind.NOBODY_OWES], id="nobody was named"),
        pytest.param(OutcomeState.UNCLEAR, "Nils", [TaskKind.OUTCOME_UNCLEAR], id="a person has to say"),
        pytest.param(OutcomeState.SHOWN, "Nils", [], id="done"),
        pytest.param(OutcomeState.REPLACED, "Nils", [], id="replaced"),
    ],
)
def test_what_was_asked_waits_for_whoever_has_to_act(
    state: OutcomeState, owed_by: str | None, expected: list[TaskKind]
) -> None:
    asked = [outcome("a:1", OutcomeKind.FIX, state, owed_by=owed_by, wording="It carried 41.")]

    page = waiting(document("a", claim("a:1", Status.CONFIRMED), asked=asked))

    assert kinds(page) == expected


def test_a_refuted_claim_of_which_something_was_asked_waits_once() -> None:
    refuted = claim("a:1", Status.REFUTED)

    assert kinds(waiting(document("a", refuted, asked=[outcome("a:1")]))) == [TaskKind.OUTCOME]
    left = outcome("a:1", OutcomeKind.LEAVE, OutcomeState.NOTHING_OWED)
    assert kinds(waiting(document("a", refuted, asked=[left]))) == [TaskKind.REFUTED]


def test_a_claim_that_was_fixed_is_to_be_checked_again_and_says_so() -> None:
    fixed = replace(reopened(unconfirmed()), outcomes=(outcome("a:1", OutcomeKind.FIX, OutcomeState.SHOWN),))
    (task,) = waiting(document("a", fixed)).tasks
    (other,) = waiting(document("a", reopened(unconfirmed()))).tasks

    assert task.says == "fixed in revision 3, check it again"
    assert other.says == "changed in revision 3, check it again: A figure “40” is now “41”."


def test_the_overdue_comes_first_and_what_has_no_time_last() -> None:
    asked = [
        outcome("a:1", days=None),
        outcome("a:2", days=2),
        outcome("a:3", days=-1),
        outcome("a:4", days=1),
        outcome("a:5", days=-3),
    ]

    tasks = waiting(document("a", asked=asked)).tasks

    assert [(task.handle, task.overdue) for task in tasks] == [
        ("a:5", True),
        ("a:3", True),
        ("a:4", False),
        ("a:2", False),
        ("a:1", False),
    ]


def test_the_writer_comes_before_the_checker_and_the_checker_before_the_editor() -> None:
    page = waiting(
        document(
            "a",
            claim("a:1", Status.NOT_CHECKABLE, suggested=True),
            claim("a:2", Status.UNCONFIRMED),
            asked=[outcome("a:1")],
            unsigned=["Share"],
        )
    )

    assert [task.duty for task in page.tasks] == [Duty.WRITER, Duty.CHECKER, Duty.EDITOR, Duty.EDITOR]
    assert kinds(page.of(Duty.EDITOR)) == [TaskKind.SIGN, TaskKind.SIGN_FURNITURE]
    assert page.of(None) == page


def test_the_list_of_one_document_holds_nothing_of_another() -> None:
    page = waiting(
        document("a", claim("a:1", Status.UNCONFIRMED), asked=[outcome("a:1")]),
        document("b", claim("b:1", Status.UNCONFIRMED), asked=[outcome("b:1")]),
        name="b",
    )

    assert {task.handle for task in page.tasks} == {"b:1"}
    assert page.slugs == ("b",)


def test_a_check_of_others_asks_nothing_of_its_writer() -> None:
    page = waiting(
        document("a", claim("a:1", Status.REFUTED), asked=[outcome("a:1")], purpose=Purpose.PUBLIC)
    )

    assert kinds(page) == []


def test_what_one_person_owes_is_told_by_name_however_it_is_spelled() -> None:
    asked = [
        outcome("a:1", owed_by="Nils Arent"),
        outcome("a:2", owed_by="Eve"),
        outcome("a:3", owed_by=None),
    ]

    page = waiting(document("a", claim("a:4", Status.UNCONFIRMED), asked=asked))

    assert [task.handle for task in page.owed_by("nils  arent").tasks] == ["a:1"]


def test_a_reply_of_which_nobody_said_what_came_is_to_be_chased() -> None:
    asked = claim("a:1", Status.CONFIRMED, contacts=[contact(days=-1)])

    (task,) = waiting(document("a", asked)).tasks

    assert (task.kind, task.overdue) == (TaskKind.REPLY, True)
    assert task.next_step == "factdesk claim replied a:1 --contact 1 --no-answer"


def test_a_checkers_work_is_that_of_whoever_has_the_claim() -> None:
    given = replace(claim("a:1", Status.UNCONFIRMED), desk=DeskPage(assigned=Assignment("Ben", "cora", NOW)))

    page = waiting(document("a", given, claim("a:2", Status.UNCONFIRMED), asked=[outcome("a:1")]))

    assert [(task.kind, task.handle) for task in page.owed_by("ben").tasks] == [(TaskKind.CHECK, "a:1")]


def test_every_kind_of_task_is_somebodys_work_and_every_obstacle_some_task() -> None:
    standing = [
        document(
            "a",
            claim("a:1", Status.REFUTED),
            claim("a:2", Status.DISPUTED),
            claim("a:3", Status.UNCONFIRMED, stale=True),
            claim("a:4", Status.CONFIRMED, contacts=[contact()]),
            claim("a:5", Status.UNCONFIRMED),
            claim("a:6", Status.NOT_CHECKABLE, suggested=True),
            asked=[outcome("a:5")],
            unsigned=["Share"],
            corrections=[correction("a:4")],
        )
    ]
    there = story(*standing, differing=[("a:4", "a:5")], decisions=[decision("a:4", orphaned=True)])
    page = gate("a", there, standing, now=NOW)

    assert {one.kind for one in page.obstacles} == set(ObstacleKind)
    assert len(todo(page, standing, now=NOW).tasks) == len(page.obstacles)
    assert set(DUTIES) == set(TaskKind)
