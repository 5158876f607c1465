"""Rows back into the values that were read. The counterpart of `storing.py`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from claims.kinds import HedgeKind
from claims.models import AttributionRow, ClaimRow, FigureRow, ListedSourceRow, PlacementRow, RevisionRow
from claims.reading.record import (
    Attribution,
    Figure,
    Hedge,
    ListedSource,
    Reading,
    Span,
    Statement,
    Stretch,
)
from claims.regrouping.models import StretchRow
from sources.blocks import Block, BlockKind, CanonicalText, Cell, Link, Metadata


def metadata_of(revision: RevisionRow) -> Metadata:
    """What the file said of itself."""
    return Metadata(
        title=revision.title,
        published=revision.published,
        modified=revision.modified,
        author=revision.author,
        language=revision.language,
        outlet=revision.outlet,
        url=revision.url,
    )


def blocks_of(revision: RevisionRow) -> tuple[Block, ...]:
    """The blocks that the reader found."""
    return tuple(
        Block(
            kind=BlockKind(block["kind"]),
            start=block["start"],
            end=block["end"],
            level=block["level"],
            cells=tuple(Cell(**cell) for cell in block["cells"]),
        )
        for block in revision.blocks
    )


def spans_of(spans: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    """Spans as they were before JSON."""
    return tuple((start, end) for start, end in spans)


@dataclass(frozen=True, slots=True)
class PlacedStatement:
    """A statement of a revision with the claim that it is."""

    claim: UUID
    placement: UUID
    number: int
    quote: str
    statement: Statement


def statements_of(
    session: Session, revision: UUID, *, only: Collection[UUID] | None = None
) -> list[PlacedStatement]:
    """The statements of a revision in reading order, or those of some claims alone."""
    wanted = [PlacementRow.revision_id == revision]
    if only is not None:
        wanted.append(PlacementRow.claim_id.in_(only))
    return _placed(session, wanted)


def statements_at(session: Session, placements: Collection[UUID]) -> list[PlacedStatement]:
    """The statements of some placements, whatever revisions they are of."""
    return _placed(session, [PlacementRow.id.in_(placements)])


def _placed(session: Session, wanted: Sequence[ColumnElement[bool]]) -> list[PlacedStatement]:
    placements = select(PlacementRow.id).where(*wanted)
    figures, attributions = _figures_of(session, placements), _attributions_of(session, placements)
    query = (
        select(PlacementRow, ClaimRow.number)
        .join(ClaimRow, ClaimRow.id == PlacementRow.claim_id)
        .where(*wanted)
        .order_by(PlacementRow.start)
    )
    return [
        PlacedStatement(
            claim=row.claim_id,
            placement=row.id,
            number=number,
            quote=row.quote,
            statement=_statement(row, figures.get(row.id, ()), attributions.get(row.id, ())),
        )
        for row, number in session.execute(query)
    ]


def reading_of(
    revision: RevisionRow,
    statements: Sequence[Statement],
    sources: tuple[ListedSource, ...],
    stretches: tuple[Stretch, ...],
) -> Reading:
    """A revision as it was read, and cut by people."""
    return Reading(
        source=CanonicalText(
            text=revision.text,
            blocks=blocks_of(revision),
            metadata=metadata_of(revision),
            reader=revision.reader,
            links=tuple(Link(**link) for link in revision.links),
        ),
        title=revision.title,
        language=revision.language,
        statements=tuple(statements),
        sources=sources,
        furniture=spans_of(revision.furniture),
        stretches=stretches,
    )


def stretches_of(session: Session, revision: UUID) -> tuple[Stretch, ...]:
    """What people cut otherwise than the rules in a revision, in the order of its text."""
    query = select(StretchRow).where(StretchRow.revision_id == revision).order_by(StretchRow.ordinal)
    return tuple(
        Stretch(spans_of(row.read), spans_of(row.cut), tuple(row.acts)) for row in session.scalars(query)
    )


def listed_sources_of(session: Session, revision: UUID) -> tuple[ListedSource, ...]:
    """The sources that a revision lists, in its order."""
    query = (
        select(ListedSourceRow).where(ListedSourceRow.revision_id == revision).order_by(ListedSourceRow.start)
    )
    return tuple(
        ListedSource(row.start, row.end, row.name, row.kind, row.note, row.url)
        for row in session.scalars(query)
    )


def _figures_of(session: Session, placements: Select[UUID]) -> dict[UUID, tuple[Figure, ...]]:
    found: defaultdict[UUID, list[Figure]] = defaultdict(list)
    query = select(FigureRow).where(FigureRow.placement_id.in_(placements)).order_by(FigureRow.ordinal)
    for row in session.scalars(query):
        found[row.placement_id].append(_figure(row))
    return {placement: tuple(figures) for placement, figures in found.items()}


def _attributions_of(session: Session, placements: Select[UUID]) -> dict[UUID, tuple[Attribution, ...]]:
    found: defaultdict[UUID, list[Attribution]] = defaultdict(list)
    query = select(AttributionRow).where(AttributionRow.placement_id.in_(placements))
    for row in session.scalars(query.order_by(AttributionRow.ordinal)):
        found[row.placement_id].append(_attribution(row))
    return {placement: tuple(attributions) for placement, attributions in found.items()}


def _statement(
    row: PlacementRow, figures: tuple[Figure, ...], attributions: tuple[Attribution, ...]
) -> Statement:
    return Statement(
        start=row.start,
        end=row.end,
        kind=row.kind,
        section=row.section,
        checkable=row.checkable,
        why_not=row.why_not,
        hedges=tuple(Hedge(hedge["start"], hedge["end"], HedgeKind(hedge["kind"])) for hedge in row.hedges),
        reported_unconfirmed=row.reported_unconfirmed,
        figures=figures,
        attributions=attributions,
    )


def _figure(row: FigureRow) -> Figure:
    return Figure(
        start=row.start,
        end=row.end,
        quote=row.quote,
        value=row.value,
        low=row.low,
        high=row.high,
        modifier=row.modifier,
        change=row.change,
        unit=row.unit,
        counted=row.counted,
        derived=row.derived,
        as_of=row.as_of,
    )


def _attribution(row: AttributionRow) -> Attribution:
    return Attribution(
        source=spans_of(row.source),
        cue=spans_of(row.cue),
        content=spans_of(row.content),
        speaker=row.speaker,
        quoted=row.quoted,
    )
