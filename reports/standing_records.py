"""Where a claim stands and who judged it, as plain JSON values; unknown is null."""

from __future__ import annotations

from typing import Any

from claims.pages import ClaimPage, OverridePage, ReviewPage, StatusPage
from reports.evidence_records import contact_record, evidence_record, search_record
from reports.public_records import public_record
from reports.reply_records import request_record

Record = dict[str, Any]


def found_record(claim: ClaimPage) -> Record:
    """What a claim needs, what it waits for, both answers about reported speech, and all that was found."""
    standing = claim.standing
    return {
        "tier": claim.tier.value if claim.tier else None,
        "tier_set_by": claim.tier_set_by,
        "waits_for": list(standing.waits_for),
        "stale": list(standing.stale),
        "trace": _trace(standing),
        "said": standing_record(claim.said) if claim.said else None,
        "so": standing_record(claim.so) if claim.so else None,
        "evidence": [evidence_record(one) for one in claim.evidence],
        "earlier_evidence": [evidence_record(one) for one in claim.earlier_evidence],
        "searches": [search_record(search) for search in claim.searches],
        "contacts": [contact_record(contact) for contact in claim.contacts],
        "reply_requests": [request_record(request) for request in claim.reply_requests],
        "earlier_searches": [search_record(search) for search in claim.earlier_searches],
        "earlier_contacts": [contact_record(contact) for contact in claim.earlier_contacts],
        "public": public_record(claim.public) if claim.public else None,
    }


def standing_record(standing: StatusPage) -> Record:
    """A status with its reason and the way to it, line by line."""
    return {
        "status": standing.status.value,
        "because": standing.because.value if standing.because else None,
        "reason": standing.reason,
        "suggested": standing.suggested,
        "waits_for": list(standing.waits_for),
        "stale": list(standing.stale),
        "trace": _trace(standing),
    }


def review_record(review: ReviewPage) -> Record:
    """One review, as it was recorded; one that is withheld shows neither verdict nor reason."""
    return {
        "verdict": None if review.withheld else review.verdict,
        "because": None if review.withheld else review.because,
        "withheld": review.withheld,
        "by": review.by,
        "known": review.known,
        "at": review.at.isoformat(),
        "policy": review.policy,
        "question": review.question.value if review.question else None,
        "role": review.role.value if review.role else None,
        "blind": review.blind,
        "override": _override(review.override) if review.override else None,
    }


def _trace(standing: StatusPage) -> list[Record]:
    return [{"rule": line.rule, "met": line.met, "says": line.says} for line in standing.trace]


def _override(override: OverridePage) -> Record:
    return {
        "because": override.because,
        "for_readers": override.for_readers,
        "by": override.by,
        "at": override.at.isoformat(),
    }
