"""The file of an index: SQLite beside the ledger, as private as the ledger; its errors name the next step."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from claims.errors import UnusableIndex
from ledger.dialect import BUSY_SECONDS

APPLICATION_ID = 0x66616369
"""The letters "faci", which tell an index from a ledger and from other programs' files."""

_CACHE_KIBIBYTES = 65_536
_MEANINGS = {
    sqlite3.SQLITE_BUSY: "has been brought up to date by another program for {seconds} seconds; try again",
    sqlite3.SQLITE_FULL: "has no room on its disk; make some, then try again",
    sqlite3.SQLITE_READONLY: "can't be written; allow writing there, then try again",
    sqlite3.SQLITE_CANTOPEN: "can't be opened or made; allow that in its folder, then try again",
    sqlite3.SQLITE_IOERR: "can't be read or written: its disk failed; check the disk, then try again",
    sqlite3.SQLITE_CORRUPT: "is damaged; delete it, and the next search makes it anew: nothing is lost",
    sqlite3.SQLITE_NOTADB: "is no search index; move it away, and the next search makes one",
}

Values: TypeAlias = Sequence[Any]


def index_path(ledger: Path) -> Path:
    """Where the index of a ledger stands: factdesk.db-search beside factdesk.db."""
    return ledger.with_name(f"{ledger.name}-search")


class IndexFile:
    """An open index file. Statements outside `begin` and `commit` stand alone."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def rows(self, statement: str, *values: Any) -> list[Any]:
        """What a statement finds."""
        with _told(self.path):
            return self._connection.execute(statement, values).fetchall()

    def row(self, statement: str, *values: Any) -> Any:
        """The one row, or the first, that a statement finds; `None` where it finds none."""
        with _told(self.path):
            return self._connection.execute(statement, values).fetchone()

    def run(self, statement: str, *values: Any) -> None:
        """Run a statement that finds nothing."""
        self.rows(statement, *values)

    def run_many(self, statement: str, rows: Iterable[Values]) -> None:
        """Run a statement once for each row."""
        with _told(self.path):
            self._connection.executemany(statement, rows)


@contextmanager
def opened(ledger: Path) -> Iterator[IndexFile]:
    """The index file of a ledger, made if need be. Raises `UnusableIndex`."""
    path = index_path(ledger)
    with _told(path):
        _make_private(path, ledger)
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        file = IndexFile(path, connection)
        file.run(f"pragma cache_size = -{_CACHE_KIBIBYTES}")
        _refuse_others(file)
        yield file
    finally:
        connection.close()


def _make_private(path: Path, ledger: Path) -> None:
    """Let nobody read the index who can't read the ledger."""
    mode = stat.S_IMODE(ledger.stat().st_mode)
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, stat.S_IRUSR | stat.S_IWUSR))
    if stat.S_IMODE(path.stat().st_mode) != mode:
        path.chmod(mode)


def _refuse_others(file: IndexFile) -> None:
    (application,) = file.row("pragma application_id")
    if application != APPLICATION_ID and file.rows("select 1 from sqlite_master limit 1"):
        raise UnusableIndex(f"{file.path} {_MEANINGS[sqlite3.SQLITE_NOTADB]}")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what SQLite or the system complains of into words; a fault of our own stays what it is."""
    try:
        yield
    except OSError as error:
        raise UnusableIndex(
            f"{path} can't be made ({error.strerror}); change the permissions, then try again"
        ) from error
    except sqlite3.Error as error:
        meaning = _MEANINGS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if meaning is None:
            raise
        raise UnusableIndex(f"{path} {meaning.format(seconds=BUSY_SECONDS)}") from error
