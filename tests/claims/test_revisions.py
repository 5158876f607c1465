"""Storing the next version of a document: numbers stay, and only what is of the present words counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select

from claims.deciding import move_figure
from claims.errors import SlugTaken, StoryMoved, UnknownDocument, UnknownRevision
from claims.evidence.looking import contacted, searched
from claims.intake import offer_file, store, store_revision
from claims.judging.policy_file import BUILT_IN
from claims.judging.reviews import Override, mark
from claims.judging.tier_setting import set_tier
from claims.kinds import Because, ClaimChange, SearchResult, Status
from claims.models import ClaimChangeRow, ClaimRow, RevisionRow
from claims.pages import ClaimPage, RevisionPage
from claims.present import present_revision
from claims.queries import claim_page, decision_pages, document_lines, document_page, story_page
from claims.revision_queries import revision_page
from claims.revisions import compared, revise
from ledger.engine import Ledger
from ledger.events import Event, head
from ledger.pen import Pen
from tests.ledger.pens import replaying_pen

DRAFT = """Storm over Arden

The harbour office counted 40 boats in the bay.

The wind rose at night.

The council will meet on Monday.
"""


@pytest.fixture
def pen() -> Pen:
    return replaying_pen()


@pytest.fixture
def draft(ledger: Ledger, tmp_path: Path, pen: Pen) -> Path:
    path = tmp_path / "storm.txt"
    path.write_text(DRAFT, encoding="utf-8")
    store(ledger, pen, offer_file(str(path)))
    return path


def next_version(ledger: Ledger, pen: Pen, draft: Path, words: str) -> tuple[int, int]:
    draft.write_text(words, encoding="utf-8")
    return store_revision(ledger, pen, offer_file(str(draft), slug="storm"))


def marked(ledger: Ledger, pen: Pen, handle: str, verdict: str = "confirmed") -> None:
    with ledger.writing() as session:
        reason = "the list says so"
        mark(session, pen, handle, verdict, because=reason, policy=BUILT_IN, override=Override(reason))


def claim(ledger: Ledger, handle: str) -> ClaimPage:
    with ledger.reading() as session:
        return claim_page(session, handle, BUILT_IN)


def diff(ledger: Ledger, before: int | None = None, revision: int | None = None) -> RevisionPage:
    with ledger.reading() as session:
        return revision_page(session, "storm", before=before, revision=revision)


def outcome(page: RevisionPage, number: int) -> ClaimChange:
    return next(one.change for one in page.changes if one.number == number)


def test_a_claim_whose_words_stayed_stays_confirmed(ledger: Ledger, pen: Pen, draft: Path) -> None:
    marked(ledger, pen, "storm:2")

    next_version(ledger, pen, draft, DRAFT.replace("The wind rose at night.\n\n", ""))

    kept = claim(ledger, "storm:2")
    assert kept.standing.status is Status.CONFIRMED
    assert (kept.reopened, kept.earlier_reviews) == (None, ())


def test_a_claim_whose_figure_changed_is_open_and_its_review_stays_on_record(
    ledger: Ledger, pen: Pen, draft: Path
) -> None:
    marked(ledger, pen, "storm:2")

    next_version(ledger, pen, draft, DRAFT.replace("40", "41"))

    changed = claim(ledger, "storm:2")
    assert changed.text == "The harbour office counted 41 boats in the bay."
    assert changed.standing.status is Status.UNCONFIRMED
    assert changed.reviews == ()
    assert [review.verdict for review in changed.earlier_reviews] == ["confirmed"]
    assert changed.reopened is not None
    assert changed.reopened.why == "A figure “40” is now “41”."


def test_a_review_of_the_new_words_counts_whatever_the_clock_says(
    ledger: Ledger, pen: Pen, draft: Path
) -> None:
    marked(ledger, pen, "storm:2", "refuted")
    next_version(ledger, pen, draft, DRAFT.replace("40", "41"))

    marked(ledger, replaying_pen(first=10_000), "storm:2")

    changed = claim(ledger, "storm:2")
    assert changed.standing.status is Status.CONFIRMED
    assert changed.reopened is not None
    assert changed.reviews[0].at < changed.reopened.at


def test_who_looked_and_asked_for_other_words_stays_on_record_and_counts_no_more(
    ledger: Ledger, pen: Pen, draft: Path
) -> None:
    with ledger.writing() as session:
        searched(session, pen, "storm:2", where="the harbour register", found=SearchResult.NOTHING)
        contacted(session, pen, "storm:2", whom="the harbour office", channel="telephone")
    assert claim(ledger, "storm:2").standing.because is Because.NOTHING_FOUND

    next_version(ledger, pen, draft, DRAFT.replace("40", "41"))

    changed = claim(ledger, "storm:2")
    assert changed.standing.because is Because.NOBODY_LOOKED
    assert (changed.searches, changed.contacts) == ((), ())
    assert [one.place for one in changed.earlier_searches] == ["the harbour register"]
    assert [one.whom for one in changed.earlier_contacts] == ["the harbour office"]


def test_looking_again_counts_for_the_words_as_they_are(ledger: Ledger, pen: Pen, draft: Path) -> None:
    next_version(ledger, pen, draft, DRAFT.replace("40", "41"))

    with ledger.writing() as session:
        searched(session, pen, "storm:2", where="the harbour register", found=SearchResult.NOTHING)

    changed = claim(ledger, "storm:2")
    assert changed.standing.because is Because.NOTHING_FOUND
    assert changed.earlier_searches == ()


def test_a_tier_that_was_set_for_other_words_holds_no_more(ledger: Ledger, pen: Pen, draft: Path) -> None:
    with ledger.writing() as session:
        set_tier(session, pen, "storm:2", "accusation", because="it blames the harbour")
    assert claim(ledger, "storm:2").tier_set_by == pen.actor

    next_version(ledger, pen, draft, DRAFT.replace("40", "41"))

    assert claim(ledger, "storm:2").tier_set_by is None


def test_words_that_come_back_are_open_still(ledger: Ledger, pen: Pen, draft: Path) -> None:
    marked(ledger, pen, "storm:2")
    next_version(ledger, pen, draft, DRAFT.replace("40", "41"))

    next_version(ledger, pen, draft, DRAFT)

    assert claim(ledger, "storm:2").standing.status is Status.UNCONFIRMED
    assert outcome(diff(ledger, 1, 3), 2) is ClaimChange.REOPENED


def test_a_refuted_claim_that_was_cut_keeps_its_record_and_counts_no_more(
    ledger: Ledger, pen: Pen, draft: Path
) -> None:
    marked(ledger, pen, "storm:3", "refuted")

    next_version(ledger, pen, draft, DRAFT.replace("The wind rose at night.\n\n", ""))

    cut = claim(ledger, "storm:3")
    assert (cut.cut_in, cut.standing.status, cut.text) == (2, Status.REFUTED, "The wind rose at night.")
    with ledger.reading() as session:
        document = document_page(session, "storm", BUILT_IN)
        (line,) = document_lines(session, BUILT_IN)
    assert [one.number for one in document.claims] == [1, 2, 4]
    assert line.claims.get(Status.REFUTED) is None


def test_a_claim_that_was_cut_and_is_back_stands_as_it_stood(ledger: Ledger, pen: Pen, draft: Path) -> None:
    marked(ledger, pen, "storm:3", "refuted")
    next_version(ledger, pen, draft, DRAFT.replace("The wind rose at night.\n\n", ""))

    next_version(ledger, pen, draft, DRAFT)

    back = claim(ledger, "storm:3")
    assert (back.cut_in, back.standing.status) == (None, Status.REFUTED)
    assert not diff(ledger).found_something
    assert not diff(ledger, 1, 3).found_something


def test_a_claim_that_comes_back_under_a_line_that_denies_it_is_opened_again(
    ledger: Ledger, pen: Pen, draft: Path
) -> None:
    marked(ledger, pen, "storm:3")
    next_version(ledger, pen, draft, DRAFT.replace("The wind rose at night.\n\n", ""))

    next_version(ledger, pen, draft, DRAFT.replace("The wind rose", "The following is a hoax. The wind rose"))

    assert claim(ledger, "storm:3").standing.status is Status.UNCONFIRMED
    assert outcome(diff(ledger), 3) is ClaimChange.REOPENED


def test_a_claim_that_comes_back_with_other_words_is_another(ledger: Ledger, pen: Pen, draft: Path) -> None:
    next_version(ledger, pen, draft, DRAFT.replace("The wind rose at night.\n\n", ""))

    next_version(ledger, pen, draft, DRAFT.replace("at night", "at dawn"))

    assert outcome(diff(ledger), 5) is ClaimChange.NEW
    assert claim(ledger, "storm:3").cut_in == 2


def test_numbers_go_with_claims_and_are_never_given_again(ledger: Ledger, pen: Pen, draft: Path) -> None:
    next_version(ledger, pen, draft, DRAFT.replace("The council will meet on Monday.\n", ""))

    next_version(ledger, pen, draft, DRAFT.replace("The council will", "A ferry sank.\n\nThe owners will"))

    with ledger.reading() as session:
        claims = document_page(session, "storm", BUILT_IN).claims
    assert [one.number for one in claims] == [1, 2, 3, 5, 6]


def test_every_claim_of_either_version_has_its_row_under_one_event(
    ledger: Ledger, pen: Pen, draft: Path
) -> None:
    changed = DRAFT.replace("40", "41").replace("The wind rose at night.", "A crowd gathered in Lakmark.")

    next_version(ledger, pen, draft, changed)

    with ledger.reading() as session:
        event = session.scalars(select(Event).order_by(Event.seq.desc())).first()
        query = select(ClaimRow.number, ClaimChangeRow.change).join(
            ClaimRow, ClaimRow.id == ClaimChangeRow.claim_id
        )
        rows = {row.number: row.change for row in session.execute(query)}
    assert event is not None
    assert (event.seq, event.action, event.subject) == (2, "document.revise", "storm")
    assert rows == {
        1: ClaimChange.CARRIED,
        2: ClaimChange.REOPENED,
        3: ClaimChange.DROPPED,
        4: ClaimChange.CARRIED,
        5: ClaimChange.NEW,
    }


def test_the_same_bytes_are_no_revision(ledger: Ledger, pen: Pen, draft: Path) -> None:
    with ledger.reading() as session:
        before = head(session)

    assert next_version(ledger, pen, draft, DRAFT) == (1, 1)

    with ledger.reading() as session:
        assert head(session) == before
        assert session.scalar(select(func.count()).select_from(RevisionRow)) == 1


def test_another_layout_carries_everything(ledger: Ledger, pen: Pen, draft: Path) -> None:
    marked(ledger, pen, "storm:2")

    next_version(ledger, pen, draft, DRAFT.replace("counted 40", "counted  40") + "\n\n")

    assert not diff(ledger).found_something
    assert claim(ledger, "storm:2").standing.status is Status.CONFIRMED


def test_the_figures_of_the_story_are_related_anew(
    ledger: Ledger, pen: Pen, draft: Path, tmp_path: Path
) -> None:
    other = tmp_path / "wire.txt"
    other.write_text("The harbour office counted 40 boats in the bay.\n", encoding="utf-8")
    store(ledger, pen, offer_file(str(other), story="storm"))

    next_version(ledger, pen, draft, DRAFT.replace("40", "47"))

    with ledger.reading() as session:
        findings = story_page(session, "storm").findings
    assert {figure.figure.quote for figure in findings.figures} == {"47", "40"}


def test_a_decision_about_a_figure_goes_with_its_claim(
    ledger: Ledger, pen: Pen, draft: Path, tmp_path: Path
) -> None:
    other = tmp_path / "wire.txt"
    other.write_text("Arden lost 12 lorries.\n\nThe harbour office counted 30 boats.\n", encoding="utf-8")
    store(ledger, pen, offer_file(str(other), story="storm"))
    move_figure(ledger, pen, "wire:2", to="storm:2", because="the same count")

    next_version(ledger, pen, draft, DRAFT.replace("Storm over Arden", "Storm over Arden kills 3"))

    with ledger.reading() as session:
        (decision,) = decision_pages(session, "storm")
        findings = story_page(session, "storm").findings
    assert decision.stands
    moved = [figure for figure in findings.figures if figure.decision == decision.number]
    assert [figure.figure.quote for figure in moved] == ["30"]


def test_of_two_who_revise_at_once_the_second_is_told(
    ledger: Ledger, pen: Pen, draft: Path, tmp_path: Path
) -> None:
    draft.write_text(DRAFT.replace("40", "41"), encoding="utf-8")
    offered = offer_file(str(draft), slug="storm")
    with ledger.reading() as session:
        document = session.scalars(select(RevisionRow.document_id)).one()
        late = compared(session, replaying_pen(first=50_000), offered, present_revision(session, document))
    next_version(ledger, pen, draft, DRAFT.replace("40", "42"))

    with pytest.raises(StoryMoved), ledger.writing() as session:
        revise(session, replaying_pen(first=60_000), late)

    assert claim(ledger, "storm:2").text == "The harbour office counted 42 boats in the bay."


def test_other_words_are_refused_with_the_way_to_revise(ledger: Ledger, pen: Pen, draft: Path) -> None:
    draft.write_text(DRAFT.replace("40", "41"), encoding="utf-8")

    with pytest.raises(SlugTaken, match="factdesk document revise storm FILE"):
        store(ledger, pen, offer_file(str(draft)))


def test_what_is_not_known_can_not_be_revised(ledger: Ledger, pen: Pen, draft: Path) -> None:
    with pytest.raises(UnknownDocument, match="did you mean storm"):
        store_revision(ledger, pen, offer_file(str(draft), slug="storms"))


@pytest.mark.parametrize(
    ("before", "revision", "told"),
    [(None, None, "document revise storm FILE"), (1, 7, "one revision only")],
    ids=["nothing to compare with", "no such number"],
)
def test_a_revision_that_is_not_there_is_told(
    ledger: Ledger, draft: Path, before: int | None, revision: int | None, told: str
) -> None:
    with pytest.raises(UnknownRevision, match=told):
        diff(ledger, before, revision)


def test_two_revisions_far_apart_are_told_by_their_own_words(ledger: Ledger, pen: Pen, draft: Path) -> None:
    next_version(ledger, pen, draft, DRAFT.replace("40", "41"))
    next_version(ledger, pen, draft, DRAFT.replace("40", "42").replace("The wind rose at night.\n\n", ""))

    page = diff(ledger, 1, 3)

    assert [(one.number, one.change) for one in page.changes] == [
        (1, ClaimChange.CARRIED),
        (2, ClaimChange.REOPENED),
        (3, ClaimChange.DROPPED),
        (4, ClaimChange.CARRIED),
    ]
    assert page.changes[1].why == "A figure “40” is now “42”."
