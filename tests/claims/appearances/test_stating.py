"""Choosing public claims: by their wording alone, or of a text that is there; said again, nothing is lost."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from claims.appearances.models import PublicClaimRow
from claims.errors import AlreadyPublic, EmptyReason, SlugTaken, UnknownClaim
from claims.judging.policy_file import BUILT_IN
from claims.judging.reviews import mark
from claims.kinds import Purpose, Status
from claims.models import DocumentRow
from claims.queries import claim_pages, document_page
from ledger.engine import Ledger
from ledger.events import head
from tests.claims.appearances.desk import CLAIM, WORDS, choose, choose_words, claim, pen


def stored(ledger: Ledger) -> tuple[int, ...]:
    """How many documents, statements of public claims and events there are."""
    with ledger.reading() as session:
        tables = (DocumentRow, PublicClaimRow)
        counts = (session.scalar(select(func.count()).select_from(one)) or 0 for one in tables)
        return (*counts, head(session).size)


def test_words_alone_become_a_text_of_theirs_that_is_one_public_claim(desk: Ledger) -> None:
    handle = choose_words(desk, claimant="Ilse Bakk", said_on="2025-12-10", check_again="2026-06-01")

    with desk.reading() as session:
        document = document_page(session, handle.partition(":")[0], BUILT_IN)
    assert handle == CLAIM
    assert [one.text for one in document.claims] == [WORDS]
    assert document.text == WORDS
    assert document.purpose is not None
    assert document.purpose.purpose is Purpose.PUBLIC
    public = document.claims[0].public
    assert public is not None
    assert (public.claimant, public.wording, public.said_on) == ("Ilse Bakk", WORDS, "2025-12-10")
    assert (public.chosen_because, public.check_again, public.by) == (
        "it is in every paper",
        "2026-06-01",
        "ada",
    )


def test_a_question_that_was_chosen_waits_to_be_checked_like_any_claim(desk: Ledger) -> None:
    handle = choose_words(desk, "Was the ferry ever on time?")

    assert claim(desk, handle).standing.status is Status.UNCONFIRMED


def test_a_claim_that_stands_in_a_text_is_chosen_with_its_words_and_no_other(desk: Ledger) -> None:
    choose(desk, "quay:2", claimant="Ilse Bakk", chosen_because="people ask")

    with desk.reading() as session:
        public = {one.handle: one.public for one in claim_pages(session, BUILT_IN) if one.public}
    assert list(public) == ["quay:2"]
    assert public["quay:2"].wording == "The harbour has two quays, Ilse Bakk said."


def test_what_was_taken_for_not_checkable_can_be_checked_once_it_is_chosen(desk: Ledger) -> None:
    handle = choose_words(desk, "Ferry")
    before = claim(desk, "quay:1")

    choose(desk, "quay:1", chosen_because="it is the headline")

    assert claim(desk, handle).standing.status is Status.UNCONFIRMED
    assert claim(desk, "quay:1").standing.status is Status.UNCONFIRMED
    assert before.public is None


def judged(ledger: Ledger) -> None:
    with ledger.writing() as session:
        mark(session, pen("ben"), CLAIM, "refuted", because="the timetable", policy=BUILT_IN)


def test_a_verdict_on_one_wording_counts_for_no_other(desk: Ledger) -> None:
    choose_words(desk)
    judged(desk)

    choose(desk, CLAIM, wording="We sail 30 times a week. No ship was ever late.")

    standing = claim(desk).standing
    assert standing.status is Status.UNCONFIRMED
    assert "another wording is rated now" in standing.reason
    assert [one.verdict for one in claim(desk).reviews] == ["refuted", "opened again"]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param({"check_again": "2026-09-01"}, id="no wording"),
        pytest.param({"wording": "We sail  20 times a week. No ship was ever late."}, id="the same words"),
    ],
)
def test_a_verdict_stays_where_the_same_words_are_rated(desk: Ledger, said: dict[str, str]) -> None:
    choose_words(desk)
    judged(desk)

    choose(desk, CLAIM, again=False, **said)

    assert len(claim(desk).reviews) == 1


def test_said_again_what_is_given_replaces_what_was_said_and_the_rest_stays(desk: Ledger) -> None:
    choose_words(desk, claimant="Ilse Bakk", said_on="2025-12-10", check_again="2026-06-01")

    choose(desk, CLAIM, claimant="unknown", check_again="2026-09-01")

    public = claim(desk).public
    assert public is not None
    assert (public.claimant, public.said_on, public.check_again) == (None, "2025-12-10", "2026-09-01")
    assert public.chosen_because == "it is in every paper"
    assert stored(desk)[1] == 2


def test_saying_the_same_again_stores_nothing(desk: Ledger) -> None:
    choose_words(desk, claimant="Ilse Bakk")
    before = stored(desk)

    choose(desk, CLAIM, claimant="Ilse Bakk")

    assert stored(desk) == before


def test_a_claim_is_chosen_for_a_reason(desk: Ledger) -> None:
    before = stored(desk)

    with pytest.raises(EmptyReason, match="--chosen-because"):
        choose(desk, "quay:2", claimant="Ilse Bakk")

    assert stored(desk) == before


def test_the_same_words_again_lead_to_the_claim_that_rates_them(desk: Ledger) -> None:
    choose_words(desk)
    before = stored(desk)

    with pytest.raises(AlreadyPublic, match=f"rated already, as {CLAIM}"):
        choose_words(desk, "we sail 20 times a week.\nNo ship was ever late")

    assert stored(desk) == before


def test_the_same_words_are_another_claim_where_a_person_says_so(desk: Ledger) -> None:
    choose_words(desk, claimant="Ilse Bakk")

    other = choose_words(desk, claimant="Tom Reik", again=True)

    assert other == "we-sail-20-times-a-week-2:1"
    first, second = claim(desk).public, claim(desk, other).public
    assert first is not None
    assert second is not None
    assert (first.claimant, second.claimant) == ("Ilse Bakk", "Tom Reik")


def test_a_claim_of_a_text_is_not_chosen_where_its_words_are_rated_already(desk: Ledger) -> None:
    choose_words(desk, "The harbour has two quays, Ilse Bakk said.")

    with pytest.raises(AlreadyPublic, match="the-harbour-has-two:1"):
        choose(desk, "quay:2", chosen_because="people ask")


def test_a_name_that_is_taken_is_refused_and_nothing_is_stored(desk: Ledger) -> None:
    before = stored(desk)

    with pytest.raises(SlugTaken, match="there is a document or story quay already"):
        choose_words(desk, slug="quay")

    assert stored(desk) == before


def test_words_of_no_latin_letter_get_a_name_all_the_same(desk: Ledger) -> None:
    assert choose_words(desk, "Паром ходит 20 раз в неделю.") == "claim:1"


def test_nothing_is_stored_where_something_that_belongs_to_it_cannot_be(desk: Ledger) -> None:
    before = stored(desk)

    def fails(session: object) -> None:
        raise UnknownClaim("no such thing")

    with pytest.raises(UnknownClaim):
        choose_words(desk, also=fails)

    assert stored(desk) == before
