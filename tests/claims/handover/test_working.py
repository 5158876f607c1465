"""Who is at a claim, and when that ends."""

from __future__ import annotations

from datetime import timedelta

import pytest

from claims.errors import NotAtWork
from claims.evidence.looking import searched
from claims.handover.meant import claims_meant
from claims.handover.queries import QUIET
from claims.handover.working import stop_work
from claims.kinds import SearchResult
from ledger.engine import Ledger
from tests.claims.handover.desk import begin, desk_of, judge, pen
from tests.ledger.pens import MORNING

HOUR = timedelta(hours=1)
CLAIM = "ferries:3"


def at_it(ledger: Ledger, *, after: timedelta = HOUR, claim: str = CLAIM) -> list[str]:
    return [one.by for one in desk_of(ledger, claim, now=MORNING + after).at_it]


def test_whoever_says_so_is_at_a_claim_and_at_no_other(desk: Ledger) -> None:
    begin(desk, CLAIM, by="ben")

    assert at_it(desk) == ["ben"]
    assert at_it(desk, claim="bridge:1") == []


def test_two_can_be_at_a_claim_the_first_is_told_first(desk: Ledger) -> None:
    begin(desk, CLAIM, by="cora", after=HOUR)
    begin(desk, CLAIM, by="ben")

    assert at_it(desk, after=2 * HOUR) == ["ben", "cora"]


def test_work_ends_when_its_hand_says_so(desk: Ledger) -> None:
    begin(desk, CLAIM, "bridge:1", by="ben")
    begin(desk, CLAIM, by="cora")

    with desk.writing() as session:
        stop_work(session, pen("Ben", after=HOUR), claims_meant(session, [CLAIM]))

    assert at_it(desk) == ["cora"]
    assert at_it(desk, claim="bridge:1") == ["ben"]


def test_who_is_not_at_a_claim_can_not_stop(desk: Ledger) -> None:
    begin(desk, CLAIM, by="ben")

    with desk.writing() as session, pytest.raises(NotAtWork, match=f"claim show {CLAIM}"):
        stop_work(session, pen("cora"), claims_meant(session, [CLAIM]))


def test_a_verdict_of_the_same_hand_ends_it(desk: Ledger) -> None:
    begin(desk, CLAIM, by="ben")
    judge(desk, CLAIM, "partly", by="cora", after=HOUR)
    assert at_it(desk, after=2 * HOUR) == ["ben"]

    judge(desk, CLAIM, "partly", by="ben", after=HOUR)

    assert at_it(desk, after=2 * HOUR) == []


def test_it_ends_by_itself_after_a_while_in_which_nothing_was_added(desk: Ledger) -> None:
    begin(desk, CLAIM, by="ben")

    assert at_it(desk, after=QUIET - HOUR) == ["ben"]
    assert at_it(desk, after=QUIET) == []


def test_whoever_adds_something_to_the_claim_is_still_at_it(desk: Ledger) -> None:
    begin(desk, CLAIM, by="ben")
    with desk.writing() as session:
        searched(session, pen("ben", after=3 * HOUR), CLAIM, where="the log", found=SearchResult.NOTHING)

    assert at_it(desk, after=QUIET + HOUR) == ["ben"]
    assert at_it(desk, after=QUIET + 3 * HOUR) == []


def test_a_verdict_from_before_does_not_end_what_begins_after(desk: Ledger) -> None:
    judge(desk, CLAIM, "partly", by="ben")

    begin(desk, CLAIM, by="ben", after=HOUR)

    assert at_it(desk, after=2 * HOUR) == ["ben"]
