"""Asking for outcomes of claims in a draft that is revised, and ending them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import event

from claims.errors import BadOutcome, ClaimError, EmptyReason, OwnText, UnknownClaim
from claims.handles import find_document
from claims.intake import offer_file, store, store_revision
from claims.judging.policy_file import BUILT_IN
from claims.kinds import OutcomeEnd, OutcomeKind, OutcomeState, Purpose
from claims.outcomes.asking import Wanted, ask_for, end_outcome
from claims.outcomes.pages import OutcomePage
from claims.outcomes.queries import asked_in
from claims.publishing.purpose import state_purpose
from claims.queries import claim_page, claim_pages
from ledger.engine import Ledger
from ledger.pen import Pen
from tests.ledger.pens import MORNING, replaying_pen

DRAFT = """The ferry to Corrie sails 14 times a week.

It was the largest ferry on the coast.

No passengers were hurt on 3 April.
"""
WRONG, RIGHT = "sails 14 times", "sails 12 times"
CUT = "It was the largest ferry on the coast.\n\n"
FIX, CUT_IT, LEAVE = OutcomeKind.FIX, OutcomeKind.CUT, OutcomeKind.LEAVE
_PENS = count(1)

Revise = Callable[[str], None]


def pen(actor: str = "ada") -> Pen:
    number = next(_PENS)
    return replaying_pen(actor, start=MORNING + timedelta(minutes=number), first=100_000 * number)


@pytest.fixture
def draft(ledger: Ledger, tmp_path: Path) -> Ledger:
    """A draft by Nils, and a text of others whose claims are asked nothing."""
    for name, purpose, author in (("draft", Purpose.DRAFT, ["Nils"]), ("noise", None, [])):
        (tmp_path / f"{name}.txt").write_text(DRAFT, encoding="utf-8")
        store(ledger, pen(), offer_file(str(tmp_path / f"{name}.txt")))
        if purpose:
            with ledger.writing() as session:
                state_purpose(session, pen("cora"), name, purpose, authors=author)
    return ledger


@pytest.fixture
def revise(draft: Ledger, tmp_path: Path) -> Revise:
    def to(words: str) -> None:
        path = tmp_path / "draft.txt"
        path.write_text(words, encoding="utf-8")
        store_revision(draft, pen("nils"), offer_file(str(path)))

    return to


def ask(ledger: Ledger, handle: str, wanted: OutcomeKind | Wanted, *, by: str = "ada") -> None:
    with ledger.writing() as session:
        asked = wanted if isinstance(wanted, Wanted) else Wanted(wanted)
        ask_for(session, pen(by), handle, asked)


def end(ledger: Ledger, handle: str, how: OutcomeEnd, *, because: str | None = None, by: str = "ada") -> None:
    with ledger.writing() as session:
        end_outcome(session, pen(by), handle, how, because=because)


def outcomes(ledger: Ledger, handle: str) -> tuple[OutcomePage, ...]:
    with ledger.reading() as session:
        return claim_page(session, handle, BUILT_IN).outcomes


def reached(ledger: Ledger, handle: str) -> tuple[OutcomeState, int | None]:
    progress = outcomes(ledger, handle)[-1].progress
    return progress.state, progress.revision


def test_what_is_asked_is_kept_with_who_owes_it_and_until_when(draft: Ledger) -> None:
    due = MORNING + timedelta(days=2)

    ask(draft, "draft:1", Wanted(FIX, " It sails  12 times. ", "seen", "Eve", due))

    (asked,) = outcomes(draft, "draft:1")
    assert (asked.kind, asked.wording, asked.because) == (FIX, "It sails 12 times.", "seen")
    assert (asked.owed_by, asked.due, asked.by, asked.revision) == ("Eve", due, "ada", 1)
    assert outcomes(draft, "noise:1") == ()
    assert outcomes(draft, "draft:2") == ()


@pytest.mark.parametrize(
    ("authors", "owes"),
    [
        pytest.param(["Nils"], "Nils", id="one"),
        pytest.param(["Nils", "nils"], "Nils", id="one, spelled twice"),
        pytest.param(["Nils", "Eve"], None, id="two"),
    ],
)
def test_the_only_author_known_owes_it_unless_another_is_named(
    draft: Ledger, authors: list[str], owes: str | None
) -> None:
    with draft.writing() as session:
        state_purpose(session, pen("cora"), "draft", Purpose.DRAFT, authors=authors)

    ask(draft, "draft:1", CUT_IT)
    ask(draft, "noise:1", CUT_IT)

    assert outcomes(draft, "draft:1")[-1].owed_by == owes
    assert outcomes(draft, "noise:1")[-1].owed_by is None


def test_a_later_outcome_takes_the_place_of_the_former_which_stays_on_record(
    draft: Ledger, revise: Revise
) -> None:
    ask(draft, "draft:2", CUT_IT)
    ask(draft, "draft:2", LEAVE, by="ben")

    former, latter = outcomes(draft, "draft:2")
    assert (former.progress.state, former.is_owed) == (OutcomeState.REPLACED, False)
    assert (latter.progress.state, latter.owed_by) == (OutcomeState.NOTHING_OWED, None)
    with draft.reading() as session:
        counted = asked_in(session, find_document(session, "draft"))
    assert [one.kind for one in counted] == [LEAVE]


def test_a_revision_shows_a_cut_and_its_number_stays(draft: Ledger, revise: Revise) -> None:
    ask(draft, "draft:2", CUT_IT)
    revise(DRAFT.replace(WRONG, RIGHT))
    assert reached(draft, "draft:2") == (OutcomeState.OPEN, None)

    revise(DRAFT.replace(WRONG, RIGHT).replace(CUT, ""))
    revise(DRAFT.replace(CUT, ""))

    assert reached(draft, "draft:2") == (OutcomeState.SHOWN, 3)
    with draft.reading() as session:
        counted = asked_in(session, find_document(session, "draft"))
    assert [one.claim for one in counted] == ["draft:2"]


def test_a_fix_whose_wrong_words_came_back_is_open_again(draft: Ledger, revise: Revise) -> None:
    ask(draft, "draft:1", FIX)
    revise(DRAFT.replace(WRONG, RIGHT))
    assert reached(draft, "draft:1") == (OutcomeState.SHOWN, 2)

    revise(DRAFT)
    assert reached(draft, "draft:1") == (OutcomeState.OPEN, None)

    revise(DRAFT.replace(WRONG, RIGHT))
    assert reached(draft, "draft:1") == (OutcomeState.SHOWN, 4)


def test_a_claim_that_now_credits_somebody_is_attributed(draft: Ledger, revise: Revise) -> None:
    ask(draft, "draft:1", OutcomeKind.ATTRIBUTE)

    revise(DRAFT.replace("14 times a week.", "14 times a week, the harbour office said."))

    assert reached(draft, "draft:1") == (OutcomeState.SHOWN, 2)


def test_what_words_alone_do_not_tell_a_person_says(draft: Ledger, revise: Revise) -> None:
    ask(draft, "draft:1", OutcomeKind.ADD_CONTEXT)
    revise(DRAFT.replace(CUT, ""))
    assert reached(draft, "draft:1")[0] is OutcomeState.OPEN

    revise(DRAFT + "\nIn winter it sails less often.\n")
    assert reached(draft, "draft:1")[0] is OutcomeState.UNCLEAR

    end(draft, "draft:1", OutcomeEnd.DONE)
    assert reached(draft, "draft:1")[0] is OutcomeState.DONE


def test_what_a_person_called_done_is_open_again_once_the_words_are_back(
    draft: Ledger, revise: Revise
) -> None:
    ask(draft, "draft:1", Wanted(FIX, "The ferry to Corrie sails 12 times a week."))
    revise(DRAFT.replace(WRONG, "sails a dozen times"))
    end(draft, "draft:1", OutcomeEnd.DONE, because="the same number")
    assert reached(draft, "draft:1")[0] is OutcomeState.DONE

    revise(DRAFT)

    assert reached(draft, "draft:1")[0] is OutcomeState.OPEN


def test_what_is_dropped_is_owed_by_nobody_and_says_why(draft: Ledger) -> None:
    ask(draft, "draft:1", FIX)

    end(draft, "draft:1", OutcomeEnd.DROPPED, because="it is right")

    (asked,) = outcomes(draft, "draft:1")
    assert not asked.is_owed
    assert asked.end is not None
    assert (asked.end.because, asked.end.by) == ("it is right", "ada")


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        pytest.param(Wanted(CUT_IT, "Less."), "to cut draft:1 takes no wording", id="cut to what"),
        pytest.param(Wanted(LEAVE, owed_by="Eve"), "to leave draft:1 is owed by nobody", id="leave, owed"),
        pytest.param(
            Wanted(FIX, "The ferry to Corrie sails 14\ntimes a week."),
            "draft:1 has these very words",
            id="the same words",
        ),
        pytest.param(Wanted(FIX, due=MORNING), "can't be due before now", id="due in the past"),
    ],
)
def test_what_can_not_be_asked_is_refused_and_nothing_is_stored(
    draft: Ledger, wanted: Wanted, told: str
) -> None:
    with pytest.raises(BadOutcome, match=told):
        ask(draft, "draft:1", wanted)

    assert outcomes(draft, "draft:1") == ()


def test_nothing_is_asked_of_a_text_of_others_and_of_a_claim_that_was_cut(
    draft: Ledger, revise: Revise
) -> None:
    revise(DRAFT.replace(CUT, ""))
    with pytest.raises(BadOutcome, match="draft:2: it was cut in revision 2"):
        ask(draft, "draft:2", FIX)

    with draft.writing() as session:
        state_purpose(session, pen(), "noise", Purpose.PUBLIC)
    with pytest.raises(BadOutcome, match="noise was published by others"):
        ask(draft, "noise:2", FIX)
    with pytest.raises(UnknownClaim):
        ask(draft, "draft:40", FIX)


def test_whoever_wrote_the_text_neither_asks_nor_ends(draft: Ledger) -> None:
    ask(draft, "draft:1", OutcomeKind.ATTRIBUTE)

    with pytest.raises(OwnText):
        ask(draft, "draft:1", LEAVE, by="Nils")
    with pytest.raises(OwnText):
        end(draft, "draft:1", OutcomeEnd.DROPPED, because="no", by="Nils")
    assert reached(draft, "draft:1")[0] is OutcomeState.OPEN


@pytest.mark.parametrize("kind", [CUT_IT, FIX])
def test_nobody_calls_done_what_still_stands(draft: Ledger, kind: OutcomeKind) -> None:
    ask(draft, "draft:2", kind)

    with pytest.raises(BadOutcome, match="the words of draft:2 still stand in draft"):
        end(draft, "draft:2", OutcomeEnd.DONE)


@pytest.mark.parametrize(
    ("ended", "error", "told"),
    [
        pytest.param(OutcomeEnd.DROPPED, EmptyReason, "needs its reason", id="without a reason"),
        pytest.param(OutcomeEnd.DONE, BadOutcome, "nothing was asked of draft:3", id="nothing asked"),
    ],
)
def test_ending_needs_something_that_was_asked_and_dropping_a_reason(
    draft: Ledger, ended: OutcomeEnd, error: type[ClaimError], told: str
) -> None:
    with pytest.raises(error, match=told):
        end(draft, "draft:3", ended)


def test_what_has_ended_or_is_shown_is_not_ended_again(draft: Ledger, revise: Revise) -> None:
    ask(draft, "draft:1", FIX)
    ask(draft, "draft:3", FIX)
    end(draft, "draft:3", OutcomeEnd.DROPPED, because="it is right")
    revise(DRAFT.replace(WRONG, RIGHT))

    with pytest.raises(BadOutcome, match="was ended by ada already"):
        end(draft, "draft:3", OutcomeEnd.DONE)
    with pytest.raises(BadOutcome, match="nothing is owed"):
        end(draft, "draft:1", OutcomeEnd.DONE)


def test_for_many_claims_as_for_one_it_takes_the_same_statements(draft: Ledger, revise: Revise) -> None:
    def statements() -> int:
        seen: list[str] = []
        with draft.reading() as session:
            connection = session.connection()
            event.listen(connection, "before_cursor_execute", lambda *told: seen.append(str(told[2])))
            claim_pages(session, BUILT_IN, slug="draft")
        return len(seen)

    ask(draft, "draft:1", FIX)
    revise(DRAFT.replace(CUT, ""))
    of_one = statements()
    ask(draft, "draft:3", FIX)

    assert statements() == of_one
