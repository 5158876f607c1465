"""Which claims are to be checked again, by the clock that is given and by what was judged since."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from claims.appearances.queries import due_again
from claims.captures import add_capture
from claims.judging.policy_file import BUILT_IN
from claims.judging.reviews import mark
from claims.kinds import Status
from claims.models import ClaimRow, DocumentRow
from ledger.engine import Ledger
from tests.claims.appearances.desk import CLAIM, choose, choose_words, claim, not_had, pen, seen


def due(ledger: Ledger, today: str) -> list[str]:
    with ledger.reading() as session:
        return [
            session.get_one(DocumentRow, session.get_one(ClaimRow, id).document_id).slug
            for id in due_again(session, date.fromisoformat(today))
        ]


def judge(ledger: Ledger, at: datetime) -> None:
    with ledger.writing() as session:
        mark(session, pen(start=at), CLAIM, "not-checkable", because="nobody can tell", policy=BUILT_IN)


@pytest.fixture
def rated(desk: Ledger) -> Ledger:
    """The desk with one claim to be checked again on 1 June, one never, and one later."""
    choose_words(desk, check_again="2026-06-01")
    choose_words(desk, "Nobody was hurt in the storm.", check_again="never")
    choose(desk, "quay:2", chosen_because="people ask", check_again="2026-07-01")
    return desk


@pytest.mark.parametrize(
    ("today", "waiting"),
    [
        pytest.param("2026-05-31", [], id="the day before"),
        pytest.param("2026-06-01", ["we-sail-20-times-a-week"], id="the day"),
        pytest.param("2026-07-02", ["we-sail-20-times-a-week", "quay"], id="after both days"),
    ],
)
def test_a_claim_waits_from_its_day_on(rated: Ledger, today: str, waiting: list[str]) -> None:
    assert sorted(due(rated, today)) == sorted(waiting)


def test_a_verdict_given_on_the_day_or_after_settles_it(rated: Ledger) -> None:
    judge(rated, datetime(2026, 6, 1, 8, tzinfo=UTC))

    assert due(rated, "2026-06-02") == []


def test_a_verdict_given_before_the_day_does_not_and_stays_what_it_is(rated: Ledger) -> None:
    judge(rated, datetime(2026, 5, 31, 8, tzinfo=UTC))

    page = claim(rated, now=datetime(2026, 6, 2, tzinfo=UTC))
    assert due(rated, "2026-06-02") == ["we-sail-20-times-a-week"]
    assert page.public is not None
    assert page.public.due_since == "2026-06-01"
    assert page.standing.status is Status.NOT_CHECKABLE
    assert not page.standing.stale


def test_a_later_day_takes_the_place_of_an_earlier_one(rated: Ledger) -> None:
    choose(rated, CLAIM, check_again="2026-08-01")

    assert due(rated, "2026-06-02") == []


def test_a_failed_capture_is_left_out_where_the_page_was_had_at_another_time(rated: Ledger) -> None:
    with rated.writing() as session:
        number = add_capture(session, pen(), not_had("https://bakk.example/speech"), story=None)
    seen(rated, CLAIM, f"capture:{number}")
    alone = claim(rated).public
    seen(rated, CLAIM, "capture:1")

    public = claim(rated).public
    assert alone is not None
    assert public is not None
    assert [one.capture for one in alone.appearances] == [f"capture:{number}"]
    assert [one.capture for one in public.appearances] == ["capture:1"]
