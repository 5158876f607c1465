"""Builds the pages that reports show, by hand: a document from its sentences, then the audit around it.

Offsets are worked out from the words, so that a test names what a text says and not where.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal

from claims.kinds import (
    Because,
    ClaimKind,
    HedgeKind,
    QuantityStatus,
    Relation,
    SourceKind,
    Status,
    WhyNot,
)
from claims.pages import AuditPage, ClaimPage, DocumentPage, LogHead, ReviewPage, StatusPage, StoryPage
from claims.reading.record import Attribution, Figure, Hedge, ListedSource
from claims.reconcile.record import (
    Group,
    GroupRelation,
    OpenTask,
    Origin,
    Quantity,
    Reconciliation,
    RelatedFigure,
)
from sources.blocks import Block, BlockKind, Cell, Metadata

AT = datetime(2025, 12, 14, 9, 12, tzinfo=UTC)
SLUG = "release"


@dataclass(frozen=True)
class Said:
    """One claim to be: its words and what shall be found in them, each named by its own words."""

    text: str
    figures: tuple[tuple[str, str | None], ...] = ()
    hedges: tuple[tuple[str, HedgeKind], ...] = ()
    credited: tuple[str, str | None] | None = None
    unconfirmed: bool = False
    why_not: WhyNot | None = None
    differs: bool = False
    reviews: tuple[ReviewPage, ...] = ()


@dataclass(frozen=True)
class Part:
    """One block to be, with the claims in it; `cells` are the words of its cells, under `headers`."""

    kind: BlockKind
    said: tuple[Said, ...]
    claim_kind: ClaimKind
    level: int = 0
    cells: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()


def headline(text: str, **found: object) -> Part:
    return Part(BlockKind.HEADING, (Said(text, **found),), ClaimKind.HEADLINE, level=1)  # type: ignore[arg-type]


def heading(text: str) -> Part:
    return Part(BlockKind.HEADING, (Said(text, why_not=WhyNot.HEADING),), ClaimKind.HEADING, level=2)


def paragraph(*said: Said | str) -> Part:
    return Part(BlockKind.PARAGRAPH, _said(said), ClaimKind.STATEMENT)


def item(*said: Said | str) -> Part:
    return Part(BlockKind.LIST_ITEM, _said(said), ClaimKind.LIST_ITEM)


def quotation(*said: Said | str) -> Part:
    return Part(BlockKind.QUOTATION, _said(said), ClaimKind.QUOTATION)


def byline(text: str) -> Part:
    return Part(BlockKind.BYLINE, (Said(text, why_not=WhyNot.LABEL),), ClaimKind.BYLINE)


def caption(*said: Said | str) -> Part:
    return Part(BlockKind.CAPTION, _said(said), ClaimKind.CAPTION)


def header(*cells: str) -> Part:
    words = (Said(" | ".join(cells), why_not=WhyNot.LABEL),)
    return Part(BlockKind.TABLE_HEADER, words, ClaimKind.TABLE_HEADER, cells=cells)


def row(
    *cells: str,
    headers: tuple[str, ...] = (),
    figures: tuple[tuple[str, str | None], ...] = (),
    differs: bool = False,
) -> Part:
    said = (Said(" | ".join(cells), figures=figures, differs=differs),)
    return Part(BlockKind.TABLE_ROW, said, ClaimKind.TABLE_ROW, cells=cells, headers=headers)


def furniture(text: str) -> Part:
    return Part(BlockKind.FURNITURE, (Said(text),), ClaimKind.STATEMENT)


def reviewed(verdict: str, because: str, by: str = "reviewer-1") -> ReviewPage:
    return ReviewPage(verdict, because, by, "typed", AT, "built-in/1")


def a_document(
    *parts: Part,
    slug: str = SLUG,
    metadata: Metadata | None = None,
    sources: Sequence[tuple[str, SourceKind, str | None, str | None]] = (),
) -> DocumentPage:
    """The document that the parts make, one a line."""
    text = "\n\n".join(" ".join(said.text for said in part.said) for part in parts)
    blocks: list[Block] = []
    claims: list[ClaimPage] = []
    section: str | None = None
    at = 0
    for part in parts:
        end = at + len(" ".join(said.text for said in part.said))
        blocks.append(Block(part.kind, at, end, part.level, _cells(part, at)))
        for said in part.said if part.kind is not BlockKind.FURNITURE else ():
            start = text.index(said.text, at)
            claims.append(_claim(said, part, start, section, len(claims) + 1, slug))
        if part.claim_kind is ClaimKind.HEADING:
            section = part.said[0].text
        at = end + 2
    return DocumentPage(
        slug=slug,
        story=slug,
        title=parts[0].said[0].text if parts else None,
        revision=1,
        added_at=AT,
        read_at=AT,
        file=f"{slug}.txt",
        sha256="4f0c" * 16,
        language="en",
        metadata=metadata or Metadata(),
        text=text,
        blocks=tuple(blocks),
        furniture=tuple((block.start, block.end) for block in blocks if block.kind is BlockKind.FURNITURE),
        claims=tuple(claims),
        sources=tuple(_source(text, *source) for source in sources),
        reader="plain/1",
        rules="1",
    )


def an_audit(document: DocumentPage, story: StoryPage | None = None) -> AuditPage:
    """The audit of a document; without a story its figures are found but unrelated."""
    return AuditPage(
        document, story or a_story(document), LogHead(3, "9b1d" * 16), "built-in/1", printed_at=AT
    )


@dataclass(frozen=True)
class Measured:
    """A quantity to be: its label, and the values of which each makes a group."""

    label: str
    values: tuple[int, ...]
    status: QuantityStatus = QuantityStatus.SETTLED


def a_story(
    document: DocumentPage,
    *measured: Measured,
    relations: Sequence[tuple[int, Relation, int, str]] = (),
    tasks: Sequence[tuple[int, Relation, int, str]] = (),
) -> StoryPage:
    """The story of one document: its figures grouped by value, each value in the quantity that names it."""
    named = {value: number for number, one in enumerate(measured) for value in one.values}
    placed = [(claim, figure) for claim in document.claims for figure in claim.figures]
    figures: list[RelatedFigure] = []
    places: dict[str, str] = {}
    members: dict[tuple[str, str], list[str]] = {}
    for number, (claim, figure) in enumerate(placed):
        id, value = f"{document.slug}.{number}", int(figure.value or 0)
        quantity = f"q{named.get(value, 100 + number)}"
        group = f"g{value}" if value in named else f"g{value}.{number}"
        figures.append(RelatedFigure(id, document.slug, claim.number - 1, figure, group, quantity, "o1"))
        places[id] = claim.handle
        members.setdefault((group, quantity), []).append(id)
    groups = tuple(Group(group, quantity, tuple(ids)) for (group, quantity), ids in members.items())
    first = {group.id: group.figures[0] for group in groups}
    return StoryPage(
        document.slug,
        (document.slug,),
        Reconciliation(
            tuple(figures),
            groups,
            tuple(_relation(*related) for related in relations),
            tuple(_quantities(measured, groups, figures)),
            (Origin("o1", document.slug, (document.slug,), "one document"),),
            tuple(
                OpenTask(relation, (first[f"g{a}"], first[f"g{b}"]), message)
                for a, relation, b, message in tasks
            ),
        ),
        places,
    )


def long_audit(sentences: int) -> AuditPage:
    """An audit of so many sentences, every tenth with a figure, under headings."""
    parts = []
    for start in range(0, sentences, 50):
        parts.append(heading(f"Section {start}"))
        for number in range(start, start + 50, 5):
            said = [
                Said(f"Sentence {number + n} tells of {number + n} people on a dry day.") for n in range(4)
            ]
            parts += [paragraph(*said), item(Said(f"Item {number}: 52 came.", figures=(("52", "people"),)))]
    return an_audit(a_document(*parts))


def _quantities(
    measured: Sequence[Measured], groups: Sequence[Group], figures: Sequence[RelatedFigure]
) -> list[Quantity]:
    by_id = {related.id: related.figure for related in figures}
    members: dict[str, list[str]] = {}
    for group in groups:
        members.setdefault(group.quantity, []).extend(group.figures)
    found = []
    for id, ids in members.items():
        number = int(id[1:])
        one = measured[number] if number < len(measured) else Measured(by_id[ids[0]].quote, ())
        value = by_id[ids[0]].value
        found.append(
            Quantity(
                id, one.label, tuple(ids), value, value, value, None, one.status, 1, "One origin says so."
            )
        )
    return found


def _relation(a: int, relation: Relation, b: int, reason: str) -> GroupRelation:
    residual = Decimal(b - a) if relation is Relation.PART_OF else None
    return GroupRelation(f"g{a}", f"g{b}", relation, reason, residual)


def _said(said: Sequence[Said | str]) -> tuple[Said, ...]:
    return tuple(Said(one) if isinstance(one, str) else one for one in said)


def _cells(part: Part, start: int) -> tuple[Cell, ...]:
    text, at, cells = part.said[0].text, 0, []
    for number, words in enumerate(part.cells):
        at = text.index(words, at)
        label = part.headers[number] if part.headers else None
        cells.append(Cell(start + at, start + at + len(words), label))
        at += len(words)
    return tuple(cells)


def _claim(said: Said, part: Part, start: int, section: str | None, number: int, slug: str) -> ClaimPage:
    return ClaimPage(
        handle=f"{slug}:{number}",
        number=number,
        start=start,
        end=start + len(said.text),
        text=said.text,
        kind=part.claim_kind,
        section=section,
        checkable=said.why_not is None,
        why_not=said.why_not,
        reported_unconfirmed=said.unconfirmed,
        hedges=tuple(
            Hedge(start + said.text.index(cue), start + said.text.index(cue) + len(cue), kind)
            for cue, kind in said.hedges
        ),
        figures=tuple(_figure(said.text, start, quote, counted) for quote, counted in said.figures),
        attributions=_credited(said, start),
        reviews=said.reviews,
        standing=_standing(said),
    )


def _figure(text: str, start: int, quote: str, counted: str | None) -> Figure:
    at = start + text.index(quote)
    value = Decimal("".join(letter for letter in quote if letter in "0123456789") or 2)
    return Figure(at, at + len(quote), quote, value, value, value, counted=counted)


def _credited(said: Said, start: int) -> tuple[Attribution, ...]:
    if said.credited is None:
        return ()
    words, speaker = said.credited
    at = start + said.text.index(words)
    return (Attribution(((at, at + len(words)),), (), ((start, at),), speaker, quoted=False),)


_STATUS: Mapping[str, Status] = {
    "confirmed": Status.CONFIRMED,
    "partly": Status.QUALIFIED,
    "disputed": Status.DISPUTED,
    "refuted": Status.REFUTED,
    "unconfirmed": Status.UNCONFIRMED,
    "not checkable": Status.NOT_CHECKABLE,
}


def _standing(said: Said) -> StatusPage:
    if said.reviews:
        last = said.reviews[-1]
        status = _STATUS[last.verdict]
        because = Because.REVIEWED if status is Status.UNCONFIRMED else None
        return StatusPage(status, because, f"{last.verdict}, says {last.by}: {last.because}", suggested=False)
    if said.why_not:
        return StatusPage(Status.NOT_CHECKABLE, None, said.why_not.value, suggested=True)
    if said.unconfirmed:
        because = Because.TEXT_SAYS_SO
    else:
        because = Because.FIGURES_DIFFER if said.differs else Because.NOBODY_LOOKED
    return StatusPage(Status.UNCONFIRMED, because, because.value, suggested=False)


def _source(text: str, name: str, kind: SourceKind, note: str | None, url: str | None) -> ListedSource:
    start = text.rindex(name)
    return ListedSource(start, start + len(name), name, kind, note, url)


def retitled(audit: AuditPage, title: str) -> AuditPage:
    """The same audit under another title."""
    return replace(audit, document=replace(audit.document, title=title))
