"""What was read in one revision of a document, as the rows that keep it. The counterpart of `stored.py`.

It makes rows and writes none; which claims there are, and which are new, is told by the caller.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from claims.models import AttributionRow, FigureRow, ListedSourceRow, PlacementRow, RevisionRow
from claims.reading import RULES
from claims.reading.record import Reading, Statement
from claims.regrouping.models import StretchRow
from claims.stored import PlacedStatement
from ledger.base import Base
from ledger.pen import Pen

CONTEXT = 32
"""How many characters before and after a claim are kept, to find it again."""

Row = dict[str, object]


def revision_rows(
    pen: Pen, reading: Reading, placed: Sequence[PlacedStatement], revision: Mapping[str, object]
) -> dict[type[Base], list[Row]]:
    """The rows of a revision, in the order in which they are written.

    `placed` are its statements with the claims that they are; `revision` is what its own row holds
    besides, or in place of, what was read.
    """
    rows: dict[type[Base], list[Row]] = {
        RevisionRow: [{**_revision(reading), **revision}],
        PlacementRow: [],
        FigureRow: [],
        AttributionRow: [],
        ListedSourceRow: [
            {"id": pen.new_id(), "revision_id": revision["id"], **asdict(source)}
            for source in reading.sources
        ],
        StretchRow: [
            {"id": pen.new_id(), "revision_id": revision["id"], "ordinal": ordinal, **asdict(stretch)}
            for ordinal, stretch in enumerate(reading.stretches)
        ],
    }
    for one in placed:
        rows[PlacementRow].append(
            {
                "id": one.placement,
                "claim_id": one.claim,
                "revision_id": revision["id"],
                **_placement(reading, one.statement),
            }
        )
        rows[FigureRow] += _figures(pen, one.placement, one.statement, len(rows[FigureRow]))
        rows[AttributionRow] += _attributions(pen, one.placement, one.statement, len(rows[AttributionRow]))
    return rows


def _revision(reading: Reading) -> Row:
    metadata = reading.source.metadata
    return {
        "text": reading.source.text,
        "title": reading.title,
        "language": reading.language,
        "published": metadata.published,
        "modified": metadata.modified,
        "author": metadata.author,
        "outlet": metadata.outlet,
        "url": metadata.url,
        "blocks": [_block(block) for block in reading.source.blocks],
        "links": [asdict(link) for link in reading.source.links],
        "furniture": [list(span) for span in reading.furniture],
        "reader": reading.source.reader,
        "rules": RULES,
    }


def _block(block: Any) -> Row:
    return {**asdict(block), "kind": block.kind.value, "cells": [asdict(cell) for cell in block.cells]}


def _placement(reading: Reading, statement: Statement) -> Row:
    text = reading.source.text
    return {
        "start": statement.start,
        "end": statement.end,
        "quote": text[statement.start : statement.end],
        "prefix": text[max(0, statement.start - CONTEXT) : statement.start],
        "suffix": text[statement.end : statement.end + CONTEXT],
        "kind": statement.kind,
        "section": statement.section,
        "checkable": statement.checkable,
        "why_not": statement.why_not,
        "reported_unconfirmed": statement.reported_unconfirmed,
        "hedges": [hedge.as_record() for hedge in statement.hedges],
    }


def _figures(pen: Pen, placement: UUID, statement: Statement, first: int) -> Iterator[Row]:
    for ordinal, figure in enumerate(statement.figures, first):
        yield {
            **asdict(figure),
            "id": pen.new_id(),
            "placement_id": placement,
            "ordinal": ordinal,
        }


def _attributions(pen: Pen, placement: UUID, statement: Statement, first: int) -> Iterator[Row]:
    for ordinal, attribution in enumerate(statement.attributions, first):
        yield {
            **attribution.as_record(),
            "id": pen.new_id(),
            "placement_id": placement,
            "ordinal": ordinal,
        }
