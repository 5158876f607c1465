"""Decisions of people about the figures of a story: keeping them, and finding again what they name.

A decision is tied to claims and quotes. One that names a figure which can't be found any more is an
orphan and has no effect; no other figure is taken in its place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import assert_never
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.errors import StoryMoved
from claims.kinds import DecisionKind
from claims.models import ClaimRow, DecidedFigureRow, DecisionRow, DocumentRow
from claims.named_figures import NamedFigure
from claims.pages import DecidedFigure, DecisionPage
from claims.reconcile.decisions import (
    Decision,
    Merged,
    Moved,
    OriginsJoined,
    OriginsParted,
    PartyNamed,
    Ruling,
    Split,
)
from ledger.pen import Pen
from ledger.record import record

ACTIONS = {
    DecisionKind.MOVE: "figure.move",
    DecisionKind.SPLIT: "figure.split",
    DecisionKind.MERGE: "figure.merge",
    DecisionKind.JOIN_ORIGINS: "origin.join",
    DecisionKind.PART_ORIGINS: "origin.part",
    DecisionKind.PARTY: "story.party",
    DecisionKind.NO_PARTY: "story.party",
    DecisionKind.UNDO: "decision.undo",
}
"""What each kind is called in the log."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision that somebody is about to make, the `number`th of its story."""

    story: str
    number: int
    kind: DecisionKind
    by: str
    because: str
    figures: tuple[NamedFigure, ...] = ()
    label: str | None = None
    name: str | None = None
    undoes: int | None = None


def add_decision(session: Session, pen: Pen, draft: Draft) -> None:
    """Store a decision with the figures that it names, as one event.

    Raises `StoryMoved` where somebody else decided in between.
    """
    if how_many(session, draft.story) != draft.number - 1:
        raise StoryMoved(f"somebody else decided about {draft.story} just now; run the command again")
    now, id = pen.clock(), pen.new_id()
    decision = {
        "id": id,
        "story": draft.story,
        "number": draft.number,
        "kind": draft.kind,
        "label": draft.label,
        "name": draft.name,
        "undoes": _key_of(session, draft.story, draft.undoes),
        "because": draft.because,
        "decided_by": pen.actor,
        "known": pen.known,
        "at": now,
    }
    figures = [
        {
            "id": pen.new_id(),
            "decision_id": id,
            "ordinal": ordinal,
            "claim_id": figure.claim,
            "quote": figure.figure.quote,
            "position": figure.position,
            "among": figure.among,
        }
        for ordinal, figure in enumerate(draft.figures)
    ]
    rows = {DecisionRow: [decision], DecidedFigureRow: figures}
    record(session, pen, action=ACTIONS[draft.kind], subject=draft.story, rows=rows, at=now)


def how_many(session: Session, story: str) -> int:
    """How many decisions there are about a story."""
    query = select(func.count()).select_from(DecisionRow).where(DecisionRow.story == story)
    return session.scalar(query) or 0


def decisions_of(session: Session, story: str, figures: Iterable[NamedFigure]) -> tuple[DecisionPage, ...]:
    """The decisions about a story in the order in which they were made; `figures` are all that it has."""
    query = select(DecisionRow).where(DecisionRow.story == story).order_by(DecisionRow.number)
    rows = session.scalars(query).all()
    number = {row.id: row.number for row in rows}
    undone_by = {row.undoes: row.number for row in rows if row.undoes}
    named = _named(session, story, figures)
    return tuple(
        DecisionPage(
            number=row.number,
            kind=row.kind,
            figures=tuple(named[row.id]),
            label=row.label,
            name=row.name,
            because=row.because,
            by=row.decided_by,
            known=row.known,
            at=row.at,
            undoes=number[row.undoes] if row.undoes else None,
            undone_by=undone_by.get(row.id),
        )
        for row in rows
    )


def standing(decisions: Iterable[DecisionPage]) -> list[Decision]:
    """Those decisions that have an effect, as reconciling takes them."""
    return [
        value
        for page in decisions
        if page.stands and (value := value_of(page, [figure.id or "" for figure in page.figures]))
    ]


def value_of(decision: DecisionPage | Draft, ids: Sequence[str]) -> Decision | None:
    """A decision as reconciling takes it, its figures by their ids; `None` for one that undoes another."""
    ruling = Ruling(decision.number, decision.by, decision.because)
    match decision.kind:
        case DecisionKind.MOVE:
            return Moved(ruling, ids[0], ids[1])
        case DecisionKind.SPLIT:
            return Split(ruling, tuple(ids), decision.label)
        case DecisionKind.MERGE:
            return Merged(ruling, ids[0], ids[1])
        case DecisionKind.JOIN_ORIGINS:
            return OriginsJoined(ruling, ids[0], ids[1])
        case DecisionKind.PART_ORIGINS:
            return OriginsParted(ruling, tuple(ids))
        case DecisionKind.PARTY | DecisionKind.NO_PARTY:
            return PartyNamed(ruling, decision.name or "", decision.kind is DecisionKind.PARTY)
        case DecisionKind.UNDO:
            return None
        case _:
            assert_never(decision.kind)


def _key_of(session: Session, story: str, number: int | None) -> UUID | None:
    if number is None:
        return None
    return session.scalars(
        select(DecisionRow.id).where(DecisionRow.story == story, DecisionRow.number == number)
    ).one()


def _named(
    session: Session, story: str, figures: Iterable[NamedFigure]
) -> defaultdict[UUID, list[DecidedFigure]]:
    """The figures that each decision of a story names, as they can be found now."""
    present: defaultdict[tuple[UUID, str], list[NamedFigure]] = defaultdict(list)
    for figure in figures:
        present[figure.claim, figure.figure.quote].append(figure)
    query = (
        select(DecidedFigureRow, DocumentRow.slug, ClaimRow.number)
        .join(DecisionRow, DecisionRow.id == DecidedFigureRow.decision_id)
        .join(ClaimRow, ClaimRow.id == DecidedFigureRow.claim_id)
        .join(DocumentRow, DocumentRow.id == ClaimRow.document_id)
        .where(DecisionRow.story == story)
        .order_by(DecidedFigureRow.decision_id, DecidedFigureRow.ordinal)
    )
    found: defaultdict[UUID, list[DecidedFigure]] = defaultdict(list)
    for row, slug, number in session.execute(query):
        alike = present[row.claim_id, row.quote]
        own = alike[row.position - 1] if len(alike) == row.among else None
        found[row.decision_id].append(
            DecidedFigure(f"{slug}:{number}", row.quote, own.id if own else None, own.handle if own else None)
        )
    return found
