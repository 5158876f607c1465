"""The migrated schema, the models and the constant `HEAD` say the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

import claims.tables  # noqa: F401 - fills Base.metadata
import migrations
from ledger.base import Base
from ledger.engine import open_ledger
from ledger.upgrade import configuration

CHECKOUT = Path(__file__).parents[2]


def test_head_is_the_last_revision() -> None:
    scripts = ScriptDirectory.from_config(configuration())

    assert scripts.get_heads() == [migrations.HEAD]


def test_migrating_gives_the_schema_of_the_models(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "factdesk.db") as ledger, ledger.reading() as session:
        differences = compare_metadata(MigrationContext.configure(session.connection()), Base.metadata)

    assert differences == []


def test_migrating_gives_the_tables_and_triggers_that_the_models_give(tmp_path: Path) -> None:
    """Alembic's comparison sees no triggers and not every constraint; a trigger is the same to the letter."""
    engine = create_engine(f"sqlite:///{tmp_path / 'models.db'}")
    Base.metadata.create_all(engine)
    named = (
        "SELECT type, name, tbl_name, CASE type WHEN 'trigger' THEN sql END FROM sqlite_master "
        "WHERE tbl_name <> 'alembic_version'"
    )

    with (
        open_ledger(tmp_path / "factdesk.db") as ledger,
        ledger.reading() as session,
        engine.connect() as models,
    ):
        migrated = {tuple(row) for row in session.execute(text(named))}
        expected = {tuple(row) for row in models.execute(text(named))}

    engine.dispose()
    assert migrated == expected


def test_the_alembic_command_finds_nothing_to_do_on_a_ledger(tmp_path: Path) -> None:
    open_ledger(tmp_path / "factdesk.db").close()

    for command in (["upgrade", "head"], ["check"]):
        said = subprocess.run(
            [sys.executable, "-m", "alembic", "-x", f"db={tmp_path / 'factdesk.db'}", *command],
            cwd=CHECKOUT,
            env={**os.environ, "FACTDESK_DB": str(tmp_path / "another.db")},
            capture_output=True,
            text=True,
        )

        assert said.returncode == 0, said.stderr
    assert not (tmp_path / "another.db").exists()


@pytest.mark.parametrize("form", ["{}", "sqlite:///{}"], ids=["path", "address"])
def test_the_alembic_command_makes_a_ledger_that_factdesk_opens(tmp_path: Path, form: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "alembic", "upgrade", "head"],
        cwd=CHECKOUT,
        env={**os.environ, "FACTDESK_DB": form.format(tmp_path / "factdesk.db")},
        capture_output=True,
        check=True,
    )

    open_ledger(tmp_path / "factdesk.db", must_exist=True).close()
