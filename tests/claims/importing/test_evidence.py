"""Evidence from a table: the same answers as of the single command, row by row."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.capture_queries import capture_pages
from claims.captures import capture_file
from claims.evidence.pages import EvidencePage
from claims.evidence.queries import evidence_pages
from claims.evidence.withdrawing import withdraw
from claims.importing.evidence import EvidenceImport
from claims.importing.report import ImportReport
from claims.intake import offer_file, store
from claims.kinds import EvidenceKind, Interest, Stance
from ledger.engine import Ledger
from ledger.events import head
from sources.captures.folder import folder_of
from tests.claims.importing.tables import PEN, imported, outcomes

PAGE = "<title>Boats</title><p>The office let 40 boats go. “None is left,” it said.</p>"
URL = "https://office.example/boats"
NOTE = "The skipper of the Alma counted 38 boats."


@pytest.fixture(autouse=True)
def harbour(ledger: Ledger, article: Path, tmp_path: Path) -> None:
    """An article with a claim harbour:2, and a captured page about it."""
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "note.txt").write_text(NOTE, encoding="utf-8")
    store(ledger, PEN, offer_file(str(article)))
    capture_file(ledger, PEN, tmp_path / "page.html", how="saved by Ada", url=URL)


def run(ledger: Ledger, folder: Path, words: str, *, all_or_nothing: bool = False) -> ImportReport:
    table = EvidenceImport(captures=folder_of(ledger.path), beside=folder)
    return imported(ledger, folder, table, words, all_or_nothing=all_or_nothing)


def evidence(ledger: Ledger) -> tuple[EvidencePage, ...]:
    with ledger.reading() as session:
        return evidence_pages(session)


def files(ledger: Ledger) -> int:
    return len(list(folder_of(ledger.path).iterdir()))


TABLE = f"""claim,item,quote,stance,source,primary,interest,question,because,by
harbour:2,capture:1,The office let 40 boats go,supports,Harbour Office,yes,party,,its own page,ben
harbour:2,{URL},"“None is left,” it said.",context,,no,,,its own page,
harbour:2,page.html,let 40 boats go,insufficient,,,,,no date on it,
"""


def test_a_row_becomes_evidence_with_all_that_was_said_of_it(ledger: Ledger, tmp_path: Path) -> None:
    report = run(ledger, tmp_path, TABLE)

    assert outcomes(report) == ["added"] * 3
    assert [row.handle for row in report.rows] == ["evidence:1", "evidence:2", "evidence:3"]
    first, second, third = evidence(ledger)
    assert (first.claim, first.capture, first.stance) == ("harbour:2", "capture:1", Stance.SUPPORTS)
    assert (first.source_name, first.primary, first.interest) == ("Harbour Office", True, Interest.PARTY)
    assert (first.because, first.by) == ("its own page", "ben")
    assert (second.primary, second.by, second.interest) == (False, "ada", Interest.UNKNOWN)
    assert (third.primary, third.capture) == (None, "capture:1")


def test_importing_the_same_table_twice_changes_nothing(ledger: Ledger, tmp_path: Path) -> None:
    run(ledger, tmp_path, TABLE)
    with ledger.writing() as session:
        withdraw(session, PEN, "evidence:3", because="another office")
        before = head(session)

    report = run(ledger, tmp_path, TABLE.replace("let 40 boats go", "let  40 boats go"))

    assert outcomes(report) == ["same"] * 3
    with ledger.reading() as session:
        assert head(session) == before


@pytest.mark.parametrize(
    ("column", "value"),
    [("stance", "refutes"), ("because", "a guess"), ("primary", "no"), ("source", "Mara Olin")],
)
def test_another_opinion_of_the_same_words_is_other_evidence(
    ledger: Ledger, tmp_path: Path, column: str, value: str
) -> None:
    row = {"claim": "harbour:2", "item": "capture:1", "quote": "40 boats", "stance": "supports"}
    row |= {"because": "its own page", "primary": "yes", "source": "Harbour Office"}
    table = [",".join(row), ",".join(row.values()), ",".join((row | {column: value}).values())]

    assert outcomes(run(ledger, tmp_path, "\n".join(table))) == ["added", "added"]


def test_a_file_that_nobody_captured_is_captured_with_its_row(ledger: Ledger, tmp_path: Path) -> None:
    words = (
        "claim,item,quote,stance,because,how\n"
        "harbour:2,note.txt,counted 38 boats,refutes,she was there,given by the skipper\n"
        "harbour:3,note.txt,The skipper of the Alma,context,who she is,\n"
    )

    report = run(ledger, tmp_path, words)

    assert outcomes(report) == ["added", "added"]
    assert {page.capture for page in evidence(ledger)} == {"capture:2"}
    with ledger.reading() as session:
        _, note = capture_pages(session)
    assert (note.given_as, note.story) == ("note.txt", "harbour")


@pytest.mark.parametrize("all_or_nothing", [True, False])
def test_a_file_of_a_refused_row_is_taken_out_again(
    ledger: Ledger, tmp_path: Path, *, all_or_nothing: bool
) -> None:
    words = "claim,item,quote,stance,because,how\nharbour:2,note.txt,40 boats,refutes,she was there,a gift\n"
    before = files(ledger)

    report = run(ledger, tmp_path, words, all_or_nothing=all_or_nothing)

    assert outcomes(report) == ["refused"]
    assert files(ledger) == before
    with ledger.reading() as session:
        assert len(capture_pages(session)) == 1


def test_a_file_of_a_good_row_goes_with_the_bad_ones_where_all_or_nothing_was_asked_for(
    ledger: Ledger, tmp_path: Path
) -> None:
    words = (
        "claim,item,quote,stance,because,how\n"
        "harbour:2,note.txt,38 boats,refutes,she was there,a gift\n"
        "harbour:99,capture:1,40 boats,supports,x,\n"
    )
    before = files(ledger)

    report = run(ledger, tmp_path, words, all_or_nothing=True)

    assert (report.stored, files(ledger), evidence(ledger)) == (False, before, ())


def test_what_somebody_heard_is_told_under_its_kind(ledger: Ledger, tmp_path: Path) -> None:
    words = (
        "claim,kind,told,source,date,stance,because\n"
        "harbour:2,phone call,40 of them,Mara Olin,2025-05-12,supports,she counts them\n"
    )

    assert outcomes(run(ledger, tmp_path, words)) == ["added"]
    assert outcomes(run(ledger, tmp_path, words)) == ["same"]
    (page,) = evidence(ledger)
    assert (page.kind, page.told, page.on_date) == (EvidenceKind.PHONE_CALL, "40 of them", "2025-05-12")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        pytest.param("harbour:99,capture:1,40 boats,supports,x,", "no claim harbour:99", id="no such claim"),
        pytest.param("harbour:2,capture:9,40 boats,supports,x,", "no capture 'capture:9'", id="no capture"),
        pytest.param("harbour:2,,40 boats,supports,x,", "has no item", id="no item"),
        pytest.param(
            "harbour:2,https://a.example/,40,supports,x,", "factdesk capture https", id="not fetched"
        ),
        pytest.param("harbour:2,none.txt,40 boats,supports,x,", "none.txt does not exist", id="no such file"),
        pytest.param(
            "harbour:2,note.txt,38 boats,supports,x,", "in the column how", id="a file from nowhere"
        ),
        pytest.param("harbour:2,capture:1,50 boats,supports,x,", "the quote is not in", id="other words"),
        pytest.param("harbour:2,capture:1,40 boats,proves,x,", "'proves' is no stance", id="no stance"),
        pytest.param("harbour:2,capture:1,40 boats,supports,,", "has no because", id="no reason"),
        pytest.param("harbour:2,capture:1,40 boats,supports,x,7", "no credibility", id="no credibility"),
        pytest.param("harbour:2,capture:1,40 boats,supports,x,low", "a whole number", id="no number"),
    ],
)
def test_a_row_is_refused_as_the_single_command_would(
    ledger: Ledger, tmp_path: Path, row: str, said: str
) -> None:
    with ledger.reading() as session:
        before = head(session)

    report = run(ledger, tmp_path, f"claim,item,quote,stance,because,credibility\n{row}\n")

    assert outcomes(report) == ["refused"]
    assert said in report.rows[0].told[0]
    with ledger.reading() as session:
        assert head(session) == before


def test_a_refused_row_registers_no_source(ledger: Ledger, tmp_path: Path) -> None:
    words = "claim,item,quote,stance,because,source\nharbour:2,capture:1,50 boats,supports,x,Nobody\n"
    with ledger.reading() as session:
        before = head(session)

    run(ledger, tmp_path, words)

    with ledger.reading() as session:
        assert head(session) == before
