"""What an import prints: how many rows were taken of how many, which, and why the others were not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from claims.importing.report import ImportReport
from claims.kinds import RowOutcome
from reports.screen import Line, soft, text_of, wrapped
from reports.words import count

_LABELS = 9
PLURALS = {"line": "lines", "entry": "entries"}


def imports_screen(reports: Sequence[ImportReport]) -> str:
    """What became of several files, each by itself."""
    return "\n\n".join(map(import_screen, reports))


def import_screen(report: ImportReport) -> str:
    """The result in a sentence, the lines that were added or known, and every refusal with its reason."""
    lines: list[Line] = [
        *wrapped(_result(report)),
        *_rows("added" if report.stored else "good", report, RowOutcome.ADDED),
        *_rows("known", report, RowOutcome.SAME),
    ]
    for row in report.rows:
        for told in row.told:
            place = f"{report.file}, {report.unit} {row.line}: "
            what = "" if row.outcome is RowOutcome.REFUSED else "look again: "
            lines += wrapped(f"{place}{what}{told}")
    return text_of(lines)


def _result(report: ImportReport) -> str:
    added, known, refused = (len(report.of(outcome)) for outcome in RowOutcome)
    counts = f"{added:,} added, {known:,} known already, {refused:,} refused"
    total = count(len(report.rows), "row" if report.unit == "line" else "review")
    if report.dry_run:
        return f"Nothing was stored, as you asked. Of {total}: {counts.replace('added', 'would be added')}."
    if not report.stored:
        good = added + known
        return f"Nothing was stored: {refused:,} of {total} refused, and {good:,} left out with them."
    return f"{added + known:,} of {total} taken: {counts}."


def _rows(label: str, report: ImportReport, outcome: RowOutcome) -> list[Line]:
    rows, unit = report.of(outcome), report.unit
    if not rows:
        return []
    handles = [row.handle for row in rows if row.handle]
    told = f"{unit if len(rows) == 1 else PLURALS[unit]} {', '.join(_ranges(row.line for row in rows))}"
    if handles and len(rows) <= 12:
        told = ", ".join(f"{unit} {row.line} ({row.handle})" for row in rows)
    return wrapped(told, indent=_LABELS, first=soft(label))


def _ranges(numbers: Iterable[int]) -> Iterator[str]:
    """Numbers in order, those that follow each other put together."""
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        first, *rest = [number for _, number in run]
        yield f"{first:,}–{rest[-1]:,}" if rest else f"{first:,}"
