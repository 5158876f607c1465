"""A ledger of its own for every test, and a small article to check."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger.engine import Ledger, open_ledger

ARTICLE = """Harbour town frees 40 boats after storm

The harbour master released 40 boats on Monday, she said.

Owners had waited for three days.

Unconfirmed

- Whether the insurers will pay has not been confirmed.

Sources

- Harbour Office (official body) — the list of boats.

Leave a Comment
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "factdesk.db") as opened:
        yield opened


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path
