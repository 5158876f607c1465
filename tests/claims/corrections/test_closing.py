"""Mending places and closing corrections: what has to be done first, and that what is closed stays closed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select

from claims.corrections.models import CorrectionEndRow, PlaceMendedRow
from claims.errors import (
    BadCorrection,
    ClaimError,
    CorrectionClosed,
    EmptyReason,
    NotYetMended,
    UnknownCorrection,
    UnknownPlace,
)
from claims.kinds import CorrectionDecision, Status
from tests.claims.corrections.desk import WORDS, Desk

Steps = Callable[[Desk], None]
READERS_ARE_TOLD = [one for one in CorrectionDecision if one is not CorrectionDecision.DECLINED]
SHEEP = WORDS.replace("people", "sheep")


@pytest.fixture
def asked(desk: Desk) -> Desk:
    """A desk whose claim is confirmed and was printed, and of which a reader asked for a correction."""
    desk.judge("confirmed", by="ada")
    desk.print_report()
    desk.add("tickets:2", request="Noise.")
    desk.add(places=["the newsletter"])
    return desk


def close(desk: Desk, decision: CorrectionDecision = CorrectionDecision.CORRECTED) -> None:
    notice = None if decision is CorrectionDecision.DECLINED else "It carried sheep."
    desk.close(decision, handle="correction:2", notice=notice)


def ends(desk: Desk) -> int:
    with desk.ledger.reading() as session:
        return len(session.scalars(select(CorrectionEndRow)).all())


def mend_all(desk: Desk) -> None:
    desk.mend(handle="2")


def test_a_correction_keeps_the_old_verdict_beside_the_new_for_good(asked: Desk) -> None:
    asked.judge("refuted", by="dan")
    mend_all(asked)

    close(asked)
    asked.judge("confirmed", by="eve")

    page = asked.correction("2")
    assert page.was is not None
    assert page.now is not None
    assert (page.was.status, page.was.by) == (Status.CONFIRMED, "ada")
    assert (page.now.status, page.now.by) == (Status.REFUTED, "dan")
    assert page.end is not None
    assert (page.end.decision, page.end.by, page.end.notice) == ("corrected", "cora", "It carried sheep.")


def test_of_words_that_were_changed_both_are_kept(asked: Desk) -> None:
    asked.revise(f"{SHEEP}\n\nThe ferry were counted.\n")
    asked.judge("confirmed", by="dan")
    mend_all(asked)

    close(asked)

    page = asked.correction("2")
    assert page.was is not None
    assert page.now is not None
    assert (page.was.words, page.was.by) == (WORDS, "ada")
    assert (page.now.words, page.now.by) == (SHEEP, "dan")


@pytest.mark.parametrize(
    ("steps", "says"),
    [
        pytest.param([], "the words and the verdict that it had", id="nothing happened"),
        pytest.param(
            [lambda desk: desk.judge("confirmed", by="dan")],
            "the words and the verdict that it had",
            id="judged again, and the same",
        ),
        pytest.param([lambda desk: desk.reopen()], "ferry:1 is open", id="opened again alone"),
        pytest.param(
            [lambda desk: desk.revise(f"{SHEEP}\n\nThe ferry were counted.\n")],
            "ferry:1 is open",
            id="new words that nobody has judged",
        ),
    ],
)
def test_nothing_is_corrected_before_the_new_verdict_is_there(
    asked: Desk, steps: list[Steps], says: str
) -> None:
    for step in steps:
        step(asked)
    mend_all(asked)

    with pytest.raises(NotYetMended, match=says):
        close(asked)

    assert (ends(asked), asked.correction("2").is_open) == (0, True)


def test_a_verdict_that_still_waits_for_something_is_none_yet(asked: Desk) -> None:
    asked.reopen()
    mend_all(asked)
    asked.judge("confirmed", by="dan", claim="ferry:2")

    with pytest.raises(NotYetMended, match="factdesk claim mark ferry:1"):
        close(asked)


@pytest.mark.parametrize("decision", READERS_ARE_TOLD)
def test_every_place_is_mended_or_left_with_a_reason_before_readers_are_told(
    asked: Desk, decision: CorrectionDecision
) -> None:
    asked.judge("refuted", by="dan")
    asked.mend(1, 3, handle="2")

    with pytest.raises(NotYetMended, match="places 2 and 4 of correction:2 are not mended yet"):
        close(asked, decision)
    asked.mend(2, 4, handle="2", how="nobody can reach it", left=True)
    close(asked, decision)

    assert [place.mended.left for place in asked.correction("2").places if place.mended] == [
        False,
        True,
        False,
        True,
    ]


def test_what_counts_as_confirmed_is_not_retracted_while_it_stands(asked: Desk) -> None:
    mend_all(asked)
    with pytest.raises(NotYetMended, match="it is not retracted"):
        close(asked, CorrectionDecision.RETRACTED)

    asked.revise("The ferry were counted.\n")
    close(asked, CorrectionDecision.RETRACTED)

    page = asked.correction("2")
    assert page.was is not None
    assert page.now is not None
    assert (page.was.words, page.now.words) == (WORDS, None)


def test_what_was_only_unclear_keeps_its_verdict(asked: Desk) -> None:
    mend_all(asked)

    close(asked, CorrectionDecision.CLARIFIED)

    assert asked.correction("2").was == asked.correction("2").now


def test_to_decline_takes_a_reason_and_no_more(asked: Desk) -> None:
    asked.reopen()

    close(asked, CorrectionDecision.DECLINED)

    page = asked.correction("2")
    assert page.end is not None
    assert (page.is_noticed, page.end.because) == (False, "the keeper says so")


def test_a_request_about_a_whole_text_needs_its_places_alone(desk: Desk) -> None:
    desk.add("ferry")
    with pytest.raises(NotYetMended, match="place 1 of correction:1 is not mended yet"):
        desk.close()

    desk.mend(1)

    assert desk.close().now is None


def test_what_is_closed_stays_closed(asked: Desk) -> None:
    close(asked, CorrectionDecision.DECLINED)

    with pytest.raises(CorrectionClosed, match=r"closed by cora on .* stays closed"):
        close(asked, CorrectionDecision.DECLINED)
    with pytest.raises(CorrectionClosed):
        asked.mend(1, handle="2")

    assert ends(asked) == 1
    assert asked.add().earlier == ("correction:2",)


@pytest.mark.parametrize(
    ("given", "error", "says"),
    [
        pytest.param({"because": " "}, EmptyReason, "needs its reason", id="no reason"),
        pytest.param({"notice": None}, BadCorrection, "--notice", id="no notice"),
        pytest.param({"notice": "  "}, BadCorrection, "--notice", id="an empty notice"),
        pytest.param(
            {"decision": CorrectionDecision.DECLINED, "notice": "No."},
            BadCorrection,
            "leave out --notice",
            id="a notice of what is declined",
        ),
        pytest.param({"handle": "9"}, UnknownCorrection, "factdesk correction list", id="no such one"),
        pytest.param({"handle": "ferry"}, UnknownCorrection, "no correction 'ferry'", id="no number"),
    ],
)
def test_what_can_not_be_decided_so_is_refused(
    asked: Desk, given: dict[str, object], error: type[ClaimError], says: str
) -> None:
    with pytest.raises(error, match=says):
        asked.close(**{"handle": "2", **given})  # type: ignore[arg-type]

    assert ends(asked) == 0


@pytest.mark.parametrize(
    ("places", "how", "error", "says"),
    [
        pytest.param([9], "done", UnknownPlace, "no place 9; they run from 1 to 4", id="no such place"),
        pytest.param([1, 2], "done", UnknownPlace, "place 2 .* by cy on .*: printed anew", id="done before"),
        pytest.param([1], " ", EmptyReason, "--how", id="no word of how"),
    ],
)
def test_a_place_is_dealt_with_once_and_in_words(
    asked: Desk, places: list[int], how: str, error: type[ClaimError], says: str
) -> None:
    asked.mend(2, handle="2")

    with pytest.raises(error, match=says):
        asked.mend(*places, handle="2", how=how)

    with asked.ledger.reading() as session:
        assert len(session.scalars(select(PlaceMendedRow)).all()) == 1
    assert [place.number for place in asked.correction("2").unmended] == [1, 3, 4]


def test_mending_all_takes_what_is_left_and_then_there_is_nothing_left(asked: Desk) -> None:
    asked.mend(2, handle="2")

    mend_all(asked)

    assert asked.correction("2").unmended == ()
    assert asked.correction("1").unmended != ()
    with pytest.raises(UnknownPlace, match="mended already"):
        mend_all(asked)
