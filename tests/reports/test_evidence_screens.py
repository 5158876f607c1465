"""Screens about evidence: laid out to the terminal, and nothing in them moves its cursor."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from claims.evidence.pages import EvidencePage, RecheckPage, WithdrawalPage
from claims.kinds import EvidenceKind, Fit, Grade, Interest, OriginSign, Recheck, Stance
from reports.evidence_records import evidence_record
from reports.evidence_screens import added_screen, evidence_list_screen, evidence_screen

AT = datetime(2025, 12, 14, 9, 12, tzinfo=UTC)
QUOTED = EvidencePage(
    number=7,
    claim="ferries:12",
    kind=EvidenceKind.CAPTURE,
    stance=Stance.REFUTES,
    question=None,
    capture="capture:3",
    source="source:2",
    source_name="Harbour Office",
    protected=False,
    grade=Grade.F,
    quote="the ferry sails 14 times a week",
    fit=Fit.EXACT,
    start=0,
    end=31,
    told=None,
    language=None,
    translation=None,
    translated_by=None,
    primary=None,
    interest=Interest.UNKNOWN,
    credibility=None,
    origin="Harbour Office",
    origin_sign=OriginSign.SOURCE,
    on_date=None,
    place=None,
    how=None,
    part=None,
    described_by=None,
    claimed_date=None,
    claimed_place=None,
    first_use=None,
    because="their own page",
    by="ada",
    known="typed",
    at=AT,
    captured_at=AT,
)


def test_no_grade_and_a_grade_that_nobody_can_give_are_two_things() -> None:
    assert "not graded" in evidence_screen(QUOTED)
    assert "no grade yet" in evidence_screen(replace(QUOTED, grade=None))


def test_what_it_covers_and_what_it_says_otherwise_is_told() -> None:
    page = replace(
        QUOTED, covered=("14",), uncovered=("Pavle Ostrin",), differing=("says 14 where the claim says 12",)
    )

    shown = added_screen((page, ["look twice"])).splitlines()

    assert "says         14" in shown
    assert "says not     Pavle Ostrin" in shown
    assert "differs      says 14 where the claim says 12" in shown
    assert "look again   look twice" in shown


def test_what_became_of_it_is_told() -> None:
    page = replace(
        QUOTED,
        withdrawn=WithdrawalPage("the wrong year", "bo", AT),
        recheck=RecheckPage(Recheck.QUOTE_ALTERED, "sails 12 times", "capture:9", AT),
    )

    shown = " ".join(evidence_screen(page).split())

    assert "ferries:12: against it, withdrawn" in shown
    assert "“the wrong year”" in shown
    assert "the page has other words now" in shown
    assert "now sails 12 times" in shown


def test_words_that_were_withheld_are_said_to_be() -> None:
    assert "(its words were withheld)" in evidence_screen(replace(QUOTED, quote=None))


def test_no_line_is_longer_than_the_screen_and_nothing_moves_the_cursor() -> None:
    page = replace(QUOTED, quote="very " * 100 + "\x1b[2Jlong\r\n", because="so " * 60)

    for shown in (evidence_screen(page), evidence_list_screen([page]), added_screen((page, ()))):
        assert max(map(len, shown.splitlines())) <= 80
        assert "\x1b" not in shown


def test_a_record_has_plain_values() -> None:
    record = evidence_record(replace(QUOTED, recheck=RecheckPage(Recheck.PAGE_GONE, None, None, AT)))

    assert (record["handle"], record["stance"], record["fit"], record["grade"]) == (
        "evidence:7",
        "refutes",
        "exact",
        "F",
    )
    assert record["at"] == "2025-12-14T09:12:00+00:00"
    assert record["recheck"]["at"] == "2025-12-14T09:12:00+00:00"
    assert (record["counts"], record["stale"], record["uncovered"]) == (True, False, [])
