"""What became of each row of a table that was imported: values only."""

from __future__ import annotations

from dataclasses import dataclass

from claims.kinds import RowOutcome


@dataclass(frozen=True, slots=True)
class RowReport:
    """One row: `handle` is what came of it, `told` why it was refused, or what to look at again."""

    line: int
    outcome: RowOutcome
    handle: str | None = None
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """All rows of a file. `stored` is false where nothing was, on request or since a row was refused.

    `unit` is what the places of rows count: lines, or the entries of a feed.
    """

    file: str
    rows: tuple[RowReport, ...]
    stored: bool
    dry_run: bool
    unit: str = "line"

    def of(self, outcome: RowOutcome) -> tuple[RowReport, ...]:
        """The rows with that outcome."""
        return tuple(row for row in self.rows if row.outcome is outcome)

    @property
    def refused(self) -> tuple[RowReport, ...]:
        """The rows that were not taken."""
        return self.of(RowOutcome.REFUSED)
