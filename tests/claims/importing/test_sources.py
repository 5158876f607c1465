"""Sources from a table: added, known already, or refused with the reason, and nothing silently."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.importing.report import ImportReport
from claims.importing.sources import SourceImport
from claims.kinds import FoundIn, RowOutcome
from claims.registry.queries import source_page, source_pages
from ledger.engine import Ledger
from ledger.events import head
from tests.claims.importing.tables import imported, outcomes

GOOD = """name,kind,owner,homepage,language,primary_for,also,protected,grade,grade_for,because
Harbour Office,official,Town of Ellin,office.example,en,shipping; tides,HO,no,B,,right so far
Gazette,news,,,,,,,A,shipping,its own reporters
Heron,,,,,,,yes,F,,too early to tell
"""


def run(ledger: Ledger, folder: Path, words: str, **options: bool) -> ImportReport:
    return imported(ledger, folder, SourceImport(), words, **options)


def test_a_row_becomes_a_source_with_its_grade(ledger: Ledger, tmp_path: Path) -> None:
    report = run(ledger, tmp_path, GOOD)

    assert outcomes(report) == ["added", "added", "added"]
    assert [row.handle for row in report.rows] == ["source:1", "source:2", "source:3"]
    with ledger.reading() as session:
        office, gazette, heron = (source_page(session, name) for name in ["HO", "Gazette", "Heron"])
    assert (office.owner, office.primary_for) == ("Town of Ellin", ("shipping", "tides"))
    assert office.found_in is FoundIn.IMPORT
    assert office.grade is not None
    assert (office.grade.grade, office.grade.because) == ("B", "right so far")
    assert (gazette.grade, gazette.grades[0].scope) == (None, "shipping")
    assert (heron.protected, heron.grade is not None and heron.grade.is_graded) == (True, False)


def test_importing_the_same_table_twice_changes_nothing(ledger: Ledger, tmp_path: Path) -> None:
    run(ledger, tmp_path, GOOD)
    with ledger.reading() as session:
        before = head(session)

    report = run(ledger, tmp_path, GOOD)

    assert outcomes(report) == ["same", "same", "same"]
    with ledger.reading() as session:
        assert head(session) == before


def test_another_grade_for_a_known_source_is_added(ledger: Ledger, tmp_path: Path) -> None:
    run(ledger, tmp_path, "name,grade,because\nGazette,B,right so far\n")

    report = run(ledger, tmp_path, "name,grade,because\nGazette,C,two errors in May\n")

    assert outcomes(report) == ["added"]
    with ledger.reading() as session:
        assert [grade.grade for grade in source_page(session, "Gazette").grades] == ["B", "C"]


BAD = """name,kind,owner,protected,grade,because
Gazette,,,,,
Herald,blog,,,,
Crow,,A. Marsh,yes,,
Courier,,,,B,
Dock,,,perhaps,,
Board,,,,,no grade at all
Harbour Office,official,,,,
"""


def test_bad_rows_are_refused_with_their_reason_and_the_others_are_stored(
    ledger: Ledger, tmp_path: Path
) -> None:
    report = run(ledger, tmp_path, BAD)

    assert outcomes(report) == ["added", *["refused"] * 5, "added"]
    reasons = [row.told[0] for row in report.refused]
    said = ["no kind of source", "leave out --owner", "needs its reason", "takes yes or no", "no grade"]
    assert all(part in reason for part, reason in zip(said, reasons, strict=True))
    with ledger.reading() as session:
        assert {page.name for page in source_pages(session)} == {"Gazette", "Harbour Office"}


def test_a_refused_row_leaves_nothing_behind(ledger: Ledger, tmp_path: Path) -> None:
    run(ledger, tmp_path, "name,grade,because\nCourier,B,\nHerald,Z,x\n")

    with ledger.reading() as session:
        assert (source_pages(session), head(session).size) == ((), 0)


@pytest.mark.parametrize("options", [{"all_or_nothing": True}, {"dry_run": True}])
def test_all_or_nothing_and_a_dry_run_store_nothing_and_say_the_same_of_each_row(
    ledger: Ledger, tmp_path: Path, options: dict[str, bool]
) -> None:
    report = run(ledger, tmp_path, BAD, **options)

    assert not report.stored
    with ledger.reading() as session:
        assert (source_pages(session), head(session).size) == ((), 0)
    assert run(ledger, tmp_path, BAD).rows == report.rows


def test_all_is_stored_where_all_is_good(ledger: Ledger, tmp_path: Path) -> None:
    assert run(ledger, tmp_path, GOOD, all_or_nothing=True).stored


def test_rows_of_one_table_are_one_source_where_their_names_are_one(ledger: Ledger, tmp_path: Path) -> None:
    report = run(ledger, tmp_path, "name\nGazette\nThe GAZETTE\n")

    assert outcomes(report) == ["added", "same"]


def test_a_code_name_that_looks_like_a_name_is_refused_and_a_note_is_warned_of(
    ledger: Ledger, tmp_path: Path
) -> None:
    words = "name,protected,sure,grade,because\nAda Marsh,yes,,,\nBig Heron,yes,yes,B,an aunt of Ben Dock\n"

    report = run(ledger, tmp_path, words)

    assert [row.outcome for row in report.rows] == [RowOutcome.REFUSED, RowOutcome.ADDED]
    assert "'Ada Marsh' looks like somebody's name" in report.rows[0].told[0]
    assert "'Ben Dock' looks like somebody's name" in report.rows[1].told[0]
