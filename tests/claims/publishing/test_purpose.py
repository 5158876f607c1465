"""Saying what a document is checked for, and who wrote it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import func, select

from claims.errors import UnknownDocument
from claims.handles import find_document
from claims.intake import offer_file, store
from claims.kinds import Purpose
from claims.publishing.pages import PurposePage
from claims.publishing.purpose import purposes_of, state_purpose
from ledger.engine import Ledger
from ledger.events import Event
from tests.ledger.pens import replaying_pen


@pytest.fixture
def stored(ledger: Ledger, article: Path) -> Ledger:
    store(ledger, replaying_pen(), offer_file(str(article)))
    return ledger


def state(ledger: Ledger, purpose: Purpose, *authors: str, first: int = 1000) -> None:
    with ledger.writing() as session:
        state_purpose(session, replaying_pen("ada", first=first), "harbour", purpose, authors=authors)


def said(ledger: Ledger) -> Sequence[PurposePage]:
    with ledger.reading() as session:
        return list(purposes_of(session, [find_document(session, "harbour")]).values())


def test_nobody_has_said_is_not_draft(stored: Ledger) -> None:
    assert said(stored) == []


def test_what_somebody_says_is_kept_with_who_said_it_and_its_event(stored: Ledger) -> None:
    state(stored, Purpose.PUBLIC, "Ben  Cole ", "Ben Cole", " ")

    (page,) = said(stored)
    with stored.reading() as session:
        event = session.scalars(select(Event).order_by(Event.seq.desc()).limit(1)).one()
    assert (page.purpose, page.authors, page.by) == (Purpose.PUBLIC, ("Ben Cole",), "ada")
    assert (event.action, event.subject, event.at) == ("document.purpose", "harbour", page.at)


def test_the_last_word_counts_and_authors_stay_until_others_are_named(stored: Ledger) -> None:
    state(stored, Purpose.PUBLIC, "Ben Cole")
    state(stored, Purpose.DRAFT, first=2000)
    assert [(page.purpose, page.authors) for page in said(stored)] == [(Purpose.DRAFT, ("Ben Cole",))]

    state(stored, Purpose.DRAFT, "Cy Dunn", first=3000)
    assert [page.authors for page in said(stored)] == [("Cy Dunn",)]


def test_saying_the_same_again_stores_nothing(stored: Ledger) -> None:
    state(stored, Purpose.DRAFT, "Ben Cole")
    state(stored, Purpose.DRAFT, first=2000)
    state(stored, Purpose.DRAFT, "Ben Cole", first=3000)

    with stored.reading() as session:
        assert session.scalar(select(func.count()).select_from(Event)) == 2


def test_an_unknown_document_is_refused(stored: Ledger) -> None:
    with pytest.raises(UnknownDocument), stored.writing() as session:
        state_purpose(session, replaying_pen(), "harbor", Purpose.DRAFT)
