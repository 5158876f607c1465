"""Putting something to a person: what is kept, whom it concerns, and what is refused."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from claims.errors import BadEvidence, BadReply, ClaimError, UnknownClaim
from claims.evidence.looking import contacted, replied
from claims.evidence.queries import looking_page
from claims.kinds import ReplyState
from claims.replies.pages import PutClaim
from ledger.engine import Ledger
from ledger.events import EVENTS
from tests.claims.replies.desk import MARAN, NINE, PUT, SAILS, SIX, SOLD, STOLE, came, page, pages, pen, put


def test_a_request_keeps_the_words_the_channel_the_times_and_the_claims(desk: Ledger) -> None:
    put(desk, SAILS, whom="the harbour office")
    number = put(desk, STOLE, SOLD, STOLE)

    found = page(desk, number)

    assert (found.handle, found.story, found.whom, found.channel) == ("reply:2", "ferries", MARAN, "email")
    assert (found.put, found.put_at, found.due) == (PUT, NINE, SIX)
    assert found.claims == (PutClaim(STOLE, reworded=False), PutClaim(SOLD, reworded=False))
    assert (found.by, found.state, found.answers, found.uses) == ("ada", ReplyState.AWAITED, (), ())


def test_a_request_may_be_noted_after_it_was_made(desk: Ledger) -> None:
    earlier = NINE - timedelta(minutes=20)

    number = put(desk, put_at=earlier)

    assert page(desk, number).put_at == earlier
    assert page(desk, number).at == NINE


def test_each_claim_has_a_contact_that_tells_what_was_put_and_of_which_request(desk: Ledger) -> None:
    with desk.writing() as session:
        contacted(session, pen(), STOLE, whom="the harbour office", channel="phone")
    put(desk, STOLE, SOLD)

    with desk.reading() as session:
        office, maran = looking_page(session, STOLE).contacts
        (other,) = looking_page(session, SOLD).contacts

    assert (office.number, office.whom, office.request) == (1, "the harbour office", None)
    assert (maran.number, maran.whom, maran.asked, maran.due, maran.request) == (2, MARAN, PUT, SIX, 1)
    assert (other.number, other.whom, other.request) == (1, MARAN, 1)


def test_what_came_of_a_request_is_not_noted_claim_by_claim(desk: Ledger) -> None:
    put(desk)

    with (
        pytest.raises(BadEvidence, match=r"part of reply:1; .* factdesk reply answered 1"),
        desk.writing() as session,
    ):
        replied(session, pen(), STOLE, answer="never")

    assert page(desk, 1).answers == ()


def test_neither_the_name_nor_the_words_stand_in_the_log(desk: Ledger) -> None:
    put(desk, STOLE, SOLD)
    came(desk, 1, "I never did")

    with desk.reading() as session:
        rows = session.execute(EVENTS.select().where(EVENTS.c.action.like("reply.%"))).all()
        told = " ".join(str(column) for row in rows for column in row)

    assert [row.subject for row in rows] == ["reply:1", "reply:1"]
    assert [words for words in ("Maran", "tickets", "never did") if words in told] == []


def test_requests_are_counted_through_all_stories_and_listed_by_story(desk: Ledger) -> None:
    assert [put(desk), put(desk, "quay:1"), put(desk, "notice:1")] == [1, 2, 3]

    assert pages(desk) == [1, 2, 3]
    assert pages(desk, "ferries") == [1, 3]
    assert pages(desk, "notice") == [1, 3]
    assert pages(desk, "quay") == [2]


@pytest.mark.parametrize(
    ("claims", "said", "error", "told"),
    [
        pytest.param((STOLE,), {"whom": "  "}, BadReply, "say to whom", id="nobody"),
        pytest.param((STOLE,), {"put": "\n "}, BadReply, "the words that were put", id="no words"),
        pytest.param((STOLE,), {"channel": " "}, BadReply, "say how, as in --channel", id="no channel"),
        pytest.param(
            (STOLE,), {"due": NINE}, BadReply, "is not after 14 December 2025, 09:00 UTC", id="no time"
        ),
        pytest.param(
            (STOLE,), {"put_at": SIX, "due": SIX + timedelta(1)}, BadReply, "still to come", id="to come"
        ),
        pytest.param(("ferries:99",), {}, UnknownClaim, "no claim ferries:99", id="no such claim"),
        pytest.param(
            (STOLE, "quay:1"), {}, BadReply, "ferries:2 of ferries and quay:1 of quay", id="two stories"
        ),
    ],
)
def test_what_cannot_be_put_is_refused_and_nothing_is_stored(
    desk: Ledger, claims: tuple[str, ...], said: dict[str, Any], error: type[ClaimError], told: str
) -> None:
    with pytest.raises(error, match=told) as refused:
        put(desk, *claims, **said)

    assert MARAN not in str(refused.value)
    assert pages(desk) == []
