"""Lays out the public claims of a document as published fact-checks: claim, claimant, where, verdict, why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.appearances.pages import PublicPage
from claims.kinds import MatchDecision
from claims.pages import ClaimPage
from reports.evidence import source_words, stance_words
from reports.evidence_words import grade_words
from reports.likeness_words import DECISIONS, standing_words
from reports.public_words import (
    NO_APPEARANCE,
    again_words,
    appearances_in_words,
    claimant_words,
    other_wording,
    said_on_words,
)
from reports.register import because_words, review_view
from reports.standing import marks, verdicts
from reports.views.basic import Fact, Link
from reports.views.public import PublicView
from reports.words import sentence

_RATED = "rated is this wording"
_OTHER_WORDS = "rated is this wording; the text has other words"


def public_views(claims: Sequence[ClaimPage]) -> tuple[PublicView, ...]:
    """The public claims among these, in the order of the text."""
    return tuple(_view(claim, claim.public) for claim in claims if claim.public)


def _view(claim: ClaimPage, public: PublicPage) -> PublicView:
    return PublicView(
        claim=Link(str(claim.number), f"#claim-{claim.number}"),
        wording=public.wording,
        rated=_OTHER_WORDS if other_wording(claim) else _RATED,
        made=tuple(_made(public)),
        verdicts=verdicts(claim),
        marks=marks(claim),
        because=because_words(claim, None),
        reviews=tuple(map(review_view, claim.reviews)),
        sources=tuple(dict.fromkeys(_sources(claim))),
        chosen=tuple(_chosen(public)),
        others=tuple(_others(claim)),
    )


def _made(public: PublicPage) -> Iterator[Fact]:
    yield Fact("claimant", claimant_words(public), unknown=public.claimant is None)
    yield Fact("said on", said_on_words(public), unknown=public.said_on is None)
    for label, words in appearances_in_words(public):
        yield Fact(label, words)
    if not public.appearances:
        yield Fact("seen", NO_APPEARANCE, unknown=True)


def _chosen(public: PublicPage) -> Iterator[Fact]:
    yield Fact("chosen", sentence(public.chosen_because))
    if again := again_words(public):
        yield Fact("check again", again)


def _others(claim: ClaimPage) -> Iterator[str]:
    """What others, or we elsewhere, found of the same, as far as a person said that it is."""
    for page in claim.likenesses:
        if page.counts and page.decision is not MatchDecision.DIFFERENT:
            url = f"; {page.factcheck.url}" if page.factcheck and page.factcheck.url else ""
            yield f"{DECISIONS[page.decision]} {page.other}, “{page.text}”: {standing_words(page)}{url}"


def _sources(claim: ClaimPage) -> Iterator[str]:
    for evidence in claim.evidence:
        if evidence.source_name and evidence.counts and not evidence.only_repeats:
            grade = grade_words(evidence.grade)
            yield f"{source_words(evidence)} ({grade}): {stance_words(evidence)}"
