"""Running an import: each row is tried by itself, all in one transaction, none passed over silently."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import ClassVar

from sqlalchemy.orm import Session

from claims.errors import ClaimError
from claims.importing.report import ImportReport, RowReport
from claims.kinds import RowOutcome
from ledger.pen import Pen
from sources.errors import SourceError
from sources.jsonl import BadLine
from sources.rows import SentRow


class TableImport(ABC):
    """What the rows of a table are: which columns it may and must have, and what is done with a row."""

    columns: ClassVar[tuple[str, ...]]
    needed: ClassVar[tuple[str, ...]]

    @abstractmethod
    def add(self, session: Session, pen: Pen, row: SentRow) -> RowReport:
        """Do what one row asks for. A `ClaimError` or `SourceError` refuses it."""

    def end(self, *, stored: bool) -> None:  # noqa: B027 (most have nothing to tidy)
        """Tidy up what is not in the ledger, once it is known whether anything was stored."""


def import_rows(
    session: Session,
    pen: Pen,
    rows: Iterable[SentRow | BadLine],
    table: TableImport,
    *,
    file: str,
    all_or_nothing: bool,
    dry_run: bool,
) -> ImportReport:
    """Try every row, and keep those that could be stored.

    With `all_or_nothing` none is kept where one is refused, and a dry run keeps none at all.
    """
    attempt, stored = session.begin_nested(), False
    try:
        reports = tuple(_tried(session, pen, row, table) for row in rows)
        refused = any(report.outcome is RowOutcome.REFUSED for report in reports)
        stored = not dry_run and not (refused and all_or_nothing)
        if stored:
            attempt.commit()
        else:
            attempt.rollback()
    finally:
        table.end(stored=stored)
    return ImportReport(file, reports, stored, dry_run)


def _tried(session: Session, pen: Pen, row: SentRow | BadLine, table: TableImport) -> RowReport:
    if isinstance(row, BadLine):
        return RowReport(row.number, RowOutcome.REFUSED, told=(row.reason,))
    try:
        with session.begin_nested():  # what a refused row had begun is taken back
            return table.add(session, pen, row)
    except (ClaimError, SourceError) as error:
        return RowReport(row.line, RowOutcome.REFUSED, told=(str(error),))
