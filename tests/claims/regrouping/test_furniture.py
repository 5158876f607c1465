"""Taking words that were furniture for claims, and claims for furniture; both last."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.errors import CannotRegroup, CannotSign, EmptyReason, OwnText, UnknownSection
from claims.intake import offer_file, store, store_act, store_revision
from claims.judging.policy_file import BUILT_IN
from claims.kinds import Purpose
from claims.publishing.furniture import furniture_of, furniture_spans, sign_furniture
from claims.publishing.purpose import state_purpose
from claims.queries import claim_page, claim_pages, document_page
from claims.regrouping.acting import take_for_claims, take_for_furniture
from ledger.engine import Ledger
from ledger.pen import Pen
from tests.ledger.pens import replaying_pen

TEXT = """Storm over Arden

The harbour office counted 40 boats in the bay.

Read more about storms here.

Share this story

What comes next

The council will meet on Monday.

Leave a Comment
"""


@pytest.fixture
def pen() -> Pen:
    return replaying_pen()


@pytest.fixture
def page(ledger: Ledger, tmp_path: Path, pen: Pen) -> Path:
    for name, words in (("mill", "The mill burned.\n\nLeave a Comment\n"), ("storm", TEXT)):
        (tmp_path / f"{name}.txt").write_text(words, encoding="utf-8")
        store(ledger, pen, offer_file(str(tmp_path / f"{name}.txt")))
    return tmp_path / "storm.txt"


def set_aside(ledger: Ledger, pen: Pen, *handles: str, because: str = "a teaser") -> None:
    store_act(ledger, pen, lambda session: take_for_furniture(session, pen, handles, because=because))


def taken_in(ledger: Ledger, pen: Pen, words: str | None = None, section: str | None = None) -> None:
    store_act(
        ledger,
        pen,
        lambda session: take_for_claims(
            session,
            pen,
            "storm",
            furniture_spans(session, "storm", words=words, section=section),
            because="it is part of it",
        ),
    )


def revised(ledger: Ledger, pen: Pen, page: Path, words: str) -> None:
    page.write_text(words, encoding="utf-8")
    store_revision(ledger, pen, offer_file(str(page), slug="storm"))


def claims(ledger: Ledger) -> dict[int, str]:
    with ledger.reading() as session:
        return {one.number: one.text for one in claim_pages(session, BUILT_IN, slug="storm")}


def furniture(ledger: Ledger) -> dict[str, bool]:
    """The furniture, and whether it is signed."""
    with ledger.reading() as session:
        return {one.words: one.signed is not None for one in furniture_of(session, "storm")}


def test_furniture_becomes_a_claim_and_stays_one(ledger: Ledger, pen: Pen, page: Path) -> None:
    taken_in(ledger, pen, "Share this story")

    revised(ledger, pen, page, TEXT.replace("Monday", "Tuesday"))

    assert claims(ledger)[6] == "Share this story"
    assert furniture(ledger) == {"Leave a Comment": False}
    with ledger.reading() as session:
        shown = document_page(session, "storm", BUILT_IN)
    assert [one.number for one in shown.claims] == [1, 2, 3, 6, 4, 5]


def test_a_claim_becomes_signed_furniture_and_stays_so(ledger: Ledger, pen: Pen, page: Path) -> None:
    set_aside(ledger, pen, "storm:3")

    revised(ledger, pen, page, TEXT.replace("Monday", "Tuesday"))

    assert 3 not in claims(ledger)
    assert furniture(ledger)["Read more about storms here."]
    with ledger.reading() as session:
        assert claim_page(session, "storm:3", BUILT_IN).cut_in == 2


def test_a_claim_that_was_set_aside_comes_back_with_its_number(ledger: Ledger, pen: Pen, page: Path) -> None:
    set_aside(ledger, pen, "storm:3")

    taken_in(ledger, pen, "Read more about storms here.")

    assert list(claims(ledger)) == [1, 2, 3, 4, 5]
    assert "Read more about storms here." not in furniture(ledger)


def test_furniture_that_became_a_claim_can_be_furniture_again(ledger: Ledger, pen: Pen, page: Path) -> None:
    taken_in(ledger, pen, "Share this story")

    set_aside(ledger, pen, "storm:6")
    revised(ledger, pen, page, TEXT.replace("Monday", "Tuesday"))

    assert list(claims(ledger)) == [1, 2, 3, 4, 5]
    assert furniture(ledger) == {"Share this story": True, "Leave a Comment": False}


def test_what_was_set_aside_and_has_other_words_is_a_claim_again(
    ledger: Ledger, pen: Pen, page: Path
) -> None:
    set_aside(ledger, pen, "storm:3")

    revised(ledger, pen, page, TEXT.replace("Read more about storms", "Read more about 9 storms"))

    assert claims(ledger)[6] == "Read more about 9 storms here."


def test_the_furniture_of_a_section_is_signed_alone(ledger: Ledger, pen: Pen, page: Path) -> None:
    with ledger.writing() as session:
        signed = sign_furniture(session, pen, "storm", section="what comes next", because="a button")

    assert signed == ("Leave a Comment",)
    assert furniture(ledger) == {"Share this story": False, "Leave a Comment": True}
    with ledger.reading() as session:
        assert furniture_of(session, "mill")[0].signed is None


def test_the_furniture_of_a_section_becomes_claims(ledger: Ledger, pen: Pen, page: Path) -> None:
    taken_in(ledger, pen, section="What comes next")

    assert claims(ledger)[6] == "Leave a Comment"
    assert list(furniture(ledger)) == ["Share this story"]


def test_what_is_not_there_is_refused(ledger: Ledger, pen: Pen, page: Path) -> None:
    with pytest.raises(CannotSign, match="no furniture of storm"):
        taken_in(ledger, pen, "Nothing of the kind")
    with pytest.raises(UnknownSection, match="no section"):
        taken_in(ledger, pen, section="Weather")
    with pytest.raises(EmptyReason):
        set_aside(ledger, pen, "storm:3", because=" ")
    with pytest.raises(CannotRegroup, match="two documents"):
        set_aside(ledger, pen, "storm:3", "mill:1")


def test_who_wrote_a_text_sets_nothing_of_it_aside(ledger: Ledger, pen: Pen, page: Path) -> None:
    with ledger.writing() as session:
        state_purpose(session, pen, "storm", Purpose.DRAFT, authors=[pen.actor])

    with pytest.raises(OwnText):
        set_aside(ledger, pen, "storm:3")
