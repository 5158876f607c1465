"""What people say that claims are to others, from either side of a pair; nothing is written.

For many claims as for one it takes the same few statements. No status follows from it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from claims.evidence.queries import words_of_claims
from claims.factchecks.models import FactCheckRow, LikenessRow
from claims.factchecks.pages import PREFIX, FactCheckPage, LikenessPage
from claims.factchecks.queries import pages_of
from claims.handles import handles_of
from claims.judging.case import Case
from claims.judging.cases import cases_of
from claims.judging.policy import Policy
from claims.judging.scope import Scope
from claims.judging.status import derive_status
from claims.kinds import Status
from claims.models import ClaimRow
from claims.reopened import reopened_at

_MOST_NAMED = 1_000
"""So many claims are named to the database; for more it is asked for everything, which is sooner done."""


def likenesses_of(
    session: Session, claims: Collection[UUID], policy: Policy, *, now: datetime
) -> Mapping[UUID, tuple[LikenessPage, ...]]:
    """What was decided of each of the claims, the last word on each pair, in the order of deciding.

    Claims of which nothing was decided are left out.
    """
    rows = _rows(session, claims)
    if not rows:
        return {}
    said = _last_words(rows, set(claims), _factchecks(session, rows))
    others = _others(session, {one.other for one in said if one.other}, policy, now)
    opened = reopened_at(session, {id for one in said for id in (one.claim, one.other) if id})
    handles = handles_of(session, {id for one in said for id in (one.claim, one.other) if id})
    found: defaultdict[UUID, list[LikenessPage]] = defaultdict(list)
    for one in said:
        pair = [id for id in (one.claim, one.other) if id]
        changed = tuple(handles[id] for id in pair if id in opened and not opened[id].precedes(one.row.at))
        found[one.claim].append(_page(one, changed, handles, others))
    return {claim: tuple(pages) for claim, pages in found.items()}


class _Said(NamedTuple):
    """A decision as seen from `claim`: what it says of another claim, or of a fact-check."""

    claim: UUID
    other: UUID | None
    factcheck: FactCheckPage | None
    row: LikenessRow


class _Other(NamedTuple):
    """A claim that was decided about: its words now, where it stands, who gave the last verdict."""

    text: str
    status: Status | None
    judged_by: str | None


def _rows(session: Session, claims: Collection[UUID]) -> list[LikenessRow]:
    """The decisions of which one side is among the claims; all of them, where the claims are many."""
    query = select(LikenessRow).order_by(LikenessRow.ordinal, LikenessRow.id)
    if len(claims) <= _MOST_NAMED:
        query = query.where(or_(LikenessRow.claim_id.in_(claims), LikenessRow.other_id.in_(claims)))
    return list(session.scalars(query))


def _last_words(
    rows: Iterable[LikenessRow], claims: set[UUID], factchecks: Mapping[UUID, FactCheckPage]
) -> list[_Said]:
    """The last decision on each pair, from the side of each claim that was asked about."""
    last: dict[tuple[UUID, object], _Said] = {}
    for row in rows:
        page = factchecks.get(row.factcheck_id) if row.factcheck_id else None
        for claim, other in ((row.claim_id, row.other_id), (row.other_id, row.claim_id)):
            if claim is not None and claim in claims:
                key = claim, page.number if page else other
                last[key] = _Said(claim, None if page else other, page, row)
    return list(last.values())


def _factchecks(session: Session, rows: Iterable[LikenessRow]) -> dict[UUID, FactCheckPage]:
    """For each fact-check that was decided about the version of it that counts."""
    ids = {row.factcheck_id for row in rows if row.factcheck_id}
    found = session.execute(
        select(FactCheckRow.id, FactCheckRow.number).where(FactCheckRow.id.in_(ids))
    ).all()
    pages = dict(pages_of(session, [f"{PREFIX}{number}" for _, number in found]))
    pages |= pages_of(session, [page.replaced_by for page in pages.values() if page.replaced_by])
    named = {id: pages[f"{PREFIX}{number}"] for id, number in found}
    return {id: pages[page.replaced_by] if page.replaced_by else page for id, page in named.items()}


def _others(session: Session, claims: Collection[UUID], policy: Policy, now: datetime) -> dict[UUID, _Other]:
    """What is to be known of the claims that were decided about."""
    documents = session.scalars(select(ClaimRow.document_id).where(ClaimRow.id.in_(claims)).distinct())
    cases = cases_of(session, Scope(documents=tuple(documents)))
    return {
        id: _Other(words, *_standing(cases.get(id), policy, now))
        for id, (words, _) in words_of_claims(session, claims).items()
    }


def _standing(case: Case | None, policy: Policy, now: datetime) -> tuple[Status | None, str | None]:
    """Where a claim stands and who gave the last verdict; of one that is withheld neither is told."""
    if case is None:
        return None, None
    standing = derive_status(case, policy, now)
    judged = case.reviews and standing.status is not Status.UNCONFIRMED and not standing.suggested
    return standing.status, case.reviews[-1].by if judged else None


def _page(
    said: _Said, changed: tuple[str, ...], handles: Mapping[UUID, str], others: Mapping[UUID, _Other]
) -> LikenessPage:
    row = said.row
    page = LikenessPage(
        other=said.factcheck.handle if said.factcheck else "",
        text=said.factcheck.claim_reviewed if said.factcheck else "",
        decision=row.decision,
        because=row.because,
        by=row.decided_by,
        known=row.known,
        at=row.at,
        changed=changed,
        factcheck=said.factcheck,
    )
    if said.other is None:
        return page
    text, status, judged_by = others[said.other]
    return replace(page, other=handles[said.other], text=text, status=status, judged_by=judged_by)
