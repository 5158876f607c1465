"""Evidence from a table, one piece a row: a quote of a capture or a file, or what somebody heard or saw.

Nothing is fetched: an address in a table stands for its last capture. A file that nobody captured yet is
captured with its row, and taken out again where the row is refused.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from claims.anchoring.folding import folded
from claims.capture_queries import newest_capture
from claims.captured import PREFIX as CAPTURE
from claims.captures import add_capture
from claims.errors import BadRow, UnknownSource
from claims.evidence.adding import add_heard, add_quote
from claims.evidence.models import EvidenceRow
from claims.evidence.offered import Heard, Judged, Quoted
from claims.evidence.pages import PREFIX
from claims.evidence.typed import heard_kind, judged
from claims.handle_parts import number_in
from claims.handles import FoundClaim, find_claim, story_of
from claims.importing.cells import hand_of, whole_number, yes_or_no
from claims.importing.report import RowReport
from claims.importing.running import TableImport
from claims.kinds import EvidenceKind, RowOutcome
from claims.models import CaptureRow
from claims.registry.finding import FoundSource, find_source, found_source, target_of
from ledger.pen import Pen
from sources.captures.folder import discard
from sources.captures.given import take_file
from sources.fetch.outcome import State
from sources.readers import load
from sources.rows import SentRow

_OF_QUOTES = ("item", "quote", "part", "described_by", "claimed_date", "claimed_place", "first_use", "from")
_OF_THINGS_HEARD = ("told", "date", "place")


class EvidenceImport(TableImport):
    """A table of evidence. Holds which files were captured, so that those of no row are taken out again."""

    columns = (
        "claim",
        "item",
        "quote",
        "stance",
        "source",
        "primary",
        "interest",
        "credibility",
        "question",
        "origin",
        "because",
        "language",
        "translation",
        "translated_by",
        "part",
        "described_by",
        "claimed_date",
        "claimed_place",
        "first_use",
        "kind",
        "told",
        "date",
        "place",
        "how",
        "from",
        "by",
    )
    needed = ("claim", "stance", "because")

    def __init__(self, *, captures: Path, beside: Path) -> None:
        """`captures` is the folder of captures, `beside` where the files that the table names stand."""
        self._captures = captures
        self._beside = beside
        self._known: dict[str, str] = {}
        self._kept: list[str] = []

    def add(self, session: Session, pen: Pen, row: SentRow) -> RowReport:
        """Store the evidence of a row. Raises what adding evidence raises, and `BadRow`."""
        pen, opinion, claim = hand_of(pen, row), _opinion(row), find_claim(session, row.cells["claim"])
        if "kind" in row.cells:
            return _heard(session, pen, row, claim, opinion)
        kept, done = len(self._kept), False
        try:
            report = self._quoted(session, pen, row, claim, opinion)
            done = True
        finally:
            if not done and self._discard(kept):
                self._known.pop(row.cells["item"], None)
        return report

    def end(self, *, stored: bool) -> None:
        """Take out again what was captured where nothing was stored."""
        if not stored:
            self._discard(0)

    def _quoted(
        self, session: Session, pen: Pen, row: SentRow, claim: FoundClaim, opinion: Judged
    ) -> RowReport:
        _refuse(row, _OF_THINGS_HEARD, 'goes with a kind such as "interview" only')
        cells = row.cells
        words = Quoted(
            quote=cells.get("quote", ""),
            language=cells.get("language"),
            translation=cells.get("translation"),
            translated_by=cells.get("translated_by"),
            part=cells.get("part"),
            described_by=cells.get("described_by"),
            claimed_date=cells.get("claimed_date"),
            claimed_place=cells.get("claimed_place"),
            first_use=cells.get("first_use"),
        )
        capture = self._capture(session, pen, row, claim)
        if there := _same_quote(session, claim, capture, words.quote, opinion):
            return RowReport(row.line, RowOutcome.SAME, there)
        added = add_quote(session, pen, claim.handle, capture, words, opinion, called=cells["item"])
        return RowReport(row.line, RowOutcome.ADDED, added.handle, added.warnings)

    def _capture(self, session: Session, pen: Pen, row: SentRow, claim: FoundClaim) -> str:
        """The handle of the capture that the column item names."""
        item = row.cells.get("item")
        if item is None:
            raise BadRow("has no item: name a capture, an address or a file, or how you know it under kind")
        if item.startswith(CAPTURE):
            return item
        if item not in self._known:
            found = _of_address(session, item) if "://" in item else self._of_file(session, pen, row, claim)
            self._known[item] = found
        return self._known[item]

    def _of_file(self, session: Session, pen: Pen, row: SentRow, claim: FoundClaim) -> str:
        """The capture of a file that stands beside the table; it is made now where there is none."""
        path = self._beside / row.cells["item"]
        digest = sha256(load(path)).hexdigest()
        number = session.scalar(
            select(CaptureRow.number)
            .where(or_(CaptureRow.block_sha256 == digest, CaptureRow.file_sha256 == digest))
            .order_by(CaptureRow.number.desc())
            .limit(1)
        )
        if number is None:
            how = row.cells.get("how")
            if how is None:
                raise BadRow(
                    f"{path.name} was not captured yet; say in the column how how it came to you, or capture "
                    f'it first with: factdesk capture {path.name} --how "…"'
                )
            taken = take_file(path, folder=self._captures, pen=pen, how=how, url=row.cells.get("from"))
            if taken.kept:
                self._kept.append(taken.kept.name)
            number = add_capture(session, pen, taken, story=story_of(session, claim.slug))
        return f"{CAPTURE}{number}"

    def _discard(self, first: int) -> bool:
        """Take out the files that were kept since; whether there were any."""
        kept = self._kept[first:]
        for name in kept:
            discard(self._captures, name)
        del self._kept[first:]
        return bool(kept)


def _heard(session: Session, pen: Pen, row: SentRow, claim: FoundClaim, opinion: Judged) -> RowReport:
    _refuse(row, _OF_QUOTES, "does not go with a kind")
    cells = row.cells
    heard = Heard(
        kind=heard_kind(cells["kind"]),
        told=cells.get("told", ""),
        on_date=cells.get("date"),
        place=cells.get("place"),
        how=cells.get("how"),
        language=cells.get("language"),
        translation=cells.get("translation"),
        translated_by=cells.get("translated_by"),
    )
    if there := _same_told(session, claim, heard, opinion):
        return RowReport(row.line, RowOutcome.SAME, there)
    added = add_heard(session, pen, claim.handle, heard, opinion)
    return RowReport(row.line, RowOutcome.ADDED, added.handle, added.warnings)


def _opinion(row: SentRow) -> Judged:
    cells = row.cells
    credibility = whole_number(row, "credibility")
    return judged(
        stance=cells["stance"],
        because=cells["because"],
        primary=_primary(row),
        interest=cells.get("interest", "unknown"),
        credibility=6 if credibility is None else credibility,
        source=cells.get("source"),
        origin=cells.get("origin"),
        about=cells.get("question"),
    )


def _primary(row: SentRow) -> bool | None:
    """Whether the source speaks at first hand; a cell may say it in the words of the command as well."""
    match row.cells.get("primary", "").lower():
        case "primary":
            return True
        case "secondary":
            return False
    return yes_or_no(row, "primary")


def _refuse(row: SentRow, columns: tuple[str, ...], because: str) -> None:
    for column in columns:
        if column in row.cells:
            raise BadRow(f"the column {column} {because}; leave it empty")


def _of_address(session: Session, url: str) -> str:
    found = newest_capture(session, url, states=(State.CAPTURED, State.PARTIAL))
    if found is None:
        raise BadRow(f"{url} was not captured yet; capture it first with: factdesk capture {url}")
    return found.handle


def _same_quote(session: Session, claim: FoundClaim, capture: str, quote: str, opinion: Judged) -> str | None:
    """The handle of evidence that says just this already, if any; layout aside."""
    id = session.scalar(select(CaptureRow.id).where(CaptureRow.number == number_in(capture, CAPTURE)))
    asked = folded(quote.strip()).text
    return next(
        (
            f"{PREFIX}{row.number}"
            for row in _alike(session, claim, opinion, EvidenceKind.CAPTURE, id)
            if folded(row.quote or "").text == asked
        ),
        None,
    )


def _same_told(session: Session, claim: FoundClaim, heard: Heard, opinion: Judged) -> str | None:
    """The handle of what was told in just these words already, if any."""
    for row in _alike(session, claim, opinion, heard.kind, None):
        if (row.told, row.on_date) == (heard.told.strip(), heard.on_date):
            return f"{PREFIX}{row.number}"
    return None


def _alike(
    session: Session, claim: FoundClaim, opinion: Judged, kind: EvidenceKind, capture: UUID | None
) -> list[EvidenceRow]:
    """Evidence on a claim from one capture, or of one kind, of which somebody thought just the same."""
    wanted = None
    if opinion.source:
        try:
            wanted = find_source(session, opinion.source)
        except UnknownSource:
            return []
    query = select(EvidenceRow).where(
        EvidenceRow.claim_id == claim.id,
        EvidenceRow.kind == kind,
        EvidenceRow.capture_id == capture,
        EvidenceRow.stance == opinion.stance,
        EvidenceRow.because == opinion.because,
        EvidenceRow.question == opinion.about,
        EvidenceRow.primary == opinion.primary,
        EvidenceRow.interest == opinion.interest,
        EvidenceRow.credibility == opinion.credibility,
    )
    rows = session.scalars(query.order_by(EvidenceRow.number)).all()
    return [row for row in rows if wanted is None or _is_from(session, row, wanted)]


def _is_from(session: Session, row: EvidenceRow, source: FoundSource) -> bool:
    return row.source_id is not None and target_of(session, found_source(session, row.source_id)) == source
