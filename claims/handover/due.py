"""What has to be there by a time, for each claim: deadlines that nobody has dealt with yet.

Values only. A deadline that has passed stays until somebody says what came of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from claims.pages import ClaimPage


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline on a claim, and what it is for, to be read after "due"."""

    at: datetime
    what: str


def due_of(claim: ClaimPage) -> tuple[Due, ...]:
    """The open deadlines on a claim, the earliest first."""
    return tuple(sorted([*_replies(claim), *_check_again(claim), *_outcomes(claim)], key=lambda due: due.at))


def _replies(claim: ClaimPage) -> Iterator[Due]:
    """Answers that were asked for and of which nothing was noted."""
    for contact in claim.contacts:
        if contact.due is not None and not contact.replies:
            yield Due(contact.due, f"a reply from {contact.whom or 'somebody'}")


def _check_again(claim: ClaimPage) -> Iterator[Due]:
    """The day on which a public claim is to be checked again, until a verdict is given on it or after it."""
    if claim.public is not None and claim.public.open_again is not None:
        day = datetime.fromisoformat(claim.public.open_again)
        yield Due(day.replace(tzinfo=UTC), "another check of a public claim")


def _outcomes(claim: ClaimPage) -> Iterator[Due]:
    """What should become of the claim in the draft, as it was asked last."""
    for outcome in claim.outcomes[-1:]:
        if outcome.is_owed and outcome.due is not None:
            owed_by = f" from {outcome.owed_by}" if outcome.owed_by else ""
            yield Due(outcome.due, f"what should become of it in the draft{owed_by}")
