"""Where words stand that may have to be mended: every place that the ledger knows of, and none besides."""

from __future__ import annotations

import pytest

from claims.captures import capture_file
from claims.evidence.adding import add_quote
from claims.evidence.offered import Judged, Quoted
from claims.factchecks.models import LikenessRow
from claims.handles import find_claim
from claims.kinds import MatchDecision, PlaceKind, Purpose, Stance
from claims.publishing.purpose import state_purpose
from ledger.record import record
from tests.claims.corrections.desk import CLAIM, WORDS, Desk

PAGE = "<title>Log</title><article><h1>Log of the pier</h1><p>{}</p><p>{}</p></article>"
OTHER = "The keeper of the old pier wrote down what he saw there in the course of the long night."


def places(desk: Desk, about: str = CLAIM) -> list[tuple[PlaceKind, str]]:
    return [(place.kind, place.place) for place in desk.add(about).places]


def test_the_text_the_reports_and_the_same_words_elsewhere_are_found(desk: Desk) -> None:
    desk.judge("confirmed")
    desk.print_report()
    desk.print_report("tickets", "tickets.html")

    assert places(desk) == [
        (PlaceKind.DOCUMENT, "ferry:1"),
        (PlaceKind.EXPORT, "ferry.html (HTML for readers), printed as confirmed on 13 December 2025"),
        (PlaceKind.DOCUMENT, "tickets:1 (the same words)"),
    ]


def test_every_status_in_which_a_report_printed_the_claim_is_a_place(desk: Desk) -> None:
    desk.print_report()
    desk.judge("confirmed")
    desk.print_report()
    desk.print_report()

    printed = [place for kind, place in places(desk) if kind is PlaceKind.EXPORT]

    assert [place.partition(" as ")[2].partition(" ")[0] for place in printed] == ["unconfirmed", "confirmed"]


def test_words_that_read_alike_are_the_same_and_words_that_do_not_are_not(desk: Desk) -> None:
    desk.revise(f"{WORDS.replace(' ', '  ')}\n\nThe tickets were counted.\n", slug="tickets")
    assert (PlaceKind.DOCUMENT, "tickets:1 (the same words)") in places(desk)

    desk.revise(f"{WORDS.replace('carried', 'never carried')}\n\nThe tickets were counted.\n", slug="tickets")
    assert [place for _, place in places(desk) if "same" in place] == []


@pytest.mark.parametrize("turned", [False, True], ids=["from this claim", "from the other"])
def test_what_somebody_last_judged_the_same_is_found(desk: Desk, *, turned: bool) -> None:
    say_alike(desk, CLAIM, "tickets:2", MatchDecision.SAME, 1, turned=turned)
    assert (PlaceKind.DOCUMENT, "tickets:2 (judged the same)") in places(desk)

    say_alike(desk, CLAIM, "tickets:2", MatchDecision.RELATED, 2, turned=turned)
    assert (PlaceKind.DOCUMENT, "tickets:2 (judged the same)") not in places(desk)


def test_a_capture_that_holds_the_words_is_a_place_but_not_the_one_that_the_claim_rests_on(
    desk: Desk,
) -> None:
    for name, words in (("echo", WORDS), ("source", WORDS), ("other", OTHER)):
        path = desk.folder / f"{name}.html"
        path.write_text(PAGE.format(words, OTHER), encoding="utf-8")
        url = f"https://{name}.example/log"
        capture_file(desk.ledger, desk.pen(), path, how="saved", url=url)
    with desk.ledger.writing() as session:
        judged = Judged(stance=Stance.SUPPORTS, because="it saw it first")
        add_quote(session, desk.pen(), CLAIM, "capture:2", Quoted(quote=WORDS), judged)

    captures = [place for kind, place in places(desk) if kind is PlaceKind.CAPTURE]

    assert captures == ["capture:1, https://echo.example/log"]


def test_a_text_of_others_is_not_ours_to_mend(desk: Desk) -> None:
    with desk.ledger.writing() as session:
        state_purpose(session, desk.pen(), "ferry", Purpose.PUBLIC)

    assert places(desk) == [(PlaceKind.DOCUMENT, "tickets:1 (the same words)")]
    assert places(desk, "ferry") == []


def test_of_a_whole_text_its_reports_are_found_each_as_it_was_printed_last(desk: Desk) -> None:
    desk.print_report()
    desk.judge("confirmed")
    desk.print_report()
    desk.print_report("tickets", "tickets.html")

    assert places(desk, "ferry") == [
        (PlaceKind.DOCUMENT, "ferry"),
        (PlaceKind.EXPORT, "ferry.html (HTML for readers), printed on 13 December 2025"),
    ]


def test_a_place_that_somebody_names_comes_last_and_once(desk: Desk) -> None:
    named = desk.add(places=["the newsletter", " the  newsletter ", ""]).places

    assert [(place.number, place.kind, place.place) for place in named[1:]] == [
        (2, PlaceKind.DOCUMENT, "tickets:1 (the same words)"),
        (3, PlaceKind.OTHER, "the newsletter"),
    ]


def say_alike(
    desk: Desk, one: str, other: str, decision: MatchDecision, ordinal: int, *, turned: bool
) -> None:
    pen = desk.pen()
    with desk.ledger.writing() as session:
        ids = [find_claim(session, handle).id for handle in (one, other)]
        claim, other_id = reversed(ids) if turned else ids
        row = {
            "id": pen.new_id(),
            "claim_id": claim,
            "other_id": other_id,
            "ordinal": ordinal,
            "decision": decision,
            "because": "read both",
            "decided_by": pen.actor,
            "known": pen.known,
            "at": pen.clock(),
        }
        record(session, pen, action="claim.same", subject=one, rows={LikenessRow: [row]})
