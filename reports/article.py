"""Lays the document out as the article that it was, with every claim marked where it stands.

One pass over blocks and claims in step. What belongs to no claim is shown too, greyed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from claims.kinds import Because
from claims.pages import ClaimPage, DocumentPage
from reports.reasons import because, why_reported
from reports.standing import chip, is_worked_on, marks, stands_out, verdicts
from reports.views.article import BlockView, CellView, Note, Piece, RunView, Stretch
from reports.views.basic import Link
from reports.words import STATUSES
from sources.blocks import Block, BlockKind, Cell

_LAYOUT = {
    BlockKind.PARAGRAPH: "paragraph",
    BlockKind.LIST_ITEM: "list",
    BlockKind.TABLE_HEADER: "table",
    BlockKind.TABLE_ROW: "table",
    BlockKind.QUOTATION: "quotation",
    BlockKind.CAPTION: "caption",
    BlockKind.BYLINE: "byline",
    BlockKind.FURNITURE: "furniture",
}
_JOINED = ("list", "table", "quotation")


def article_runs(document: DocumentPage, differ: Mapping[str, str]) -> tuple[RunView, ...]:
    """The document as runs of blocks, in its own order.

    `differ` names the figures that differ, by the handles of the claims that hold one of them.
    """
    laid = _with_claims(document.blocks, document.claims, document.text)
    return tuple(_run(layout, blocks, document.text, differ) for layout, blocks in _runs(laid))


@dataclass(frozen=True, slots=True)
class _Placed:
    """A claim with the stretch of it that is seen on the page."""

    claim: ClaimPage
    start: int
    end: int


_Laid = tuple[Block, list[_Placed]]


def _with_claims(blocks: Sequence[Block], claims: Sequence[ClaimPage], text: str) -> Iterator[_Laid]:
    """Each block with the claims that lie in it, wholly or in part; both come in order."""
    first = 0
    for block in blocks:
        while first < len(claims) and claims[first].end <= block.start:
            first += 1
        last = first
        while last < len(claims) and claims[last].start < block.end:
            last += 1
        whole = [_Placed(claim, claim.start, claim.end) for claim in claims[first:last]]
        yield _with_cells(block, whole, text)


def _with_cells(block: Block, placed: list[_Placed], text: str) -> _Laid:
    """A table row's claims cut down to its cells; where words stand outside the cells, a row is a line."""
    if not block.cells:
        return block, placed
    inside = "".join(text[cell.start : cell.end] for cell in block.cells)
    if _letters(inside) != _letters(text[block.start : block.end]):
        return replace(block, cells=()), placed
    return block, [_in_cells(one, block.cells) for one in placed]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _in_cells(placed: _Placed, cells: Sequence[Cell]) -> _Placed:
    met = [cell for cell in cells if max(cell.start, placed.start) < min(cell.end, placed.end)]
    if not met:
        return placed
    return replace(placed, start=max(placed.start, met[0].start), end=min(placed.end, met[-1].end))


def _runs(laid: Iterable[_Laid]) -> Iterator[tuple[str, list[_Laid]]]:
    """Neighbours of one layout that belong together; everything else alone."""
    for layout, neighbours in groupby(laid, key=lambda pair: _layout(pair[0])):
        blocks = list(neighbours)
        if layout in _JOINED:
            yield layout, blocks
        else:
            yield from ((layout, [block]) for block in blocks)


def _layout(block: Block) -> str:
    if block.kind is BlockKind.HEADING:
        return "headline" if block.level == 1 else "heading"
    return _LAYOUT[block.kind]


def _run(layout: str, laid: Sequence[_Laid], text: str, differ: Mapping[str, str]) -> RunView:
    if layout == "table" and not any(block.cells for block, _ in laid):
        layout = "lines"
    blocks = tuple(_block(block, placed, text, in_table=layout == "table") for block, placed in laid)
    return RunView(layout, blocks, tuple(_notes(laid, differ)))


def _block(block: Block, placed: Sequence[_Placed], text: str, *, in_table: bool) -> BlockView:
    cells: tuple[CellView, ...] = ()
    if in_table:
        places = [(cell.start, cell.end, cell.header) for cell in block.cells]
        cells = tuple(
            CellView(header, tuple(_stretches(start, end, placed, text)))
            for start, end, header in places or [(block.start, block.end, None)]
        )
    return BlockView(
        stretches=() if in_table else tuple(_stretches(block.start, block.end, placed, text)),
        cells=cells,
        heads=block.kind is BlockKind.TABLE_HEADER,
    )


def _stretches(start: int, end: int, placed: Sequence[_Placed], text: str) -> Iterator[Stretch]:
    """The words of `[start, end)`, parted into claims and what lies between them."""
    at = start
    for one in placed:
        begin, stop = max(at, one.start), min(end, one.end)
        if begin >= stop:
            continue
        if begin > at:
            yield _between(text[at:begin])
        yield _claim(one, begin, stop, text)
        at = stop
    if at < end:
        yield _between(text[at:end])


def _between(text: str) -> Stretch:
    return Stretch((Piece(text),), furniture=not text.isspace())


def _claim(placed: _Placed, start: int, end: int, text: str) -> Stretch:
    claim = placed.claim
    badge = STATUSES[claim.standing.status]
    return Stretch(
        pieces=tuple(_pieces(claim, start, end, text)),
        chip=chip(claim.standing),
        href=f"#claim-{claim.number}",
        anchor=f"text-{claim.number}" if start == placed.start else None,
        number=str(claim.number) if end == placed.end else None,
        title=f"claim {claim.number}: {badge.word}",
        standing_out=stands_out(claim),
    )


def _pieces(claim: ClaimPage, start: int, end: int, text: str) -> Iterator[Piece]:
    """The words of a claim with its figures and hedges marked; of two that overlap, the first."""
    marks = [(figure.start, figure.end, "figure") for figure in claim.figures]
    marks += [(hedge.start, hedge.end, "hedge") for hedge in claim.hedges]
    at = start
    for first, last, css in sorted(marks):
        if first < at or last > end:
            continue
        if first > at:
            yield Piece(text[at:first])
        yield Piece(text[first:last], css)
        at = last
    if at < end:
        yield Piece(text[at:end])


def _notes(laid: Sequence[_Laid], differ: Mapping[str, str]) -> Iterator[Note]:
    """What the margin says: the claims that stand out, and those that somebody has worked on."""
    for block, placed in laid:
        for claim in (one.claim for one in placed):
            if claim.start >= block.start and (stands_out(claim) or is_worked_on(claim)):
                link = Link(str(claim.number), f"#claim-{claim.number}")
                yield Note(link, verdicts(claim), marks(claim), _note(claim, differ.get(claim.handle)))


def _note(claim: ClaimPage, figures: str | None) -> str:
    if claim.standing.because is Because.TEXT_SAYS_SO:
        return why_reported(claim)[0]
    return because(claim, figures)
