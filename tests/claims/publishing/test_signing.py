"""A person signs what the machine holds for not checkable, or takes it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.errors import (
    CannotSign,
    ClaimError,
    EmptyReason,
    OwnText,
    UnknownClaim,
    UnknownDocument,
    UnknownSection,
)
from claims.intake import offer_file, store
from claims.judging.policy_file import BUILT_IN
from claims.kinds import Purpose, Status
from claims.pages import ClaimPage
from claims.publishing.furniture import furniture_of, sign_furniture
from claims.publishing.purpose import state_purpose
from claims.publishing.signing import make_checkable, sign_claims, sign_document, waits_for_signature
from claims.queries import claim_pages
from ledger.engine import Ledger
from ledger.events import Event
from tests.ledger.pens import replaying_pen

HEADING, INSURERS, SOURCES, OFFICE = "harbour:4", "harbour:5", "harbour:6", "harbour:7"


@pytest.fixture
def stored(ledger: Ledger, article: Path) -> Ledger:
    store(ledger, replaying_pen(), offer_file(str(article)))
    with ledger.writing() as session:
        pen = replaying_pen(first=500)
        state_purpose(session, pen, "harbour", Purpose.DRAFT, authors=["Ben Cole"])
    return ledger


def sign(ledger: Ledger, *handles: str, by: str = "ada", because: str = "a heading") -> tuple[str, ...]:
    with ledger.writing() as session:
        pen = replaying_pen(by, first=1000 * (1 + len(events(ledger))))
        return sign_claims(session, pen, handles, because=because, policy=BUILT_IN)


def sign_all(ledger: Ledger, *, section: str | None = None) -> tuple[str, ...]:
    with ledger.writing() as session:
        pen = replaying_pen("ada", first=1000)
        return sign_document(session, pen, "harbour", section=section, because="looked", policy=BUILT_IN)


def events(ledger: Ledger) -> list[str]:
    with ledger.reading() as session:
        return list(session.scalars(select(Event.action).order_by(Event.seq)))


def claims(ledger: Ledger) -> dict[str, ClaimPage]:
    with ledger.reading() as session:
        return {claim.handle: claim for claim in claim_pages(session, BUILT_IN, slug="harbour")}


def waiting(ledger: Ledger) -> list[str]:
    return [handle for handle, claim in claims(ledger).items() if waits_for_signature(claim)]


def test_a_signature_is_a_review_that_takes_the_suggestion_up(stored: Ledger) -> None:
    assert waiting(stored) == [HEADING, SOURCES, OFFICE]

    assert sign(stored, HEADING) == (HEADING,)

    claim = claims(stored)[HEADING]
    assert (claim.standing.status, claim.standing.suggested) == (Status.NOT_CHECKABLE, False)
    assert [(review.verdict, review.by) for review in claim.reviews] == [("not checkable", "ada")]
    assert waiting(stored) == [SOURCES, OFFICE]


def test_several_claims_a_section_or_a_whole_document_are_signed_at_once(stored: Ledger) -> None:
    assert sign(stored, HEADING, HEADING) == (HEADING,)
    assert sign_all(stored, section=" sources ") == (SOURCES, OFFICE)
    assert sign_all(stored) == ()
    assert waiting(stored) == []


def test_what_is_signed_already_is_not_signed_again(stored: Ledger) -> None:
    sign(stored, HEADING)

    assert sign(stored, HEADING, OFFICE) == (OFFICE,)
    assert len(claims(stored)[HEADING].reviews) == 1


@pytest.mark.parametrize(
    ("handles", "by", "because", "error"),
    [
        pytest.param([HEADING, INSURERS], "ada", "x", CannotSign, id="one that can be checked"),
        pytest.param([HEADING], "ben cole", "x", OwnText, id="who wrote it"),
        pytest.param([HEADING], "ada", " ", EmptyReason, id="no reason"),
        pytest.param([HEADING, "harbour:99"], "ada", "x", UnknownClaim, id="no such claim"),
    ],
)
def test_what_can_not_be_signed_is_refused_and_nothing_stored(
    handles: list[str], by: str, because: str, error: type[ClaimError], stored: Ledger
) -> None:
    before = events(stored)

    with pytest.raises(error):
        sign(stored, *handles, by=by, because=because)

    assert events(stored) == before


def test_a_section_that_is_not_there_is_answered_with_those_that_are(stored: Ledger) -> None:
    with pytest.raises(
        UnknownSection, match='no section "Notes"; its sections are: "Unconfirmed", "Sources"'
    ):
        sign_all(stored, section="Notes")


@pytest.mark.parametrize("signed_before", [False, True], ids=["suggested", "signed"])
def test_what_can_be_checked_after_all_starts_unconfirmed(stored: Ledger, signed_before: bool) -> None:
    if signed_before:
        sign(stored, OFFICE)

    with stored.writing() as session:
        pen = replaying_pen("cy", first=9000)
        make_checkable(session, pen, OFFICE, because="the list can be asked for", policy=BUILT_IN)

    assert claims(stored)[OFFICE].standing.status is Status.UNCONFIRMED
    assert claims(stored)[OFFICE].reviews[-1].because == "the list can be asked for"
    with pytest.raises(CannotSign, match="can be checked already"), stored.writing() as session:
        make_checkable(session, replaying_pen(first=9900), OFFICE, because="x", policy=BUILT_IN)


def test_furniture_is_signed_by_its_words_and_once(stored: Ledger) -> None:
    def signed(because: str, **options: str) -> tuple[str, ...]:
        with stored.writing() as session:
            pen = replaying_pen("ada", first=2000 + len(events(stored)))
            return sign_furniture(session, pen, "harbour", because=because, **options)

    assert signed("a button", words="Leave  a Comment") == ("Leave a Comment",)
    assert signed("again") == ()

    with stored.reading() as session:
        (page,) = furniture_of(session, "harbour")
        assert session.scalar(select(func.count()).select_from(Event)) == 3
    assert (page.words, page.times) == ("Leave a Comment", 1)
    assert page.signed is not None
    assert (page.signed.by, page.signed.because) == ("ada", "a button")


@pytest.mark.parametrize(
    ("attempt", "error"),
    [
        pytest.param(
            lambda session, pen: sign_furniture(session, pen, "harbour", words="Share", because="x"),
            CannotSign,
            id="other words",
        ),
        pytest.param(
            lambda session, pen: sign_furniture(session, pen, "harbour", because=" "),
            EmptyReason,
            id="no reason",
        ),
        pytest.param(
            lambda session, pen: sign_furniture(session, pen, "harbor", because="x"),
            UnknownDocument,
            id="no document",
        ),
    ],
)
def test_furniture_that_can_not_be_signed_is_refused(
    attempt: Callable[[Session, object], object], error: type[ClaimError], stored: Ledger
) -> None:
    with pytest.raises(error), stored.writing() as session:
        attempt(session, replaying_pen("ada", first=3000))


def test_who_wrote_a_text_does_not_sign_its_furniture(stored: Ledger) -> None:
    with pytest.raises(OwnText, match="Ben Cole wrote harbour"), stored.writing() as session:
        sign_furniture(session, replaying_pen("Ben Cole", first=3000), "harbour", because="x")
