"""Putting a request down: what is kept with it, and what of it never stands in the log."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from claims.corrections.models import CorrectionRow
from claims.errors import BadCorrection, ClaimError, UnknownClaim, UnknownDocument
from claims.judging.policy_file import BUILT_IN
from claims.judging.reviews import mark
from claims.kinds import CorrectionKind, Status
from ledger.events import Event
from tests.claims.corrections.desk import CLAIM, WORDS, Desk
from tests.ledger.pens import MORNING


def test_a_request_keeps_what_the_claim_counted_as_when_it_came(desk: Desk) -> None:
    desk.judge("confirmed", by="ada")

    page = desk.add(kind=CorrectionKind.FIGURE)

    assert (page.handle, page.about, page.kind, page.is_open) == ("correction:1", CLAIM, "figure", True)
    assert page.was is not None
    assert (page.was.status, page.was.verdict, page.was.by) == (Status.CONFIRMED, "confirmed", "ada")
    assert page.was.words == WORDS
    assert (page.request, page.requested_by) == ("It carried sheep.", "Nora Vale")


def test_the_old_verdict_stays_when_a_new_one_is_given(desk: Desk) -> None:
    desk.judge("confirmed", by="ada")
    before = desk.add()
    desk.judge("refuted", by="dan")

    after = desk.correction()

    assert after.was == before.was
    assert after.now is not None
    assert (after.now.status, after.now.verdict, after.now.by) == (Status.REFUTED, "refuted", "dan")


def test_what_nobody_has_judged_has_no_verdict_to_keep(desk: Desk) -> None:
    page = desk.add()

    assert page.was is not None
    assert (page.was.status, page.was.verdict, page.was.by) == (Status.UNCONFIRMED, None, None)


def test_a_verdict_that_is_withheld_is_not_kept_in_the_clear(desk: Desk) -> None:
    with desk.ledger.writing() as session:
        mark(session, desk.pen(), CLAIM, "refuted", because="she saw it", policy=BUILT_IN)

    page = desk.add()

    assert page.was is not None
    assert (page.was.status, page.was.verdict, page.was.by) == (Status.UNCONFIRMED, None, None)


def test_a_request_can_be_about_the_whole_text(desk: Desk) -> None:
    page = desk.add("ferry", kind=CorrectionKind.HEADLINE)

    assert (page.about, page.claim, page.was, page.now) == ("ferry", None, None, None)


def test_corrections_are_counted_over_all_documents_and_name_those_before_them(desk: Desk) -> None:
    desk.add(CLAIM)
    desk.add("tickets:1")
    desk.add("ferry")

    third, fourth = desk.add(CLAIM), desk.add("ferry")

    assert (third.handle, third.earlier) == ("correction:4", ("correction:1",))
    assert (fourth.handle, fourth.earlier) == ("correction:5", ("correction:3",))


def test_the_log_holds_neither_the_readers_name_nor_their_words(desk: Desk) -> None:
    desk.add(request="It carried sheep.", requested_by="Nora Vale")

    with desk.ledger.reading() as session:
        told = [event.body for event in session.scalars(select(Event))]
    assert any(b"correction.add" in body for body in told)
    assert [body for body in told if b"Nora" in body or b"sheep" in body] == []


def test_the_readers_name_and_words_can_be_deleted_later(desk: Desk) -> None:
    columns = CorrectionRow.__table__.columns

    assert columns["request"].nullable
    assert columns["requested_by"].nullable


@pytest.mark.parametrize(
    ("given", "error", "says"),
    [
        pytest.param({"request": "  "}, BadCorrection, "--request", id="no request"),
        pytest.param(
            {"received": MORNING + timedelta(days=300)}, BadCorrection, "after now", id="a day to come"
        ),
        pytest.param({"about": "ferry:99"}, UnknownClaim, "ferry:99", id="no such claim"),
        pytest.param({"about": "fery"}, UnknownDocument, "did you mean ferry", id="no such document"),
    ],
)
def test_what_can_not_be_put_down_leaves_nothing(
    desk: Desk, given: dict[str, object], error: type[ClaimError], says: str
) -> None:
    with pytest.raises(error, match=says):
        desk.add(**given)  # type: ignore[arg-type]

    with desk.ledger.reading() as session:
        assert session.scalars(select(CorrectionRow)).all() == []
