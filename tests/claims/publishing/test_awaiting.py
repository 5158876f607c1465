"""Replies at the gate: a person is named once, with all the claims that something was put about."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from claims.kinds import ReplyOutcome, ReplyState, Status
from claims.pages import ClaimPage
from claims.publishing.awaiting import awaited, replied
from claims.replies.pages import AnswerPage, PutClaim, RequestPage, UsePage
from tests.claims.publishing.at_the_gate import NOW, claim, contact

DUE = NOW + timedelta(hours=8)
ANSWER = AnswerPage(ReplyOutcome.ANSWERED, "No.", "ada", NOW)


def a_request(number: int = 3, *claims: str, reworded: tuple[str, ...] = (), **given: Any) -> RequestPage:
    """What was put to Havelik about claims, of which nothing has come, but for what is given."""
    about = tuple(PutClaim(handle, handle in reworded) for handle in claims or ("a:1", "a:2"))
    plain = RequestPage(
        number=number,
        story="ferries",
        whom="Lena Havelik",
        channel="email",
        put="Is it so?",
        put_at=NOW,
        due=DUE,
        by="ada",
        known="typed",
        at=NOW,
        state=ReplyState.AWAITED,
        claims=about,
    )
    return replace(plain, **given)


def at_the_gate(*requests: RequestPage) -> list[ClaimPage]:
    """Two claims, with the requests that name them and the contacts of these."""
    handles = ("a:1", "a:2")
    named = {
        handle: [one for one in requests if handle in {put.handle for put in one.claims}]
        for handle in handles
    }
    return [
        replace(
            claim(
                handle, Status.CONFIRMED, contacts=[replace(contact(), request=one.number) for one in found]
            ),
            reply_requests=tuple(found),
        )
        for handle, found in named.items()
    ]


def test_a_person_is_waited_for_once_with_all_the_claims_at_the_gate() -> None:
    office = a_request(4, "a:2", "b:9", whom="The harbour office")

    one, other = awaited(at_the_gate(a_request(), office), NOW)

    assert (one.handle, one.claims, one.due) == ("reply:3", ("a:1", "a:2"), DUE)
    assert one.says == (
        "Lena Havelik was asked (email) and has not replied; "
        "there is time until 14 December 2025, 17:12 UTC; about a:1, a:2"
    )
    assert one.next_step.startswith("factdesk reply answered 3 ")
    assert (other.handle, other.claims) == ("reply:4", ("a:2",))


def test_a_request_about_other_claims_or_in_other_words_is_not_waited_for() -> None:
    elsewhere = a_request(4, "b:9")
    reworded = a_request(5, "a:1", reworded=("a:1",))

    assert list(awaited(at_the_gate(elsewhere, reworded), NOW)) == []


def told(*requests: RequestPage) -> list[str]:
    return [one.says for one in replied(at_the_gate(*requests), NOW)]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        pytest.param({}, None, id="awaited"),
        pytest.param(
            {"state": ReplyState.UNANSWERED},
            "Lena Havelik was asked (email), and no answer came by 14 December 2025, 17:12 UTC; "
            "about a:1, a:2",
            id="unanswered",
        ),
        pytest.param(
            {"state": ReplyState.DECLINED, "channel": None},
            "Lena Havelik was asked, and declined to answer; about a:1, a:2",
            id="declined, how held back",
        ),
        pytest.param(
            {"state": ReplyState.ANSWERED, "answers": (ANSWER,)},
            'Lena Havelik answered; say what was used of it: factdesk reply used 3 "…"',
            id="nothing noted",
        ),
        pytest.param(
            {"state": ReplyState.ANSWERED, "uses": (UsePage("She says no.", None, (), "ada", NOW),)},
            "Lena Havelik answered, and the words that were used of it are not in the text",
            id="not in the text",
        ),
        pytest.param(
            {"state": ReplyState.ANSWERED, "uses": (UsePage("She says no.", None, ("a",), "ada", NOW),)},
            None,
            id="in the text",
        ),
        pytest.param(
            {"state": ReplyState.ANSWERED, "uses": (UsePage(None, "beside the point", (), "ada", NOW),)},
            None,
            id="nothing used, and why",
        ),
    ],
)
def test_what_is_left_to_know_of_a_request_is_told(given: dict[str, Any], says: str | None) -> None:
    assert told(a_request(**given)) == [says for says in [says] if says]


def test_whoever_was_asked_in_other_words_is_to_be_asked_again_once() -> None:
    before = a_request(
        3, state=ReplyState.ANSWERED, uses=(UsePage(None, "x", (), "ada", NOW),), reworded=("a:1",)
    )
    again = a_request(4, "a:1", whom="lena havelik")
    others = a_request(5, "a:1", whom="The harbour office")

    (says,) = told(before)
    assert says == "put to Lena Havelik in other words than a:1 has now; put the new ones: factdesk reply ask"
    assert told(before, others) == [says]
    assert told(before, again) == []
