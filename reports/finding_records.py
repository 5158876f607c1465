"""What the commands that find again print for programs."""

from __future__ import annotations

from claims.finding.pages import SimilarClaim
from reports.json import Record, claim_record


def similar_record(one: SimilarClaim) -> Record:
    """A claim that is like another; `decision` is what it is to it, and `likeness` the reason."""
    match = one.match
    return {
        **claim_record(one.claim),
        "decision": match.decision.value,
        "score": match.score,
        "likeness": match.reason,
    }
