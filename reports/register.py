"""What is known of one claim: its status and why, its figures, credits and hedges, its reviews."""

from __future__ import annotations

from collections.abc import Iterator

from claims.pages import ClaimPage, ReviewPage
from reports import dates
from reports.article import chip
from reports.hidden import shown_name
from reports.languages import UNREAD
from reports.reasons import because, credit, figure_read, hedge_words, kind_words
from reports.views.basic import Fact
from reports.views.claims import ClaimView, ReviewView


def claim_view(claim: ClaimPage, text: str, figures: str | None) -> ClaimView:
    """Everything that is known of one claim.

    `text` is that of its document, `figures` names those that differ where it holds one of them.
    """
    return ClaimView(
        anchor=f"claim-{claim.number}",
        number=str(claim.number),
        back=f"#text-{claim.number}",
        chip=chip(claim),
        what=kind_words(claim),
        text=claim.text,
        because=None if claim.reviews else because(claim, figures),
        facts=tuple(dict.fromkeys(_facts(claim, text))),
        reviews=tuple(_review(review) for review in claim.reviews),
    )


def _facts(claim: ClaimPage, text: str) -> Iterator[Fact]:
    if not claim.language_known:
        yield Fact("unread", UNREAD, unknown=True)
    for figure in claim.figures:
        yield Fact("figure", figure_read(figure))
    for attribution in claim.attributions:
        yield Fact("credited to", credit(attribution, claim, text))
    if claim.hedges:
        yield Fact("hedge", ", ".join(hedge_words(claim)))


def _review(review: ReviewPage) -> ReviewView:
    return ReviewView(
        verdict=review.verdict,
        by=f"{shown_name(review.by)} ({review.known.replace('_', ' ')})",
        at=dates.moment(review.at),
        because=review.because,
    )
