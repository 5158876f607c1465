"""Runs revisions: inside a transaction that `ledger.upgrade` hands over, or for the `alembic` command.

The command works on `factdesk.db` in the current folder, on FACTDESK_DB, or on the file
given with `-x db=FILE`.
"""

from __future__ import annotations

import os
from pathlib import Path

from alembic import context
from sqlalchemy import Connection

import claims.models  # noqa: F401 - fills Base.metadata
import ledger.events  # noqa: F401 - so does this
from ledger import dialect
from ledger.base import Base


def _run(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


def _named_file() -> Path:
    named = context.get_x_argument(as_dictionary=True).get("db")
    return Path(str(named or os.environ.get("FACTDESK_DB") or "factdesk.db"))


handed_over = context.config.attributes.get("connection")
if handed_over is not None:
    _run(handed_over)
else:
    with dialect.upgrading(_named_file()) as connection:
        _run(connection)
