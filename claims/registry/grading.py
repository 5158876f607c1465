"""Grading sources: how reliable somebody says that one is, on the Admiralty scale from A to F.

A grade is what a person thinks at a time, of all of a source or for a scope; nothing is reckoned from grades.
"""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.errors import UnknownGrade
from claims.kinds import Grade
from claims.registry.finding import FoundSource, find_source
from claims.registry.models import SourceGradeRow
from claims.typed import reason, said
from ledger.pen import Pen
from ledger.record import record


def grade_source(
    session: Session, pen: Pen, words: str, grade: str, *, because: str, scope: str | None = None
) -> FoundSource:
    """Record how reliable the pen's owner finds a source; earlier grades stay.

    `scope` is what it holds for, as a topic or a desk; `None` is for all. Raises `UnknownGrade`,
    `EmptyReason` and what `find_source` raises.
    """
    found = find_source(session, words)
    grade_found(session, pen, found, grade, because=because, scope=scope)
    return found


def grade_found(
    session: Session, pen: Pen, found: FoundSource, grade: str, *, because: str, scope: str | None = None
) -> None:
    """The same of a source that was found. Raises `UnknownGrade` or `EmptyReason`."""
    chosen = grade_of(grade)
    why = reason(because, f"a grade of {found}")
    now = pen.clock()
    earlier = select(func.count()).select_from(SourceGradeRow).where(SourceGradeRow.source_id == found.id)
    row = {
        "id": pen.new_id(),
        "source_id": found.id,
        "ordinal": (session.scalar(earlier) or 0) + 1,
        "grade": chosen,
        "scope": said(scope),
        "because": why,
        "graded_by": pen.actor,
        "known": pen.known,
        "at": now,
    }
    record(session, pen, action="source.grade", subject=found.handle, rows={SourceGradeRow: [row]}, at=now)


def grade_of(letter: str) -> Grade:
    """The grade that somebody wrote. Raises `UnknownGrade`."""
    written = letter.strip().upper()
    if written not in Grade.__members__:
        raise UnknownGrade(
            f"{letter!r} is no grade; choose A (completely reliable), B, C, D or E (unreliable), or F where "
            "nobody can tell"
        )
    return Grade[written]
