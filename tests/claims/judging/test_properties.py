"""What must hold of every status, whatever the case."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from claims.judging.case import Asked, Case, Difference, Exhibit, SignedOff
from claims.judging.policy_file import BUILT_IN
from claims.judging.status import derive_standing, derive_status
from claims.judging.wording import status_word
from claims.kinds import (
    Fit,
    Grade,
    Interest,
    Question,
    ReviewRole,
    SearchResult,
    Stance,
    Status,
    Tier,
    WhyNot,
)
from claims.pages import OverridePage, ReviewPage, StatusPage

NOON = datetime(2025, 12, 13, 12, tzinfo=UTC)
NOW = NOON + timedelta(days=60)
PEOPLE = ("ada", "bob", "cy")

times = st.integers(0, 50).map(lambda days: NOON + timedelta(days=days))
questions = st.sampled_from([None, *Question])


@st.composite
def reviews(draw: st.DrawFn) -> ReviewPage:
    by, at = draw(st.sampled_from(PEOPLE)), draw(times)
    override = OverridePage("the editor says so", None, by, at) if draw(st.booleans()) else None
    return ReviewPage(
        verdict=draw(st.sampled_from(sorted(BUILT_IN.verdicts))),
        because="looked",
        by=by,
        known="typed",
        at=at,
        policy="built-in/2",
        question=draw(questions),
        role=draw(st.sampled_from(ReviewRole)),
        blind=draw(st.booleans()),
        override=override,
    )


exhibits = st.builds(
    Exhibit,
    handle=st.integers(1, 9).map("evidence:{}".format),
    stance=st.sampled_from(Stance),
    question=questions,
    origin=st.sampled_from(["a wire", "a ministry", "a list"]),
    source=st.sampled_from(["Wire", "Ministry", "List"]),
    primary=st.booleans(),
    interest=st.sampled_from(Interest),
    grade=st.none() | st.sampled_from(Grade),
    fit=st.none() | st.sampled_from(Fit),
    withdrawn=st.booleans(),
    stale_since=st.none() | times,
    at=times,
)
differences = st.builds(
    Difference, says=st.just("45 and 54 can't both hold"), since=times, others=st.just((None,))
)
sign_offs = st.builds(SignedOff, st.just("legal"), st.sampled_from(PEOPLE), times)
cases = st.builds(
    Case,
    checkable=st.booleans(),
    why_not=st.none() | st.sampled_from(WhyNot),
    reported_unconfirmed=st.booleans(),
    attributed=st.booleans(),
    tier=st.sampled_from(Tier),
    tier_set_by=st.none() | st.sampled_from(PEOPLE),
    differences=st.lists(differences, max_size=2).map(tuple),
    reviews=st.lists(reviews(), max_size=5).map(tuple),
    exhibits=st.lists(exhibits, max_size=5).map(tuple),
    searches=st.lists(st.sampled_from(SearchResult), max_size=2).map(tuple),
    asked=st.lists(
        st.builds(Asked, st.none(), times, st.none() | times, st.none() | st.booleans()), max_size=2
    ).map(tuple),
    sign_offs=st.lists(
        st.builds(SignedOff, st.just("legal"), st.sampled_from(PEOPLE), times), max_size=1
    ).map(tuple),
    authors=st.frozensets(st.sampled_from(PEOPLE), max_size=1),
    reopened_at=st.none() | times,
)

SETTLED = frozenset({Status.CONFIRMED, Status.QUALIFIED, Status.REFUTED, Status.DISPUTED})


def status_of(case: Case) -> StatusPage:
    return derive_status(case, BUILT_IN, NOW)


@given(case=cases)
def test_a_status_is_a_function_of_the_case(case: Case) -> None:
    assert derive_standing(case, BUILT_IN, NOW) == derive_standing(replace(case), BUILT_IN, NOW)


@given(case=cases)
def test_every_status_has_a_reason_and_the_trace_ends_with_it(case: Case) -> None:
    standing = derive_standing(case, BUILT_IN, NOW)

    for page in filter(None, (standing.status, standing.said, standing.so)):
        assert page.reason
        assert (page.because is not None) is (page.status is Status.UNCONFIRMED)
        assert page.trace[-1].says.startswith(f"So it is {status_word(page.status)}")
        assert not (page.waits_for and page.status is not Status.UNCONFIRMED)


@given(case=cases)
def test_a_finding_alone_settles_nothing(case: Case) -> None:
    found = status_of(replace(case, reviews=()))

    assert found.status in (Status.UNCONFIRMED, Status.NOT_CHECKABLE)
    assert found.suggested is (found.status is Status.NOT_CHECKABLE)


@given(case=cases, reported=st.booleans(), checkable=st.booleans(), found=st.lists(differences, max_size=2))
def test_no_finding_changes_a_status_that_a_person_gave(
    case: Case, reported: bool, checkable: bool, found: list[Difference]
) -> None:
    """What is found after a verdict: a difference that was open when it was given holds it back."""
    later = tuple(replace(one, since=NOW) for one in found)
    before = status_of(case)

    after = status_of(
        replace(
            case,
            reported_unconfirmed=reported,
            checkable=checkable,
            differences=(*case.differences, *later),
        )
    )

    if before.status in SETTLED:
        assert after.status is before.status


@given(case=cases, which=st.integers(0, 4))
def test_taking_evidence_away_never_settles_a_claim(case: Case, which: int) -> None:
    without = replace(case, exhibits=case.exhibits[:which] + case.exhibits[which + 1 :])
    changed = any(one.stale_since for one in case.exhibits)

    before, after = status_of(case), status_of(without)

    if after.status in SETTLED and not changed:
        assert before.status is after.status


@given(case=cases, review=reviews())
def test_a_verdict_of_who_wrote_the_text_changes_nothing(case: Case, review: ReviewPage) -> None:
    case = replace(case, authors=frozenset({"dora"}))

    after = replace(case, reviews=(*case.reviews, replace(review, by="Dora")))

    assert status_of(after).status is status_of(case).status
    assert status_of(after).waits_for == status_of(case).waits_for


@given(case=cases)
def test_a_settled_status_is_that_of_a_verdict_somebody_gave(case: Case) -> None:
    found = status_of(case)

    if found.status in SETTLED:
        given = {BUILT_IN.verdicts[one.verdict] for one in case.reviews if one.by not in case.authors}
        assert found.status in given
