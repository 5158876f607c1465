"""Importing tables in tests: the words of a table in, the report by row out."""

from __future__ import annotations

from pathlib import Path

from claims.importing.report import ImportReport
from claims.importing.running import TableImport, import_rows
from ledger.engine import Ledger
from ledger.pen import Pen
from sources.rows import read_rows

PEN = Pen.of_this_machine("ada")


def imported(
    ledger: Ledger,
    folder: Path,
    table: TableImport,
    words: str,
    *,
    all_or_nothing: bool = False,
    dry_run: bool = False,
) -> ImportReport:
    """Import a table in the hand of ada."""
    path = folder / "table.csv"
    path.write_text(words, encoding="utf-8")
    rows = read_rows(path, columns=table.columns, needed=table.needed)
    with ledger.writing() as session:
        return import_rows(
            session, PEN, rows, table, file=path.name, all_or_nothing=all_or_nothing, dry_run=dry_run
        )


def outcomes(report: ImportReport) -> list[str]:
    """What became of each row, in order."""
    return [row.outcome.value for row in report.rows]
