"""What has to be done before a correction is closed, as its decision asks.

Values only. To decline takes a reason alone; whatever readers are told has to be so first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from claims.corrections.counted import counted_as, deciding
from claims.corrections.pages import CorrectionPage
from claims.judging.wording import listed
from claims.kinds import CorrectionDecision, ReviewRole, Status
from claims.pages import ClaimPage


@dataclass(frozen=True, slots=True)
class Since:
    """What has become of a claim since a correction was asked for.

    `judged` is whether somebody has given a verdict, `reworded` whether its words were changed or cut.
    """

    claim: ClaimPage
    judged: bool
    reworded: bool


def missing(page: CorrectionPage, decision: CorrectionDecision, since: Since | None) -> str | None:
    """What has to be done first, with the next step; `None` where the decision can be put down.

    `since` is `None` where the correction is about a document as a whole.
    """
    if decision is CorrectionDecision.DECLINED:
        return None
    return _places(page) or (_claim(page, decision, since) if since else None)


def _places(page: CorrectionPage) -> str | None:
    if not page.unmended:
        return None
    numbers = [str(place.number) for place in page.unmended]
    what = (
        f"places {listed(numbers)} of {page.handle} are"
        if len(numbers) > 1
        else (f"place {numbers[0]} of {page.handle} is")
    )
    step = f"factdesk correction mend {page.number} {numbers[0]}"
    return f'{what} not mended yet; say how with: {step} --how "…" (or --leave "why it stays as it is")'


def _claim(page: CorrectionPage, decision: CorrectionDecision, since: Since) -> str | None:
    claim = since.claim
    if claim.cut_in is not None:
        return None
    judge = f'factdesk claim mark {claim.handle} VERDICT --because "…"'
    revise = f"factdesk document revise {page.slug} FILE"
    if is_waiting(claim):
        return f"{claim.handle} is open ({claim.standing.reason}); judge it as it stands now, with: {judge}"
    match decision:
        case CorrectionDecision.CORRECTED:
            if since.reworded or (since.judged and _counts_otherwise(page, claim)):
                return None
            return (
                f"{claim.handle} has the words and the verdict that it had when {page.handle} came; give the "
                f"new verdict with: {judge}, or the new words with: {revise}"
            )
        case CorrectionDecision.RETRACTED:
            if claim.standing.status is not Status.CONFIRMED:
                return None
            return (
                f"{claim.handle} stands in {page.slug} and counts as confirmed, so it is not retracted; cut "
                f"it with: {revise}, or judge it again with: {judge}"
            )
        case CorrectionDecision.CLARIFIED | CorrectionDecision.DECLINED:
            return None
        case _:
            assert_never(decision)


def _counts_otherwise(page: CorrectionPage, claim: ClaimPage) -> bool:
    now = counted_as(claim)
    return page.was is None or (page.was.status, page.was.verdict) != (now.status, now.verdict)


def is_waiting(claim: ClaimPage) -> bool:
    """Whether the words that a claim has still wait for a verdict that counts."""
    review, standing = deciding(claim), claim.standing
    if standing.status is not Status.UNCONFIRMED:
        return False
    return review is None or review.role is ReviewRole.REOPENING or bool(standing.waits_for)
