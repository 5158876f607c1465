"""Marking a claim."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select

from claims.errors import ClaimError, EmptyReason, UnknownClaim, UnknownDocument, UnknownVerdict
from claims.intake import offer_file, store
from claims.judging.policy_file import BUILT_IN
from claims.judging.reviews import mark
from claims.kinds import Status
from claims.models import ReviewRow
from claims.queries import claim_page
from ledger.engine import Ledger
from ledger.events import Event
from tests.ledger.pens import replaying_pen


@pytest.fixture
def stored(ledger: Ledger, article: Path) -> Ledger:
    store(ledger, replaying_pen(), offer_file(str(article)))
    return ledger


def test_a_review_is_kept_with_its_reason_and_its_event(stored: Ledger) -> None:
    pen = replaying_pen("reviewer-1", first=1000)

    with stored.writing() as session:
        mark(session, pen, "harbour:2", "confirmed", because="the harbour log", policy=BUILT_IN)

    with stored.reading() as session:
        claim = claim_page(session, "harbour:2", BUILT_IN)
        event = session.scalars(select(Event).order_by(Event.seq.desc()).limit(1)).one()
    assert (claim.standing.status, len(claim.standing.waits_for)) == (Status.UNCONFIRMED, 1)
    assert [(review.by, review.because) for review in claim.reviews] == [("reviewer-1", "the harbour log")]
    assert (event.action, event.subject, event.actor) == ("claim.review", "harbour:2", "reviewer-1")
    assert event.at == claim.reviews[0].at


def test_reviews_keep_their_order(stored: Ledger) -> None:
    pen = replaying_pen(first=1000)

    for verdict in ("confirmed", "refuted", "partly"):
        with stored.writing() as session:
            mark(session, pen, "harbour:2", verdict, because="looked again", policy=BUILT_IN)

    with stored.reading() as session:
        claim = claim_page(session, "harbour:2", BUILT_IN)
    assert [review.verdict for review in claim.reviews] == ["confirmed", "refuted", "partly"]
    assert claim.standing.reason.startswith("partly, says")


@pytest.mark.parametrize(
    ("handle", "verdict", "because", "error"),
    [
        pytest.param("harbour:99", "confirmed", "seen", UnknownClaim, id="no such claim"),
        pytest.param("harbour:0", "confirmed", "seen", UnknownClaim, id="claims count from 1"),
        pytest.param("harbour", "confirmed", "seen", UnknownClaim, id="a document is no claim"),
        pytest.param("harbour:two", "confirmed", "seen", UnknownClaim, id="a word is no number"),
        pytest.param("harbour:" + "9" * 40, "confirmed", "seen", UnknownClaim, id="beyond any number"),
        pytest.param("harbor:2", "confirmed", "seen", UnknownDocument, id="no such document"),
        pytest.param("harbour:2", "mostly true", "seen", UnknownVerdict, id="no such verdict"),
        pytest.param("harbour:2", "confirmed", " \n", EmptyReason, id="no reason"),
    ],
)
def test_a_review_that_is_not_whole_is_refused_and_nothing_is_stored(
    stored: Ledger, handle: str, verdict: str, because: str, error: type[ClaimError]
) -> None:
    with pytest.raises(error), stored.writing() as session:
        mark(session, replaying_pen(first=1000), handle, verdict, because=because, policy=BUILT_IN)

    with stored.reading() as session:
        assert session.scalar(select(func.count()).select_from(ReviewRow)) == 0
        assert session.scalar(select(func.count()).select_from(Event)) == 1


def test_a_mistyped_document_is_answered_with_the_nearest_one(stored: Ledger) -> None:
    with pytest.raises(UnknownDocument, match=r"did you mean harbour\?"), stored.writing() as session:
        mark(session, replaying_pen(), "harbor:2", "confirmed", because="seen", policy=BUILT_IN)
