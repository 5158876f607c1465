"""Claims from a table: a text of their own, to which further rows are added."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.errors import SlugTaken
from claims.importing.claims import COLUMNS, NEEDED, import_claims
from claims.importing.report import ImportReport
from claims.intake import offer_file, store
from claims.judging.adopted import policy_in_force
from claims.pages import DocumentPage
from claims.queries import document_page
from ledger.engine import Ledger
from ledger.events import head
from sources.rows import read_rows
from tests.claims.importing.tables import PEN, outcomes

TABLE = """text,claimant,date,url
The Alma carried 40 people.,Mara Olin,2025-05-12,https://office.example/a
The Alma sank in May. Nobody saw it.,,2025,
The harbour was closed for a day.,,,
"""


def run(
    ledger: Ledger, folder: Path, words: str, *, all_or_nothing: bool = False, dry_run: bool = False
) -> ImportReport:
    (folder / "ferries.csv").write_text(words, encoding="utf-8")
    rows = read_rows(folder / "ferries.csv", columns=COLUMNS, needed=NEEDED)
    return import_claims(
        ledger,
        PEN,
        rows,
        file="ferries.csv",
        slug=None,
        story=None,
        all_or_nothing=all_or_nothing,
        dry_run=dry_run,
    )


def ferries(ledger: Ledger) -> DocumentPage:
    with ledger.reading() as session:
        return document_page(session, "ferries", policy_in_force(session))


def test_each_row_becomes_a_claim_of_a_text_of_its_own(ledger: Ledger, tmp_path: Path) -> None:
    report = run(ledger, tmp_path, TABLE)

    assert outcomes(report) == ["added"] * 3
    assert [row.handle for row in report.rows] == ["ferries:1", "ferries:2", "ferries:3"]
    page = ferries(ledger)
    assert [claim.text for claim in page.claims] == [
        "Mara Olin, 2025-05-12: The Alma carried 40 people.",
        "2025: The Alma sank in May. Nobody saw it.",
        "The harbour was closed for a day.",
    ]
    assert (page.story, page.file, page.reader) == ("ferries", "ferries.csv", "table/1")


def test_importing_the_same_table_twice_changes_nothing(ledger: Ledger, tmp_path: Path) -> None:
    first = run(ledger, tmp_path, TABLE)
    with ledger.reading() as session:
        before = head(session)

    again = run(ledger, tmp_path, TABLE)

    assert outcomes(again) == ["same"] * 3
    assert [row.handle for row in again.rows] == [row.handle for row in first.rows]
    with ledger.reading() as session:
        assert head(session) == before


def test_further_rows_are_added_and_the_others_keep_their_numbers(ledger: Ledger, tmp_path: Path) -> None:
    run(ledger, tmp_path, TABLE)

    header, first, *rest = TABLE.splitlines()
    report = run(ledger, tmp_path, "\n".join([header, "The Berta carried 9 cars.,Ben Dock,,", first, *rest]))

    assert outcomes(report) == ["added", "same", "same", "same"]
    assert [row.handle for row in report.rows] == ["ferries:4", "ferries:1", "ferries:2", "ferries:3"]
    page = ferries(ledger)
    assert (page.revision, page.claims[0].text) == (2, "Mara Olin, 2025-05-12: The Alma carried 40 people.")
    assert [claim.attributions[0].speaker for claim in page.claims if claim.attributions] == [
        "Mara Olin",
        "Ben Dock",
    ]


BAD = """text,date,url
The Alma carried 40 people.,,
…,,
The Alma sank.,in May,
The Alma sank.,2025-02-30,
The Alma sank.,,office
The  Alma carried 40 people.,,
"""


def test_bad_rows_are_refused_and_the_others_are_claims(ledger: Ledger, tmp_path: Path) -> None:
    report = run(ledger, tmp_path, BAD)

    assert outcomes(report) == ["added", *["refused"] * 4, "same"]
    said = ["no words", "'in May' is no date", "'2025-02-30' is no date", "office is not an address"]
    assert all(part in row.told[0] for part, row in zip(said, report.refused, strict=True))
    assert len(ferries(ledger).claims) == 1


def test_a_text_that_is_too_long_to_be_a_claim_is_refused(ledger: Ledger, tmp_path: Path) -> None:
    report = run(ledger, tmp_path, f"text\n{'word ' * 1_001}\n")

    assert "at most 5,000" in report.rows[0].told[0]


@pytest.mark.parametrize("options", [{"all_or_nothing": True}, {"dry_run": True}])
def test_all_or_nothing_and_a_dry_run_store_nothing(
    ledger: Ledger, tmp_path: Path, options: dict[str, bool]
) -> None:
    report = run(ledger, tmp_path, BAD, **options)

    assert (report.stored, outcomes(report)[0]) == (False, "added")
    with ledger.reading() as session:
        assert head(session).size == 0


def test_claims_are_not_added_to_a_text_that_was_read_from_a_document(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "ferries.txt").write_text("The Alma sank in May.\n", encoding="utf-8")
    store(ledger, PEN, offer_file(str(tmp_path / "ferries.txt")))

    with pytest.raises(SlugTaken, match="--slug OTHER-NAME"):
        run(ledger, tmp_path, TABLE)
