"""Captures under SIGKILL: what was acknowledged is there whole, and what broke off is shown.

FACTDESK_TEST_KILLS says how many kills; `make long` asks for a thousand.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from claims.capture_queries import capture_pages
from claims.keeping import left_over, verified
from claims.models import CaptureRow
from ledger.engine import Ledger, open_ledger
from ledger.events import Event
from ledger.merkle import leaf_hash
from sources.captures.folder import folder_of
from tests.claims import captures_under_fire
from tests.sources.fetch.stage import PAGE, answer, serving

KILLS = int(os.environ.get("FACTDESK_TEST_KILLS", "40"))
ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked here")
def test_kills_lose_nothing_that_was_acknowledged_and_leave_nothing_half(tmp_path: Path) -> None:
    path = tmp_path / "factdesk.db"
    open_ledger(path).close()

    acknowledged = _under_fire(path, seed=KILLS)

    with open_ledger(path, must_exist=True) as ledger:
        _assert_the_log_has_no_break(ledger)
        with ledger.reading() as session:
            pages = capture_pages(session)
        folder = folder_of(path)
        assert set(acknowledged) <= {page.number for page in pages}
        assert [one.problems for one in verified(pages, folder)] == [()] * len(pages)
        broken_off = left_over(pages, folder)
    assert len({page.file for page in pages}) + len(broken_off) == len(list(folder.iterdir()))
    assert broken_off, "no kill fell between a file and its row: nothing was put to the test"


def _under_fire(path: Path, *, seed: int) -> list[int]:
    """The captures that were acknowledged by children that were killed, one after the other."""
    with serving({"/": answer(PAGE)}) as server:
        words = [captures_under_fire.__file__, path, server.port, KILLS, seed]
        done = subprocess.run(
            [sys.executable, *map(str, words)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(told) == KILLS
    return [number for numbers in told for number in numbers]


def _assert_the_log_has_no_break(ledger: Ledger) -> None:
    with ledger.reading() as session:
        events = session.scalars(select(Event).order_by(Event.seq)).all()
        assert [event.seq for event in events] == list(range(1, len(events) + 1))
        assert all(event.leaf == leaf_hash(event.body) for event in events)
        assert session.scalar(select(func.count()).select_from(CaptureRow)) == len(events)
        assert session.scalar(text("PRAGMA integrity_check")) == "ok"
