"""Which claims of the ledger are like one of them: suggestions with reasons, until a person decides.

They are looked up in the index of the ledger; nothing is stored.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from claims.factchecks.pages import PREFIX as FACTCHECK
from claims.finding.index import Index
from claims.finding.pages import SimilarClaim, SimilarPage
from claims.judging.policy import Policy
from claims.kinds import MatchDecision
from claims.matching.likeness import Rarity
from claims.matching.ranking import matches
from claims.queries import claim_page

TOP = 10


def similar_claims(
    session: Session, index: Index, handle: str, policy: Policy, *, top: int = TOP
) -> SimilarPage:
    """The claims of all documents that say the same as a claim or are of its matter, the likest first.

    Headings and what else can't be checked are left out. Raises `UnknownDocument` or `UnknownClaim`.
    """
    asked = claim_page(session, handle, policy)
    stock = index.stock(but=asked.handle)
    found = matches(asked.text, index.candidates(asked.text, but=asked.handle), Rarity(stock), top=top)
    return SimilarPage(
        claim=asked,
        similar=tuple(
            SimilarClaim(claim_page(session, match.id, policy), match)
            for match in found
            if match.decision is not MatchDecision.DIFFERENT and not match.id.startswith(FACTCHECK)
        ),
    )
