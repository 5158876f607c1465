"""A whole history with decisions: the log alone tells every row, and the same history is the same log."""

from __future__ import annotations

import json
from pathlib import Path

from sqlalchemy import select

from claims.deciding import (
    join_origins,
    merge_quantities,
    move_figure,
    name_party,
    part_origins,
    split_figures,
    undo,
)
from claims.intake import offer_file, store
from claims.judging.policy_file import BUILT_IN
from claims.judging.reviews import mark
from claims.kinds import DecisionKind
from claims.models import DecisionRow
from ledger.base import Base, is_evidentiary
from ledger.canonical import plain
from ledger.engine import Ledger, open_ledger
from ledger.events import Event, head
from tests.ledger.pens import replaying_pen

TEXTS = {
    "harbour": "The port released 40 boats on Monday, the board said. It had 44 boats, said Ada Marsh.",
    "wire": "The port freed 41 boats, said the board. A storm had sunk 3 boats.",
}


def written(path: Path, folder: Path) -> Ledger:
    """A ledger in which somebody did everything that can be done, one after the other."""
    ledger, pen = open_ledger(path), replaying_pen("ada")
    for name, words in TEXTS.items():
        (folder / f"{name}.txt").write_text(f"{words}\n", encoding="utf-8")
        store(ledger, pen, offer_file(str(folder / f"{name}.txt"), story="boats"))
    with ledger.writing() as session:
        mark(session, pen, "harbour:1", "confirmed", because="the log says so", policy=BUILT_IN)
    split_figures(ledger, pen, ["wire:2"], label="boats sunk", because="others")
    merge_quantities(ledger, pen, "harbour:1", "wire:2", because="one count")
    undo(ledger, pen, "boats", 2, because="two counts")
    move_figure(ledger, pen, "wire:1", to="boats sunk", because="it says so")
    join_origins(ledger, pen, "harbour:1", "harbour:2", because="one office")
    part_origins(ledger, pen, ["harbour:2"], because="two offices")
    name_party(ledger, pen, "boats", "Ada Marsh", because="her boats")
    name_party(ledger, pen, "boats", "Ada Marsh", is_party=False, because="not her boats")
    return ledger


def test_the_log_tells_every_row_of_evidence(tmp_path: Path) -> None:
    with written(tmp_path / "factdesk.db", tmp_path) as ledger, ledger.reading() as session:
        told: dict[str, list[object]] = {}
        for body in session.scalars(select(Event.body).order_by(Event.seq)):
            for table, rows in json.loads(body)["inserted"].items():
                told.setdefault(table, []).extend(rows)
        stored = {
            table.name: [plain(dict(row)) for row in session.execute(select(table)).mappings()]
            for table in Base.metadata.sorted_tables
            if is_evidentiary(table)
        }

    for table, rows in stored.items():
        kept = sorted(json.dumps(row, sort_keys=True) for row in rows)
        assert kept == sorted(json.dumps(row, sort_keys=True) for row in told.get(table, [])), table


def test_every_kind_of_decision_is_in_that_history(tmp_path: Path) -> None:
    with written(tmp_path / "factdesk.db", tmp_path) as ledger, ledger.reading() as session:
        assert set(session.scalars(select(DecisionRow.kind))) == set(DecisionKind)


def test_the_same_history_gives_the_same_log(tmp_path: Path) -> None:
    with (
        written(tmp_path / "one.db", tmp_path) as one,
        written(tmp_path / "other.db", tmp_path) as other,
        one.reading() as first,
        other.reading() as second,
    ):
        assert head(first) == head(second)
