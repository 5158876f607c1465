"""A desk of its own for every test of corrections."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledger.engine import Ledger
from tests.claims.corrections.desk import Desk


@pytest.fixture
def desk(ledger: Ledger, tmp_path: Path) -> Desk:
    return Desk(ledger, tmp_path)
