"""Bringing a ledger's schema up to date with Alembic, all of it or none of it.

Imported only when there is something to do. Making new revisions is the `alembic`
command's part, configured in `pyproject.toml`.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from ledger import dialect
from ledger.errors import NewerLedger, UpgradeFailed


def upgrade(path: Path, *, revision: str = "head", scripts: Path | None = None) -> None:
    """Bring the file to a revision; on any failure its old schema is there as before."""
    try:
        with dialect.upgrading(path) as connection:
            run(connection, revision=revision, scripts=scripts)
    except DBAPIError as error:
        raise dialect.explained(error, path) or UpgradeFailed(path, error.orig) from error
    except SQLAlchemyError as error:
        raise UpgradeFailed(path, error) from error


def run(connection: Connection, *, revision: str = "head", scripts: Path | None = None) -> None:
    """Run what is missing up to a revision, in the connection's transaction."""
    config = configuration(scripts)
    _refuse_newer(connection, ScriptDirectory.from_config(config))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def configuration(scripts: Path | None = None) -> Config:
    """Alembic's configuration, made in code: an installed factdesk has no `pyproject.toml`."""
    config = Config()
    location = str(scripts or files("migrations"))
    config.set_main_option("script_location", location.replace("%", "%%"))
    return config


def _refuse_newer(connection: Connection, known: ScriptDirectory) -> None:
    revisions = {script.revision for script in known.walk_revisions()}
    for current in MigrationContext.configure(connection).get_current_heads():
        if current not in revisions:
            raise NewerLedger(
                f"{connection.engine.url.database} was written by a newer factdesk (schema {current}); "
                "upgrade factdesk to use it"
            )
