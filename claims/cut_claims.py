"""Claims that were cut from a document and stand in its next version again, with the same words.

They come back with their numbers and their records; what became of them in between is told by
`claims/revising/`, as of any claim.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.models import ClaimRow, PlacementRow, RevisionRow
from claims.present import read_in
from claims.reading.record import Reading
from claims.revising import put_back
from claims.revising.record import Outcome
from claims.revising.wording import as_read
from claims.stored import PlacedStatement


def claims_put_back(
    session: Session, present: RevisionRow, reading: Reading, new: Sequence[int]
) -> Iterator[tuple[PlacedStatement, Outcome]]:
    """Those of the `new` statements that are claims cut before: each as it last stood, and its outcome."""
    last = _last_placements(session, present)
    waiting: defaultdict[str, deque[UUID]] = defaultdict(deque)
    for claim, (_, quote) in last.items():
        waiting[as_read(quote)].append(claim)
    found: defaultdict[UUID, dict[int, UUID]] = defaultdict(dict)
    for at in new:
        same = waiting.get(as_read(reading.quote(reading.statements[at])))
        if same:
            claim = same.popleft()
            found[last[claim][0]][at] = claim
    for revision, claims in found.items():
        yield from _as_they_stood(session, session.get_one(RevisionRow, revision), reading, claims)


def _as_they_stood(
    session: Session, revision: RevisionRow, reading: Reading, claims: Mapping[int, UUID]
) -> Iterator[tuple[PlacedStatement, Outcome]]:
    placed, earlier = read_in(session, revision)
    places = {one.claim: at for at, one in enumerate(placed)}
    pairs = {at: places[claim] for at, claim in claims.items()}
    for outcome, before in zip(put_back(earlier, reading, pairs), pairs.values(), strict=True):
        yield placed[before], outcome


def _last_placements(session: Session, present: RevisionRow) -> dict[UUID, tuple[UUID, str]]:
    """Of every claim that was cut: the revision that it last stood in and its words there, by its number."""
    query = (
        select(PlacementRow.claim_id, PlacementRow.revision_id, PlacementRow.quote)
        .join(RevisionRow, RevisionRow.id == PlacementRow.revision_id)
        .join(ClaimRow, ClaimRow.id == PlacementRow.claim_id)
        .where(
            RevisionRow.document_id == present.document_id,
            PlacementRow.claim_id.not_in(
                select(PlacementRow.claim_id).where(PlacementRow.revision_id == present.id)
            ),
        )
        .order_by(ClaimRow.number, RevisionRow.number)
    )
    return {claim: (revision, quote) for claim, revision, quote in session.execute(query)}
