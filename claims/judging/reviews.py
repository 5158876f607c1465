"""Reviews: a named person's judgement on a claim, with its reason.

Actions only. What a verdict does to the claim's status follows from the policy, and is derived, not stored.
The second check and the decision between two verdicts stand in `second_check`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.errors import EmptyReason, NotAllowed, NotReportedSpeech, Regrouped
from claims.handles import FoundClaim, find_claim, find_document
from claims.judging.case import Case
from claims.judging.cases import cases_of
from claims.judging.models import OverrideRow
from claims.judging.policy import Overriders, Policy
from claims.judging.scope import Scope
from claims.judging.wording import listed, with_article
from claims.kinds import Question, ReviewRole, Status
from claims.models import ReviewRow
from claims.publishing.authors import refuse_author
from claims.regrouping.queries import regrouped_into
from ledger.pen import Pen
from ledger.record import record


@dataclass(frozen=True, slots=True)
class Override:
    """Why a verdict shall count although the policy asks for more; `for_readers` is the reason they see."""

    because: str
    for_readers: str | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """The claim that is to be judged, as it stands, and the question about it that is answered."""

    claim: FoundClaim
    case: Case
    question: Question | None


def mark(
    session: Session,
    pen: Pen,
    handle: str,
    verdict: str,
    *,
    because: str,
    policy: Policy,
    about: Question | None = None,
    override: Override | None = None,
) -> None:
    """Record the pen's judgement on a claim.

    `about` says which question about reported speech it answers, and `None` the one that the policy lets
    decide; that nothing can be checked is then said of both.

    Raises `UnknownVerdict`, `EmptyReason`, `UnknownDocument`, `UnknownClaim`, `OwnText`, `NotReportedSpeech`
    or `NotAllowed`, and then stores nothing.
    """
    chosen, reason = policy.verdict(verdict), reason_of(because, handle)
    judged = to_be_judged(session, pen, handle, policy, about)
    if about is None and policy.verdicts[chosen] is Status.NOT_CHECKABLE:
        judged = replace(judged, question=None)
    if override is not None:
        _refuse_override(policy, judged, pen, override)
    add_review(
        session, pen, judged, chosen, reason, policy=policy, role=ReviewRole.VERDICT, override=override
    )


def to_be_judged(session: Session, pen: Pen, handle: str, policy: Policy, about: Question | None) -> Judged:
    """The claim of that handle with the question that is asked.

    Raises `OwnText` where the pen's hand wrote it, `Regrouped` where it was split or joined since.
    """
    claim = find_claim(session, handle)
    document = find_document(session, claim.slug)
    refuse_author(session, pen, claim.slug, document)
    if made := regrouped_into(session, document, claim.id, claim.handle):
        raise Regrouped(
            f"{claim.handle} is {made} now; its verdict would count for none of it; see: "
            f"factdesk claim show {claim.handle}"
        )
    case = cases_of(session, Scope(claims=(claim.id,)))[claim.id]
    if not case.attributed:
        if about is not None:
            raise NotReportedSpeech(
                f"{claim.handle} credits nobody, so it has one verdict only; leave out --about"
            )
        return Judged(claim, case, None)
    return Judged(claim, case, about or policy.tiers[case.tier].decides)


def reason_of(because: str, handle: str) -> str:
    """The reason as it is kept. Raises `EmptyReason`."""
    if reason := because.strip():
        return reason
    raise EmptyReason(f'a review of {handle} needs its reason; give one with --because "…"')


def add_review(
    session: Session,
    pen: Pen,
    judged: Judged,
    verdict: str,
    because: str,
    *,
    policy: Policy,
    role: ReviewRole,
    blind: bool | None = None,
    override: Override | None = None,
) -> None:
    """Store a review, with its override if there is one, as one event."""
    now, id = pen.clock(), pen.new_id()
    earlier = session.scalar(
        select(func.count()).select_from(ReviewRow).where(ReviewRow.claim_id == judged.claim.id)
    )
    review = {
        "id": id,
        "claim_id": judged.claim.id,
        "ordinal": (earlier or 0) + 1,
        "verdict": verdict,
        "because": because,
        "reviewer": pen.actor,
        "known": pen.known,
        "policy": policy.version,
        "question": judged.question,
        "role": role,
        "blind": blind,
        "differed": sorted({str(rival) for one in judged.case.differences for rival in one.rivals}),
        "at": now,
    }
    overrides = [] if override is None else [_override(pen, id, override) | {"at": now}]
    rows = {ReviewRow: [review], OverrideRow: overrides}
    record(session, pen, action=_ACTIONS[role], subject=judged.claim.handle, rows=rows, at=now)


_ACTIONS = {
    ReviewRole.VERDICT: "claim.review",
    ReviewRole.SECOND: "claim.second",
    ReviewRole.ADJUDICATION: "claim.adjudicate",
    ReviewRole.REOPENING: "claim.reopen",
}
"""What each kind of review is called in the log."""


def _override(pen: Pen, review: object, override: Override) -> dict[str, object]:
    return {
        "id": pen.new_id(),
        "review_id": review,
        "because": override.because.strip(),
        "for_readers": override.for_readers.strip() if override.for_readers else None,
        "overridden_by": pen.actor,
        "known": pen.known,
    }


def _refuse_override(policy: Policy, judged: Judged, pen: Pen, override: Override) -> None:
    """Refuse an override without its reason, or one that the policy does not let that person make."""
    handle = judged.claim.handle
    if not override.because.strip():
        raise EmptyReason(f'an override in {handle} needs its reason; give one with --override "…"')
    requirement = policy.tiers[judged.case.tier]
    if requirement.lets_override(pen.actor):
        return
    if isinstance(requirement.override, Overriders):
        allowed = "nobody overrides"
    else:
        allowed = f"only {listed(requirement.override)} may override"
    kind = with_article(judged.case.tier)
    raise NotAllowed(
        f"under the policy {policy.version} {allowed} in {kind}, as {handle} is; leave out --override "
        "and see what it waits for; who may override is told by: factdesk policy show"
    )
