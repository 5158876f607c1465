"""Running an import: each row is tried by itself, all in one transaction, none passed over silently."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sqlalchemy.orm import Session

from claims.errors import ClaimError
from claims.importing.report import ImportReport, RowReport
from claims.kinds import RowOutcome
from sources.errors import SourceError
from sources.jsonl import BadLine
from sources.rows import SentRow

Act = Callable[[Session, SentRow], RowReport]
"""Does what one row asks for; a `ClaimError` or `SourceError` refuses the row."""


def import_rows(
    session: Session,
    rows: Iterable[SentRow | BadLine],
    act: Act,
    *,
    file: str,
    all_or_nothing: bool,
    dry_run: bool,
) -> ImportReport:
    """Try every row, and keep those that could be stored.

    With `all_or_nothing` none is kept where one is refused, and a dry run keeps none at all.
    """
    attempt = session.begin_nested()
    reports = tuple(_tried(session, row, act) for row in rows)
    refused = any(report.outcome is RowOutcome.REFUSED for report in reports)
    stored = not dry_run and not (refused and all_or_nothing)
    if stored:
        attempt.commit()
    else:
        attempt.rollback()
    return ImportReport(file, reports, stored, dry_run)


def _tried(session: Session, row: SentRow | BadLine, act: Act) -> RowReport:
    if isinstance(row, BadLine):
        return RowReport(row.number, RowOutcome.REFUSED, told=(row.reason,))
    try:
        with session.begin_nested():  # what a refused row had begun is taken back
            return act(session, row)
    except (ClaimError, SourceError) as error:
        return RowReport(row.line, RowOutcome.REFUSED, told=(str(error),))
