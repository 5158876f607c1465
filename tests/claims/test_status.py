"""Where a claim stands, and why."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.kinds import Because, Status, WhyNot
from claims.pages import ReviewPage, StatusPage
from claims.policy import BUILT_IN
from claims.status import derive_status

NOON = datetime(2025, 12, 13, 12, tzinfo=UTC)


def review(verdict: str) -> ReviewPage:
    return ReviewPage(verdict, "seen the register", "reviewer-1", "typed", NOON, BUILT_IN.version)


def standing(
    *reviews: ReviewPage,
    checkable: bool = True,
    reported_unconfirmed: bool = False,
    figures_differ: tuple[str, ...] = (),
) -> StatusPage:
    return derive_status(
        reviews,
        BUILT_IN,
        checkable=checkable,
        why_not=None if checkable else WhyNot.QUESTION,
        reported_unconfirmed=reported_unconfirmed,
        figures_differ=figures_differ,
    )


def test_a_checkable_claim_starts_unconfirmed_because_nobody_has_looked() -> None:
    found = standing()

    assert (found.status, found.because) == (Status.UNCONFIRMED, Because.NOBODY_LOOKED)
    assert found.reason == "nobody has looked"


def test_what_the_text_itself_calls_unconfirmed_says_so() -> None:
    assert standing(reported_unconfirmed=True).because is Because.TEXT_SAYS_SO


def test_figures_that_differ_are_a_reason_and_never_a_status() -> None:
    found = standing(figures_differ=("123 and 132 can't both hold",))

    assert (found.status, found.because) == (Status.UNCONFIRMED, Because.FIGURES_DIFFER)
    assert "123 and 132 can't both hold" in found.reason


def test_a_claim_open_for_two_reasons_says_both() -> None:
    found = standing(reported_unconfirmed=True, figures_differ=("45 and 54 can't both hold.",))

    assert found.because is Because.TEXT_SAYS_SO
    assert found.reason == "the text itself says so; figures differ: 45 and 54 can't both hold."


def test_what_is_not_checkable_is_a_suggestion_until_somebody_signs_it() -> None:
    suggested = standing(checkable=False)
    signed = standing(review("not checkable"), checkable=False)

    assert (suggested.status, suggested.suggested) == (Status.NOT_CHECKABLE, True)
    assert "question" in suggested.reason
    assert (signed.status, signed.suggested) == (Status.NOT_CHECKABLE, False)


def test_the_last_review_decides_and_gives_its_reason() -> None:
    found = standing(review("refuted"), review("confirmed"))

    assert found.status is Status.CONFIRMED
    assert "reviewer-1" in found.reason
    assert "seen the register" in found.reason


def test_a_reviewer_can_leave_a_claim_open() -> None:
    found = standing(review("confirmed"), review("unconfirmed"))

    assert (found.status, found.because) == (Status.UNCONFIRMED, Because.REVIEWED)


@pytest.mark.parametrize("verdict", BUILT_IN.verdicts)
@given(reported=st.booleans(), checkable=st.booleans(), differ=st.lists(st.text(min_size=1)))
def test_no_finding_ever_overrides_a_review(
    verdict: str, reported: bool, checkable: bool, differ: list[str]
) -> None:
    found = standing(
        review(verdict),
        checkable=checkable,
        reported_unconfirmed=reported,
        figures_differ=tuple(differ),
    )

    assert found.status is BUILT_IN.verdicts[verdict]
