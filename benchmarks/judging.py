"""What deriving every status under a new policy costs, beside reading the rows that it needs.

Every claim has a verdict and two pieces of evidence. Reading is what the database driver gives for the
same columns, in plain selects, with nothing made of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from benchmarks.ratios import Ratio, cpu_in_turn
from claims.evidence.models import EvidenceRow
from claims.judging.cases import cases_of
from claims.judging.policy_file import BUILT_IN, read_policy
from claims.judging.scope import Scope
from claims.judging.status import derive_status
from claims.kinds import ClaimKind, EvidenceKind, Interest, OriginSign, ReviewRole, Stance, Status
from claims.models import ClaimRow, DocumentRow, PlacementRow, ReviewRow, RevisionRow
from ledger.base import Base
from ledger.engine import Ledger, open_ledger
from ledger.pen import Pen
from ledger.record import record

CLAIMS = 100_000
NOON = datetime(2025, 12, 13, 12, tzinfo=UTC)
STRICTER = BUILT_IN.toml.replace("origins = 2", "origins = 3").replace("built-in/2", "stricter/1")
NEEDED: dict[type[Base], str] = {
    PlacementRow: "claim_id id checkable why_not reported_unconfirmed kind quote",
    ReviewRow: "claim_id verdict because reviewer known at policy question role blind",
    EvidenceRow: "claim_id id number stance question origin source_id primary interest grade_id fit added_at",
    ClaimRow: "id document_id number",
}
"""The columns that a status rests on."""


def measure() -> Iterator[Ratio]:
    """CPU seconds for 100,000 claims, and for half as many."""
    with TemporaryDirectory() as folder, ExitStack() as opened:
        whole, half = (
            opened.enter_context(_reading(Path(folder), claims)) for claims in (CLAIMS, CLAIMS // 2)
        )
        derived, read, halved = cpu_in_turn(_derive(whole), lambda: _read(whole), _derive(half), rounds=2)
    yield Ratio("deriving 100,000 statuses beside reading their rows", derived, read, most=3)
    yield Ratio("deriving 100,000 statuses beside 50,000", derived, halved, most=2.4)


def _derive(session: Session) -> Callable[[], None]:
    stricter = read_policy(STRICTER, file="the stricter policy")

    def derive() -> None:
        cases = cases_of(session, Scope(reviewed=True))
        statuses = [derive_status(case, stricter, NOON).status for case in cases.values()]
        assert Status.UNCONFIRMED in statuses

    return derive


def _read(session: Session) -> None:
    for table, columns in NEEDED.items():
        session.execute(select(*(getattr(table, column) for column in columns.split()))).all()


def _reading(folder: Path, claims: int) -> Session:
    """A session on a new ledger of so many claims; leaving it closes the ledger."""
    ledger = open_ledger(folder / f"{claims}.db")
    _fill(ledger, Pen.of_this_machine("ada"), claims)
    return Session(ledger._engine)


def _fill(ledger: Ledger, pen: Pen, claims: int) -> None:
    document, revision = pen.new_id(), pen.new_id()
    keys = [pen.new_id() for _ in range(claims)]
    rows: dict[type[Base], list[dict[str, object]]] = {
        DocumentRow: [{"id": document, "slug": "county", "story": "county", "added_at": NOON}],
        RevisionRow: [_revision(revision, document)],
        ClaimRow: [
            {"id": key, "document_id": document, "number": number} for number, key in enumerate(keys, 1)
        ],
        PlacementRow: [_placement(pen, key, revision, number) for number, key in enumerate(keys)],
        ReviewRow: [_review(pen, key) for key in keys],
        EvidenceRow: [
            _evidence(pen, key, 2 * number + side) for number, key in enumerate(keys) for side in (1, 2)
        ],
    }
    with ledger.writing() as session:
        record(session, pen, action="document.add", subject="county", rows=rows, at=NOON)


def _revision(id: UUID, document: UUID) -> dict[str, object]:
    made = {"id": id, "document_id": document, "number": 1, "file": "county.txt", "sha256": "", "text": ""}
    return made | {"blocks": [], "links": [], "furniture": [], "reader": "", "rules": "", "added_at": NOON}


def _placement(pen: Pen, claim: UUID, revision: UUID, number: int) -> dict[str, object]:
    return {
        "id": pen.new_id(),
        "claim_id": claim,
        "revision_id": revision,
        "start": 60 * number,
        "end": 60 * number + 50,
        "quote": f"The council of Arden repaired the bridge of ward {number}.",
        "prefix": "",
        "suffix": "",
        "kind": ClaimKind.QUOTATION if number % 2 else ClaimKind.STATEMENT,
        "checkable": True,
        "reported_unconfirmed": False,
        "hedges": [],
    }


def _review(pen: Pen, claim: UUID) -> dict[str, object]:
    told = {"verdict": "confirmed", "because": "both gave the figure", "reviewer": pen.actor}
    kept = {"known": pen.known, "policy": BUILT_IN.version, "role": ReviewRole.VERDICT, "at": NOON}
    return {"id": pen.new_id(), "claim_id": claim, "ordinal": 1, **told, **kept}


def _evidence(pen: Pen, claim: UUID, number: int) -> dict[str, object]:
    return {
        "id": pen.new_id(),
        "number": number,
        "claim_id": claim,
        "kind": EvidenceKind.INTERVIEW,
        "stance": Stance.SUPPORTS,
        "interest": Interest.INDEPENDENT if number % 2 else Interest.PARTY,
        "origin": f"office {number % 7}",
        "origin_sign": OriginSign.SOURCE,
        "because": "they keep the list",
        "added_by": pen.actor,
        "known": pen.known,
        "added_at": NOON,
    }
