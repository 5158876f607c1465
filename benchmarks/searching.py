"""What full-text search over a ledger costs beside a bare query of SQLite's FTS5, and what its index costs.

Questions are of one to three words, common and rare. A search shows 20 claims with their statuses; the bare
query gives 20 row numbers of an index of the same words, held in memory.
"""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.matching import SEED, made_up_claims
from benchmarks.ratios import Ratio, cpu_in_turn
from claims.finding.asked import asked, expression
from claims.finding.keeping import index_of
from claims.finding.searching import search
from claims.finding.similar import similar_claims
from claims.finding.terms import question
from claims.judging.policy_file import BUILT_IN
from claims.kinds import ClaimKind
from claims.matching.record import CheckedClaim
from claims.models import ClaimRow, DocumentRow, PlacementRow, RevisionRow
from ledger.base import Base
from ledger.engine import Ledger, open_ledger
from ledger.pen import Pen
from ledger.record import record

NOON = datetime(2025, 12, 13, 12, tzinfo=UTC)
IN_A_DOCUMENT = 1_000
QUESTIONS = 20


def measure() -> Iterator[Ratio]:
    """CPU seconds over 50,000 claims."""
    yield from _measured(50_000)


def measure_million() -> Iterator[Ratio]:
    """The same over a million."""
    yield from _measured(1_000_000)


def _measured(claims: int) -> Iterator[Ratio]:
    with TemporaryDirectory() as folder, ExitStack() as opened:
        ledger = opened.enter_context(open_ledger(Path(folder) / "factdesk.db"))
        added = _cpu(lambda: _fill(ledger, claims))
        indexed = _cpu(lambda: _bring_up_to_date(ledger))
        yield Ratio(f"putting {claims:,} claims into the index beside adding them", indexed, added, most=1)
        last = _cpu(lambda: _fill(ledger, IN_A_DOCUMENT, documents_from=claims // IN_A_DOCUMENT + 1))
        caught_up = _cpu(lambda: _bring_up_to_date(ledger))
        yield Ratio(f"the same for {IN_A_DOCUMENT:,} more beside adding them", caught_up, last, most=1)
        bare = _bare_index(claims)
        index = opened.enter_context(index_of(ledger))
        session = opened.enter_context(ledger.reading())
        typed = _questions()
        ours, reference = cpu_in_turn(
            lambda: [search(session, index, words, BUILT_IN) for words in typed],
            lambda: [_ask(bare, expression(asked(words)), 20) for words in typed],
            rounds=2,
        )
        yield Ratio(f"searching {claims:,} claims beside a bare FTS5 query", ours, reference, most=5)
        handles = [f"document-{number}:{number}" for number in range(1, 6)]
        texts = [index.claim(handle) for handle in handles]
        ours, reference = cpu_in_turn(
            lambda: [similar_claims(session, index, handle, BUILT_IN) for handle in handles],
            lambda: [_ask(bare, question(one.text).replace('"', '"'), 10) for one in texts if one],
            rounds=2,
        )
        yield Ratio(f"similar claims among {claims:,} beside a bare FTS5 query", ours, reference, most=5)


def _questions() -> list[str]:
    """Words of made-up claims, one to three to a question."""
    chance = random.Random(SEED)
    texts = [
        claim.text.rstrip(".").split()
        for claim in islice(made_up_claims(QUESTIONS, seed=SEED + 1), QUESTIONS)
    ]
    return [" ".join(chance.sample(words, chance.randint(1, 3))) for words in texts]


def _cpu(work: object) -> float:
    started = time.process_time()
    assert callable(work)
    work()
    return time.process_time() - started


def _bring_up_to_date(ledger: Ledger) -> None:
    with index_of(ledger):
        pass


def _ask(bare: sqlite3.Connection, wanted: str, most: int) -> object:
    return bare.execute(
        "select rowid from claim where claim match ? order by rank limit ?", (wanted, most)
    ).fetchall()


def _bare_index(claims: int) -> sqlite3.Connection:
    bare = sqlite3.connect("")
    bare.execute("create virtual table claim using fts5(text)")
    bare.executemany("insert into claim values (?)", ((claim.text,) for claim in made_up_claims(claims)))
    return bare


def _fill(ledger: Ledger, claims: int, *, documents_from: int = 1) -> None:
    pen = Pen.of_this_machine("ada")
    made = made_up_claims(claims)
    number = documents_from
    while some := list(islice(made, IN_A_DOCUMENT)):
        with ledger.writing() as session:
            record(
                session,
                pen,
                action="document.add",
                subject=f"document-{number}",
                rows=_rows(pen, number, some),
            )
        number += 1


def _rows(pen: Pen, number: int, claims: list[CheckedClaim]) -> dict[type[Base], list[dict[str, object]]]:
    document, revision = pen.new_id(), pen.new_id()
    keys = [pen.new_id() for _ in claims]
    slug = f"document-{number}"
    return {
        DocumentRow: [{"id": document, "slug": slug, "story": slug, "added_at": NOON}],
        RevisionRow: [
            {"id": revision, "document_id": document, "number": 1, "file": "", "sha256": "", "text": ""}
            | {"blocks": [], "links": [], "furniture": [], "reader": "", "rules": "", "added_at": NOON}
        ],
        ClaimRow: [{"id": key, "document_id": document, "number": at} for at, key in enumerate(keys, 1)],
        PlacementRow: [
            _placement(pen, key, revision, at, claim)
            for at, (key, claim) in enumerate(zip(keys, claims, strict=True))
        ],
    }


def _placement(pen: Pen, key: object, revision: object, at: int, claim: CheckedClaim) -> dict[str, object]:
    return {
        "id": pen.new_id(),
        "claim_id": key,
        "revision_id": revision,
        "start": 200 * at,
        "end": 200 * at + len(claim.text),
        "quote": claim.text,
        "prefix": "",
        "suffix": "",
        "kind": ClaimKind.STATEMENT,
        "checkable": True,
        "reported_unconfirmed": False,
        "hedges": [],
    }
