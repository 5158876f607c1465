"""The guard: evidence and the log change through `ledger.record` and in no other way.

The database itself is asked what a statement would write to, so the ORM, Core and text SQL
are all seen, however a statement is spelled. It guards against accidents in our own code,
not against somebody who opens the file with another program.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, Table, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from ledger import dialect
from ledger.base import Base, is_evidentiary
from ledger.errors import UnrecordedWrite
from ledger.events import EVENTS


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
        gate.shut()


class Gate:
    """The guard of one connection, shut unless somebody holds it open. `refused`: the last table refused."""

    def __init__(self, connection: DBAPIConnection) -> None:
        self.refused: str | None = None
        self._connection = connection
        self.shut()

    def open(self) -> None:
        """Let every statement pass."""
        dialect.ask_before_writing(self._connection, None)

    def shut(self) -> None:
        """Let statements pass that write to neither evidence nor the log."""
        dialect.ask_before_writing(self._connection, self._allows)

    def _allows(self, table: str) -> bool:
        if table not in _guarded():
            return True
        self.refused = table
        return False


_GATE = "ledger_gate"


def _guarded() -> set[str]:
    """The names of the tables that are guarded; asked anew because models may be imported later."""
    tables = (mapper.local_table for mapper in Base.registry.mappers)
    evidence = {table.name for table in tables if isinstance(table, Table) and is_evidentiary(table)}
    return evidence | {EVENTS.name}


def _install(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
    entry.info[_GATE] = Gate(connection)


def _name_the_refusal(context: ExceptionContext) -> None:
    if context.connection is not None and dialect.was_not_allowed(context.original_exception):
        gate: Gate = context.connection.info[_GATE]
        raise UnrecordedWrite(
            f"{gate.refused} holds evidence and is written through ledger.record only; nothing was changed"
        ) from context.original_exception
