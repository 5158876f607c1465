"""A ledger with a draft and two pages, one of which failed to be captured."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.captures import add_capture, capture_file
from claims.intake import offer_file, store
from ledger.engine import Ledger
from tests.claims.appearances.desk import DRAFT, REPORT, SPEECH, not_had, pen


@pytest.fixture
def desk(ledger: Ledger, tmp_path: Path) -> Ledger:
    """The ledger, with capture:1 the speech, capture:2 a report of it, and capture:3 a page not had."""
    for name, words in {"quay.txt": DRAFT, "speech.html": SPEECH, "report.txt": REPORT}.items():
        (tmp_path / name).write_text(words, encoding="utf-8")
    store(ledger, pen(), offer_file(str(tmp_path / "quay.txt")))
    capture_file(
        ledger, pen(), tmp_path / "speech.html", how="saved by Ada", url="https://bakk.example/speech"
    )
    capture_file(
        ledger, pen(), tmp_path / "report.txt", how="saved by Ada", url="https://gazette.example/bakk"
    )
    with ledger.writing() as session:
        add_capture(session, pen(), not_had("https://post.example/1"), story=None)
    return ledger
