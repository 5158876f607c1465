"""Notes for whoever comes next."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from claims.errors import EmptyNote, UnknownDocument
from claims.handover.notes import notes_now
from claims.handover.noting import note_on_claim, note_on_story
from claims.judging.policy_file import BUILT_IN
from ledger.engine import Ledger
from ledger.events import EVENTS
from tests.claims.handover.desk import check, judge, page, pen
from tests.ledger.pens import MORNING

CLAIM = "ferries:3"
HOUR = timedelta(hours=1)


def note(
    ledger: Ledger, text: str, *, on: str = CLAIM, by: str = "ada", after: timedelta = timedelta(0)
) -> None:
    with ledger.writing() as session:
        if ":" in on:
            note_on_claim(session, pen(by, after=after), on, text)
        else:
            note_on_story(session, pen(by, after=after), on, text)


def on_the_claim(ledger: Ledger, *, reveal: bool = False) -> list[tuple[str, str | None]]:
    return [(one.by, one.text) for one in page(ledger, CLAIM, reveal=reveal).desk.notes]


def listed(ledger: Ledger, name: str | None = None) -> list[tuple[str | None, str | None]]:
    with ledger.reading() as session:
        return [(one.claim, one.text) for one in notes_now(session, BUILT_IN, name, now=MORNING)]


def test_a_note_stands_on_its_claim_and_in_the_list_of_its_story(desk: Ledger) -> None:
    note(desk, "they call back at six")
    note(desk, "the list is in the safe", on="ferries")
    note(desk, "closed for works", on="bridge:1")

    assert on_the_claim(desk) == [("ada", "they call back at six")]
    assert sorted(listed(desk, "ferries"), key=str) == [
        (CLAIM, "they call back at six"),
        (None, "the list is in the safe"),
    ]
    assert len(listed(desk)) == 3


def test_the_words_of_a_note_do_not_stand_in_the_log(desk: Ledger) -> None:
    note(desk, "they call back at six")

    with desk.reading() as session:
        bodies = session.scalars(select(EVENTS.c.body)).all()
    assert not [body for body in bodies if b"call back" in body]


@pytest.mark.parametrize("text", ["", "  \n "])
def test_a_note_has_words(desk: Ledger, text: str) -> None:
    with pytest.raises(EmptyNote, match=CLAIM):
        note(desk, text)

    assert listed(desk) == []


def test_a_note_is_on_something(desk: Ledger) -> None:
    with pytest.raises(UnknownDocument):
        note(desk, "x", on="trains")


def test_a_note_that_may_tell_a_withheld_verdict_is_withheld_with_it(desk: Ledger) -> None:
    note(desk, "the log is in the office", by="cora")
    judge(desk, CLAIM, "refuted", by="ada", after=HOUR)
    note(desk, "I say it is refuted", by="ada", after=2 * HOUR)
    note(desk, "ada says it is refuted", by="dan", after=3 * HOUR)

    told = [
        ("cora", "the log is in the office"),
        ("ada", "I say it is refuted"),
        ("dan", "ada says it is refuted"),
    ]
    assert on_the_claim(desk) == [told[0], ("ada", None), ("dan", None)]
    assert "refuted" not in str(listed(desk))
    assert on_the_claim(desk, reveal=True) == told
    check(desk, CLAIM, "refuted", by="ben")
    assert on_the_claim(desk) == told
    assert str(listed(desk)).count("refuted") == 2


def test_what_a_reader_noted_before_their_verdict_is_withheld_too(desk: Ledger) -> None:
    note(desk, "this does not hold", by="Ada")
    judge(desk, CLAIM, "refuted", by="ada", after=HOUR)

    assert on_the_claim(desk) == [("Ada", None)]
