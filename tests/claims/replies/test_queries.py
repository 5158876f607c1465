"""Requests as they are shown: in which words, where what was used stands, who is due, who is protected."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from claims.handles import find_claim
from claims.kinds import ReplyOutcome
from claims.registry.adding import add_source
from claims.replies.pages import PutClaim
from claims.replies.queries import request_pages, requests_of
from ledger.engine import Ledger
from tests.claims.replies.desk import (
    EVENING,
    MARAN,
    NINE,
    SAILS,
    SIX,
    SOLD,
    STOLE,
    came,
    page,
    pen,
    put,
    revised,
    use,
)

LATER = NINE + timedelta(hours=1)


def test_words_that_were_put_before_a_revision_are_not_those_of_the_claim(
    desk: Ledger, tmp_path: Path
) -> None:
    put(desk, STOLE, SOLD)

    revised(desk, tmp_path, "40 tickets", "60 tickets", at=LATER)
    put(desk, STOLE, at=LATER + timedelta(hours=1))

    assert page(desk, 1).claims == (PutClaim(STOLE, reworded=True), PutClaim(SOLD, reworded=False))
    assert (page(desk, 1).covers(STOLE), page(desk, 1).covers(SOLD)) == (False, True)
    assert page(desk, 2).covers(STOLE)


def test_what_was_put_before_and_noted_after_is_of_the_words_before(desk: Ledger, tmp_path: Path) -> None:
    revised(desk, tmp_path, "40 tickets", "60 tickets", at=LATER)

    put(desk, STOLE, at=LATER + timedelta(hours=1), put_at=NINE)

    assert not page(desk, 1).covers(STOLE)


def test_it_is_said_in_which_texts_of_the_story_the_words_stand_now(desk: Ledger, tmp_path: Path) -> None:
    put(desk)
    came(desk, 1, "It isn't so.")
    use(desk, 1, "Maran says: “It isn’t so.”")
    assert page(desk, 1).uses[0].stands_in == ()

    for slug, last in (("notice", "office said."), ("quay", "in May.")):
        revised(desk, tmp_path, last, f'{last}\n\nMaran says:\n"It isn\'t so."', at=LATER, slug=slug)
    assert page(desk, 1).uses[0].stands_in == ("notice",)

    revised(desk, tmp_path, "isn't so", "is so", at=EVENING, slug="notice")
    assert page(desk, 1).uses[0].stands_in == ()


def test_the_requests_about_claims_come_for_each_of_them(desk: Ledger) -> None:
    put(desk, STOLE, SOLD)
    put(desk, SOLD, whom="the harbour office")
    put(desk, "quay:1")

    with desk.reading() as session:
        ids = {handle: find_claim(session, handle).id for handle in (STOLE, SOLD, SAILS)}
        found = requests_of(session, list(ids.values()), now=NINE)
        nothing = requests_of(session, [ids[SAILS]], now=NINE)

    assert {claim: [one.number for one in listed] for claim, listed in found.items()} == {
        ids[STOLE]: [1],
        ids[SOLD]: [1, 2],
    }
    assert nothing == {}


def test_what_is_open_comes_by_deadline_until_something_is_noted(desk: Ledger) -> None:
    put(desk, STOLE, due=EVENING)
    put(desk, SOLD)
    put(desk, SAILS, due=SIX - timedelta(hours=1))
    came(desk, 3, what=ReplyOutcome.DECLINED)

    put(desk, "quay:1", due=SIX + timedelta(hours=1))

    with desk.reading() as session:
        still_out = request_pages(session, now=EVENING, only_open=True)
        of_the_story = request_pages(session, "ferries", now=EVENING, only_open=True)

    assert [one.number for one in still_out] == [2, 4, 1]
    assert [one.number for one in of_the_story] == [2, 1]


def test_somebody_protected_is_known_by_the_code_name_and_when_and_how_is_left_out(desk: Ledger) -> None:
    with desk.writing() as session:
        add_source(session, pen(), "Heron", protected=True)
        add_source(session, pen(), MARAN)
    put(desk, whom="heron", channel="in a car park")
    put(desk)
    came(desk, 1, "It was so.")

    heron, maran, all_of_it = page(desk, 1), page(desk, 2), page(desk, 1, protected=True)

    assert (heron.protected, heron.held_back, heron.source) == (True, True, "source:1")
    assert (heron.channel, heron.put_at, heron.at, heron.answers[0].at) == (None, None, None, None)
    assert heron.due == SIX
    assert (all_of_it.channel, all_of_it.put_at, all_of_it.held_back) == ("in a car park", NINE, False)
    assert (maran.protected, maran.held_back, maran.source) == (False, False, "source:2")
    assert maran.channel == "email"
