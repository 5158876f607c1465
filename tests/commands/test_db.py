"""Looking after the database from the command line."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.commands.running import ARTICLE, as_json, factdesk

pytestmark = pytest.mark.usefixtures("fresh_folder")


def test_db_upgrade_makes_a_database_and_is_content_with_one(fresh_folder: Path) -> None:
    assert factdesk("db", "upgrade").exit_code == 0
    assert factdesk("db", "upgrade").exit_code == 0
    assert as_json("document", "list") == []


@pytest.mark.parametrize("table", ["claims", "decisions", "events", "quantities"])
def test_a_database_that_lost_a_table_is_told_as_damaged(table: str) -> None:
    factdesk("check", ARTICLE)
    with closing(sqlite3.connect("factdesk.db")) as connection, connection:
        connection.execute(f"DROP TABLE {table}")

    result = factdesk("report", "json", "prisoner-release")

    assert (result.exit_code, result.stdout) == (2, "")
    assert f"has lost its table {table}; keep it as it is and go back to a backup" in result.stderr
