"""A desk that published two texts with one sentence in common, and what its people do with them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from claims.corrections.adding import add_correction
from claims.corrections.closing import close_correction, mend
from claims.corrections.current import correction_page
from claims.corrections.pages import CorrectionPage
from claims.evidence.adding import add_heard
from claims.evidence.offered import Heard, Judged
from claims.intake import offer_file, store, store_revision
from claims.judging.policy_file import BUILT_IN
from claims.judging.reopening import reopen
from claims.judging.reviews import mark
from claims.judging.second_check import second
from claims.kinds import (
    CorrectionDecision,
    CorrectionKind,
    EvidenceKind,
    Interest,
    Stance,
    Status,
)
from claims.pages import ClaimPage
from claims.publishing.printing import note_printed
from claims.queries import audit_page, claim_page
from ledger.engine import Ledger
from ledger.pen import Pen
from tests.ledger.pens import MORNING, replaying_pen

WORDS = "The ferry to Corrie carried people over the sound."
CLAIM = "ferry:1"


class Desk:
    """A ledger with the drafts `ferry` and `tickets`; every action comes an hour after the one before."""

    def __init__(self, ledger: Ledger, folder: Path) -> None:
        self.ledger, self.folder = ledger, folder
        self.hours, self.firsts = count(), count(1_000, 1_000)
        for slug in ("ferry", "tickets"):
            path = self.write(slug, f"{WORDS}\n\nThe {slug} were counted.\n")
            store(ledger, self.pen(), offer_file(str(path)))

    def pen(self, by: str = "ada") -> Pen:
        start = MORNING + timedelta(hours=next(self.hours))
        return replaying_pen(by, start=start, first=next(self.firsts))

    def write(self, slug: str, text: str) -> Path:
        path = self.folder / f"{slug}.txt"
        path.write_text(text, encoding="utf-8")
        return path

    def judge(self, verdict: str, by: str = "ada", claim: str = CLAIM) -> None:
        """A verdict with the evidence that it needs; what is refuted is checked by a second person."""
        stance = Stance.REFUTES if verdict == "refuted" else Stance.SUPPORTS
        judged = Judged(
            stance=stance,
            because="she saw it",
            primary=True,
            interest=Interest.INDEPENDENT,
            source="the keeper of the pier",
        )
        with self.ledger.writing() as session:
            heard = Heard(kind=EvidenceKind.INTERVIEW, told="So it was.")
            add_heard(session, self.pen(by), claim, heard, judged)
        with self.ledger.writing() as session:
            mark(session, self.pen(by), claim, verdict, because="she saw it", policy=BUILT_IN)
        if verdict == "refuted":
            with self.ledger.writing() as session:
                second(session, self.pen("zoe"), claim, verdict, because="so it is", policy=BUILT_IN)

    def reopen(self, by: str = "ben", claim: str = CLAIM) -> None:
        with self.ledger.writing() as session:
            reopen(session, self.pen(by), claim, because="a letter came", policy=BUILT_IN)

    def revise(self, text: str, slug: str = "ferry") -> None:
        store_revision(self.ledger, self.pen(), offer_file(str(self.write(slug, text)), slug=slug))

    def print_report(self, slug: str = "ferry", file: str = "ferry.html") -> None:
        pen = self.pen()
        with self.ledger.writing() as session:
            page = audit_page(session, slug, BUILT_IN, printed_at=pen.clock())
            note_printed(session, pen, page, form="HTML for readers", file=Path(file), content="")

    def add(
        self,
        about: str = CLAIM,
        *,
        kind: CorrectionKind = CorrectionKind.WORDING,
        request: str = "It carried sheep.",
        requested_by: str | None = "Nora Vale",
        received: datetime | None = None,
        places: Sequence[str] = (),
    ) -> CorrectionPage:
        with self.ledger.writing() as session:
            handle = add_correction(
                session,
                self.pen("ben"),
                about,
                kind,
                request=request,
                policy=BUILT_IN,
                requested_by=requested_by,
                received=received,
                places=places,
            )
        return self.correction(handle)

    def mend(self, *places: int, handle: str = "1", how: str = "printed anew", left: bool = False) -> None:
        with self.ledger.writing() as session:
            mend(session, self.pen("cy"), handle, places, how=how, left=left)

    def close(
        self,
        decision: CorrectionDecision = CorrectionDecision.CORRECTED,
        *,
        handle: str = "1",
        because: str = "the keeper says so",
        notice: str | None = "It carried sheep.",
    ) -> CorrectionPage:
        with self.ledger.writing() as session:
            close_correction(
                session,
                self.pen("cora"),
                handle,
                decision,
                because=because,
                policy=BUILT_IN,
                notice=notice,
            )
        return self.correction(handle)

    def correction(self, handle: str = "1") -> CorrectionPage:
        with self.ledger.reading() as session:
            return correction_page(session, handle, BUILT_IN)

    def claim(self, handle: str = CLAIM) -> ClaimPage:
        with self.ledger.reading() as session:
            return claim_page(session, handle, BUILT_IN)

    def status(self, handle: str = CLAIM) -> Status:
        return self.claim(handle).standing.status
