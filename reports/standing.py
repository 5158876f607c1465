"""How a claim's standing is shown: its status, both answers for reported speech, and its marks."""

from __future__ import annotations

from collections.abc import Iterator

from claims.kinds import Because, Question, ReviewRole
from claims.pages import ClaimPage, ReviewPage, StatusPage
from reports.evidence_words import QUESTIONS
from reports.views.basic import Chip, VerdictView
from reports.words import STATUSES

STALE, OVERRIDDEN, DISAGREED, AGAIN = "stale", "overridden", "readers disagreed", "check again"
_NO_READER = (ReviewRole.ADJUDICATION, ReviewRole.REOPENING)
"""What a review is that is no reader's own verdict."""


def chip(standing: StatusPage) -> Chip:
    """A status as it is shown everywhere."""
    badge = STATUSES[standing.status]
    return Chip(badge.word, badge.icon, badge.css, standing.suggested)


def status_words(standing: StatusPage) -> str:
    """A status with its sign, in brackets where only the machine says so."""
    badge = STATUSES[standing.status]
    return f"{badge.icon} ({badge.word})" if standing.suggested else f"{badge.icon} {badge.word}"


def verdicts(claim: ClaimPage) -> tuple[VerdictView, ...]:
    """Where a claim stands; for reported speech both answers: whether it was said, and whether it is so."""
    if claim.said is None:
        return (VerdictView(None, chip(claim.standing)),)
    return (
        VerdictView(QUESTIONS[Question.SAID].word, chip(claim.said)),
        VerdictView(QUESTIONS[Question.SO].word, chip(claim.so or claim.standing)),
    )


def marks(claim: ClaimPage) -> tuple[str, ...]:
    """What stands beside a claim's status in a word or two, and changes nothing about it."""
    told = {
        STALE: is_stale(claim),
        OVERRIDDEN: is_overridden(claim),
        DISAGREED: have_disagreed(claim),
        AGAIN: claim.public is not None and claim.public.due_since is not None,
    }
    return tuple(mark for mark, holds in told.items() if holds)


def stands_out(claim: ClaimPage) -> bool:
    """Whether a claim is unconfirmed for a reason that the reader should see at once."""
    return claim.standing.because not in (None, Because.NOBODY_LOOKED)


def is_worked_on(claim: ClaimPage) -> bool:
    """Whether anybody has reviewed a claim, looked for evidence on it, or asked somebody, its writer too.

    What was made of words that it had before counts too.
    """
    now = claim.reviews or claim.evidence or claim.searches or claim.contacts
    earlier = claim.earlier_reviews or claim.earlier_evidence
    return bool(now or earlier or claim.earlier_searches or claim.earlier_contacts or claim.outcomes)


def is_stale(claim: ClaimPage) -> bool:
    """Whether words that a claim's status rests on have changed since."""
    return bool(stale_evidence(claim))


def stale_evidence(claim: ClaimPage) -> tuple[str, ...]:
    """The handles of the evidence whose words have changed since, each once."""
    pages = (claim.standing, claim.said, claim.so)
    return tuple(dict.fromkeys(handle for page in pages if page for handle in page.stale))


def stale_words(handle: str) -> str:
    """That a claim rests on words that have changed, in a sentence."""
    return f"The words of {handle} have changed since."


def is_overridden(claim: ClaimPage) -> bool:
    """Whether a verdict on a claim counts although the policy asks for more."""
    return any(review.override for review in claim.reviews)


def have_disagreed(claim: ClaimPage) -> bool:
    """Whether a second reader came to another verdict than the first, whatever was decided then."""
    return any(
        first.verdict != second.verdict
        for first, second in (_readers(claim, question) for question in (None, *Question))
        if first and second
    )


def _readers(claim: ClaimPage, question: Question | None) -> tuple[ReviewPage | None, ReviewPage | None]:
    """The last verdict of the first reader on one question, and that of the second."""
    last: dict[bool, ReviewPage] = {
        review.role is ReviewRole.SECOND: review for review in _of_readers(claim, question)
    }
    return last.get(False), last.get(True)


def _of_readers(claim: ClaimPage, question: Question | None) -> Iterator[ReviewPage]:
    for review in claim.reviews:
        if review.question is question and review.role not in _NO_READER:
            yield review
