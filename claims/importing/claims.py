"""Claims from a table: they become a text of their own, one claim a row, and further rows are added to it.

Adding rows revises the text, so that claims which are there keep their numbers and all that hangs on them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from claims.documents import Offer, offer
from claims.errors import BadRow, ClaimError, SlugTaken
from claims.importing.report import ImportReport, RowReport
from claims.importing.statements import READER, Sent, read_statements
from claims.intake import store, store_revision
from claims.kinds import RowOutcome
from claims.models import DocumentRow
from claims.present import present_revision, read_in
from claims.reading.record import Reading
from claims.regrouping.recutting import uncut
from ledger.engine import Ledger
from ledger.pen import Pen
from sources.errors import SourceError
from sources.fetch.urls import web_address
from sources.jsonl import BadLine
from sources.rows import SentRow

COLUMNS = ("text", "claimant", "date", "url")
NEEDED = ("text",)
LONGEST = 5_000
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def import_claims(
    ledger: Ledger,
    pen: Pen,
    rows: Iterable[SentRow | BadLine],
    *,
    file: str,
    slug: str | None,
    story: str | None,
    all_or_nothing: bool,
    dry_run: bool,
) -> ImportReport:
    """Add the claims of a table to the text that is named by `slug`, else after the file.

    Raises `SlugTaken` where that text is none that was imported, and `BadSlug` or `StoryTaken`.
    """
    empty = offer(read_statements([]), sha256="", file=file, slug=slug, story=story)
    with ledger.reading() as session:
        present = _present(session, empty.slug)
    found = _Found.of(present or [])
    reports = [_tried(row, found) for row in rows]
    refused = any(report.outcome is RowOutcome.REFUSED for report in reports)
    stored = not dry_run and not (refused and all_or_nothing)
    if stored and found.fresh:
        _store(ledger, pen, empty, [*(present or []), *found.fresh], is_known=present is not None)
    if stored:
        with ledger.reading() as session:
            numbers = _numbers(session, empty.slug)
        reports = [_with_handle(report, empty.slug, numbers, found) for report in reports]
    return ImportReport(file, tuple(reports), stored, dry_run)


@dataclass(frozen=True, slots=True)
class _Found:
    """The statements that are known, by their words; those that are new; and the words of each row."""

    known: dict[str, Sent]
    fresh: list[Sent]
    by_line: dict[int, str]

    @classmethod
    def of(cls, present: Sequence[Sent]) -> _Found:
        return cls({_key(sent.text): sent for sent in present}, [], {})


def _tried(row: SentRow | BadLine, found: _Found) -> RowReport:
    if isinstance(row, BadLine):
        return RowReport(row.number, RowOutcome.REFUSED, told=(row.reason,))
    try:
        sent = _sent(row)
    except (ClaimError, SourceError) as error:
        return RowReport(row.line, RowOutcome.REFUSED, told=(str(error),))
    key = found.by_line[row.line] = _key(sent.text)
    if key in found.known:
        return RowReport(row.line, RowOutcome.SAME)
    found.known[key] = sent
    found.fresh.append(sent)
    return RowReport(row.line, RowOutcome.ADDED)


def _sent(row: SentRow) -> Sent:
    """The statement of a row. Raises `BadRow` or `NotAnAddress`."""
    cells = row.cells
    words = " ".join(cells["text"].split())
    if not any(map(str.isalnum, words)):
        raise BadRow("there are no words in the column text")
    if len(words) > LONGEST:
        raise BadRow(f"the text has {len(words):,} characters; a claim has at most {LONGEST:,}")
    url = web_address(cells["url"]).url if "url" in cells else None
    claimant = " ".join(cells["claimant"].split()) if "claimant" in cells else None
    return Sent(words, claimant, _date(cells["date"]) if "date" in cells else None, url)


def _date(written: str) -> str:
    """A date with the precision that was given. Raises `BadRow`."""
    if found := _DATE.fullmatch(written):
        year, month, day = (int(part or 1) for part in found.groups())
        try:
            date(year, month, day)
        except ValueError:
            pass
        else:
            return written
    raise BadRow(f"{written!r} is no date; write it as 2025-12-14, 2025-12 or 2025")


def _present(session: Session, slug: str) -> list[Sent] | None:
    """The statements of a text that was imported; `None` where there is no text of that name."""
    id = session.scalar(select(DocumentRow.id).where(DocumentRow.slug == slug))
    if id is None:
        return None
    revision = present_revision(session, id)
    if revision.reader != READER:
        raise SlugTaken(
            f"{slug} is a text that was not imported from a table; name these claims with --slug OTHER-NAME"
        )
    _, reading = read_in(session, revision)
    return list(_sent_before(uncut(reading)))


def _sent_before(reading: Reading) -> Iterable[Sent]:
    """The statements of an imported text as they were sent."""
    text = reading.source.text
    urls = {link.end: link.url for link in reading.source.links}
    for statement in reading.statements:
        whole = text[statement.start : statement.end]
        said = next((credit for credit in statement.attributions if not credit.cue), None)
        sent = Sent(whole, url=urls.get(statement.end))
        if said is not None and said.speaker:
            [(start, _)] = said.content
            told = text[statement.start : start].removeprefix(said.speaker).strip(", ").rstrip(": ")
            sent = replace(sent, words=text[start : statement.end], claimant=said.speaker, date=told or None)
        yield sent


def _store(ledger: Ledger, pen: Pen, empty: Offer, statements: Sequence[Sent], *, is_known: bool) -> None:
    reading = read_statements(statements)
    offered = replace(empty, reading=reading, sha256=sha256(reading.source.text.encode()).hexdigest())
    if is_known:
        store_revision(ledger, pen, offered)
    else:
        store(ledger, pen, offered)


def _numbers(session: Session, slug: str) -> dict[str, int]:
    """The numbers of a text's claims, by their words; none where there is no such text."""
    id = session.scalar(select(DocumentRow.id).where(DocumentRow.slug == slug))
    if id is None:
        return {}
    placed, _ = read_in(session, present_revision(session, id))
    return {_key(one.quote): one.number for one in placed}


def _with_handle(report: RowReport, slug: str, numbers: dict[str, int], found: _Found) -> RowReport:
    key = found.by_line.get(report.line)
    return replace(report, handle=f"{slug}:{numbers[key]}") if key in numbers else report


def _key(words: str) -> str:
    return " ".join(words.split())
