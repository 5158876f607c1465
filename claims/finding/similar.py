"""What is like a claim: other claims of the ledger, and others' fact-checks.

They are looked up in the index of the ledger; nothing is stored. They are suggestions with reasons, until a
person decides; from then on the person's word is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy.orm import Session

from claims.factchecks.pages import PREFIX, FactCheckPage
from claims.factchecks.queries import pages_of
from claims.finding.index import Index
from claims.finding.pages import SimilarClaim, SimilarPage
from claims.judging.policy import Policy
from claims.kinds import MatchDecision
from claims.matching.likeness import Rarity
from claims.matching.ranking import matches
from claims.matching.record import Match
from claims.pages import ClaimPage
from claims.queries import claim_page

TOP = 10
ASKED = "It is asked there as a question, which says nothing."


def similar_claims(
    session: Session, index: Index, handle: str, policy: Policy, *, top: int = TOP
) -> SimilarPage:
    """The claims and fact-checks that say the same as a claim or are of its matter, the likest first.

    Headings and what else can't be checked are left out, and so are fact-checks of which there is a later
    version. Of suggestions there are at most `top`. Raises `UnknownDocument` or `UnknownClaim`.
    """
    asked = claim_page(session, handle, policy)
    said = {one.other: one for one in asked.likenesses}
    decided = {other for other, one in said.items() if one.counts}
    found = _matches(session, index, asked, top=top + len(decided))
    suggested = [
        match
        for match in found.values()
        if match.decision is not MatchDecision.DIFFERENT and match.id not in decided
    ]
    handles = [*(other for other in said if other in decided), *(match.id for match in suggested[:top])]
    pages = _pages(session, handles, policy)
    similar = [SimilarClaim(pages[id], found.get(id), said.get(id)) for id in handles]
    return SimilarPage(asked, tuple(sorted(similar, key=_place)))


def _matches(session: Session, index: Index, asked: ClaimPage, *, top: int) -> Mapping[str, Match]:
    """What the rules say of the likest, by handle, in order."""
    stock, candidates = index.stock(but=asked.handle), index.candidates(asked.text, but=asked.handle)
    factchecks = pages_of(session, [one.id for one in candidates if one.id.startswith(PREFIX)])
    current = [one for one in candidates if not (page := factchecks.get(one.id)) or not page.replaced_by]
    found = matches(asked.text, current, Rarity(stock), top=top)
    return {match.id: _of_a_statement(match, factchecks.get(match.id)) for match in found}


def _of_a_statement(match: Match, page: FactCheckPage | None) -> Match:
    """A match as it may be suggested: what is asked is never the same as it stands."""
    if page and page.is_question and match.decision is MatchDecision.SAME:
        return replace(match, decision=MatchDecision.RELATED, reason=ASKED)
    return match


def _pages(
    session: Session, handles: Iterable[str], policy: Policy
) -> Mapping[str, ClaimPage | FactCheckPage]:
    listed = list(handles)
    factchecks = pages_of(session, [handle for handle in listed if handle.startswith(PREFIX)])
    claims = [handle for handle in listed if not handle.startswith(PREFIX)]
    return {**factchecks, **{handle: claim_page(session, handle, policy) for handle in claims}}


def _place(one: SimilarClaim) -> int:
    """People's words first, suggestions next; what people said is different last."""
    if one.decided is None:
        return 1
    return 2 if one.decision is MatchDecision.DIFFERENT else 0
