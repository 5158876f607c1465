"""A ledger with an article about a ferry, two pages on it, and a picture."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.captures import capture_file
from claims.intake import offer_file, store
from ledger.engine import Ledger
from tests.claims.evidence.desk import ARTICLE, PAGE, REPORT, pen


@pytest.fixture
def desk(ledger: Ledger, tmp_path: Path) -> Ledger:
    """The ledger, with capture:1 the timetable, capture:2 a report of it and capture:3 a picture."""
    files = {
        "ferries.txt": ARTICLE,
        "page.html": PAGE,
        "report.txt": REPORT,
    }
    for name, words in files.items():
        (tmp_path / name).write_text(words, encoding="utf-8")
    (tmp_path / "board.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    store(ledger, pen(1), offer_file(str(tmp_path / "ferries.txt")))
    for number, (name, url) in enumerate(
        [
            ("page.html", "https://www.harbour.example/times"),
            ("report.txt", "https://gazette.example/ferry"),
            ("board.png", None),
        ],
        start=2,
    ):
        capture_file(ledger, pen(number), tmp_path / name, how="saved by Ada", url=url)
    return ledger
