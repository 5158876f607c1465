"""Which claims a desk asks for: whose they are, and in which queue."""

from __future__ import annotations

from datetime import timedelta

import pytest

from claims.evidence.looking import contacted, replied
from claims.handover.queues import Queue, Wanted, is_wanted
from claims.judging.policy_file import BUILT_IN
from claims.kinds import Purpose, Status
from claims.publishing.authors import folded_authors
from claims.publishing.purpose import state_purpose
from claims.queries import claim_pages
from ledger.engine import Ledger
from tests.claims.handover.desk import begin, check, give, judge, pen
from tests.claims.publishing.at_the_gate import claim
from tests.ledger.pens import MORNING

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def listed(
    ledger: Ledger,
    *queues: Queue,
    of: tuple[str, ...] = (),
    unassigned: bool = False,
    worked_on: bool = False,
    reader: str = "cora",
    within: timedelta = DAY,
) -> list[str]:
    with ledger.reading() as session:
        wanted = Wanted(
            reader=reader,
            due_by=MORNING + within,
            of=of,
            unassigned=unassigned,
            worked_on=worked_on,
            queues=frozenset(queues),
            authors=folded_authors(session),
        )
        pages = claim_pages(session, BUILT_IN, now=MORNING + HOUR)
    return [page.handle for page in pages if is_wanted(page, wanted)]


def ask(ledger: Ledger, handle: str, *, days: int | None) -> None:
    with ledger.writing() as session:
        due = None if days is None else MORNING + days * DAY
        contacted(session, pen(), handle, whom="the harbour office", channel="e-mail", due=due)


def test_claims_of_one_person_alone(desk: Ledger) -> None:
    give(desk, "ferries:2", "bridge:1", to="Ben")
    give(desk, "ferries:3", to="cora")

    assert listed(desk, of=("ben",)) == ["ferries:2", "bridge:1"]


def test_a_claim_that_was_given_on_is_no_longer_theirs(desk: Ledger) -> None:
    give(desk, "ferries:2", to="ben")
    give(desk, "ferries:2", to="cora")

    assert listed(desk, of=("ben",)) == []
    assert listed(desk, of=("cora",)) == ["ferries:2"]


def test_names_add_up_and_so_does_what_nobody_has(desk: Ledger) -> None:
    give(desk, "ferries", to="dan")
    give(desk, "ferries:2", to="ben")
    give(desk, "bridge:1", to="cora")

    assert listed(desk, of=("ben", "cora")) == ["ferries:2", "bridge:1"]
    assert listed(desk, of=("ben",), unassigned=True) == ["ferries:2", "bridge:2"]
    assert listed(desk, unassigned=True) == ["bridge:2"]


def test_queues_add_up_and_whose_they_are_leaves_fewer(desk: Ledger) -> None:
    ask(desk, "ferries:2", days=1)
    judge(desk, "bridge:2", "refuted", by="ada")
    give(desk, "ferries:2", to="ben")

    assert listed(desk, Queue.DUE, Queue.NEEDS_SECOND) == ["ferries:2", "bridge:2"]
    assert listed(desk, Queue.DUE, Queue.NEEDS_SECOND, of=("ben",)) == ["ferries:2"]
    assert listed(desk, Queue.DUE, of=("cora",)) == []


def test_claims_that_somebody_is_at(desk: Ledger) -> None:
    begin(desk, "ferries:2", by="ben")
    give(desk, "ferries:2", "ferries:3", to="ben")

    assert listed(desk, worked_on=True) == ["ferries:2"]
    assert listed(desk, worked_on=True, of=("cora",)) == []


def test_who_gave_the_first_verdict_is_not_asked_for_the_second(desk: Ledger) -> None:
    judge(desk, "bridge:2", "refuted", by="Ada")

    assert listed(desk, Queue.NEEDS_SECOND, reader="ben") == ["bridge:2"]
    assert listed(desk, Queue.NEEDS_SECOND, reader="ada") == []
    check(desk, "bridge:2", "refuted", by="ben")
    assert listed(desk, Queue.NEEDS_SECOND, reader="cora") == []


def test_who_wrote_a_text_is_not_asked_for_the_second(desk: Ledger) -> None:
    with desk.writing() as session:
        state_purpose(session, pen(), "bridge", Purpose.DRAFT, authors=["Ben Cole"])
    judge(desk, "bridge:2", "refuted", by="ada")
    judge(desk, "ferries:3", "refuted", by="ada")

    assert listed(desk, Queue.NEEDS_SECOND, reader="ben cole") == ["ferries:3"]


@pytest.mark.parametrize(
    ("days", "within", "is_due"),
    [
        pytest.param(-3, DAY, True, id="over"),
        pytest.param(1, DAY, True, id="within a day"),
        pytest.param(2, DAY, False, id="later"),
        pytest.param(2, 2 * DAY, True, id="within what is asked for"),
        pytest.param(None, DAY, False, id="no deadline"),
    ],
)
def test_a_deadline_is_due_when_it_is_near_or_over(
    desk: Ledger, days: int | None, within: timedelta, is_due: bool
) -> None:
    ask(desk, "ferries:2", days=days)

    assert listed(desk, Queue.DUE, within=within) == (["ferries:2"] if is_due else [])


@pytest.mark.parametrize("answer", ["14 sailings", None], ids=["an answer", "none came"])
def test_what_was_answered_is_no_longer_due(desk: Ledger, answer: str | None) -> None:
    ask(desk, "ferries:2", days=1)
    with desk.writing() as session:
        replied(session, pen(), "ferries:2", answer=answer)

    assert listed(desk, Queue.DUE) == []


def test_unconfirmed_and_stale_are_told_apart() -> None:
    open_one, stale, settled = (
        claim("ferries:1", Status.UNCONFIRMED),
        claim("ferries:2", Status.UNCONFIRMED, stale=True),
        claim("ferries:3", Status.CONFIRMED),
    )

    def among(*queues: Queue) -> list[str]:
        wanted = Wanted("cora", MORNING, queues=frozenset(queues))
        return [one.handle for one in (open_one, stale, settled) if is_wanted(one, wanted)]

    assert among(Queue.STALE) == ["ferries:2"]
    assert among(Queue.UNCONFIRMED) == ["ferries:1", "ferries:2"]
    assert among() == ["ferries:1", "ferries:2", "ferries:3"]
