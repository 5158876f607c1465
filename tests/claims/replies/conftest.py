"""The desk of these tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledger.engine import Ledger
from tests.claims.replies.desk import opened


@pytest.fixture
def desk(ledger: Ledger, tmp_path: Path) -> Ledger:
    return opened(ledger, tmp_path)
