"""What is known of one claim: its status and why, what was read in it, its reviews and its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from claims.pages import ClaimPage, OverridePage, ReviewPage, TraceLine
from reports import dates
from reports.evidence import contact_words, found_words, search_words
from reports.evidence_words import QUESTIONS, TIERS
from reports.exhibits import evidence_view
from reports.hidden import shown_name
from reports.languages import UNREAD
from reports.outcomes import outcome_view
from reports.prose import prose
from reports.reasons import (
    because,
    credit,
    figure_read,
    hedge_words,
    kind_words,
    reviewer_words,
    says_reviewer,
)
from reports.regrouping_words import story_of
from reports.reply_section import requests_of_claim
from reports.revision_screens import marked
from reports.standing import marks, verdicts
from reports.views.basic import Fact
from reports.views.claims import ClaimView, OverrideView, ReopenedView, ReviewView
from reports.words import sentence


def claim_view(claim: ClaimPage, text: str, figures: str | None, *, now: datetime) -> ClaimView:
    """Everything that is known of one claim.

    `text` is that of its document, `figures` names those that differ where it holds one of them.
    """
    standing = claim.standing
    return ClaimView(
        anchor=f"claim-{claim.number}",
        number=str(claim.number),
        back=f"#text-{claim.number}",
        verdicts=verdicts(claim),
        marks=marks(claim),
        what=kind_words(claim),
        text=claim.text,
        because=because_words(claim, figures),
        waits_for=standing.waits_for,
        facts=tuple(dict.fromkeys(_facts(claim, text))),
        reviews=tuple(review_view(review) for review in claim.reviews),
        found=found_words(claim),
        evidence=tuple(evidence_view(one) for one in claim.evidence),
        searches=tuple(search_words(search) for search in claim.searches),
        contacts=(
            *(contact_words(contact, now=now) for contact in claim.contacts if contact.request is None),
            *requests_of_claim(claim),
        ),
        trace=tuple(_step(line) for line in standing.trace),
        reopened=_reopened(claim),
        outcome=outcome_view(claim.outcome) if claim.outcome else None,
    )


def override_view(override: OverridePage) -> OverrideView:
    """That a verdict counts although the policy asks for more, and why.

    An override without a reason of the desk's is one as readers see it.
    """
    if not override.because:
        return OverrideView(
            "Our rules ask for more here; the editors let it stand", override.for_readers, None
        )
    by = f"{shown_name(override.by)} let it stand, {dates.moment(override.at)}"
    readers = (
        f"Readers are told: “{override.for_readers}”"
        if override.for_readers
        else "Readers are told only that the editors let it stand."
    )
    return OverrideView(f"The policy asks for more; {by}", override.because, readers)


def because_words(claim: ClaimPage, figures: str | None) -> str | None:
    """Why a claim stands where it stands, where its reviews do not say so themselves."""
    return None if says_reviewer(claim) else because(claim, figures)


def _facts(claim: ClaimPage, text: str) -> Iterator[Fact]:
    if not claim.language_known:
        yield Fact("unread", UNREAD, unknown=True)
    for figure in claim.figures:
        yield Fact("figure", figure_read(figure))
    for attribution in claim.attributions:
        yield Fact("credited to", credit(attribution, claim, text))
    if claim.hedges:
        yield Fact("hedge", ", ".join(hedge_words(claim)))
    made = [act for act in claim.regroupings if claim.number in act.made]
    if made:
        yield Fact("claim", story_of(made[-1], claim.number))
    if claim.tier:
        by = f"set by {shown_name(claim.tier_set_by)}" if claim.tier_set_by else "suggested"
        yield Fact("tier", f"{TIERS[claim.tier].word} ({by})")


def review_view(review: ReviewPage) -> ReviewView:
    """One review as a report shows it."""
    return ReviewView(
        verdict=review.verdict,
        question=QUESTIONS[review.question].word if review.question else None,
        by=reviewer_words(review),
        at=dates.moment(review.at),
        because=review.because or None,
        override=override_view(review.override) if review.override else None,
    )


def _reopened(claim: ClaimPage) -> ReopenedView | None:
    """That a claim has other words than it had, and what was made of those."""
    opened = claim.reopened
    if opened is None:
        return None
    return ReopenedView(
        told=sentence(f"opened again in revision {opened.revision}: {opened.why}"),
        difference=marked(opened.difference),
        reviews=tuple(map(review_view, claim.earlier_reviews)),
        evidence=tuple(map(evidence_view, claim.earlier_evidence)),
    )


def _step(line: TraceLine) -> str:
    """One line of how a status came about; in words, as a tick is for what a person decided."""
    says = prose(line.says)
    return f"{says} (not met)" if line.met is False else says
