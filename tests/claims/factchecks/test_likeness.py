"""What people say that claims are to each other: the last word on each pair, from either side."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from claims.errors import EmptyReason, NothingToDecide, UnknownClaim, UnknownFactCheck
from claims.factchecks.deciding import decide_likeness
from claims.factchecks.pages import LikenessPage
from claims.intake import offer_file, store, store_revision
from claims.judging.adopted import policy_in_force
from claims.judging.reviews import Override, mark
from claims.kinds import MatchDecision, Status
from claims.pages import ClaimPage
from claims.queries import claim_page, document_page
from ledger.engine import Ledger
from ledger.events import head
from ledger.pen import Pen
from tests.claims.factchecks.sent import imported, rated, review

ADA, BEN = Pen.of_this_machine("Ada"), Pen.of_this_machine("Ben")
STORM = "Storm closes the harbour\n\nThe storm sank 14 boats.\n\nTwo tugs came on Monday.\n"
WEEK = "A week after the storm\n\nThe storm sank fourteen boats.\n\nA baker won the lottery.\n"


@pytest.fixture(autouse=True)
def documents(ledger: Ledger, tmp_path: Path) -> None:
    for name, text in (("storm", STORM), ("week", WEEK)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        store(ledger, ADA, offer_file(str(tmp_path / f"{name}.txt")))


def decide(
    ledger: Ledger, one: str, other: str, decision: MatchDecision = MatchDecision.SAME, *, pen: Pen = ADA
) -> None:
    with ledger.writing() as session:
        decide_likeness(session, pen, one, other, decision, because="read side by side")


def claim(ledger: Ledger, handle: str) -> ClaimPage:
    with ledger.reading() as session:
        return claim_page(session, handle, policy_in_force(session))


def said(ledger: Ledger, handle: str) -> list[tuple[str, str]]:
    return [(one.other, one.decision.value) for one in claim(ledger, handle).likenesses]


def only(ledger: Ledger, handle: str) -> LikenessPage:
    (page,) = claim(ledger, handle).likenesses
    return page


def revise(ledger: Ledger, folder: Path, slug: str, was: str, now: str) -> None:
    path = folder / f"{slug}.txt"
    path.write_text(path.read_text(encoding="utf-8").replace(was, now), encoding="utf-8")
    store_revision(ledger, BEN, offer_file(str(path), slug=slug))


def test_a_decision_stands_for_both_claims_and_for_no_other(ledger: Ledger) -> None:
    decide(ledger, "storm:2", "week:2")

    assert said(ledger, "storm:2") == [("week:2", "same")]
    assert said(ledger, "week:2") == [("storm:2", "same")]
    assert said(ledger, "storm:3") == said(ledger, "week:3") == []
    page = only(ledger, "week:2")
    assert (page.by, page.because, page.text) == ("Ada", "read side by side", "The storm sank 14 boats.")


@pytest.mark.parametrize("named", [("storm:2", "week:2"), ("week:2", "storm:2")])
def test_the_last_word_on_a_pair_counts_whichever_is_named_first(
    ledger: Ledger, named: tuple[str, str]
) -> None:
    decide(ledger, "storm:2", "week:2")
    decide(ledger, "storm:2", "week:2", MatchDecision.RELATED)
    decide(ledger, "storm:3", "week:3", MatchDecision.RELATED)

    decide(ledger, *named, MatchDecision.DIFFERENT, pen=BEN)

    assert said(ledger, "storm:2") == [("week:2", "different")]
    assert only(ledger, "week:2").by == "Ben"


def test_two_claims_of_one_document_can_be_decided_about(ledger: Ledger) -> None:
    decide(ledger, "storm:2", "storm:3", MatchDecision.RELATED)

    with ledger.reading() as session:
        page = document_page(session, "storm", policy_in_force(session))
    assert [[one.other for one in claim.likenesses] for claim in page.claims] == [
        [],
        ["storm:3"],
        ["storm:2"],
    ]


def test_a_claim_is_never_decided_against_itself(ledger: Ledger) -> None:
    with ledger.reading() as session:
        before = head(session)

    with pytest.raises(NothingToDecide, match="storm:2 is one claim"):
        decide(ledger, "storm:2", "storm:2")

    with ledger.reading() as session:
        assert head(session) == before


@pytest.mark.parametrize(
    ("other", "error"),
    [("week:9", UnknownClaim), ("factcheck:9", UnknownFactCheck), ("factcheck:x", UnknownFactCheck)],
)
def test_what_is_not_there_is_named(ledger: Ledger, other: str, error: type[Exception]) -> None:
    with pytest.raises(error, match=other):
        decide(ledger, "storm:2", other)


def test_a_decision_needs_its_reason(ledger: Ledger) -> None:
    with ledger.writing() as session, pytest.raises(EmptyReason):
        decide_likeness(session, ADA, "storm:2", "week:2", MatchDecision.SAME, because="  ")


@pytest.mark.parametrize("handle", ["storm:2", "week:2"])
def test_a_decision_about_words_that_were_changed_since_no_longer_counts(
    ledger: Ledger, tmp_path: Path, handle: str
) -> None:
    decide(ledger, "storm:2", "week:2")
    decide(ledger, "storm:3", "week:3", MatchDecision.RELATED)

    revise(ledger, tmp_path, "week", "fourteen", "forty")

    assert (only(ledger, handle).counts, only(ledger, handle).changed) == (False, ("week:2",))
    assert only(ledger, "storm:3").counts


def test_deciding_anew_after_a_change_counts_again(ledger: Ledger, tmp_path: Path) -> None:
    decide(ledger, "storm:2", "week:2")
    revise(ledger, tmp_path, "week", "fourteen", "forty")

    decide(ledger, "storm:2", "week:2", MatchDecision.RELATED)

    assert only(ledger, "week:2").counts
    assert said(ledger, "week:2") == [("storm:2", "related")]


def test_an_untouched_pair_is_kept_through_a_revision(ledger: Ledger, tmp_path: Path) -> None:
    decide(ledger, "storm:2", "week:2")

    revise(ledger, tmp_path, "week", "baker", "butcher")

    assert only(ledger, "storm:2").counts


def test_where_the_other_stands_is_told_and_nothing_is_carried_over(ledger: Ledger) -> None:
    with ledger.writing() as session:
        mark(
            session,
            BEN,
            "week:2",
            "confirmed",
            because="the harbour master counted",
            policy=policy_in_force(session),
            override=Override("on the spot", None),
        )
    before = claim(ledger, "storm:2").standing

    decide(ledger, "storm:2", "week:2")

    page = only(ledger, "storm:2")
    assert (page.status, page.judged_by) == (claim(ledger, "week:2").standing.status, "Ben")
    assert page.status is not Status.UNCONFIRMED
    assert claim(ledger, "storm:2").standing == before


def test_of_a_claim_that_nobody_judged_no_reader_is_named(ledger: Ledger) -> None:
    decide(ledger, "storm:2", "week:2")

    assert (only(ledger, "storm:2").status, only(ledger, "storm:2").judged_by) == (Status.UNCONFIRMED, None)


def test_a_claim_that_was_cut_has_no_status(ledger: Ledger, tmp_path: Path) -> None:
    decide(ledger, "storm:3", "week:3", MatchDecision.RELATED)

    revise(ledger, tmp_path, "week", "A baker won the lottery.\n", "")

    assert only(ledger, "storm:3").status is None


def test_a_fact_check_can_be_the_other_and_its_latest_version_is_shown(ledger: Ledger) -> None:
    imported(ledger, review("The storm sank 14 boats."), review("The dam leaks."))
    decide(ledger, "storm:2", "factcheck:1")

    imported(ledger, review("The storm sank 14 boats.", reviewRating=rated("True"), datePublished="2026"))

    page = only(ledger, "storm:2")
    assert (page.other, page.status) == ("factcheck:3", None)
    assert page.factcheck is not None
    assert page.factcheck.rating == "True"


def test_the_versions_of_a_fact_check_are_one_to_decide_about(ledger: Ledger) -> None:
    imported(ledger, review("The storm sank 14 boats."))
    decide(ledger, "storm:2", "factcheck:1")
    decide(ledger, "storm:2", "factcheck:1", MatchDecision.RELATED)
    imported(ledger, review("The storm sank 14 boats.", reviewRating=rated("True"), datePublished="2026"))

    decide(ledger, "storm:2", "factcheck:1", MatchDecision.DIFFERENT)

    assert said(ledger, "storm:2") == [("factcheck:2", "different")]


def test_decisions_are_read_at_once_for_a_whole_document(ledger: Ledger, tmp_path: Path) -> None:
    lines = "\n\n".join(f"The harbour has {number} boats." for number in range(40))
    (tmp_path / "long.txt").write_text(f"Boats\n\n{lines}\n", encoding="utf-8")
    store(ledger, ADA, offer_file(str(tmp_path / "long.txt")))
    asked: list[str] = []

    def statements() -> int:
        from sqlalchemy import event

        asked.clear()
        with ledger.reading() as session:
            connection = session.connection()
            event.listen(connection, "before_cursor_execute", lambda *about: asked.append(about[2]))
            document_page(session, "long", policy_in_force(session), now=datetime(2026, 1, 1, tzinfo=UTC))
        return len(asked)

    decide(ledger, "long:2", "storm:2", MatchDecision.RELATED)
    few = statements()
    for number in range(3, 20):
        decide(ledger, f"long:{number}", "storm:2", MatchDecision.RELATED)

    assert statements() == few
