"""A ledger of an earlier version waits for a person to bring it up to date, and loses nothing then."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claims.judging.policy_file import BUILT_IN
from claims.kinds import Status
from claims.queries import claim_pages
from cli import app
from ledger.engine import open_ledger
from ledger.errors import OlderLedger
from ledger.events import head
from ledger.upgrade import upgrade

ROWS = """
INSERT INTO documents VALUES ('d1', 'ferry', 'ferry', '2025-05-01 10:00:00');
INSERT INTO revisions VALUES ('e1', 'd1', 1, 'ferry.txt', 'ab', '303 were aboard.', NULL, 'en', NULL, NULL,
    NULL, NULL, NULL, '[]', '[]', '[]', 'text/1', 'rules/1', '2025-05-01 10:00:00');
INSERT INTO claims VALUES ('c1', 'd1', 1);
INSERT INTO placements VALUES ('b1', 'c1', 'e1', 0, 16, '303 were aboard.', '', '', 'statement', NULL, 1,
    NULL, 0, '[]');
INSERT INTO figures VALUES ('f1', 'b1', 0, 0, 3, '303', '303', '303', '303', 'exact', NULL, NULL, NULL, 0,
    NULL);
INSERT INTO reviews VALUES ('a1', 'c1', 1, 'confirmed', 'the list says so', 'ada', 'typed', 'built-in/1',
    '2025-05-01 11:00:00');
INSERT INTO quantities VALUES ('ferry', 'q1', 0, 'people aboard', '303', '303', '303', NULL, 'settled', 1,
    'alone');
INSERT INTO origins VALUES ('ferry', 'o1', 0, 'ferry', '["ferry"]', 'nothing joins it to another');
INSERT INTO related_figures VALUES ('ferry', 'ferry', 0, 'g1', 'q1', 'o1');
INSERT INTO events VALUES (1, x'6c656166', '2025-05-01 10:00:00', 'ada', 'typed', 'document.add', 'ferry',
    x'7b7d');
"""
"""What a ledger of the first version may hold, written as it was written then."""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A ledger of the first version, with a row in most of its tables."""
    path = tmp_path / "factdesk.db"
    upgrade(path, revision="0001")
    statements = ROWS
    for letter in "abcdef":
        statements = statements.replace(f"'{letter}1'", f"'{letter * 12}7{letter * 3}8{letter * 15}'")
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(statements)
    return path


def rows(path: Path) -> dict[str, list[dict[str, object]]]:
    """Every row of every table, by the names of its columns."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: [dict(row) for row in connection.execute(f"SELECT * FROM {name}")] for (name,) in tables
        }


def test_an_old_ledger_is_told_how_to_be_brought_up_to_date_and_left_alone(old: Path) -> None:
    before = old.read_bytes()

    result = CliRunner().invoke(app, ["--db", str(old), "claim", "list"])

    assert result.exit_code == 2
    assert f"bring it up to date with: factdesk db upgrade --db {old}" in result.stderr
    assert old.read_bytes() == before


def test_upgrading_loses_nothing(old: Path) -> None:
    before = rows(old)

    result = CliRunner().invoke(app, ["--db", str(old), "db", "upgrade"])

    after = rows(old)
    assert result.exit_code == 0
    assert after.keys() > before.keys()
    for table in before.keys() - {"alembic_version"}:
        kept = (
            [{column: row[column] for column in before[table][0]} for row in after[table]]
            if before[table]
            else []
        )
        assert kept == before[table]


def test_what_was_reviewed_before_is_there_after_and_says_what_it_waits_for(old: Path) -> None:
    with open_ledger(old, upgrade=True) as ledger, ledger.reading() as session:
        (claim,) = claim_pages(session, BUILT_IN)

        assert claim.reviews[0].verdict == "confirmed"
        assert (claim.standing.status, len(claim.standing.waits_for)) == (Status.UNCONFIRMED, 1)
        assert claim.reviews[0].at == datetime(2025, 5, 1, 11, tzinfo=UTC)
        assert head(session).size == 1


def test_the_log_is_guarded_as_it_was(old: Path) -> None:
    open_ledger(old, upgrade=True).close()

    for statement in ("UPDATE events SET actor = 'x'", "DELETE FROM events"):
        with (
            closing(sqlite3.connect(old)) as connection,
            pytest.raises(sqlite3.IntegrityError, match="never"),
        ):
            connection.execute(statement)


def test_opening_asks_for_the_upgrade_by_name(old: Path) -> None:
    with pytest.raises(OlderLedger, match="earlier factdesk"):
        open_ledger(old)
