"""Checked claims in a file of their own that can be searched: SQLite's FTS5, thrown away afterwards.

The file is private, lies where temporary files go, and is held in memory while it is small, so that
memory stays bounded with a million claims. Ranking and deciding are not done here; see `claims/matching/`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from claims.finding.terms import CANDIDATES, HOLDERS, PUT_IN, TABLES, indexed, question
from claims.matching.record import CheckedClaim

_CACHE_KIBIBYTES = 65_536
_TABLES = f"""
pragma journal_mode = off;
pragma synchronous = off;
pragma cache_size = -{_CACHE_KIBIBYTES};
create table claim (id text primary key, text text not null, title text);
{"; ".join(TABLES)};
"""


class ClaimStock:
    """Claims put in one by one with `add`, then `close` once, and asked from then on."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Make an empty stock in an empty database."""
        self._connection = connection
        self._terms = 0
        self.size = 0
        connection.executescript(_TABLES)

    def add(self, claim: CheckedClaim) -> bool:
        """Put a claim in; false where a claim of its id is in already, which stays as it is."""
        put = self._connection.execute(
            "insert or ignore into claim values (?, ?, ?)", (claim.id, claim.text, claim.title)
        )
        return put.rowcount > 0

    def close(self) -> None:
        """Make the index, in the order of the ids, so that the order of adding matters nowhere."""
        self._connection.executescript(
            "create table place (number integer primary key, id text not null);"
            "insert into place (id) select id from claim order by id;"
        )
        self._connection.executemany(PUT_IN, self._rows())

    @property
    def mean_length(self) -> float:
        """How many terms a claim and its title have between them, in the mean."""
        return self._terms / self.size if self.size else 0.0

    def holders(self, term: str) -> int:
        """How many claims hold a term, in their text or their title."""
        found = self._connection.execute(HOLDERS, (term,)).fetchone()
        return int(found[0]) if found else 0

    def candidates(self, text: str, *, most: int = CANDIDATES) -> list[CheckedClaim]:
        """The claims that share the weightiest words with a text, best first."""
        wanted = question(text)
        if not wanted:
            return []
        found = self._connection.execute(
            "select claim.id, claim.text, claim.title from"
            " (select rowid as number, rank as badness from term where term match ? order by rank limit ?)"
            " join place using (number) join claim using (id) order by badness, number",
            (wanted, most),
        )
        return [CheckedClaim(*row) for row in found]

    def _rows(self) -> Iterator[tuple[int, str, str]]:
        for number, text, title in self._connection.execute(
            "select number, text, title from place join claim using (id) order by number"
        ):
            inside, above, terms = indexed(text, title)
            self.size += 1
            self._terms += terms
            yield number, inside, above


@contextmanager
def empty_stock() -> Iterator[ClaimStock]:
    """A stock that lasts as long as the block."""
    connection = sqlite3.connect("", isolation_level=None)
    try:
        yield ClaimStock(connection)
    finally:
        connection.close()
