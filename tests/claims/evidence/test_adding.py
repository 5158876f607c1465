"""Adding evidence: a quote that stands in its capture is tied to a claim, and nothing else is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from claims.captures import add_capture
from claims.errors import (
    BadEvidence,
    BadTime,
    BadWord,
    ClaimError,
    EmptyReason,
    NotReportedSpeech,
    QuoteNotFound,
    UnknownCapture,
    UnknownClaim,
)
from claims.evidence.filing import add_quote_of_file
from claims.evidence.models import EvidenceRow
from claims.evidence.offered import Quoted
from claims.evidence.typed import judged
from claims.kinds import EvidenceKind, Fit, Grade, Interest, OriginSign, Question, Stance
from claims.models import CaptureRow
from claims.registry.adding import add_source
from claims.registry.grading import grade_source
from claims.registry.models import SourceRow
from ledger.engine import Ledger
from ledger.events import head
from sources.blocks import Block, BlockKind, CanonicalText, Metadata
from sources.captures.folder import folder_of
from sources.captures.kinds import CaptureKind
from sources.captures.taking import Taken
from sources.captures.words import Words
from sources.fetch.outcome import State
from tests.claims.evidence.desk import CLAIM, PAGE, heard, page, pen, quote


def counted(ledger: Ledger) -> tuple[int, ...]:
    """How many pieces of evidence, sources, captures and events there are."""
    with ledger.reading() as session:
        tables = (EvidenceRow, SourceRow, CaptureRow)
        return (
            *(session.scalar(select(func.count()).select_from(one)) or 0 for one in tables),
            head(session).size,
        )


def test_a_quote_is_kept_with_its_place_and_all_that_was_said_of_it(desk: Ledger) -> None:
    added = quote(
        desk,
        "sails 14 times a week, the harbour's own timetable",
        primary=True,
        interest="party",
        credibility=2,
        of_it={"language": "en"},
    )

    stored = page(desk, added.handle)
    assert added.handle == "evidence:1"
    assert stored.quote == "sails 14 times a week, the harbour’s own timetable"
    assert (stored.fit, stored.stance, stored.interest) == (Fit.WHITESPACE, Stance.SUPPORTS, Interest.PARTY)
    assert (stored.primary, stored.credibility, stored.because) == (True, 2, "it is their own page")
    assert (stored.capture, stored.claim, stored.by) == ("capture:1", CLAIM, "ada")
    assert stored.captured_at is not None
    assert stored.capture_sha256 is not None


def test_the_place_of_a_quote_slices_back_in_the_captured_text(desk: Ledger) -> None:
    stored = page(desk, quote(desk, "begin on 3 May 2026").handle)

    with desk.reading() as session:
        text = session.scalars(select(CaptureRow.text).where(CaptureRow.number == 1)).one()
    assert text is not None
    assert text[stored.start : stored.end] == stored.quote
    assert stored.fit is Fit.WHITESPACE if "\n" in (stored.quote or "") else Fit.EXACT


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(
            "The ferry to Corrie sails 12 times a week",
            "the page has “14” where the quote has “12”; the nearest passage is “The ferry to Corrie sails "
            "14 times a week”; quote the words as they stand",
            id="altered",
        ),
        pytest.param("a bridge will be built", "nor anything near it", id="gone"),
        pytest.param("sails 1", "the page has", id="a part of a number"),
    ],
)
def test_a_quote_that_is_not_in_the_capture_is_refused_with_what_is_there(
    desk: Ledger, words: str, said: str
) -> None:
    before = counted(desk)

    with pytest.raises(QuoteNotFound) as error:
        quote(desk, words)

    assert "the quote is not in capture:1" in str(error.value)
    assert said in " ".join(str(error.value).split())
    assert counted(desk) == before


@pytest.mark.parametrize(
    ("given", "error", "said"),
    [
        pytest.param({"claim": "ferries:99"}, UnknownClaim, "there is no claim ferries:99", id="claim"),
        pytest.param({"capture": "capture:9"}, UnknownCapture, "there is no capture", id="capture"),
        pytest.param({"words": " "}, BadEvidence, "--quote", id="no words"),
        pytest.param({"words": "sails 14 " * 700}, BadEvidence, "at most 5,000", id="very many words"),
        pytest.param({"because": " "}, EmptyReason, "--because", id="no reason"),
        pytest.param(
            {"stance": "maybe"},
            BadWord,
            "'maybe' is no stance; choose one of: supports, refutes, context, insufficient",
            id="stance",
        ),
        pytest.param(
            {"interest": "none"},
            BadWord,
            "'none' is no interest; choose one of: party, affiliated, independent, unknown",
            id="interest",
        ),
        pytest.param({"credibility": 7}, BadEvidence, "7 is no credibility", id="credibility 7"),
        pytest.param({"credibility": 0}, BadEvidence, "0 is no credibility", id="credibility 0"),
        pytest.param({"about": "written"}, BadWord, "choose one of: said, so", id="question"),
        pytest.param(
            {"of_it": {"translation": "14 times"}}, BadEvidence, "--translated-by", id="a nameless translator"
        ),
        pytest.param(
            {"of_it": {"part": "0:12", "described_by": "Ada"}},
            BadEvidence,
            "there are words in capture:1",
            id="a part of a text",
        ),
        pytest.param(
            {"capture": "capture:3"},
            BadEvidence,
            "there are no words in capture:3",
            id="a picture, undescribed",
        ),
    ],
)
def test_what_can_not_be_evidence_is_refused_and_nothing_is_stored(
    desk: Ledger, given: dict[str, Any], error: type[ClaimError], said: str
) -> None:
    before = counted(desk)
    options = {"words": "sails 14 times a week", **given}
    with pytest.raises(error) as raised:
        quote(desk, options.pop("words"), **options)

    assert said in str(raised.value)
    assert counted(desk) == before


def taken(state: State, reason: str, words: str | None) -> Taken:
    """A capture that did not go as it should."""
    block = Block(BlockKind.PARAGRAPH, 0, len(words or ""))
    text = CanonicalText(words, (block,), Metadata(), "plain/1") if words else None
    return Taken(
        id=pen().new_id(),
        kind=CaptureKind.FETCHED,
        began=pen().clock(),
        asked="https://gone.example/",
        url="https://gone.example/",
        state=state,
        reason=reason,
        words=Words(text, None if words else "nothing came"),
    )


def test_nothing_can_rest_on_a_capture_that_failed(desk: Ledger) -> None:
    with desk.writing() as session:
        add_capture(session, pen(), taken(State.UNREACHABLE, "the name is not known", None), story=None)

    with pytest.raises(BadEvidence, match="nothing can rest on capture:4: the name is not known"):
        quote(desk, "sails 14 times a week", capture="capture:4")


def test_that_a_capture_is_a_part_of_its_page_is_warned_of(desk: Ledger) -> None:
    cut = taken(State.PARTIAL, "the server stopped sending", "The ferry sails 14 times a week from May")
    with desk.writing() as session:
        add_capture(session, pen(), cut, story=None)

    added = quote(desk, "sails 14 times a week", capture="capture:4")

    assert added.warnings == (
        "capture:4 is a part of the page only (the server stopped sending); look what the rest says",
    )


def test_a_part_of_a_picture_is_kept_as_somebody_put_it_into_words(desk: Ledger) -> None:
    added = quote(
        desk,
        "The board shows 14 sailings",
        capture="capture:3",
        of_it={
            "part": "upper left",
            "described_by": "Marta Klima",
            "claimed_date": "May 2026",
            "claimed_place": "the quay",
            "first_use": "the harbour's own feed",
        },
    )

    stored = page(desk, added.handle)
    assert (stored.fit, stored.start, stored.part, stored.described_by) == (
        None,
        None,
        "upper left",
        "Marta Klima",
    )
    assert (stored.claimed_date, stored.claimed_place) == ("May 2026", "the quay")
    assert stored.first_use == "the harbour's own feed"
    assert stored.counts


def test_what_a_quote_leaves_open_is_warned_of_and_refused_by_nobody(desk: Ledger) -> None:
    added = quote(desk, "The summer times begin on")

    assert added.warnings == ("it is to support the claim, and says nothing of 14 times a week",)
    assert page(desk, added.handle).uncovered == ("14 times a week", "May", "Corrie")


def test_a_quote_that_says_otherwise_is_warned_of(desk: Ledger) -> None:
    added = quote(desk, "is to sail 12 times a week", capture="capture:2")

    assert added.warnings == (
        "it is to support the claim, and says 12 times a week where the claim says 14 times a week",
    )
    assert page(desk, added.handle).differing == (
        "says 12 times a week where the claim says 14 times a week",
    )


def test_a_denial_outside_the_quote_is_warned_of(desk: Ledger) -> None:
    added = quote(desk, "passengers were hurt on the quay", claim="ferries:3", stance="refutes")

    assert added.warnings == (
        "the sentence that it is taken from has “not” outside the quote; quote all of it if that changes "
        "what it says",
    )


@pytest.mark.parametrize("words", ["The crossing takes two hours.", "“The crossing takes two hours.”"])
def test_a_denial_in_the_next_sentence_is_not_warned_of(desk: Ledger, words: str) -> None:
    assert quote(desk, words, stance="context").warnings == ()


def test_the_words_are_compared_in_translation_where_there_is_one(desk: Ledger) -> None:
    added = quote(
        desk,
        "sails 14 times a week",
        of_it={"language": "fr", "translation": "It goes 13 times a week", "translated_by": "Ada"},
    )

    assert "says 13 times a week where the claim says 14 times a week" in page(desk, added.handle).differing


def test_what_somebody_said_is_kept_with_when_where_and_how(desk: Ledger) -> None:
    added = heard(
        desk,
        source="Lena Voss",
        on_date="2025-12-14",
        place="the quay",
        how="face to face",
        primary=True,
        about="so",
    )

    stored = page(desk, added.handle)
    assert (stored.kind, stored.told, stored.capture) == (EvidenceKind.INTERVIEW, "14 times a week", None)
    assert (stored.on_date, stored.place, stored.how) == ("2025-12-14", "the quay", "face to face")
    assert (stored.source_name, stored.question) == ("Lena Voss", Question.SO)
    assert (stored.origin, stored.origin_sign) == ("Lena Voss", OriginSign.SOURCE)


def test_what_credits_nobody_is_not_asked_whether_it_was_said(desk: Ledger) -> None:
    before = counted(desk)

    with pytest.raises(NotReportedSpeech, match="ferries:3 credits nobody"):
        heard(desk, claim="ferries:3", source="Lena Voss", about="said")

    assert counted(desk) == before


@pytest.mark.parametrize(
    ("given", "said"),
    [
        pytest.param({"told": " "}, "--told", id="nothing told"),
        pytest.param({}, "--source", id="by nobody"),
        pytest.param(
            {"source": "Ada", "on_date": "14.12.2025"},
            "'14.12.2025' is no date; write it as",
            id="a bad date",
        ),
        pytest.param({"source": "Ada", "on_date": "2025-02-30"}, "is no date", id="no such day"),
    ],
)
def test_what_is_missing_of_an_interview_is_said(desk: Ledger, given: dict[str, Any], said: str) -> None:
    before = counted(desk)

    with pytest.raises((BadEvidence, BadTime, BadWord)) as error:
        heard(desk, **given)

    assert said in str(error.value)
    assert counted(desk) == before


def test_what_the_desk_saw_itself_needs_no_source(desk: Ledger) -> None:
    added = heard(desk, kind=EvidenceKind.OBSERVATION)

    stored = page(desk, added.handle)
    assert (stored.origin, stored.origin_sign) == ("evidence:1", OriginSign.ALONE)


def test_the_grade_that_a_source_has_then_stays_with_the_evidence(desk: Ledger) -> None:
    first = heard(desk, source="Harbour Office")
    for grade, scope in (("B", None), ("D", "roads"), ("A", "ferry")):
        with desk.writing() as session:
            grade_source(session, pen(), "Harbour Office", grade, because="years of it", scope=scope)
    second = heard(desk, source="Harbour Office")

    assert page(desk, first.handle).grade is None
    assert page(desk, second.handle).grade is Grade.A


def test_a_grade_for_another_matter_is_passed_over(desk: Ledger) -> None:
    heard(desk, source="Harbour Office")
    for grade, scope in (("B", None), ("D", "roads")):
        with desk.writing() as session:
            grade_source(session, pen(), "Harbour Office", grade, because="years of it", scope=scope)

    assert page(desk, heard(desk, source="Harbour Office").handle).grade is Grade.B


def test_where_words_on_a_protected_source_look_like_a_name_its_author_is_warned(desk: Ledger) -> None:
    with desk.writing() as session:
        add_source(session, pen(), "K7", protected=True)

    added = heard(desk, source="K7", how="met with Ivo Kral", place="the quay")

    assert [warning for warning in added.warnings if "looks like a name" in warning] == [
        "K7 is protected, and --how has “Ivo Kral”, which looks like a name; if it is one, take this back "
        "with: factdesk evidence withdraw evidence:1"
    ]


def test_a_file_is_captured_and_quoted_in_one_step(desk: Ledger, tmp_path: Path) -> None:
    (tmp_path / "copy.html").write_text(PAGE, encoding="utf-8")

    added = add_quote_of_file(
        desk,
        pen(),
        CLAIM,
        tmp_path / "copy.html",
        how="sent by Marta",
        url="https://harbour.example/times",
        quoted=Quoted(quote="sails 14 times a week"),
        judged=judged(stance="supports", because="their page"),
    )

    assert page(desk, added.handle).capture == "capture:4"


def test_of_a_file_that_lacks_the_quote_nothing_is_kept(desk: Ledger, tmp_path: Path) -> None:
    (tmp_path / "copy.html").write_text(PAGE, encoding="utf-8")
    before, files = counted(desk), sorted(folder_of(desk.path).iterdir())

    with pytest.raises(QuoteNotFound, match=r"the quote is not in copy\.html as it was given"):
        add_quote_of_file(
            desk,
            pen(),
            CLAIM,
            tmp_path / "copy.html",
            how="sent by Marta",
            url=None,
            quoted=Quoted(quote="sails 15 times a week"),
            judged=judged(stance="supports", because="their page"),
        )

    assert counted(desk) == before
    assert sorted(folder_of(desk.path).iterdir()) == files
