"""Sources from a table, one a row, with the grade that somebody gave them."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.errors import BadRow
from claims.importing.cells import yes_or_no
from claims.importing.report import RowReport
from claims.importing.running import TableImport
from claims.kinds import FoundIn, RowOutcome
from claims.registry.adding import add_source
from claims.registry.details import Details, kind_of
from claims.registry.finding import FoundSource
from claims.registry.grading import grade_found, grade_of
from claims.registry.models import SourceGradeRow
from claims.registry.protecting import looks_like_a_name
from ledger.pen import Pen
from sources.rows import SentRow, parts_of


class SourceImport(TableImport):
    """A table of sources."""

    columns = (
        "name",
        "kind",
        "owner",
        "homepage",
        "language",
        "primary_for",
        "also",
        "protected",
        "sure",
        "grade",
        "grade_for",
        "because",
    )
    needed = ("name",)

    def add(self, session: Session, pen: Pen, row: SentRow) -> RowReport:
        """Register the source of a row, and its grade.

        Raises what adding and grading a source raise, and `BadRow`.
        """
        cells = row.cells
        found, is_new = add_source(
            session,
            pen,
            cells["name"],
            Details(
                kind_of(cells.get("kind")),
                cells.get("owner"),
                cells.get("homepage"),
                cells.get("language"),
                parts_of(cells.get("primary_for", "")),
            ),
            also=parts_of(cells.get("also", "")),
            protected=yes_or_no(row, "protected") or False,
            sure=yes_or_no(row, "sure") or False,
            found_in=FoundIn.IMPORT,
        )
        is_graded = _graded(session, pen, found, row, is_new=is_new)
        outcome = RowOutcome.ADDED if is_new or is_graded else RowOutcome.SAME
        return RowReport(row.line, outcome, found.handle, _warnings(found, cells.get("because", "")))


def _graded(session: Session, pen: Pen, found: FoundSource, row: SentRow, *, is_new: bool) -> bool:
    """Grade the source as the row says; whether that is news."""
    letter, because, scope = (row.cells.get(column) for column in ("grade", "because", "grade_for"))
    if letter is None:
        if because or scope:
            raise BadRow("there is a reason or a scope, and no grade; fill in the column grade")
        return False
    scope = " ".join(scope.split()) if scope else None
    last = None if is_new else _last_grade(session, found, scope)
    reason = " ".join((because or "").split())
    if last is not None and (last.grade, last.because) == (grade_of(letter), reason):
        return False
    grade_found(session, pen, found, letter, because=reason, scope=scope)
    return True


def _last_grade(session: Session, found: FoundSource, scope: str | None) -> SourceGradeRow | None:
    query = select(SourceGradeRow).where(
        SourceGradeRow.source_id == found.id, SourceGradeRow.scope.is_not_distinct_from(scope)
    )
    return session.scalar(query.order_by(SourceGradeRow.ordinal.desc()).limit(1))


def _warnings(found: FoundSource, note: str) -> tuple[str, ...]:
    telling = looks_like_a_name(note) if found.protected else None
    return (
        (f"{telling!r} looks like somebody's name, and is now on record beside {found}",) if telling else ()
    )
