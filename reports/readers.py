"""Turns the desk's audit into the one that its readers may see: roles in place of names, and no notes.

What is left out is left out of the page itself, so that no template can print it. Verdicts keep their
reasons, evidence its words and its source; of a protected source neither name nor words are left.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from claims.appearances.pages import PublicPage
from claims.evidence.pages import ContactPage, EvidencePage, ReplyPage, SearchPage, WithdrawalPage
from claims.factchecks.pages import LikenessPage
from claims.kinds import OriginSign, ReviewRole
from claims.pages import AuditPage, ClaimPage, DecisionPage, OverridePage, ReviewPage, StatusPage
from claims.registry.pages import SourcePage
from reports.corrections import for_readers as corrections_for_readers
from reports.evidence_words import ROLES

DESK = "the desk"
EDITORS = "the editors"
PROTECTED = "a source whose name the desk protects"
LEFT_OUT = ""
"""What stands where the desk's page has a word that readers don't get; nothing is shown in its place."""


class Audience(StrEnum):
    """Whom a report is for."""

    DESK = "desk"
    READERS = "readers"


def for_readers(page: AuditPage) -> AuditPage:
    """The audit as readers may see it."""
    document = page.document
    claims = tuple(_claim(claim) for claim in document.claims)
    purpose = replace(document.purpose, by=DESK) if document.purpose else None
    decisions = tuple(_decision(decision) for decision in page.story.decisions)
    return replace(
        page,
        document=replace(document, claims=claims, purpose=purpose),
        story=replace(page.story, decisions=decisions),
        corrections=corrections_for_readers(page.corrections),
        registry=tuple(_source(source) for source in page.registry if not source.protected),
    )


def _claim(claim: ClaimPage) -> ClaimPage:
    return replace(
        claim,
        corrections=corrections_for_readers(claim.corrections),
        tier=None,
        tier_set_by=None,
        reviews=tuple(map(_review, claim.reviews)),
        earlier_reviews=tuple(map(_review, claim.earlier_reviews)),
        earlier_evidence=tuple(map(_evidence, claim.earlier_evidence)),
        earlier_searches=tuple(map(_search, claim.earlier_searches)),
        earlier_contacts=tuple(map(_contact, claim.earlier_contacts)),
        standing=_standing(claim.standing),
        said=_standing(claim.said) if claim.said else None,
        so=_standing(claim.so) if claim.so else None,
        evidence=tuple(map(_evidence, claim.evidence)),
        searches=tuple(map(_search, claim.searches)),
        contacts=tuple(map(_contact, claim.contacts)),
        outcomes=(),
        reply_requests=(),
        public=_public(claim.public) if claim.public else None,
        likenesses=tuple(_likeness(page) for page in claim.likenesses if page.factcheck),
    )


def _likeness(page: LikenessPage) -> LikenessPage:
    """What it is to a published fact-check, without who said so and why."""
    return replace(page, because=LEFT_OUT, by=DESK, known=LEFT_OUT)


def _public(public: PublicPage) -> PublicPage:
    """Whose a claim is and where it appeared, without who noted it and when the desk looks again."""
    appearances = tuple(replace(one, by=DESK) for one in public.appearances)
    return replace(
        public, by=DESK, appearances=appearances, check_again=None, open_again=None, due_since=None
    )


def _review(review: ReviewPage) -> ReviewPage:
    role = review.role or ReviewRole.VERDICT
    override = _override(review.override) if review.override else None
    # Why a claim was opened again is the desk's own note, and may name who wrote in.
    because = LEFT_OUT if role is ReviewRole.REOPENING else review.because
    return replace(review, by=ROLES[role], because=because, known=LEFT_OUT, override=override)


def _override(override: OverridePage) -> OverridePage:
    """The editors' word for readers in place of their own reason."""
    return replace(override, because=LEFT_OUT, by=EDITORS)


def _standing(standing: StatusPage) -> StatusPage:
    """A status without the way to it, which names people, and without what the desk still has to do."""
    reason = standing.because.value if standing.because else standing.status.value
    return replace(standing, reason=reason, waits_for=(), trace=())


def _evidence(evidence: EvidencePage) -> EvidencePage:
    hidden = replace(
        evidence,
        because=LEFT_OUT,
        by=DESK,
        place=None,
        how=None,
        described_by=None,
        translated_by=None,
        withdrawn=_withdrawal(evidence.withdrawn) if evidence.withdrawn else None,
    )
    return _nameless(hidden) if evidence.protected else hidden


def _nameless(evidence: EvidencePage) -> EvidencePage:
    """Evidence of a protected source, whose very words may tell who it is."""
    return replace(
        evidence,
        capture=None,
        captured_at=None,
        capture_sha256=None,
        source=None,
        source_name=PROTECTED,
        protected=False,
        origin=PROTECTED,
        origin_sign=OriginSign.SOURCE,
        quote=None,
        told=None,
        translation=None,
        part=None,
        claimed_date=None,
        claimed_place=None,
        first_use=None,
        on_date=None,
        covered=(),
        uncovered=(),
        differing=(),
        recheck=None,
        held_back=True,
    )


def _withdrawal(withdrawn: WithdrawalPage) -> WithdrawalPage:
    return replace(withdrawn, by=DESK)


def _source(source: SourcePage) -> SourcePage:
    """A source with its grades, without who gave them and why."""
    return replace(source, grades=tuple(replace(one, by=DESK, because=LEFT_OUT) for one in source.grades))


def _search(search: SearchPage) -> SearchPage:
    return replace(search, note=None, by=DESK)


def _contact(contact: ContactPage) -> ContactPage:
    replies = tuple(map(_reply, contact.replies))
    return replace(contact, whom=None, channel=LEFT_OUT, asked=None, by=DESK, replies=replies, request=None)


def _reply(reply: ReplyPage) -> ReplyPage:
    return replace(reply, answer=None, by=DESK)


def _decision(decision: DecisionPage) -> DecisionPage:
    return replace(decision, by=DESK)
