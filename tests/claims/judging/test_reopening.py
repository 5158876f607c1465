"""Opening a claim again: nothing is lost, and nothing counts until somebody judges it again."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select

from claims.errors import ClaimError, EmptyReason, NothingToReopen, NothingToSecond, OwnText
from claims.judging.policy_file import BUILT_IN
from claims.judging.reviews import mark
from claims.judging.second_check import second
from claims.kinds import Because, Purpose, ReviewRole, Status
from claims.models import ReviewRow
from claims.publishing.purpose import state_purpose
from ledger.engine import Ledger
from tests.claims.corrections.desk import CLAIM, Desk


@pytest.fixture
def desk(ledger: Ledger, tmp_path: Path) -> Desk:
    return Desk(ledger, tmp_path)


def test_a_claim_that_is_opened_again_is_unconfirmed_and_says_by_whom_and_why(desk: Desk) -> None:
    desk.judge("confirmed")
    desk.judge("confirmed", claim="tickets:1")

    desk.reopen()

    claim = desk.claim()
    assert (claim.standing.status, claim.standing.because) == (Status.UNCONFIRMED, Because.OPENED_AGAIN)
    assert claim.standing.reason == "opened again by ben: a letter came"
    assert "Opened again by ben on 13 December 2025: a letter came." in [
        line.says for line in claim.standing.trace
    ]
    assert [(review.verdict, review.role) for review in claim.reviews] == [
        ("confirmed", ReviewRole.VERDICT),
        ("opened again", ReviewRole.REOPENING),
    ]
    assert len(claim.evidence) == 1
    assert desk.status("tickets:1") is Status.CONFIRMED


def test_the_next_verdict_counts_with_the_evidence_that_is_there(desk: Desk) -> None:
    desk.judge("confirmed")
    desk.reopen()

    with desk.ledger.writing() as session:
        mark(session, desk.pen("dan"), CLAIM, "confirmed", because="asked her again", policy=BUILT_IN)

    assert desk.status() is Status.CONFIRMED


def test_both_questions_about_reported_speech_are_open_again(desk: Desk) -> None:
    desk.revise('The keeper said: "The boats were late."\n\nThe ferry were counted.\n')
    said = next(number for number in range(1, 9) if desk.claim(f"ferry:{number}").said is not None)
    handle = f"ferry:{said}"
    with desk.ledger.writing() as session:
        mark(session, desk.pen(), handle, "not checkable", because="a view", policy=BUILT_IN)

    desk.reopen(claim=handle)

    claim = desk.claim(handle)
    assert claim.said is not None
    assert claim.so is not None
    assert {claim.said.because, claim.so.because} == {Because.OPENED_AGAIN}


def test_there_is_nothing_to_second_until_somebody_has_judged_it_again(desk: Desk) -> None:
    desk.judge("refuted")
    desk.reopen()

    with desk.ledger.writing() as session, pytest.raises(NothingToSecond, match="since it was opened again"):
        second(session, desk.pen("cy"), CLAIM, "refuted", because="seen", policy=BUILT_IN)


@pytest.mark.parametrize(
    ("claim", "by", "because", "error", "says"),
    [
        pytest.param("ferry:2", "ben", "a letter", NothingToReopen, "ferry:2 is open", id="it is open"),
        pytest.param(CLAIM, "ben", " ", EmptyReason, "--because", id="no reason"),
        pytest.param(CLAIM, "nils", "a letter", OwnText, "nils wrote ferry", id="who wrote the text"),
    ],
)
def test_what_can_not_be_opened_again_is_left_as_it_is(
    desk: Desk, claim: str, by: str, because: str, error: type[ClaimError], says: str
) -> None:
    from claims.judging.reopening import reopen

    desk.judge("confirmed")
    with desk.ledger.writing() as session:
        state_purpose(session, desk.pen(), "ferry", Purpose.DRAFT, authors=["nils"])

    with pytest.raises(error, match=says), desk.ledger.writing() as session:
        reopen(session, desk.pen(by), claim, because=because, policy=BUILT_IN)

    with desk.ledger.reading() as session:
        assert session.scalar(select(func.count()).select_from(ReviewRow)) == 1
