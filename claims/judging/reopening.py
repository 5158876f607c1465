"""Opening a claim again: what was judged before stays on record and counts no more, until somebody judges it.

Actions only. Of both questions about reported speech, since what is doubted is the claim.
"""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from claims.errors import NothingToReopen
from claims.judging.policy import Policy
from claims.judging.reviews import add_review, reason_of, to_be_judged
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
            f"judge it with: factdesk claim mark {claim.handle}"
        )
    if claim.standing.suggested:
        raise NothingToReopen(
            f"nobody has judged {claim.handle} yet; if it can be checked, say so with: "
            f'factdesk claim checkable {claim.handle} --because "…"'
        )
    judged = replace(to_be_judged(session, pen, handle, policy, None), question=None)
    add_review(session, pen, judged, OPENED_AGAIN, reason, policy=policy, role=ReviewRole.REOPENING)
