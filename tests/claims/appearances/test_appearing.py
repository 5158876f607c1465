"""Where a claim appeared: each place captured, with its words as they stand there; no evidence."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select

from claims.appearances.appearing import withdraw_appearance
from claims.appearances.models import AppearanceRow
from claims.appearances.pages import AppearancePage
from claims.captures import capture_file
from claims.errors import BadEvidence, BadPublicClaim, EmptyReason, QuoteNotFound, UnknownCapture
from claims.evidence.adding import add_quote
from claims.evidence.models import EvidenceRow
from claims.evidence.offered import Quoted
from claims.evidence.typed import judged
from claims.judging.policy_file import BUILT_IN
from claims.judging.reviews import mark
from claims.kinds import Because, Fit, Status
from claims.pages import StatusPage
from ledger.engine import Ledger
from reports.evidence import found_words
from sources.fetch.outcome import State
from tests.claims.appearances.desk import CLAIM, choose, choose_words, claim, pen, seen


@pytest.fixture
def rated(desk: Ledger) -> Ledger:
    """The desk with a claim that is rated by its wording, and another that is public too."""
    choose_words(desk, claimant="Ilse Bakk", said_on="2025-12-10")
    choose(desk, "quay:2", chosen_because="people ask")
    seen(desk, "quay:2", "capture:2", place="noise")
    return desk


def appearances(ledger: Ledger, handle: str = CLAIM) -> tuple[AppearancePage, ...]:
    public = claim(ledger, handle).public
    assert public is not None
    return public.appearances


def test_an_appearance_has_its_capture_its_day_and_its_place(rated: Ledger) -> None:
    seen(rated, CLAIM, "capture:1", on_date="2025-12-10", place="on the quay")

    [one] = appearances(rated)
    assert (one.capture, one.state, one.url) == ("capture:1", State.CAPTURED, "https://bakk.example/speech")
    assert (one.on_date, one.place, one.outlet, one.by) == ("2025-12-10", "on the quay", "Bakk News", "ada")


def test_the_rated_wording_is_found_where_it_stands(rated: Ledger) -> None:
    seen(rated, CLAIM, "capture:1")
    seen(rated, CLAIM, "capture:2")

    speech, report = appearances(rated)
    assert " ".join((speech.quote or "").split()) == "We sail 20 times a week. No ship was ever late."
    assert speech.fit is not None
    assert (report.quote, report.fit) == (None, None)


def test_a_quote_is_kept_as_it_stands_in_the_capture(rated: Ledger) -> None:
    seen(rated, CLAIM, "capture:2", quote="The line sails twenty times a week, Ilse Bakk told")

    [one] = appearances(rated)
    assert (one.quote, one.fit) == ("The line sails twenty times a week, Ilse Bakk told", Fit.EXACT)


def test_a_quote_that_is_not_there_is_refused_and_nothing_stored(rated: Ledger) -> None:
    with pytest.raises(QuoteNotFound, match="the quote is not in capture:2 as it was given"):
        seen(rated, CLAIM, "capture:2", quote="The line sails thirty times a week, Ilse Bakk told")

    assert appearances(rated) == ()


def test_a_capture_that_failed_is_noted_as_failed(rated: Ledger) -> None:
    seen(rated, CLAIM, "capture:3", on_date="2025-12-11")

    [one] = appearances(rated)
    assert (one.state, one.was_captured, one.reason) == (State.UNREACHABLE, False, "the name is not known")


def test_nothing_is_quoted_from_a_capture_that_failed(rated: Ledger) -> None:
    with pytest.raises((BadEvidence, BadPublicClaim), match="capture:3"):
        seen(rated, CLAIM, "capture:3", quote="We sail 20 times a week")

    assert appearances(rated) == ()


def test_the_first_appearance_is_the_earliest_and_not_the_one_noted_first(rated: Ledger) -> None:
    seen(rated, CLAIM, "capture:3")
    seen(rated, CLAIM, "capture:2", on_date="2025-12-12")
    seen(rated, CLAIM, "capture:1", on_date="2025-12-10")

    public = claim(rated).public
    assert public is not None
    assert [one.capture for one in public.appearances] == ["capture:1", "capture:2", "capture:3"]
    assert public.first is public.appearances[0]


def test_said_again_of_a_capture_what_is_given_replaces_what_was_said(rated: Ledger) -> None:
    seen(rated, CLAIM, "capture:2", on_date="2025-12-12", quote="Ilse Bakk told a hall full of people")
    seen(rated, CLAIM, "capture:2", place="page 3")
    seen(rated, CLAIM, "capture:2", place="page 3")

    [one] = appearances(rated)
    assert (one.on_date, one.place, one.quote) == (
        "2025-12-12",
        "page 3",
        "Ilse Bakk told a hall full of people",
    )
    with rated.reading() as session:
        rows = select(func.count()).select_from(AppearanceRow).where(AppearanceRow.place == "page 3")
        assert session.scalar(rows) == 1


def test_an_appearance_that_is_none_is_taken_back_for_a_reason_and_stays_on_record(rated: Ledger) -> None:
    seen(rated, CLAIM, "capture:1")
    with rated.writing() as session, pytest.raises(EmptyReason):
        withdraw_appearance(session, pen(), CLAIM, "capture:1", because=" ")
    with rated.writing() as session:
        withdraw_appearance(session, pen(), CLAIM, "capture:1", because="another speech")

    assert appearances(rated) == ()
    assert len(appearances(rated, "quay:2")) == 1
    with rated.writing() as session, pytest.raises(BadPublicClaim, match="capture:1 is no appearance of"):
        withdraw_appearance(session, pen(), CLAIM, "capture:1", because="another speech")


def test_only_a_public_claim_appears_somewhere(rated: Ledger) -> None:
    with pytest.raises(BadPublicClaim, match="quay:3 is no public claim yet"):
        seen(rated, "quay:3", "capture:1")


def test_an_appearance_needs_a_capture_that_is_there(rated: Ledger) -> None:
    with pytest.raises(UnknownCapture):
        seen(rated, CLAIM, "capture:9")


def test_five_papers_that_print_a_claim_are_no_origin_for_it(rated: Ledger) -> None:
    for capture in ("capture:1", "capture:2", "capture:3"):
        seen(rated, CLAIM, capture)
    with rated.writing() as session:
        mark(session, pen(), CLAIM, "confirmed", because="all print it", policy=BUILT_IN)

    standing = claim(rated).standing
    with rated.reading() as session:
        assert session.scalar(select(func.count()).select_from(EvidenceRow)) == 0
    assert standing.status is Status.UNCONFIRMED
    assert standing.because in (Because.NOTHING_FOUND, Because.NOBODY_LOOKED, Because.POLICY)


def confirmed_by(ledger: Ledger, capture: str, words: str) -> StatusPage:
    """How the claim stands after somebody confirms it by primary evidence of an independent source."""
    opinion = judged(stance="supports", because="it says so", primary=True, interest="independent")
    with ledger.writing() as session:
        add_quote(session, pen(), CLAIM, capture, Quoted(quote=words), opinion)
        mark(session, pen(), CLAIM, "confirmed", because="it says so", policy=BUILT_IN)
    return claim(ledger).standing


def test_a_page_on_which_a_claim_appeared_does_not_bear_it_out(rated: Ledger) -> None:
    seen(rated, CLAIM, "capture:1")

    standing = confirmed_by(rated, "capture:1", "We sail 20 times a week")

    assert standing.status is Status.UNCONFIRMED
    assert found_words(claim(rated)) == "Evidence: 1 that nothing can rest on."
    assert "Not counted: evidence:1, it is from a page on which the claim itself appeared." in [
        line.says for line in standing.trace
    ]


def test_nor_does_the_same_page_in_another_capture(rated: Ledger, tmp_path: Path) -> None:
    capture_file(rated, pen(), tmp_path / "speech.html", how="saved later", url="https://bakk.example/speech")
    seen(rated, CLAIM, "capture:1")

    assert confirmed_by(rated, "capture:4", "We sail 20 times a week").status is Status.UNCONFIRMED


def test_a_page_on_which_only_another_claim_appeared_does(rated: Ledger) -> None:
    seen(rated, "quay:2", "capture:1")

    assert confirmed_by(rated, "capture:1", "We sail 20 times a week").status is Status.CONFIRMED


def test_it_counts_again_once_it_is_taken_back_that_the_claim_appeared_there(rated: Ledger) -> None:
    seen(rated, CLAIM, "capture:1")
    with rated.writing() as session:
        withdraw_appearance(session, pen(), CLAIM, "capture:1", because="another speech")

    assert confirmed_by(rated, "capture:1", "We sail 20 times a week").status is Status.CONFIRMED


def test_a_claimant_who_is_also_the_publisher_is_pointed_out(rated: Ledger) -> None:
    seen(rated, CLAIM, "capture:1")
    seen(rated, CLAIM, "capture:2")
    before = claim(rated).public
    choose(rated, CLAIM, claimant="bakk news")

    public = claim(rated).public
    assert before is not None
    assert public is not None
    assert before.published_by_claimant == ()
    assert [one.capture for one in public.published_by_claimant] == ["capture:1"]
