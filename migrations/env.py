"""Runs revisions: inside a transaction that `ledger.upgrade` hands over, or for the `alembic` command.

The command works on `factdesk.db` in the current folder, on FACTDESK_DB, or on what is given with
`-x db=FILE`: a path or an `sqlite:///` address, as for factdesk itself.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection, Enum, TypeDecorator

import claims.tables  # noqa: F401 - fills Base.metadata
import ledger.events  # noqa: F401 - so does this
from ledger import dialect
from ledger.base import Base
from ledger.engine import path_of


def _run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        render_item=_render_type,
    )
    with context.begin_transaction():
        context.run_migrations()


def _render_type(kind: str, item: Any, autogen: Any) -> str | Literal[False]:
    """Write our own column types as what the database keeps, so that a revision outlives the code."""
    if kind != "type":
        return False
    if isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    if isinstance(item, Enum):
        return f"sa.String(length={item.length})"
    return False


def _named_file() -> Path:
    named = context.get_x_argument(as_dictionary=True).get("db")
    return path_of(str(named or os.environ.get("FACTDESK_DB") or "factdesk.db"))


handed_over = context.config.attributes.get("connection")
if handed_over is not None:
    _run(handed_over)
else:
    with dialect.upgrading(_named_file()) as connection:
        _run(connection)
