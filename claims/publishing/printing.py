"""Notes which reports were printed, so that what rests on a claim can be found when it changes.

A note is neither evidence nor an event: printing must not change the head that is printed. Only the name of
the file is kept, since its folder may name a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.handle_parts import slug_in
from claims.handles import find_document
from claims.kinds import Status
from claims.models import DocumentRow
from claims.pages import AuditPage
from claims.publishing.models import PrintedReportRow
from claims.publishing.pages import InReport, PrintedPage
from ledger.pen import Pen
from sources.errors import shown

STANDARD_OUTPUT = "standard output"


def note_printed(
    session: Session, pen: Pen, page: AuditPage, *, form: str, file: Path | None, content: str
) -> None:
    """Note that a report was written to `file`; `None` is standard output."""
    document = page.document
    session.add(
        PrintedReportRow(
            id=pen.new_id(),
            document_id=find_document(session, document.slug),
            revision=document.revision,
            form=form,
            file=STANDARD_OUTPUT if file is None else shown(file.name),
            sha256=sha256(content.encode()).hexdigest(),
            statuses={str(claim.number): claim.standing.status.value for claim in document.claims},
            at=page.printed_at,
        )
    )


def printed_reports(session: Session, slugs: Collection[str]) -> Mapping[str, tuple[PrintedPage, ...]]:
    """By slug, the reports printed of a document, in their order; a document without any is left out."""
    found: defaultdict[str, list[PrintedPage]] = defaultdict(list)
    for slug, row in _printed(session, slugs):
        statuses = {f"{slug}:{number}": Status(status) for number, status in row.statuses.items()}
        page = PrintedPage(slug, row.revision, row.form, row.file, row.sha256, statuses, row.at)
        found[slug].append(page)
    return {slug: tuple(pages) for slug, pages in found.items()}


def printed_with(session: Session, handles: Iterable[str]) -> Mapping[str, tuple[InReport, ...]]:
    """By handle, the reports that printed a claim, in their order; a claim in none of them is left out.

    One that was printed again with the same status counts once, as it was printed last.
    """
    wanted: defaultdict[str, list[str]] = defaultdict(list)
    for handle in handles:
        wanted[slug_in(handle)].append(handle)
    found: defaultdict[str, dict[tuple[str, str, str], InReport]] = defaultdict(dict)
    for slug, row in _printed(session, wanted):
        for handle in wanted[slug]:
            if status := row.statuses.get(handle.removeprefix(f"{slug}:")):
                printed = InReport(row.file, row.form, row.revision, Status(status), row.at)
                found[handle][row.file, row.form, status] = printed
    return {handle: tuple(reports.values()) for handle, reports in found.items()}


def _printed(session: Session, slugs: Collection[str]) -> Iterator[tuple[str, PrintedReportRow]]:
    query = (
        select(DocumentRow.slug, PrintedReportRow)
        .join(DocumentRow, DocumentRow.id == PrintedReportRow.document_id)
        .where(DocumentRow.slug.in_(slugs))
        .order_by(PrintedReportRow.at, PrintedReportRow.id)
    )
    return ((slug, row) for slug, row in session.execute(query))
