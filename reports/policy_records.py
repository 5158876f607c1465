"""What the commands about the policy give to other programs: policies, changed statuses, agreement."""

from __future__ import annotations

from dataclasses import asdict

from claims.judging.agreement import Agreement
from claims.judging.pages import Flip
from claims.judging.policy import Policy
from reports.judging_screens import why_it_changes
from reports.standing_records import Record, standing_record


def policy_record(policy: Policy) -> Record:
    """A policy with its words as they were written."""
    return {
        "version": policy.version,
        "verdicts": {verdict: status.value for verdict, status in policy.verdicts.items()},
        "open": {verdict: because.value for verdict, because in policy.open_because.items()},
        "tiers": {tier.value: asdict(requirement) for tier, requirement in policy.tiers.items()},
        "refuted": {"second_person": policy.refuted_second_person},
        "figures_must_be_decided": policy.figures_must_be_decided,
        "toml": policy.toml,
    }


def flip_record(flip: Flip) -> Record:
    """A claim whose status changes, with both statuses."""
    return {
        "handle": flip.handle,
        "before": standing_record(flip.before),
        "after": standing_record(flip.after),
        "why": why_it_changes(flip),
    }


def agreement_record(found: Agreement) -> Record:
    """How far two readers agree; a measure is null where nothing can be said."""
    return asdict(found) | {"says_little": found.says_little}
