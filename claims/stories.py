"""The figures of a story: loading them, and keeping what reconciling found.

Findings are derived. They are replaced as a whole, have no events, and never change a status.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from claims.decisions import how_many
from claims.errors import StoryMoved
from claims.models import (
    DocumentRow,
    OpenTaskRow,
    OriginRow,
    QuantityRow,
    RelatedFigureRow,
    RelationRow,
    RevisionRow,
)
from claims.reconcile.record import (
    Flips,
    Group,
    GroupRelation,
    Item,
    OpenTask,
    Origin,
    Quantity,
    Reconciliation,
    RelatedFigure,
)
from ledger.base import Base

Row = dict[str, object]

FINDINGS: tuple[type[Base], ...] = (QuantityRow, OriginRow, RelatedFigureRow, RelationRow, OpenTaskRow)


def replace_findings(
    session: Session, story: str, findings: Reconciliation, *, of: Mapping[str, int], decided: int
) -> None:
    """Put `findings` in the place of what was found before.

    `of` are the documents that they were found in, each with its revision, `decided` is how many
    decisions were known. Raises `StoryMoved` where that is no longer so, and then stores nothing.
    """
    if _revisions(session, story) != of or how_many(session, story) != decided:
        raise StoryMoved(f"the story {story} changed while it was being computed; run the command again")
    for table in FINDINGS:
        session.execute(delete(table).where(table.__table__.c.story == story))
    for table, rows in _rows(story, findings).items():
        if rows:
            # Otherwise each run of rows with other empty columns is a statement of its own.
            session.execute(insert(table).execution_options(render_nulls=True), rows)


def stored_findings(session: Session, story: str, items: Sequence[Item]) -> Reconciliation:
    """What was found in a story when it was last reconciled; `items` are its documents as they were read."""
    rows = session.scalars(
        select(RelatedFigureRow).where(RelatedFigureRow.story == story).order_by(RelatedFigureRow.ordinal)
    )
    known = {(row.slug, row.ordinal): row for row in rows}
    related = tuple(figure for item in items for figure in _related(item, known))
    return Reconciliation(
        figures=related,
        groups=_groups(related),
        relations=_relations(session, story),
        quantities=_quantities(session, story, related),
        origins=_origins(session, story),
        tasks=_tasks(session, story),
    )


def _revisions(session: Session, story: str) -> dict[str, int]:
    """The documents of a story, each with the number of its present revision."""
    query = (
        select(DocumentRow.slug, func.max(RevisionRow.number).label("last"))
        .join(RevisionRow, RevisionRow.document_id == DocumentRow.id)
        .where(DocumentRow.story == story)
        .group_by(DocumentRow.slug)
    )
    return {row.slug: row.last for row in session.execute(query)}


def _rows(story: str, findings: Reconciliation) -> dict[type[Base], list[Row]]:
    ordinals: Counter[str] = Counter()
    related = []
    for figure in findings.figures:
        related.append(_figure_row(story, figure, ordinals[figure.item]))
        ordinals[figure.item] += 1
    return {
        QuantityRow: [_quantity_row(story, *numbered) for numbered in enumerate(findings.quantities)],
        OriginRow: [_origin_row(story, *numbered) for numbered in enumerate(findings.origins)],
        RelatedFigureRow: related,
        RelationRow: [_relation_row(story, *numbered) for numbered in enumerate(findings.relations)],
        OpenTaskRow: [_task_row(story, *numbered) for numbered in enumerate(findings.tasks)],
    }


def _figure_row(story: str, figure: RelatedFigure, ordinal: int) -> Row:
    return {
        "story": story,
        "slug": figure.item,
        "ordinal": ordinal,
        "group": figure.group,
        "quantity": figure.quantity,
        "origin": figure.origin,
        "decision": figure.decision,
        "speaker": figure.speaker,
    }


def _quantity_row(story: str, ordinal: int, quantity: Quantity) -> Row:
    return {
        "story": story,
        "name": quantity.id,
        "ordinal": ordinal,
        "label": quantity.label,
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "status": quantity.status,
        "origins": quantity.origins,
        "why": quantity.why,
        "flips": None if quantity.flips is None else list(quantity.flips.origins),
        "otherwise": None if quantity.flips is None else quantity.flips.otherwise,
    }


def _origin_row(story: str, ordinal: int, origin: Origin) -> Row:
    return {
        "story": story,
        "name": origin.id,
        "ordinal": ordinal,
        "label": origin.name,
        "items": list(origin.items),
        "why": origin.why,
        "party": origin.party,
        "sure": origin.sure,
        "credited": origin.credited,
    }


def _relation_row(story: str, ordinal: int, related: GroupRelation) -> Row:
    return {
        "story": story,
        "a": related.a,
        "b": related.b,
        "ordinal": ordinal,
        "relation": related.relation,
        "reason": related.reason,
        "residual": related.residual,
    }


def _task_row(story: str, ordinal: int, task: OpenTask) -> Row:
    return {
        "story": story,
        "ordinal": ordinal,
        "relation": task.relation,
        "figures": list(task.figures),
        "message": task.message,
    }


def _related(item: Item, known: Mapping[tuple[str, int], RelatedFigureRow]) -> list[RelatedFigure]:
    figures = [
        (statement, figure)
        for statement, read in enumerate(item.reading.statements)
        for figure in read.figures
    ]
    found = []
    for ordinal, (statement, figure) in enumerate(figures):
        if row := known.get((item.id, ordinal)):
            found.append(
                RelatedFigure(
                    id=f"{item.id}.{ordinal}",
                    item=item.id,
                    statement=statement,
                    figure=figure,
                    group=row.group,
                    quantity=row.quantity,
                    origin=row.origin,
                    decision=row.decision,
                    speaker=row.speaker,
                )
            )
    return found


def _groups(related: Sequence[RelatedFigure]) -> tuple[Group, ...]:
    members: dict[tuple[str, str], list[str]] = {}
    for figure in related:
        members.setdefault((figure.group, figure.quantity), []).append(figure.id)
    return tuple(Group(group, quantity, tuple(ids)) for (group, quantity), ids in members.items())


def _relations(session: Session, story: str) -> tuple[GroupRelation, ...]:
    rows = session.scalars(
        select(RelationRow).where(RelationRow.story == story).order_by(RelationRow.ordinal)
    )
    return tuple(GroupRelation(row.a, row.b, row.relation, row.reason, row.residual) for row in rows)


def _quantities(session: Session, story: str, related: Sequence[RelatedFigure]) -> tuple[Quantity, ...]:
    members: defaultdict[str, list[str]] = defaultdict(list)
    for figure in related:
        members[figure.quantity].append(figure.id)
    rows = session.scalars(
        select(QuantityRow).where(QuantityRow.story == story).order_by(QuantityRow.ordinal)
    )
    return tuple(
        Quantity(
            id=row.name,
            label=row.label,
            figures=tuple(members[row.name]),
            value=row.value,
            low=row.low,
            high=row.high,
            unit=row.unit,
            status=row.status,
            origins=row.origins,
            why=row.why,
            flips=None if row.flips is None else Flips(tuple(row.flips), row.otherwise or ""),
        )
        for row in rows
    )


def _origins(session: Session, story: str) -> tuple[Origin, ...]:
    rows = session.scalars(select(OriginRow).where(OriginRow.story == story).order_by(OriginRow.ordinal))
    return tuple(
        Origin(row.name, row.label, tuple(row.items), row.why, row.party, row.sure, row.credited)
        for row in rows
    )


def _tasks(session: Session, story: str) -> tuple[OpenTask, ...]:
    rows = session.scalars(
        select(OpenTaskRow).where(OpenTaskRow.story == story).order_by(OpenTaskRow.ordinal)
    )
    return tuple(OpenTask(row.relation, tuple(row.figures), row.message) for row in rows)
