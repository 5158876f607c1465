"""What came of a request, and what of it went into the text."""

from __future__ import annotations

from datetime import timedelta

import pytest

from claims.errors import BadReply, EmptyReason, UnknownReply
from claims.evidence.queries import looking_page
from claims.kinds import ReplyOutcome, ReplyState
from ledger.engine import Ledger
from tests.claims.replies.desk import EVENING, NINE, SIX, SOLD, STOLE, came, page, put, use

DECLINED, NONE = ReplyOutcome.DECLINED, ReplyOutcome.NONE


def test_an_answer_is_that_of_its_own_request(desk: Ledger) -> None:
    put(desk, STOLE)
    put(desk, STOLE, SOLD, whom="the harbour office")

    came(desk, 2, "We stand by it.")

    assert (page(desk, 1).state, page(desk, 1).answers) == (ReplyState.AWAITED, ())
    (answer,) = page(desk, 2).answers
    assert (answer.came, answer.answer, answer.by) == (ReplyOutcome.ANSWERED, "We stand by it.", "ada")
    with desk.reading() as session:
        contacts = [one for claim in (STOLE, SOLD) for one in looking_page(session, claim).contacts]
    assert [(one.request, [reply.answered for reply in one.replies]) for one in contacts] == [
        (1, []),
        (2, [True]),
        (2, [True]),
    ]


def test_a_person_may_answer_more_than_once_and_late(desk: Ledger) -> None:
    put(desk)
    came(desk, "reply:1", what=DECLINED, noted=NINE + timedelta(minutes=10))
    assert page(desk, 1).state is ReplyState.DECLINED

    came(desk, 1, "  Very well:\n\nno.", at=SIX + timedelta(minutes=5), noted=EVENING)

    first, second = page(desk, 1).answers
    assert (first.came, first.answer) == (DECLINED, None)
    assert (second.answer, second.at) == ("Very well:\n\nno.", SIX + timedelta(minutes=5))
    assert page(desk, 1).state is ReplyState.ANSWERED


def test_where_nothing_came_the_deadline_says_so_and_a_person_may(desk: Ledger) -> None:
    put(desk)
    assert page(desk, 1, now=SIX - timedelta(seconds=1)).state is ReplyState.AWAITED
    assert page(desk, 1, now=SIX).state is ReplyState.UNANSWERED
    assert page(desk, 1, now=SIX).is_open

    came(desk, 1, what=NONE, noted=SIX)

    assert page(desk, 1, now=EVENING).state is ReplyState.UNANSWERED
    assert not page(desk, 1, now=EVENING).is_open


def test_before_the_deadline_nobody_says_that_nothing_came(desk: Ledger) -> None:
    put(desk)

    with pytest.raises(BadReply, match=r"has time until 14 December 2025, 18:00 UTC; .* 1 --declined"):
        came(desk, 1, what=NONE, noted=SIX - timedelta(seconds=2))

    assert page(desk, 1).answers == ()


def test_after_an_answer_nobody_says_that_nothing_came(desk: Ledger) -> None:
    put(desk)
    came(desk, 1, "no")

    with pytest.raises(BadReply, match="has an answer already"):
        came(desk, 1, what=NONE, noted=EVENING)


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        pytest.param(-1, "nothing can have come of it before", id="before it was put"),
        pytest.param(3, "still to come", id="in the future"),
    ],
)
def test_an_answer_comes_after_the_question_and_not_in_the_future(
    desk: Ledger, hours: int, told: str
) -> None:
    put(desk)

    with pytest.raises(BadReply, match=told):
        came(desk, 1, "no", at=NINE + timedelta(hours=hours))


def test_an_answer_has_words(desk: Ledger) -> None:
    put(desk)

    with pytest.raises(BadReply, match="in their words"):
        came(desk, 1, " ")


@pytest.mark.parametrize("number", ["2", "reply:2", "Maran", "99999999999", "-1"])
def test_a_number_that_nobody_has_is_named_with_those_that_there_are(desk: Ledger, number: str) -> None:
    with pytest.raises(UnknownReply, match="nothing was put to anybody yet"):
        came(desk, number, "no")
    put(desk)

    with pytest.raises(UnknownReply, match="they run from reply:1 to reply:1"):
        came(desk, number, "no")


def test_words_are_used_once_something_came_or_the_deadline_passed(desk: Ledger) -> None:
    put(desk)

    with pytest.raises(BadReply, match="nothing has come of reply:1 yet"):
        use(desk, 1, "Maran did not answer.", at=NINE)
    use(desk, 1, "Maran did not answer.", at=SIX)

    assert [one.words for one in page(desk, 1).uses] == ["Maran did not answer."]


def test_that_nothing_was_used_needs_its_reason_and_takes_back_what_was(desk: Ledger) -> None:
    put(desk)
    came(desk, 1, "no")
    use(desk, 1, "She says no.")
    use(desk, 1, "She denies it.")
    use(desk, 1, "She says no.")
    assert [one.words for one in page(desk, 1).uses] == ["She denies it.", "She says no."]

    with pytest.raises(EmptyReason, match="reply:1"):
        use(desk, 1, None, " ")
    use(desk, 1, None, "it has nothing to do with it")
    assert [(one.words, one.because) for one in page(desk, 1).uses] == [
        (None, "it has nothing to do with it")
    ]

    use(desk, 1, "She says no.")
    assert [one.words for one in page(desk, 1).uses] == ["She says no."]
