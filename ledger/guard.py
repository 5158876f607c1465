"""The guard: evidence and the log change through `ledger.record` and in no other way.

SQLite itself is asked what a statement writes to, so the ORM, Core and text SQL are all
seen, however the statement is spelled. It guards against accidents in our own code, not
against somebody who opens the file with another program.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, Table, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from ledger.base import Base, is_evidentiary
from ledger.errors import UnrecordedWrite
from ledger.events import EVENTS

_TABLE_AT = {
    sqlite3.SQLITE_INSERT: 0,
    sqlite3.SQLITE_UPDATE: 0,
    sqlite3.SQLITE_DELETE: 0,
    sqlite3.SQLITE_ALTER_TABLE: 1,
    sqlite3.SQLITE_DROP_TRIGGER: 1,
}
"""Which argument names the table, for each action that is watched. DROP TABLE asks to delete."""


def guard(engine: Engine) -> None:
    """Refuse unrecorded writes on every connection of the engine."""
    event.listen(engine, "connect", _install)
    event.listen(engine, "handle_error", _name_the_refusal)


@contextmanager
def gate_open(connection: Connection) -> Iterator[None]:
    """Let evidence be written on this connection; for `ledger.record` alone."""
    gate: Gate | None = connection.info.get(_GATE)
    if gate is None:  # a connection that upgrades the schema has no guard
        yield
        return
    gate.open()
    try:
        yield
    finally:
        gate.close()


class Gate:
    """The guard of one connection, closed unless somebody holds it open."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.refused: str | None = None
        self._connection = connection
        self.close()

    def open(self) -> None:
        """Let every statement pass."""
        self._connection.set_authorizer(None)

    def close(self) -> None:
        """Ask of every statement; SQLite then prepares again, and asks of, what it let pass before."""
        self._connection.set_authorizer(self._answer)

    def _answer(
        self, action: int, first: str | None, second: str | None, schema: str | None, trigger: str | None
    ) -> int:
        position = _TABLE_AT.get(action)
        if position is None:
            return sqlite3.SQLITE_OK
        name = (first, second)[position]
        if name not in _guarded():
            return sqlite3.SQLITE_OK
        self.refused = name
        return sqlite3.SQLITE_DENY


_GATE = "ledger_gate"


def _guarded() -> set[str]:
    """The names of the tables that are guarded; asked anew because models may be imported later."""
    tables = (mapper.local_table for mapper in Base.registry.mappers)
    return {EVENTS.name} | {
        table.name for table in tables if isinstance(table, Table) and is_evidentiary(table)
    }


def _install(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
    assert isinstance(connection, sqlite3.Connection)
    entry.info[_GATE] = Gate(connection)


def _name_the_refusal(context: ExceptionContext) -> None:
    refused = getattr(context.original_exception, "sqlite_errorcode", None) == sqlite3.SQLITE_AUTH
    if refused and context.connection is not None:
        gate: Gate = context.connection.info[_GATE]
        raise UnrecordedWrite(
            f"{gate.refused} holds evidence and is written through ledger.record only; nothing was changed"
        ) from context.original_exception
