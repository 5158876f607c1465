"""Looking, asking and what came of it: each is on record, and what is missing is said."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from claims.errors import BadEvidence, ClaimError, UnknownClaim, UnknownContact
from claims.evidence.looking import contacted, replied, searched
from claims.evidence.pages import LookingPage
from claims.evidence.queries import looking_page
from claims.kinds import SearchResult
from ledger.engine import Ledger
from tests.claims.evidence.desk import CLAIM, pen


def look(ledger: Ledger, handle: str = CLAIM, **said: Any) -> None:
    options = {"where": "the shipping register", "found": SearchResult.NOTHING, **said}
    with ledger.writing() as session:
        searched(session, pen(), handle, **options)


def ask(ledger: Ledger, handle: str = CLAIM, **said: Any) -> int:
    options = {"whom": "the harbour office", "channel": "e-mail", **said}
    with ledger.writing() as session:
        return contacted(session, pen(), handle, **options)


def reply(ledger: Ledger, answer: str | None, contact: int | None = None) -> int:
    with ledger.writing() as session:
        return replied(session, pen(), CLAIM, answer=answer, contact=contact)


def looked(ledger: Ledger, handle: str = CLAIM) -> LookingPage:
    with ledger.reading() as session:
        return looking_page(session, handle)


def test_searches_are_kept_in_order_with_what_came_of_them(desk: Ledger) -> None:
    look(desk, terms="Corrie", note="only back to 2019")
    look(desk, where="the port's archive", found=SearchResult.UNREACHABLE)
    look(desk, "ferries:3")

    first, second = looked(desk).searches

    assert (first.place, first.terms, first.note) == ("the shipping register", "Corrie", "only back to 2019")
    assert (first.result, first.by) == (SearchResult.NOTHING, "ada")
    assert (second.place, second.terms, second.result) == (
        "the port's archive",
        None,
        SearchResult.UNREACHABLE,
    )


def test_contacts_are_numbered_per_claim_and_carry_their_replies(desk: Ledger) -> None:
    due = datetime(2025, 12, 14, 18, tzinfo=UTC)
    assert ask(desk, asked="How often?", due=due) == 1
    assert ask(desk, whom="the ferry's owner", channel="phone") == 2
    assert ask(desk, "ferries:3") == 1

    assert reply(desk, "14 times") == 2
    assert reply(desk, None, contact=1) == 1

    office, owner = looked(desk).contacts
    assert (office.whom, office.channel, office.asked, office.due) == (
        "the harbour office",
        "e-mail",
        "How often?",
        due,
    )
    assert [(one.answered, one.answer) for one in office.replies] == [(False, None)]
    assert [(one.answered, one.answer) for one in owner.replies] == [(True, "14 times")]
    assert looked(desk, "ferries:3").contacts[0].replies == ()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        pytest.param({"where": " "}, "say where you looked", id="nowhere"),
        pytest.param({"handle": "ferries:99"}, "there is no claim ferries:99", id="no claim"),
    ],
)
def test_a_search_that_lacks_something_is_refused(desk: Ledger, given: dict[str, Any], said: str) -> None:
    with pytest.raises(ClaimError, match=said):
        look(desk, **given)

    assert looked(desk).searches == ()


@pytest.mark.parametrize(
    ("given", "error", "said"),
    [
        pytest.param({"whom": ""}, BadEvidence, "say whom you asked", id="nobody"),
        pytest.param({"channel": ""}, BadEvidence, "say how you asked", id="no channel"),
        pytest.param({"handle": "ferries:99"}, UnknownClaim, "there is no claim", id="no claim"),
    ],
)
def test_a_contact_that_lacks_something_is_refused(
    desk: Ledger, given: dict[str, Any], error: type[ClaimError], said: str
) -> None:
    with pytest.raises(error, match=said):
        ask(desk, **given)

    assert looked(desk).contacts == ()


def test_a_reply_needs_somebody_who_was_asked(desk: Ledger) -> None:
    with pytest.raises(UnknownContact, match=r"nobody was asked about ferries:2 yet; .* claim contacted"):
        reply(desk, "14 times")
    ask(desk)
    for number in (0, 2, -1):
        with pytest.raises(
            UnknownContact, match=f"there is no contact {number} on ferries:2; they run from 1 to 1"
        ):
            reply(desk, "14 times", contact=number)
    with pytest.raises(BadEvidence, match="give the answer"):
        reply(desk, " ")

    assert looked(desk).contacts[0].replies == ()
