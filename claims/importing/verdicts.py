"""Verdicts from a table, one a row, each in the name of whoever gave it.

A verdict that overrides the policy is given by itself, so that its reason is looked at.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.handles import FoundClaim, find_claim
from claims.importing.cells import hand_of
from claims.importing.report import RowReport
from claims.importing.running import TableImport
from claims.judging.adopted import policy_in_force
from claims.judging.people import is_same_person
from claims.judging.policy import Policy
from claims.judging.reviews import mark
from claims.kinds import Question, RowOutcome
from claims.models import ReviewRow
from claims.typed import member
from ledger.pen import Pen
from sources.rows import SentRow


class VerdictImport(TableImport):
    """A table of verdicts. Holds the policy that was in force when the first was given."""

    columns = ("claim", "verdict", "question", "because", "by")
    needed = ("claim", "verdict", "because")

    def __init__(self) -> None:
        """The policy is asked for with the first row."""
        self._policy: Policy | None = None

    def add(self, session: Session, pen: Pen, row: SentRow) -> RowReport:
        """Record the verdict of a row. Raises what marking a claim raises."""
        policy = self._policy = self._policy or policy_in_force(session)
        cells, pen = row.cells, hand_of(pen, row)
        verdict, claim = policy.verdict(cells["verdict"]), find_claim(session, cells["claim"])
        about = member(Question, cells["question"], what="question") if "question" in cells else None
        if _is_there(session, pen, claim, verdict, cells["because"], about):
            return RowReport(row.line, RowOutcome.SAME, claim.handle)
        mark(
            session,
            pen,
            claim.handle,
            cells["verdict"],
            because=cells["because"],
            policy=policy,
            about=about,
        )
        return RowReport(row.line, RowOutcome.ADDED, claim.handle)


def _is_there(
    session: Session, pen: Pen, claim: FoundClaim, verdict: str, because: str, about: Question | None
) -> bool:
    """Whether the same person gave the same verdict for the same reason already, then or later revised."""
    query = select(ReviewRow.reviewer).where(
        ReviewRow.claim_id == claim.id, ReviewRow.verdict == verdict, ReviewRow.because == because
    )
    if about is not None:
        query = query.where(ReviewRow.question == about)
    return any(is_same_person(pen.actor, reviewer) for reviewer in session.scalars(query))
