"""Keeps a first verdict back until a second person has given theirs, so that the second is given blind.

What is kept back never reaches a page, so no report can show it by mistake. That a refutation alone asks
for a second person where the tier does not, an attentive reader can still tell from its being asked for.
"""

from __future__ import annotations

from dataclasses import replace

from claims.handover.pages import NotePage
from claims.handover.pages import kept_back as notes_kept_back
from claims.judging.rules import TELLS_NOTHING
from claims.judging.wording import noted
from claims.kinds import Because, Status
from claims.pages import ClaimPage, ReviewPage, StatusPage

WITHHELD = "one verdict, withheld until the second check"


def withheld(claim: ClaimPage) -> ClaimPage:
    """The claim with a verdict kept back that waits for a second one; any other as it is.

    What was asked to become of it would give the verdict away. The writer finds it in what is to be done.
    """
    pages = (claim.standing, claim.said, claim.so)
    if not any(page is not None and page.awaits_second for page in pages):
        return claim
    return replace(
        claim,
        reviews=tuple(map(_veiled, claim.reviews)),
        standing=kept_back(claim.standing),
        said=claim.said and kept_back(claim.said),
        so=claim.so and kept_back(claim.so),
        outcomes=(),
        desk=replace(claim.desk, notes=_veiled_notes(claim)),
    )


def without_verdicts(claim: ClaimPage) -> ClaimPage:
    """The claim as a second person is to see it: its words and its evidence, and nothing that others said.

    What was asked to become of it would give a verdict away, so that is left out too.
    """
    told = "Shown without what others said of it."
    standing = StatusPage(Status.UNCONFIRMED, Because.POLICY, told, suggested=False)
    return replace(
        claim,
        reviews=(),
        earlier_reviews=(),
        standing=standing,
        said=None,
        so=None,
        reopened=None,
        outcomes=(),
        desk=replace(claim.desk, notes=()),
        corrections=(),
    )


def _veiled(review: ReviewPage) -> ReviewPage:
    return replace(review, verdict="withheld", because="", override=None, withheld=True)


def _veiled_notes(claim: ClaimPage) -> tuple[NotePage, ...]:
    """The notes on a claim without the words of those that may tell the verdict."""
    reviewers = {review.by for review in claim.reviews}
    return notes_kept_back(claim.desk.notes, reviewers, min(review.at for review in claim.reviews))


def kept_back(page: StatusPage) -> StatusPage:
    """A status without anything from which the verdict could be told."""
    if not page.awaits_second:
        return page
    lines = [line for line in page.trace if line.rule in TELLS_NOTHING]
    waits = tuple(line.waits_for for line in lines if line.waits_for)
    told = f"{WITHHELD[0].upper()}{WITHHELD[1:]}."
    return replace(
        page,
        because=Because.POLICY,
        reason=f"{WITHHELD}; it waits for {'; '.join(waits)}",
        waits_for=waits,
        stale=(),
        trace=(
            *(line for line in page.trace if line.rule == "tier"),
            noted("verdict", told),
            *lines,
            noted("waits for", f"Waits for: {'; '.join(waits)}."),
            noted("status", f"So it is unconfirmed: {Because.POLICY.value}."),
        ),
    )
