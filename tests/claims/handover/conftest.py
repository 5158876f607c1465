"""A ledger with two texts: what is done to one must not show on the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.intake import offer_file, store
from ledger.engine import Ledger
from tests.claims.handover.desk import BRIDGE, FERRIES, pen


@pytest.fixture
def desk(ledger: Ledger, tmp_path: Path) -> Ledger:
    for name, words in {"ferries": FERRIES, "bridge": BRIDGE}.items():
        path = tmp_path / f"{name}.txt"
        path.write_text(words, encoding="utf-8")
        store(ledger, pen(), offer_file(str(path)))
    return ledger
