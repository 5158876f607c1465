"""Where a claim stands: one pure function from what was read, what was found and what people said.

A finding never changes a status. It can only say why an unconfirmed claim is unconfirmed.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.kinds import Because, Status, WhyNot
from claims.pages import ReviewPage, StatusPage
from claims.policy import Policy


def derive_status(
    reviews: Sequence[ReviewPage],
    policy: Policy,
    *,
    checkable: bool,
    why_not: WhyNot | None,
    reported_unconfirmed: bool,
    figures_differ: Sequence[str] = (),
) -> StatusPage:
    """The status of one claim under `policy`, with its reason; `reviews` in the order they were made.

    `figures_differ` holds one sentence for each open task about figures that differ. The last
    review decides. Without a review a checkable claim is unconfirmed, and any other is not
    checkable, marked as the machine's suggestion.
    """
    if reviews:
        return _reviewed(reviews[-1], policy)
    if not checkable:
        what = why_not.value if why_not else "nothing in it to check"
        return StatusPage(
            Status.NOT_CHECKABLE, None, f"{what} (suggested, not signed by anybody)", suggested=True
        )
    if reported_unconfirmed:
        because = Because.TEXT_SAYS_SO
    elif figures_differ:
        because = Because.FIGURES_DIFFER
    else:
        because = Because.NOBODY_LOOKED
    causes = [Because.TEXT_SAYS_SO.value] if reported_unconfirmed else []
    if figures_differ:
        causes.append(f"{Because.FIGURES_DIFFER.value}: {' '.join(figures_differ)}")
    reason = "; ".join(causes) or because.value
    return StatusPage(Status.UNCONFIRMED, because, reason, suggested=False)


def _reviewed(review: ReviewPage, policy: Policy) -> StatusPage:
    status = policy.verdicts[review.verdict]
    because = Because.REVIEWED if status is Status.UNCONFIRMED else None
    return StatusPage(
        status, because, f"{review.verdict}, says {review.by}: {review.because}", suggested=False
    )
