"""What a report of similar claims shows."""

from __future__ import annotations

from dataclasses import dataclass

from claims.matching.record import Match
from claims.pages import ClaimPage


@dataclass(frozen=True, slots=True)
class SimilarClaim:
    """A claim of the ledger as it now stands, and what the rules say that it is to the one asked about."""

    claim: ClaimPage
    match: Match


@dataclass(frozen=True, slots=True)
class SimilarPage:
    """A claim and those of the ledger that are like it, the most like first. All of them are suggestions."""

    claim: ClaimPage
    similar: tuple[SimilarClaim, ...]
