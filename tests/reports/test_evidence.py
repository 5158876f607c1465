from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from claims.evidence.pages import (
    ContactPage,
    EvidencePage,
    RecheckPage,
    ReplyPage,
    SearchPage,
    WithdrawalPage,
)
from claims.kinds import Fit, Grade, Interest, OriginSign, Question, Recheck, SearchResult, Stance
from claims.pages import ClaimPage
from reports.evidence import (
    contact_words,
    found_words,
    notes_on,
    recheck_words,
    search_words,
    source_words,
    stance_words,
    weight_words,
    withdrawn_words,
)
from tests.reports.pages import AT, a_document, paragraph
from tests.reports.verified import (
    a_contact,
    a_review,
    a_search,
    an_answer,
    an_evidence,
    heard,
    protected,
)

CLAIM = a_document(paragraph("The ferry left at noon.")).claims[0]
WITHDRAWN = WithdrawalPage("It was of another ferry.", "mara", AT)


def notes(evidence: EvidencePage) -> str:
    return " ".join(notes_on(evidence))


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        pytest.param(CLAIM, None, id="nobody has worked on it"),
        pytest.param(replace(CLAIM, reviews=(a_review(),)), "Nobody has looked for evidence.", id="nobody"),
        pytest.param(
            replace(CLAIM, searches=(a_search("the logbook"), a_search("the harbour"))),
            "Looked for evidence in 2 places and found none.",
            id="nothing",
        ),
        pytest.param(
            replace(CLAIM, evidence=(an_evidence(stance=Stance.REFUTES),)),
            "Evidence: none for it, 1 against it, from 1 origin.",
            id="against",
        ),
        pytest.param(
            replace(CLAIM, evidence=(an_evidence(1), heard(2), an_evidence(3, stance=Stance.CONTEXT))),
            "Evidence: 2 for it, none against it, from 2 origins; 1 for context.",
            id="for",
        ),
        pytest.param(
            replace(CLAIM, evidence=(an_evidence(fit=Fit.ALTERED), an_evidence(stance=Stance.INSUFFICIENT))),
            "Evidence: 2 that nothing can rest on.",
            id="nothing that carries",
        ),
        pytest.param(
            replace(CLAIM, evidence=(an_evidence(withdrawn=WITHDRAWN),)),
            "All the evidence was withdrawn.",
            id="withdrawn",
        ),
    ],
)
def test_nobody_looked_and_found_nothing_and_found_against_are_three_sentences(
    claim: ClaimPage, expected: str | None
) -> None:
    assert found_words(claim) == expected


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        pytest.param(
            an_evidence(), "B, usually reliable; primary; independent; probably true", id="everything known"
        ),
        pytest.param(
            an_evidence(grade=Grade.F, primary=False, interest=Interest.UNKNOWN, credibility=None),
            "not graded; secondary; interest not known",
            id="can't be graded",
        ),
        pytest.param(
            an_evidence(grade=None, primary=None, interest=Interest.AFFILIATED, credibility=None),
            "no grade yet; not known whether primary; close to a party",
            id="nobody graded it",
        ),
        pytest.param(
            an_evidence(interest=Interest.PARTY, credibility=None),
            "B, usually reliable; primary; a party to the matter, which proves that it says so and no more",
            id="a party's own",
        ),
    ],
)
def test_how_far_to_rely_on_evidence_is_said_with_what_is_not_known(
    evidence: EvidencePage, words: str
) -> None:
    assert weight_words(evidence) == words


def test_evidence_on_one_of_two_questions_says_on_which() -> None:
    assert stance_words(an_evidence(question=Question.SAID)) == "for it (said)"


@pytest.mark.parametrize(
    ("fit", "words"),
    [
        pytest.param(Fit.EXACT, "Quoted as captured, capture:1", id="exact"),
        pytest.param(Fit.WHITESPACE, "but for spacing", id="white space"),
        pytest.param(Fit.ALTERED, "The capture has other words: nothing rests on it", id="altered"),
        pytest.param(Fit.GONE, "Not found in the capture: nothing rests on it", id="gone"),
    ],
)
def test_how_a_quote_fits_its_capture_is_said(fit: Fit, words: str) -> None:
    assert words in notes(an_evidence(fit=fit))


def test_a_capture_is_named_with_its_time_and_the_beginning_of_its_digest() -> None:
    told = notes(an_evidence())

    assert "capture:1 (14 December 2025, 07:12 UTC, SHA-256 5d41402abc4b…)" in told


@pytest.mark.parametrize(
    ("covered", "uncovered", "words"),
    [
        pytest.param((), ("114", "on Sunday"), "Says nothing of “114”, “on Sunday”.", id="nothing"),
        pytest.param(("123",), (), "Says “123”.", id="all"),
        pytest.param(("123",), ("114",), "Says “123”, says nothing of “114”.", id="some"),
    ],
)
def test_what_a_quote_covers_of_its_claim_and_what_not_is_said(
    covered: tuple[str, ...], uncovered: tuple[str, ...], words: str
) -> None:
    assert words in notes(an_evidence(covered=covered, uncovered=uncovered))


def test_what_a_quote_says_otherwise_is_said() -> None:
    told = notes(an_evidence(differing=("has “114” where the claim has “123”",)))

    assert "It has “114” where the claim has “123”." in told


def test_what_somebody_told_is_given_with_how_when_and_where() -> None:
    assert "Phone call, called on a number that she gave us, 12 December 2025, Sorvik." in notes(heard())


def test_of_a_protected_source_the_code_name_is_given_and_neither_date_place_nor_manner() -> None:
    evidence = protected(on_date=None, place=None, how=None, held_back=True)

    told = f"{source_words(evidence)} {notes(evidence)}"

    assert "KESTREL (protected source)" in told
    assert "left out here" in told
    assert not any(word in told.lower() for word in ("phone", "december", "sorvik"))


def test_date_place_and_manner_of_a_protected_source_are_given_once_somebody_asked_for_them() -> None:
    told = notes(protected())

    assert "12 December 2025" in told
    assert "Sorvik" in told


def test_what_is_said_of_a_picture_is_told_as_said_and_not_as_known() -> None:
    picture = an_evidence(
        part="the left half",
        described_by="tomas",
        claimed_date="2025-12-13",
        claimed_place="Sorvik",
        first_use="on a channel on 14 December",
    )

    assert "Of it: the left half, put into words by tomas." in notes(picture)
    assert "Said to be of 13 December 2025, from Sorvik, first used on a channel on 14 December." in notes(
        picture
    )


@pytest.mark.parametrize(
    ("sign", "told"),
    [
        pytest.param(OriginSign.WIRE, True, id="wire"),
        pytest.param(OriginSign.JUDGED, True, id="judged"),
        pytest.param(OriginSign.SOURCE, False, id="its own"),
    ],
)
def test_evidence_that_counts_as_another_s_says_so_and_why(sign: OriginSign, told: bool) -> None:
    words = notes(an_evidence(origin="Meridian Press", origin_sign=sign))

    assert (f"Counts as Meridian Press’s: {sign.value}." in words) is told


def test_withdrawn_evidence_says_by_whom_and_why() -> None:
    assert withdrawn_words(an_evidence()) is None
    assert withdrawn_words(an_evidence(withdrawn=WITHDRAWN)) == (
        "Withdrawn by mara, 14 December 2025, 09:12 UTC: “It was of another ferry.”"
    )


def test_a_page_that_was_looked_at_again_says_what_became_of_it() -> None:
    gone = RecheckPage(Recheck.PAGE_GONE, None, None, AT)

    assert recheck_words(gone) == (
        "Looked at again 14 December 2025, 09:12 UTC: the page is gone; the capture stands."
    )


@pytest.mark.parametrize(
    ("search", "words"),
    [
        pytest.param(
            a_search("the logbook"), "Looked in the logbook for “nickel 2025”: found nothing.", id="nothing"
        ),
        pytest.param(
            a_search("the archive", terms=None, result=SearchResult.UNREACHABLE),
            "Looked in the archive: could not be reached.",
            id="unreachable",
        ),
    ],
)
def test_where_somebody_looked_is_said_with_what_came_of_it(search: SearchPage, words: str) -> None:
    assert search_words(search) == f"{words} (mara, 14 December 2025, 09:12 UTC)"


@pytest.mark.parametrize(
    ("contact", "words"),
    [
        pytest.param(
            a_contact(), "No answer yet, due 16 December 2025, 09:12 UTC, which has passed.", id="overdue"
        ),
        pytest.param(a_contact(due=AT + timedelta(days=9)), "due 23 December 2025, 09:12 UTC.", id="waiting"),
        pytest.param(a_contact(due=None), "No answer yet.", id="no date set"),
        pytest.param(
            a_contact(replies=(an_answer("It is."),)),
            "Answered 14 December 2025, 09:12 UTC: “It is.”",
            id="answer",
        ),
        pytest.param(
            a_contact(replies=(ReplyPage(answered=False, answer=None, by="mara", at=AT),)),
            "No answer was given",
            id="no answer",
        ),
    ],
)
def test_who_was_asked_is_said_with_what_came_of_it(contact: ContactPage, words: str) -> None:
    told = contact_words(contact, now=AT + timedelta(days=3))

    assert told.startswith("Asked the ministry's press office by e-mail, 14 December 2025, 09:12 UTC:")
    assert words in told
