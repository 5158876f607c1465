"""A second person's verdict, given without seeing the first, and the decision between two."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.errors import CannotSign, ClaimError, EmptyReason, NothingToSecond, NotYours, OwnText
from claims.intake import offer_file, store
from claims.judging.adopted import policy_in_force
from claims.judging.pairs import agreement
from claims.judging.policy_file import BUILT_IN
from claims.judging.reviews import Override, mark
from claims.judging.second_check import adjudicate, disclose, second
from claims.judging.tier_setting import set_tier, sign_off
from claims.judging.withholding import without_verdicts
from claims.kinds import Because, OutcomeKind, Purpose, Status
from claims.models import ReviewRow
from claims.outcomes.asking import Wanted, ask_for
from claims.pages import ClaimPage
from claims.publishing.purpose import state_purpose
from claims.queries import claim_page, claim_pages, document_lines
from ledger.engine import Ledger
from tests.ledger.pens import replaying_pen

CLAIM = "harbour:3"
"""The owners had waited for three days; nobody is credited with it."""


@pytest.fixture
def stored(ledger: Ledger, article: Path) -> Ledger:
    store(ledger, replaying_pen(), offer_file(str(article)))
    return ledger


def page(ledger: Ledger, *, reveal: bool = False) -> ClaimPage:
    with ledger.reading() as session:
        return claim_page(session, CLAIM, BUILT_IN, reveal=reveal)


def judge(ledger: Ledger, by: str, verdict: str, *, first: int = 1000) -> None:
    with ledger.writing() as session:
        mark(session, replaying_pen(by, first=first), CLAIM, verdict, because="asked them", policy=BUILT_IN)


def check(ledger: Ledger, by: str, verdict: str, *, first: int = 2000) -> None:
    with ledger.writing() as session:
        pen = replaying_pen(by, first=first)
        second(session, pen, CLAIM, verdict, because="the log says so", policy=BUILT_IN)


def decide(ledger: Ledger, by: str, verdict: str) -> None:
    with ledger.writing() as session:
        pen = replaying_pen(by, first=3000)
        adjudicate(session, pen, CLAIM, verdict, because="read both", policy=BUILT_IN)


def test_a_verdict_that_waits_for_a_second_one_reaches_no_page(stored: Ledger) -> None:
    judge(stored, "ada", "refuted")

    shown, revealed = page(stored), page(stored, reveal=True)

    assert [(one.withheld, one.verdict, one.because) for one in shown.reviews] == [(True, "withheld", "")]
    assert "refuted" not in str((shown.standing, shown.reviews, shown.earlier_reviews)).replace(
        "where it is refuted", ""
    )
    assert "asked them" not in str(shown)
    assert shown.standing.waits_for == ("a second person",)
    assert revealed.reviews[0].verdict == "refuted"
    with stored.reading() as session:
        listed = next(one for one in claim_pages(session, BUILT_IN) if one.handle == CLAIM)
    assert listed.standing == shown.standing


def test_what_was_asked_to_become_of_a_claim_is_kept_back_with_the_verdict(stored: Ledger) -> None:
    judge(stored, "ada", "refuted")
    with stored.writing() as session:
        ask_for(session, replaying_pen("ada", first=1500), CLAIM, Wanted(OutcomeKind.CUT))

    waiting = page(stored).outcomes
    check(stored, "ben", "refuted")

    assert waiting == ()
    assert [one.kind for one in page(stored).outcomes] == [OutcomeKind.CUT]


def test_a_second_verdict_of_another_person_is_blind_and_shows_both(stored: Ledger) -> None:
    judge(stored, "ada", "refuted")

    check(stored, "bob", "refuted")

    shown = page(stored)
    assert [(one.by, one.verdict, one.blind) for one in shown.reviews] == [
        ("ada", "refuted", None),
        ("bob", "refuted", True),
    ]
    assert "a second person" not in shown.standing.waits_for


def test_whoever_had_the_first_verdict_shown_does_not_check_blind(stored: Ledger) -> None:
    judge(stored, "ada", "refuted")
    with stored.writing() as session:
        disclose(session, replaying_pen("Bob", first=1500), CLAIM)

    check(stored, "bob", "refuted")

    assert page(stored).reviews[1].blind is False
    with stored.reading() as session:
        assert agreement(session).pairs == 0


def test_a_check_of_a_verdict_that_everybody_could_see_is_not_blind(stored: Ledger) -> None:
    judge(stored, "ada", "partly")

    check(stored, "bob", "partly")

    assert page(stored).reviews[1].blind is False


def test_two_readers_who_differ_are_decided_between_by_a_third(stored: Ledger) -> None:
    judge(stored, "ada", "refuted")
    check(stored, "bob", "partly")

    differ = page(stored).standing
    decide(stored, "cy", "not checkable")

    assert (differ.status, differ.because) == (Status.UNCONFIRMED, Because.READERS_DIFFER)
    assert page(stored).standing.status is Status.NOT_CHECKABLE
    assert [one.verdict for one in page(stored).reviews] == ["refuted", "partly", "not checkable"]
    with stored.reading() as session:
        found = agreement(session, "harbour")
    assert (found.pairs, found.agreed) == (1, 0)


@pytest.mark.parametrize(
    ("checks", "decides", "error"),
    [
        pytest.param([], "cy", NothingToSecond, id="nothing was judged"),
        pytest.param([("bob", "refuted")], "cy", NothingToSecond, id="the two agree"),
        pytest.param([("bob", "partly")], "ADA", NotYours, id="the first reader decides"),
        pytest.param([("bob", "partly")], "bob ", NotYours, id="the second reader decides"),
    ],
)
def test_only_a_third_person_decides_and_only_where_two_differ(
    stored: Ledger, checks: list[tuple[str, str]], decides: str, error: type[ClaimError]
) -> None:
    if checks:
        judge(stored, "ada", "refuted")
    for by, verdict in checks:
        check(stored, by, verdict)

    with pytest.raises(error):
        decide(stored, decides, "refuted")

    assert len(page(stored, reveal=True).reviews) == (2 if checks else 0)


def test_a_second_check_needs_a_first_and_another_person_and_comes_once(stored: Ledger) -> None:
    with pytest.raises(NothingToSecond, match="factdesk claim mark"):
        check(stored, "bob", "refuted")
    judge(stored, "ada", "refuted")
    with pytest.raises(NotYours):
        check(stored, " Ada", "refuted")
    check(stored, "bob", "refuted")
    with pytest.raises(NothingToSecond, match="bob has given"):
        check(stored, "cy", "refuted", first=2500)


def test_shown_for_a_second_check_a_claim_says_nothing_of_the_first(stored: Ledger) -> None:
    judge(stored, "ada", "partly")

    shown = without_verdicts(page(stored))

    assert shown.reviews == ()
    assert "partly" not in str(shown)


def test_who_wrote_a_text_neither_judges_nor_overrides_nor_signs_in_it(stored: Ledger) -> None:
    with stored.writing() as session:
        state_purpose(session, replaying_pen(first=500), "harbour", Purpose.DRAFT, authors=["Ada Marsh"])
    pen = replaying_pen("ada  MARSH", first=1000)

    attempts: list[Callable[[Session], None]] = [
        lambda session: mark(session, pen, CLAIM, "confirmed", because="seen", policy=BUILT_IN),
        lambda session: mark(
            session, pen, CLAIM, "confirmed", because="seen", policy=BUILT_IN, override=Override("sure")
        ),
        lambda session: sign_off(session, pen, CLAIM, "legal", because="seen", policy=BUILT_IN),
        lambda session: set_tier(session, pen, CLAIM, "routine", because="seen"),
    ]
    for attempt in attempts:
        with pytest.raises(OwnText, match="wrote harbour"), stored.writing() as session:
            attempt(session)

    with stored.reading() as session:
        assert session.scalar(select(func.count()).select_from(ReviewRow)) == 0


def test_an_override_without_its_reason_is_refused(stored: Ledger) -> None:
    with pytest.raises(EmptyReason, match="--override"), stored.writing() as session:
        mark(
            session,
            replaying_pen(first=1000),
            CLAIM,
            "confirmed",
            because="seen",
            policy=BUILT_IN,
            override=Override(" "),
        )


def test_the_list_of_documents_counts_claims_as_their_pages_stand(stored: Ledger) -> None:
    judge(stored, "ada", "not checkable")

    with stored.reading() as session:
        (line,) = document_lines(session, policy_in_force(session))
        pages = claim_pages(session, policy_in_force(session))

    counted = {status: number for status, number in line.claims.items() if number}
    assert counted == {status: sum(one.standing.status is status for one in pages) for status in counted}
    assert sum(counted.values()) == len(pages)


def test_nobody_signs_off_twice_in_one_role(stored: Ledger) -> None:
    def sign(name: str, first: int) -> None:
        with stored.writing() as session:
            pen = replaying_pen(name, first=first)
            sign_off(session, pen, CLAIM, "legal", because="seen", policy=BUILT_IN)

    sign("Dunja Vale", 1000)
    sign("Cy Moor", 2000)

    with pytest.raises(CannotSign, match="signed off as legal already, by Dunja Vale"):
        sign("dunja  VALE", 3000)
