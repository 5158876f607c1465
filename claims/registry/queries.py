"""What the registry knows of sources: frozen pages, with merged sources under the one they lead to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, true
from sqlalchemy.orm import QueryableAttribute, Session

from claims.evidence.models import EvidenceRow, WithdrawalRow
from claims.evidence.pages import PREFIX as EVIDENCE
from claims.kinds import Grade
from claims.models import DocumentRow, ListedSourceRow, RevisionRow
from claims.registry.finding import find_source
from claims.registry.models import SourceDetailRow, SourceGradeRow, SourceMergeRow, SourceNameRow, SourceRow
from claims.registry.names import key_of
from claims.registry.pages import PREFIX, GradePage, MergePage, SourcePage

OfASource = TypeVar("OfASource", SourceNameRow, SourceGradeRow)
Merges = Mapping[UUID, SourceMergeRow]
"""The merges that stand, by the source that was merged."""


def source_pages(session: Session) -> tuple[SourcePage, ...]:
    """Every source but the merged ones: those graded A to E, then F, then those that nobody graded."""
    pages = _pages(session, standing_merges(session), None)
    return tuple(sorted(pages, key=_reliability))


def source_page(session: Session, words: str) -> SourcePage:
    """One source by its handle or any of its names. Raises `UnknownSource` or `AmbiguousSource`."""
    found = find_source(session, words)
    merges = standing_merges(session)
    group = {found.id} | {id for id in merges if _target(merges, id) == found.id}
    return next(page for page in _pages(session, merges, group) if page.number == found.number)


def sources_numbered(session: Session, numbers: Collection[int]) -> tuple[SourcePage, ...]:
    """The sources of these numbers, other than merged ones."""
    merges = standing_merges(session)
    wanted = set(session.scalars(select(SourceRow.id).where(SourceRow.number.in_(numbers))))
    group = wanted | {id for id in merges if _target(merges, id) in wanted}
    return tuple(_pages(session, merges, group))


def standing_merges(session: Session) -> Merges:
    """The merges that nobody has undone, by the source that was merged."""
    last = {
        row.source_id: row for row in session.scalars(select(SourceMergeRow).order_by(SourceMergeRow.number))
    }
    return {id: row for id, row in last.items() if row.undoes is None}


def _reliability(page: SourcePage) -> tuple[int, int, str]:
    if page.grade is None:
        return 2, 0, key_of(page.name)
    return int(not page.grade.is_graded), list(Grade).index(page.grade.grade), key_of(page.name)


def _target(merges: Merges, source: UUID) -> UUID:
    while source in merges:
        source = merges[source].into_id
    return source


@dataclass(frozen=True, slots=True)
class _Known:
    """Everything that pages are made of, each by source."""

    details: Mapping[UUID, SourceDetailRow]
    names: Mapping[UUID, Sequence[SourceNameRow]]
    grades: Mapping[UUID, Sequence[SourceGradeRow]]
    evidence: Mapping[UUID | None, Sequence[str]]
    used_for: Mapping[UUID, Sequence[str]]
    listed: Mapping[str, Iterable[str]]


def _pages(session: Session, merges: Merges, only: Collection[UUID] | None) -> list[SourcePage]:
    """The pages of the sources in `only`, or of all, that were not merged into another."""
    query = select(SourceRow).where(_within(SourceRow.id, only)).order_by(SourceRow.number)
    rows = {row.id: row for row in session.scalars(query)}
    groups: defaultdict[UUID, list[SourceRow]] = defaultdict(list)
    for row in rows.values():
        groups[_target(merges, row.id)].append(row)
    known = _known(session, only)
    return [_page(rows[id], group, merges, known) for id, group in groups.items()]


def _page(row: SourceRow, group: Sequence[SourceRow], merges: Merges, known: _Known) -> SourcePage:
    details = known.details[row.id]
    members = [row, *(member for member in group if member.id != row.id)]
    names = [name for member in members for name in known.names[member.id]]
    documents = () if row.protected else (slug for name in names for slug in known.listed.get(name.key, ()))
    return SourcePage(
        number=row.number,
        name=details.name,
        names=tuple(dict.fromkeys([details.name, *(name.name for name in names)])),
        protected=row.protected,
        found_in=row.found_in,
        kind=details.kind,
        owner=details.owner,
        homepage=details.homepage,
        language=details.language,
        primary_for=tuple(details.primary_for),
        grades=tuple(sorted(_grades(row, members, known), key=lambda grade: grade.at)),
        evidence=tuple(handle for member in members for handle in known.evidence[member.id]),
        documents=tuple(dict.fromkeys(documents)),
        merged=tuple(_merge(member, merges, known) for member in members[1:]),
        added_by=row.added_by,
        added_at=row.added_at,
    )


def _grades(row: SourceRow, members: Sequence[SourceRow], known: _Known) -> Iterator[GradePage]:
    for member in members:
        under = None if member is row else known.details[member.id].name
        yield from (_grade(grade, under, known) for grade in known.grades[member.id])


def _grade(row: SourceGradeRow, under: str | None, known: _Known) -> GradePage:
    return GradePage(
        id=row.id,
        grade=row.grade,
        scope=row.scope,
        because=row.because,
        by=row.graded_by,
        known=row.known,
        at=row.at,
        evidence=tuple(known.used_for[row.id]),
        under=under,
    )


def _merge(row: SourceRow, merges: Merges, known: _Known) -> MergePage:
    merge = merges[row.id]
    return MergePage(
        number=merge.number,
        source=f"{PREFIX}{row.number}",
        name=known.details[row.id].name,
        because=merge.because,
        by=merge.merged_by,
        known=merge.known,
        at=merge.at,
    )


def _known(session: Session, only: Collection[UUID] | None) -> _Known:
    details = (
        select(SourceDetailRow)
        .where(_within(SourceDetailRow.source_id, only))
        .order_by(SourceDetailRow.ordinal)
    )
    names = select(SourceNameRow).where(_within(SourceNameRow.source_id, only)).order_by(SourceNameRow.id)
    grades = (
        select(SourceGradeRow).where(_within(SourceGradeRow.source_id, only)).order_by(SourceGradeRow.ordinal)
    )
    evidence, used_for = _evidence(session, only)
    return _Known(
        details={row.source_id: row for row in session.scalars(details)},
        names=_by_source(session.scalars(names)),
        grades=_by_source(session.scalars(grades)),
        evidence=evidence,
        used_for=used_for,
        listed=_listed(session),
    )


def _evidence(
    session: Session, only: Collection[UUID] | None
) -> tuple[Mapping[UUID | None, list[str]], Mapping[UUID, list[str]]]:
    """Evidence that was not withdrawn, by source; and all that a grade was used for, by grade."""
    stands = WithdrawalRow.id.is_(None)
    query = (
        select(EvidenceRow.source_id, EvidenceRow.grade_id, EvidenceRow.number, stands)
        .outerjoin(WithdrawalRow, WithdrawalRow.evidence_id == EvidenceRow.id)
        .where(EvidenceRow.source_id.is_not(None), _within(EvidenceRow.source_id, only))
        .order_by(EvidenceRow.number)
    )
    by_source: defaultdict[UUID | None, list[str]] = defaultdict(list)
    by_grade: defaultdict[UUID, list[str]] = defaultdict(list)
    for source, grade, number, counts in session.execute(query):
        if counts:
            by_source[source].append(f"{EVIDENCE}{number}")
        if grade is not None:
            by_grade[grade].append(f"{EVIDENCE}{number}")
    return by_source, by_grade


def _listed(session: Session) -> Mapping[str, list[str]]:
    """The slugs of the documents that list a source now, by the key of the name as they have it."""
    latest = (
        select(RevisionRow.document_id, func.max(RevisionRow.number).label("number"))
        .group_by(RevisionRow.document_id)
        .subquery()
    )
    query = (
        select(ListedSourceRow.name, DocumentRow.slug)
        .join(RevisionRow, RevisionRow.id == ListedSourceRow.revision_id)
        .join(
            latest,
            (latest.c.document_id == RevisionRow.document_id) & (latest.c.number == RevisionRow.number),
        )
        .join(DocumentRow, DocumentRow.id == RevisionRow.document_id)
        .order_by(DocumentRow.added_at, DocumentRow.id, ListedSourceRow.start)
    )
    listed: defaultdict[str, list[str]] = defaultdict(list)
    for name, slug in session.execute(query):
        listed[key_of(name)].append(slug)
    return listed


def _within(column: QueryableAttribute[Any], only: Collection[UUID] | None) -> ColumnElement[bool]:
    return true() if only is None else column.in_(only)


def _by_source(rows: Iterable[OfASource]) -> Mapping[UUID, list[OfASource]]:
    found: defaultdict[UUID, list[OfASource]] = defaultdict(list)
    for row in rows:
        found[row.source_id].append(row)
    return found
