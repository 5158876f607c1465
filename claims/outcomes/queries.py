"""Which outcomes were asked for in a document, and how far each has come; pages come out, nothing is written.

For many claims as for one it takes the same few statements: the revisions of the document since the first
outcome was asked for, and where its claims stood in them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.kinds import OutcomeEnd, OutcomeKind, OutcomeState
from claims.models import AttributionRow, ClaimRow, DocumentRow, PlacementRow, RevisionRow
from claims.outcomes.models import OutcomeEndRow, OutcomeRow
from claims.outcomes.pages import EndPage, OutcomePage, Progress
from claims.outcomes.showing import Asked, Draft, Placed, progress, words_stand

Rows = Sequence[Any]


def outcomes_of(
    session: Session, document: UUID, *, only: Collection[UUID] | None = None
) -> Mapping[UUID, tuple[OutcomePage, ...]]:
    """By claim of a document, cut ones too, what was asked of it, in order; the last one counts.

    Claims of which nothing was asked are left out. `only` leaves those claims alone.
    """
    rows = _rows(session, document, only)
    if not rows:
        return {}
    claims = {row.OutcomeRow.claim_id for row in rows}
    history = _history(session, document, claims, since=min(row.revision for row in rows))
    found: defaultdict[UUID, list[OutcomePage]] = defaultdict(list)
    last = {row.OutcomeRow.claim_id: row for row in rows}
    for row in rows:
        claim = row.OutcomeRow.claim_id
        reached = _reached(row, history) if row is last[claim] else Progress(OutcomeState.REPLACED)
        found[claim].append(_page(row, history, reached))
    return {claim: tuple(pages) for claim, pages in found.items()}


def asked_in(session: Session, document: UUID) -> tuple[OutcomePage, ...]:
    """What counts as asked of the claims of a document, cut ones too, in the order of their numbers."""
    return tuple(pages[-1] for pages in outcomes_of(session, document).values())


@dataclass(frozen=True, slots=True)
class _History:
    """The revisions of a document by their numbers, and where claims stood in them."""

    drafts: Mapping[int, Draft]
    placed: Mapping[tuple[UUID, int], Placed]

    @property
    def present(self) -> int:
        return max(self.drafts)


def _rows(session: Session, document: UUID, only: Collection[UUID] | None) -> Rows:
    """The outcomes with how they ended, by claim and in order."""
    query = (
        select(
            OutcomeRow,
            OutcomeEndRow,
            DocumentRow.slug,
            ClaimRow.number.label("number"),
            RevisionRow.number.label("revision"),
        )
        .join(ClaimRow, ClaimRow.id == OutcomeRow.claim_id)
        .join(DocumentRow, DocumentRow.id == ClaimRow.document_id)
        .join(RevisionRow, RevisionRow.id == OutcomeRow.revision_id)
        .outerjoin(OutcomeEndRow, OutcomeEndRow.outcome_id == OutcomeRow.id)
        .where(ClaimRow.document_id == document)
        .order_by(ClaimRow.number, OutcomeRow.ordinal)
    )
    rows: Rows = session.execute(query if only is None else query.where(ClaimRow.id.in_(only))).all()
    return rows


def _history(session: Session, document: UUID, claims: set[UUID], *, since: int) -> _History:
    query = select(RevisionRow.id, RevisionRow.number, RevisionRow.text).where(
        RevisionRow.document_id == document, RevisionRow.number >= since
    )
    texts = {id: (number, text) for id, number, text in session.execute(query)}
    words: defaultdict[UUID, list[str]] = defaultdict(list)
    stood: list[tuple[UUID, UUID, UUID, str]] = []
    places = select(
        PlacementRow.id, PlacementRow.claim_id, PlacementRow.revision_id, PlacementRow.quote
    ).where(PlacementRow.revision_id.in_(texts))
    for id, claim, revision, quote in session.execute(places):
        words[revision].append(quote)
        if claim in claims:
            stood.append((id, claim, revision, quote))
    credited = _credits(session, {id: texts[revision][1] for id, _, revision, _ in stood})
    return _History(
        drafts={number: Draft(number, text, words[id]) for id, (number, text) in texts.items()},
        placed={
            (claim, texts[revision][0]): Placed(quote, credited.get(id, frozenset()))
            for id, claim, revision, quote in stood
        },
    )


def _credits(session: Session, texts: Mapping[UUID, str]) -> Mapping[UUID, frozenset[str]]:
    """By placement, the names of those whom it credits; `texts` has the text that each stands in."""
    documents = select(AttributionRow).where(AttributionRow.placement_id.in_(texts))
    found: defaultdict[UUID, set[str]] = defaultdict(set)
    for row in session.scalars(documents):
        source = " ".join(texts[row.placement_id][start:end] for start, end in row.source)
        if name := row.speaker or source:
            found[row.placement_id].add(name)
    return {placement: frozenset(names) for placement, names in found.items()}


def _reached(row: Any, history: _History) -> Progress:
    """How far an outcome has come; a person's word that it is done holds until the words are back."""
    outcome, end = row.OutcomeRow, row.OutcomeEndRow
    asked = _asked(row, history)
    if end is None:
        return _shown_since(asked, outcome.claim_id, history)
    if end.end is OutcomeEnd.DROPPED:
        return Progress(OutcomeState.DROPPED)
    now = history.present
    if words_stand(asked, history.placed.get((outcome.claim_id, now)), history.drafts[now]):
        return Progress(OutcomeState.OPEN, why="its words are back")
    return Progress(OutcomeState.DONE)


def _shown_since(asked: Asked, claim: UUID, history: _History) -> Progress:
    """How far an outcome has come by itself, with the first revision that shows it and all that follow do."""
    reached = progress(asked, history.placed.get((claim, history.present)), history.drafts[history.present])
    if reached.revision is None:
        return reached
    for number in range(history.present - 1, asked.then.revision, -1):
        earlier = progress(asked, history.placed.get((claim, number)), history.drafts[number])
        if earlier.state is not reached.state:
            break
        reached = earlier
    return reached


def _asked(row: Any, history: _History) -> Asked:
    outcome = row.OutcomeRow
    kind: OutcomeKind = outcome.kind
    claim = history.placed[outcome.claim_id, row.revision]
    return Asked(kind, outcome.wording, claim, history.drafts[row.revision])


def _page(row: Any, history: _History, reached: Progress) -> OutcomePage:
    outcome, end = row.OutcomeRow, row.OutcomeEndRow
    return OutcomePage(
        claim=f"{row.slug}:{row.number}",
        kind=outcome.kind,
        words=history.placed[outcome.claim_id, row.revision].words,
        wording=outcome.wording,
        because=outcome.because,
        owed_by=outcome.owed_by,
        due=outcome.due,
        revision=row.revision,
        by=outcome.set_by,
        known=outcome.known,
        at=outcome.at,
        progress=reached,
        end=None if end is None else EndPage(end.end, end.because, end.ended_by, end.at),
    )
