"""What full-text search over a ledger costs beside a bare query of SQLite's FTS5, and what its index costs.

Questions are of one to three words, common and rare. The bare query gives the row numbers of the 20 best of
an index of the same words; a search counts all there are, and shows 20 claims with their statuses.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from uuid import UUID

from sqlalchemy.orm import Session

from benchmarks.growth import made_up_article
from benchmarks.matching import SEED, made_up_claims
from benchmarks.ratios import Ratio, cpu_in_turn
from claims.finding.asked import asked, expression
from claims.finding.index import Among, Index
from claims.finding.keeping import index_of
from claims.finding.searching import MOST, search
from claims.finding.similar import similar_claims
from claims.finding.terms import question
from claims.intake import offer_file, store
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
SENTENCES = 2_000


def measure() -> Iterator[Ratio]:
    """CPU seconds of the index over 50,000 claims; what is shown of a hit costs the same in any ledger."""
    with TemporaryDirectory() as folder, _filled(Path(folder), 50_000) as (ledger, bare):
        yield _indexing(ledger, Path(folder))
        typed = _questions()
        with index_of(ledger) as index:
            ours, reference = cpu_in_turn(lambda: _found(index, typed), lambda: _asked(bare, typed))
        yield Ratio("finding in 50,000 claims beside a bare FTS5 query", ours, reference, most=5)


def measure_million() -> Iterator[Ratio]:
    """CPU seconds of whole searches over a million claims, and of similar claims."""
    with TemporaryDirectory() as folder, _filled(Path(folder), 1_000_000) as (ledger, bare):
        yield _indexing(ledger, Path(folder))
        typed, handles = _questions(), [f"document-{number}:{number}" for number in range(1, 6)]
        with index_of(ledger) as index, ledger.reading() as session:
            ours, reference = cpu_in_turn(
                lambda: _searched(session, index, typed), lambda: _asked(bare, typed), rounds=2
            )
            yield Ratio("searching 1,000,000 claims beside a bare FTS5 query", ours, reference, most=5)
            texts = [claim.text for claim in map(index.claim, handles) if claim]
            ours, reference = cpu_in_turn(
                lambda: [similar_claims(session, index, handle, BUILT_IN) for handle in handles],
                lambda: [_best(bare, question(text)) for text in texts],
                rounds=2,
            )
            yield Ratio("claims like one of 1,000,000 beside a bare FTS5 query", ours, reference, most=5)


def _indexing(ledger: Ledger, folder: Path) -> Ratio:
    """An article is added, and then put into the index that holds everything else."""
    _bring_up_to_date(ledger)
    article = folder / "article.txt"
    article.write_text(made_up_article(SENTENCES), encoding="utf-8")
    added = _cpu(lambda: store(ledger, Pen.of_this_machine("ada"), offer_file(str(article))))
    indexed = _cpu(lambda: _bring_up_to_date(ledger))
    return Ratio(f"putting {SENTENCES:,} claims into the index beside adding them", indexed, added, most=1)


def _questions() -> list[str]:
    """One to three words each, as they come in made-up claims."""
    chance = random.Random(SEED)
    claims = islice(made_up_claims(QUESTIONS, seed=SEED + 1), QUESTIONS)
    return [" ".join(chance.sample(claim.text.rstrip(".").split(), chance.randint(1, 3))) for claim in claims]


def _found(index: Index, typed: list[str]) -> None:
    for words in typed:
        index.ranked(asked(words), Among(), most=MOST)
        index.count(asked(words), Among())


def _searched(session: Session, index: Index, typed: list[str]) -> None:
    for words in typed:
        search(session, index, words, BUILT_IN)


def _asked(bare: sqlite3.Connection, typed: list[str]) -> None:
    for words in typed:
        _best(bare, expression(asked(words)))


def _best(bare: sqlite3.Connection, wanted: str) -> object:
    query = "select rowid from claim where claim match ? order by rank limit ?"
    return bare.execute(query, (wanted, MOST)).fetchall()


def _cpu(work: Callable[[], object]) -> float:
    started = process_time()
    work()
    return process_time() - started


def _bring_up_to_date(ledger: Ledger) -> None:
    with index_of(ledger):
        pass


@contextmanager
def _filled(folder: Path, claims: int) -> Iterator[tuple[Ledger, sqlite3.Connection]]:
    """A ledger of so many claims in documents of a thousand, and a bare index of their words."""
    pen, made = Pen.of_this_machine("ada"), made_up_claims(claims)
    bare = sqlite3.connect("")
    bare.execute("create virtual table claim using fts5(text)")
    with ExitStack() as opened:
        ledger = opened.enter_context(open_ledger(folder / "factdesk.db"))
        for number in range(1, claims // IN_A_DOCUMENT + 1):
            some = list(islice(made, IN_A_DOCUMENT))
            bare.executemany("insert into claim values (?)", ((claim.text,) for claim in some))
            with ledger.writing() as session:
                rows = _rows(pen, f"document-{number}", some)
                record(session, pen, action="document.add", subject=f"document-{number}", rows=rows)
        yield ledger, bare


def _rows(pen: Pen, slug: str, claims: list[CheckedClaim]) -> dict[type[Base], list[dict[str, object]]]:
    document, revision = pen.new_id(), pen.new_id()
    keys = [pen.new_id() for _ in claims]
    words = {"file": "", "sha256": "", "text": "", "reader": "", "rules": "", "added_at": NOON}
    lists: dict[str, object] = {"blocks": [], "links": [], "furniture": []}
    return {
        DocumentRow: [{"id": document, "slug": slug, "story": slug, "added_at": NOON}],
        RevisionRow: [{"id": revision, "document_id": document, "number": 1, **words, **lists}],
        ClaimRow: [{"id": key, "document_id": document, "number": at} for at, key in enumerate(keys, 1)],
        PlacementRow: [
            _placement(pen, key, revision, claim) for key, claim in zip(keys, claims, strict=True)
        ],
    }


def _placement(pen: Pen, key: UUID, revision: UUID, claim: CheckedClaim) -> dict[str, object]:
    return {
        "id": pen.new_id(),
        "claim_id": key,
        "revision_id": revision,
        "start": 0,
        "end": len(claim.text),
        "quote": claim.text,
        "prefix": "",
        "suffix": "",
        "kind": ClaimKind.STATEMENT,
        "checkable": True,
        "reported_unconfirmed": False,
        "hedges": [],
    }
