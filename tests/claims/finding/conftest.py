"""A ledger of two texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledger.engine import Ledger
from tests.claims.finding.desk import STORM, WEEK, add


@pytest.fixture
def desk(ledger: Ledger, tmp_path: Path) -> Ledger:
    """The ledger, with the documents storm and week."""
    add(ledger, tmp_path, "storm", STORM)
    add(ledger, tmp_path, "week", WEEK)
    return ledger
