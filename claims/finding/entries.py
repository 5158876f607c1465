"""What of a ledger goes into its index: present words of claims, quotes, names, pages, others' fact-checks.

Personal text, such as what somebody told, does not: it can be deleted from the ledger, and would stay behind.
Nor does when evidence or a capture came, which is not told of a protected source's.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.captured import PREFIX as CAPTURE
from claims.evidence.models import EvidenceRow
from claims.evidence.pages import PREFIX as EVIDENCE
from claims.factchecks.models import FactCheckRow
from claims.factchecks.pages import PREFIX as FACTCHECK
from claims.kinds import SearchedIn
from claims.models import CaptureRow, ClaimRow, DocumentRow, PlacementRow, RevisionRow
from claims.registry.models import SourceDetailRow, SourceNameRow, SourceRow
from claims.registry.pages import PREFIX as SOURCE
from claims.registry.queries import standing_merges
from ledger.events import EVENTS

_AT_ONCE = 1_000
"""So many rows are held at a time; captures, which are long, one by one."""
_SOURCES = ("sources", "source_details", "source_names", "source_merges")


Name: TypeAlias = tuple[SearchedIn, str]
"""Where something is found, and its handle."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What can be found under a handle. `about` is what is found with it beside its text and title.

    Of a claim `slug` names its document, `at` is when these words came, as ISO 8601 in UTC, and `cut` the
    revision that it was cut in. `alike` is whether it is compared with other claims.
    """

    handle: str
    within: SearchedIn
    text: str
    title: str | None = None
    about: str | None = None
    slug: str | None = None
    at: str | None = None
    cut: int | None = None
    alike: bool = False

    @property
    def name(self) -> Name:
        """What tells it from all others: a document may be called evidence, and its claims evidence:7."""
        return self.within, self.handle


@dataclass(frozen=True, slots=True)
class Touched:
    """What was written to the ledger since: in which documents, and whether to the registry of sources."""

    documents: tuple[UUID, ...]
    sources: bool


def touched(session: Session, *, after: int) -> Touched:
    """What events numbered higher than `after` have written."""
    query = select(EVENTS.c.body).where(EVENTS.c.seq > after).order_by(EVENTS.c.seq)
    documents: dict[str, None] = {}
    sources = False
    for body in session.scalars(query.execution_options(yield_per=1)):
        if b'"revisions":' in body or b'"source' in body:
            inserted = json.loads(body)["inserted"]
            documents |= dict.fromkeys(row["document_id"] for row in inserted.get("revisions", ()))
            sources = sources or any(table in inserted for table in _SOURCES)
    return Touched(tuple(map(UUID, documents)), sources)


def claims_in(session: Session, documents: Collection[UUID] | None = None) -> Iterator[Entry]:
    """The claims of some documents, or of all, each as it reads now, or did when it was cut."""
    now = (
        select(RevisionRow.document_id, func.max(RevisionRow.number).label("number"))
        .group_by(RevisionRow.document_id)
        .subquery()
    )
    query = (
        select(
            ClaimRow.document_id,
            ClaimRow.number,
            DocumentRow.slug,
            now.c.number,
            RevisionRow.number,
            RevisionRow.added_at,
            PlacementRow.checkable,
            PlacementRow.quote,
        )
        .join(DocumentRow, DocumentRow.id == ClaimRow.document_id)
        .join(now, now.c.document_id == ClaimRow.document_id)
        .join(PlacementRow, PlacementRow.claim_id == ClaimRow.id)
        .join(RevisionRow, RevisionRow.id == PlacementRow.revision_id)
        .order_by(ClaimRow.document_id, ClaimRow.number)
        .execution_options(yield_per=_AT_ONCE)
    )
    for some in _in_parts(documents):
        asked = query if some is None else query.where(ClaimRow.document_id.in_(some))
        for _, placed in groupby(session.execute(asked), key=itemgetter(0, 1)):
            yield _claim(sorted(placed, key=itemgetter(4)))


def evidence_in(session: Session, *, after: int = 0) -> Iterator[Entry]:
    """The quotes of evidence numbered higher than `after`."""
    query = (
        select(EvidenceRow.number, DocumentRow.slug, EvidenceRow.quote)
        .join(ClaimRow, ClaimRow.id == EvidenceRow.claim_id)
        .join(DocumentRow, DocumentRow.id == ClaimRow.document_id)
        .where(EvidenceRow.number > after, EvidenceRow.quote.is_not(None))
        .order_by(EvidenceRow.number)
    )
    for number, slug, quote in session.execute(query.execution_options(yield_per=_AT_ONCE)):
        yield Entry(f"{EVIDENCE}{number}", SearchedIn.EVIDENCE, quote or "", slug=slug)


def captures_in(session: Session, *, after: int = 0) -> Iterator[Entry]:
    """The captures numbered higher than `after`: words, title and address."""
    query = (
        select(CaptureRow.number, CaptureRow.text, CaptureRow.title, CaptureRow.url)
        .where(CaptureRow.number > after)
        .order_by(CaptureRow.number)
    )
    for number, text, title, url in session.execute(query.execution_options(yield_per=1)):
        yield Entry(f"{CAPTURE}{number}", SearchedIn.CAPTURES, text or "", title, url)


def factchecks_in(session: Session, *, after: int = 0) -> Iterator[Entry]:
    """The fact-checks of others numbered higher than `after`."""
    query = (
        select(FactCheckRow).where(FactCheckRow.number > after).order_by(FactCheckRow.number)
    ).execution_options(yield_per=_AT_ONCE)
    for row in session.scalars(query):
        yield Entry(
            f"{FACTCHECK}{row.number}",
            SearchedIn.FACTCHECKS,
            row.claim_reviewed,
            title=row.title,
            about=" · ".join(filter(None, (row.claimant, row.rating, row.publisher, row.url))),
            alike=True,
        )


def sources_in(session: Session) -> Iterator[Entry]:
    """Every source with the name that it has now and all others, those of sources merged into it too."""
    merges = standing_merges(session)

    def counts_as(id: UUID) -> UUID:
        while id in merges:
            id = merges[id].into_id
        return id

    details = select(SourceDetailRow).order_by(SourceDetailRow.ordinal)
    last = {row.source_id: row for row in session.scalars(details)}
    other = select(SourceNameRow.source_id, SourceNameRow.name).order_by(SourceNameRow.id)
    names = {id: [row.name] for id, row in last.items()}
    for id, name in [*((id, row.name) for id, row in last.items()), *session.execute(other)]:
        names[counts_as(id)].append(name)
    for id, number in session.execute(select(SourceRow.id, SourceRow.number).order_by(SourceRow.number)):
        if id not in merges:
            about = " · ".join(filter(None, (last[id].owner, last[id].homepage)))
            text = " · ".join(dict.fromkeys(names[id]))
            yield Entry(f"{SOURCE}{number}", SearchedIn.SOURCES, text, about=about)


def _in_parts(documents: Collection[UUID] | None) -> Iterable[tuple[UUID, ...] | None]:
    """The documents, so many at a time; `None`, for all, once."""
    if documents is None:
        return [None]
    rest = iter(documents)
    return iter(lambda: tuple(islice(rest, _AT_ONCE)), ())


def _claim(placed: list[Any]) -> Entry:
    """A claim from the revisions that it stands in, the first of them first."""
    _, number, slug, present, last, _, checkable, quote = placed[-1]
    came = next(added for _, _, _, _, _, added, _, words in placed if words == quote)
    return Entry(
        handle=f"{slug}:{number}",
        within=SearchedIn.CLAIMS,
        text=quote,
        slug=slug,
        at=came.isoformat(),
        cut=last + 1 if last < present else None,
        alike=bool(checkable) and last == present,
    )
