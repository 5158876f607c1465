from __future__ import annotations

from dataclasses import replace

import pytest

from claims.kinds import Because, Question, ReviewRole, Status
from claims.pages import ClaimPage, OverridePage, ReviewPage
from reports.standing import have_disagreed, is_worked_on, marks, stands_out, verdicts
from tests.reports.pages import AT, a_document, paragraph
from tests.reports.verified import a_contact, a_review, a_search, an_evidence, standing

CLAIM = a_document(paragraph("The ferry left at noon.")).claims[0]
OVERRIDDEN = a_review(override=OverridePage("We publish at six.", None, "editor", AT))


def second(verdict: str, question: Question | None = None) -> ReviewPage:
    return a_review(verdict, by="ivo", role=ReviewRole.SECOND, blind=True, question=question)


def test_reported_speech_has_two_verdicts_side_by_side() -> None:
    said, so = standing(Status.CONFIRMED), standing(Status.UNCONFIRMED, Because.NOTHING_FOUND)

    shown = verdicts(replace(CLAIM, said=said, so=so, standing=said))

    assert [(one.question, one.chip.word) for one in shown] == [("said", "confirmed"), ("so", "unconfirmed")]


def test_a_claim_that_credits_nobody_has_one_verdict_without_a_question() -> None:
    assert [one.question for one in verdicts(CLAIM)] == [None]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        pytest.param(CLAIM, (), id="untouched"),
        pytest.param(replace(CLAIM, reviews=(a_review(),)), (), id="reviewed"),
        pytest.param(
            replace(CLAIM, standing=standing(Status.UNCONFIRMED, stale=("evidence:1",))),
            ("stale",),
            id="its words have changed",
        ),
        pytest.param(
            replace(CLAIM, said=standing(Status.CONFIRMED, stale=("evidence:1",))),
            ("stale",),
            id="the words that it was said in have changed",
        ),
        pytest.param(
            replace(CLAIM, so=standing(Status.CONFIRMED, stale=("evidence:1",))),
            ("stale",),
            id="the words that it is so by have changed",
        ),
        pytest.param(replace(CLAIM, reviews=(OVERRIDDEN,)), ("overridden",), id="overridden"),
        pytest.param(
            replace(CLAIM, reviews=(a_review(), second("refuted"))), ("readers disagreed",), id="disagreed"
        ),
    ],
)
def test_a_mark_stands_beside_the_status(claim: ClaimPage, expected: tuple[str, ...]) -> None:
    assert marks(claim) == expected


@pytest.mark.parametrize(
    ("reviews", "expected"),
    [
        pytest.param((a_review(),), False, id="one reader"),
        pytest.param((a_review(), second("confirmed")), False, id="the same verdict"),
        pytest.param((a_review(), second("partly")), True, id="another verdict"),
        pytest.param(
            (a_review(), second("partly"), a_review("partly", role=ReviewRole.ADJUDICATION)),
            True,
            id="settled since",
        ),
        pytest.param((a_review(), a_review("partly")), False, id="a reader who thought again"),
        pytest.param(
            (a_review(question=Question.SAID), second("refuted", Question.SO)), False, id="two questions"
        ),
    ],
)
def test_readers_disagree_when_the_second_comes_to_another_verdict_on_the_same_question(
    reviews: tuple[ReviewPage, ...], expected: bool
) -> None:
    assert have_disagreed(replace(CLAIM, reviews=reviews)) is expected


@pytest.mark.parametrize(
    "worked",
    [
        pytest.param(replace(CLAIM, reviews=(a_review(),)), id="a review"),
        pytest.param(replace(CLAIM, evidence=(an_evidence(),)), id="evidence"),
        pytest.param(replace(CLAIM, searches=(a_search(),)), id="a search"),
        pytest.param(replace(CLAIM, contacts=(a_contact(),)), id="a contact"),
    ],
)
def test_a_claim_is_worked_on_by_whatever_somebody_did_about_it(worked: ClaimPage) -> None:
    assert is_worked_on(worked)
    assert not is_worked_on(CLAIM)


def test_what_is_open_although_somebody_looked_stands_out_and_what_nobody_looked_at_does_not() -> None:
    looked = replace(CLAIM, standing=standing(Status.UNCONFIRMED, Because.NOTHING_FOUND))

    assert stands_out(looked)
    assert not stands_out(CLAIM)
