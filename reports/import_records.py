"""An import as plain JSON values."""

from __future__ import annotations

from claims.importing.report import ImportReport
from claims.kinds import RowOutcome
from reports.json import Record


def import_record(report: ImportReport) -> Record:
    """What became of every row, and of how many."""
    return {
        "file": report.file,
        "stored": report.stored,
        "dry_run": report.dry_run,
        **{outcome.value: len(report.of(outcome)) for outcome in RowOutcome},
        "rows": [
            {"line": row.line, "outcome": row.outcome.value, "handle": row.handle, "told": list(row.told)}
            for row in report.rows
        ],
    }
