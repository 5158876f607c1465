"""The second check: another person's verdict, given blind where nobody showed them the first, and the
decision of a third person where the two differ.

Actions only. That somebody had a first verdict shown is recorded, and their second check is then not blind.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.errors import NothingToSecond, NotYours
from claims.handles import find_claim
from claims.judging.matter import Round, counting, last_round
from claims.judging.models import DisclosureRow
from claims.judging.people import is_same_person
from claims.judging.policy import Policy
from claims.judging.reviews import Judged, add_review, reason_of, to_be_judged
from claims.judging.status import derive_answer
from claims.kinds import Question, ReviewRole
from ledger.pen import Pen
from ledger.record import record


def second(
    session: Session,
    pen: Pen,
    handle: str,
    verdict: str,
    *,
    because: str,
    policy: Policy,
    about: Question | None = None,
) -> None:
    """Record a second person's verdict beside the first.

    It counts as blind where the first was withheld until now and nobody showed it to them. Raises what
    `mark` raises, `NothingToSecond` where there is no first verdict or a second one already, and
    `NotYours` where it would be the same person's.
    """
    chosen, reason = policy.verdict(verdict), reason_of(because, handle)
    judged = to_be_judged(session, pen, handle, policy, about)
    found = _round(judged, policy)
    name = judged.claim.handle
    if found is None or found.is_reopening:
        since = "since it was opened again" if found else "yet"
        raise NothingToSecond(
            f"nobody has judged {name} {since}; give the first verdict with: factdesk claim mark {name}"
        )
    if found.second is not None:
        raise NothingToSecond(
            f"{found.second.by} has given the second verdict on {name} already; "
            f"see how it stands: factdesk claim explain {name}"
        )
    if is_same_person(pen.actor, found.first.by):
        raise NotYours(
            f"{pen.actor} gave the first verdict on {name}; let another person check it, with --by NAME"
        )
    withheld = derive_answer(judged.case, policy, pen.clock(), judged.question).awaits_second
    blind = withheld and not _was_shown(session, pen, judged)
    add_review(session, pen, judged, chosen, reason, policy=policy, role=ReviewRole.SECOND, blind=blind)


def adjudicate(
    session: Session,
    pen: Pen,
    handle: str,
    verdict: str,
    *,
    because: str,
    policy: Policy,
    about: Question | None = None,
) -> None:
    """Record a third person's decision between two verdicts that differ.

    Raises what `mark` raises, `NothingToSecond` where no two differ, and `NotYours` where it would be the
    decision of one of the two.
    """
    chosen, reason = policy.verdict(verdict), reason_of(because, handle)
    judged = to_be_judged(session, pen, handle, policy, about)
    found, name = _round(judged, policy), judged.claim.handle
    if found is None or found.second is None or _agree(found, policy):
        raise NothingToSecond(
            f"no two verdicts on {name} differ, so there is nothing to decide between; "
            f"see how it stands: factdesk claim explain {name}"
        )
    if is_same_person(pen.actor, found.first.by) or is_same_person(pen.actor, found.second.by):
        raise NotYours(
            f"{pen.actor} gave one of the two verdicts on {name}; let a third person decide, with --by NAME"
        )
    add_review(session, pen, judged, chosen, reason, policy=policy, role=ReviewRole.ADJUDICATION)


def disclose(session: Session, pen: Pen, handle: str) -> None:
    """Record that the pen's hand is shown a verdict that is withheld until the second check."""
    claim = find_claim(session, handle)
    now = pen.clock()
    row = {
        "id": pen.new_id(),
        "claim_id": claim.id,
        "shown_to": pen.actor,
        "known": pen.known,
        "at": now,
    }
    record(session, pen, action="claim.disclose", subject=claim.handle, rows={DisclosureRow: [row]}, at=now)


def _round(judged: Judged, policy: Policy) -> Round | None:
    return last_round(counting(judged.case, policy, judged.question))


def _agree(found: Round, policy: Policy) -> bool:
    assert found.second is not None
    return policy.verdicts.get(found.first.verdict) is policy.verdicts.get(found.second.verdict)


def _was_shown(session: Session, pen: Pen, judged: Judged) -> bool:
    """Whether they had it shown, or have judged the claim before and so know what was said of it."""
    shown = select(DisclosureRow.shown_to).where(DisclosureRow.claim_id == judged.claim.id)
    return any(is_same_person(pen.actor, name) for name in session.scalars(shown))
