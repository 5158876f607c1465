"""Opening a claim again: what was judged before stays on record and counts no more, until somebody judges it.

Actions only. Of both questions about reported speech, since what is doubted is the claim.
"""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from claims.errors import NothingToReopen
from claims.handles import find_claim
from claims.judging.cases import cases_of
from claims.judging.policy import Policy
from claims.judging.reviews import Judged, add_review, reason_of, to_be_judged
from claims.judging.scope import Scope
from claims.kinds import ReviewRole, Status
from claims.queries import claim_page
from ledger.pen import Pen

OPENED_AGAIN = "opened again"
"""What stands in the place of a verdict."""


def reopen(session: Session, pen: Pen, handle: str, *, because: str, policy: Policy) -> None:
    """Open a claim again that counts as something.

    Raises `NothingToReopen` where it is open, or where nobody has judged it; `EmptyReason`, `OwnText`,
    `UnknownDocument` or `UnknownClaim`; and then stores nothing.
    """
    reason, claim = reason_of(because, handle), claim_page(session, handle, policy)
    if claim.standing.status is Status.UNCONFIRMED:
        raise NothingToReopen(
            f"{claim.handle} is open: {claim.standing.reason}; "
            f"see the way there: factdesk claim explain {claim.handle}"
        )
    if claim.standing.suggested:
        raise NothingToReopen(
            f"nobody has judged {claim.handle} yet; if it can be checked, say so with: "
            f'factdesk claim checkable {claim.handle} --because "…"'
        )
    judged = replace(to_be_judged(session, pen, handle, policy, None), question=None)
    add_review(session, pen, judged, OPENED_AGAIN, reason, policy=policy, role=ReviewRole.REOPENING)


def reopen_judged(session: Session, pen: Pen, handle: str, *, because: str, policy: Policy) -> None:
    """Open a claim again that means something else now, whoever wrote it; nothing where nobody judged it."""
    claim = find_claim(session, handle)
    case = cases_of(session, Scope(claims=(claim.id,)))[claim.id]
    if case.reviews and case.reviews[-1].role is not ReviewRole.REOPENING:
        judged = Judged(claim, case, None)
        add_review(session, pen, judged, OPENED_AGAIN, because, policy=policy, role=ReviewRole.REOPENING)
