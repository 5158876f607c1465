"""A ledger on a real file, with the tables of the tests beside its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger.engine import Ledger, open_ledger
from tests.ledger.tables import Desk


@pytest.fixture(scope="session")
def empty_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an empty ledger, made once and copied for each test."""
    path = tmp_path_factory.mktemp("ledger") / "factdesk.db"
    with open_ledger(path) as ledger, ledger.writing() as session:
        Desk.metadata.create_all(session.connection())
    return path


@pytest.fixture
def ledger(tmp_path: Path, empty_ledger: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with open_ledger(shutil.copy(empty_ledger, tmp_path)) as opened:
        yield opened
