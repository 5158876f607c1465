from __future__ import annotations

from dataclasses import replace

import pytest

from claims.kinds import Status
from claims.pages import ClaimPage
from reports.claim_screens import claim_screen, claims_screen, mark_screen
from tests.reports.pages import Said, a_document, paragraph, reviewed
from tests.reports.release import release_audit
from tests.reports.verified import a_contact, a_review, a_search, an_evidence, standing, verified_audit

CLAIMS = verified_audit().document.claims


@pytest.fixture
def claim() -> ClaimPage:
    return a_document(paragraph("The ferry left at noon.")).claims[0]


def test_a_list_of_claims_is_one_line_a_claim() -> None:
    claims = release_audit().document.claims

    lines = claims_screen(claims).split("\n")

    assert len(lines) == len(claims)
    assert " ".join(lines[4].split()) == "release:5 ✓ confirmed The embargo on nickel ended on the same day."


def test_no_claims_are_said_in_words() -> None:
    assert claims_screen([]) == "No claims."


def test_a_suggestion_does_not_look_like_a_status() -> None:
    suggested, signed = "– (not checkable)", "– not checkable"
    question = a_document(paragraph(Said("Is it?", reviews=(reviewed("not checkable", "a question"),))))

    assert suggested in claims_screen(release_audit().document.claims)
    assert signed in claims_screen(question.claims)


def test_a_mark_shows_the_verdict_and_the_status_that_follows() -> None:
    document = a_document(paragraph(Said("It is so.", reviews=(reviewed("partly", "only in the north"),))))

    shown = mark_screen(document.claims[0])

    assert "verdict      partly, by reviewer-1" in shown
    assert "because      only in the north" in shown
    assert "status       ◐ qualified" in shown


def test_a_list_tells_in_a_word_what_is_stale_overridden_disagreed_on_or_waiting() -> None:
    told = [line.split("  ")[-1].split("] ")[0] for line in claims_screen(CLAIMS).split("\n") if "[" in line]

    assert [words.strip().removeprefix("[") for words in told] == [
        "waits",
        "overridden",
        "readers disagreed",
        "stale, waits",
    ]


@pytest.mark.parametrize("number", range(len(CLAIMS)))
def test_a_claim_with_all_that_is_known_of_it_is_a_screenful(number: int) -> None:
    assert len(claim_screen(CLAIMS[number]).split("\n")) <= 24


def test_both_answers_about_reported_speech_stand_in_the_first_line() -> None:
    assert claim_screen(CLAIMS[3]).split("\n")[0] == "release:4  said: ✓ confirmed · so: ? unconfirmed"


def test_a_claim_shows_its_tier_and_what_it_waits_for() -> None:
    told = claim_screen(CLAIMS[2])

    assert "tier         figure (set by tomas)" in told
    assert "waits for    a second independent origin; an answer of the ministry" in told


def test_evidence_is_shown_with_what_it_does_and_whom_it_is_from(claim: ClaimPage) -> None:
    told = claim_screen(replace(claim, evidence=(an_evidence(7, grade=None),)))

    assert "evidence:7   for it, Norland Gazette, no grade yet: “The embargo on nickel" in told


def test_of_much_evidence_the_first_is_shown_and_where_the_rest_is(claim: ClaimPage) -> None:
    told = claim_screen(replace(claim, evidence=tuple(map(an_evidence, range(1, 10)))))

    assert "evidence:5" in told
    assert "evidence:6" not in told
    assert "and 4 more; see: factdesk evidence list release:1" in told


def test_looking_and_asking_are_shown_with_what_came_of_them(claim: ClaimPage) -> None:
    told = claim_screen(replace(claim, searches=(a_search("the logbook"),), contacts=(a_contact(),)))

    assert "looked       the logbook for “nickel 2025”: found nothing" in told
    assert "asked        the ministry's press office by e-mail: no answer yet" in told


def test_a_mark_shows_what_the_verdict_still_waits_for(claim: ClaimPage) -> None:
    waits = standing(Status.UNCONFIRMED, waits_for=("a second person's check",))

    told = mark_screen(replace(claim, reviews=(a_review(),), standing=waits))

    assert "status       ? unconfirmed" in told
    assert "waits for    a second person's check" in told


def test_a_verdict_that_is_kept_back_shows_no_reason(claim: ClaimPage) -> None:
    told = claim_screen(replace(claim, reviews=(a_review("withheld", because=""),)))

    assert "withheld, mara (typed), 14 December 2025, 09:12 UTC" in told
    assert "“”" not in told
