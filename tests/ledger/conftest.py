"""A ledger on a real file, with the tables of the tests beside its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger.engine import Ledger, open_ledger
from tests.ledger.tables import Desk


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with open_ledger(tmp_path / "factdesk.db") as opened:
        with opened.writing() as session:
            Desk.metadata.create_all(session.connection())
        yield opened
