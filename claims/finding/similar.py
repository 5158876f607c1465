"""What is like a claim: other claims of the ledger, and others' fact-checks.

They are looked up in the index of the ledger; nothing is stored. They are suggestions with reasons, until a
person decides; from then on the person's word is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.factchecks.models import FactCheckRow
from claims.factchecks.pages import PREFIX, FactCheckPage
from claims.factchecks.queries import pages_of
from claims.finding.index import Index
from claims.finding.pages import SimilarClaim, SimilarPage
from claims.judging.policy import Policy
from claims.kinds import MatchDecision, Status
from claims.matching.likeness import Rarity
from claims.matching.ranking import matches
from claims.matching.record import Match
from claims.models import ClaimRow, DocumentRow, PlacementRow, ReviewRow
from claims.pages import ClaimPage
from claims.queries import claim_page, claims_named

TOP = 10
WORD_FOR_WORD = "Both say it word for word."
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


def said_before(session: Session, page: ClaimPage, policy: Policy) -> tuple[SimilarClaim, ...]:
    """What was judged before and says, word for word, what a claim says that nobody has judged.

    It looks at judged claims and at fact-checks alone, without the index, so that it costs little. What a
    person has decided about is left out.
    """
    if page.reviews or not page.checkable:
        return ()
    judged = (
        select(DocumentRow.slug, ClaimRow.number)
        .join(ClaimRow, ClaimRow.document_id == DocumentRow.id)
        .join(PlacementRow, PlacementRow.claim_id == ClaimRow.id)
        .where(ClaimRow.id.in_(select(ReviewRow.claim_id)), PlacementRow.quote == page.text)
        .distinct()
        .order_by(DocumentRow.slug, ClaimRow.number)
    )
    checked = select(FactCheckRow.number).where(FactCheckRow.claim_reviewed == page.text)
    handles = [f"{slug}:{number}" for slug, number in session.execute(judged)]
    handles += [f"{PREFIX}{number}" for number in session.scalars(checked.order_by(FactCheckRow.number))]
    known = {page.handle, *(one.other for one in page.likenesses)}
    found = _pages(session, [handle for handle in handles if handle not in known], policy)
    same = (SimilarClaim(one, Match(id, 1.0, MatchDecision.SAME, WORD_FOR_WORD)) for id, one in found.items())
    return tuple(one for one in same if _is_an_answer(one.page, page.text))


def _is_an_answer(page: ClaimPage | FactCheckPage, text: str) -> bool:
    """Whether a claim still says that and was judged, or a fact-check counts and is no question."""
    if isinstance(page, FactCheckPage):
        return page.replaced_by is None and not page.is_question
    return page.text == text and page.standing.status is not Status.UNCONFIRMED


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
    return {**factchecks, **{page.handle: page for page in claims_named(session, claims, policy)}}


def _place(one: SimilarClaim) -> int:
    """People's words first, suggestions next; what people said is different last."""
    if one.decided is None:
        return 1
    return 2 if one.decision is MatchDecision.DIFFERENT else 0
