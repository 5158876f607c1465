"""What is asked of the index of a ledger: claims like a text, and whatever holds some words.

Handles come out; what stands behind them is read from the ledger. How the index is kept up to date stands in
`keeping.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log
from typing import Any

from claims.finding.asked import Part, expression
from claims.finding.entries import Name
from claims.finding.file import IndexFile
from claims.finding.filling import State, state_of
from claims.finding.terms import CANDIDATES, HOLDERS, indexed, question
from claims.kinds import SearchedIn
from claims.matching.record import CheckedClaim

_SATURATION, _LENGTH = 1.2, 0.75
"""The two constants of BM25 that FTS5 has built in."""


@dataclass(frozen=True, slots=True)
class Among:
    """What is looked through: `None` is no condition. `claims_of` and `since` are of claims alone.

    Of other kinds, and with `listed` of claims too, it is those that `Index.allow` was given.
    """

    within: tuple[SearchedIn, ...] = tuple(SearchedIn)
    claims_of: tuple[str, ...] | None = None
    since: str | None = None
    listed: tuple[SearchedIn, ...] = ()


class Index:
    """An index that is up to date, as one transaction sees it."""

    def __init__(self, file: IndexFile) -> None:
        self._file = file
        self._state = state_of(file) or State()

    def claim(self, handle: str) -> CheckedClaim | None:
        """A claim that is compared with others; `None` where it is not."""
        found = self._file.row(
            "select handle, text, title from entry where alike and within = 'claims' and handle = ?", handle
        )
        return CheckedClaim(*found) if found else None

    def candidates(self, text: str, *, but: str, most: int = CANDIDATES) -> list[CheckedClaim]:
        """The claims that share the weightiest words with a text, best first; not the one called `but`."""
        wanted = question(text)
        if not wanted:
            return []
        found = self._file.rows(
            "select handle, entry.text, entry.title from"
            " (select rowid as number, rank as badness from term where term match ? order by rank limit ?)"
            " join entry using (number) where handle <> ? order by badness, number limit ?",
            wanted,
            most + 1,
            but,
            most,
        )
        return [CheckedClaim(*row) for row in found]

    def stock(self, *, but: str) -> OtherClaims:
        """The claims that are compared with others, as if one of them were not there."""
        return OtherClaims(self._file, self._state, self.claim(but))

    def allow(self, names: Iterable[Name]) -> None:
        """Let these be found as well where only listed ones are looked through."""
        self._file.run("create temp table if not exists allowed (within text, handle text)")
        self._file.run("create unique index if not exists temp.once on allowed (within, handle)")
        self._file.run_many("insert or ignore into allowed values (?, ?)", names)

    def ranked(self, parts: Sequence[Part], among: Among, *, most: int) -> list[tuple[Name, float]]:
        """What holds every part, each with how badly it fits, best first."""
        conditions, values = _conditions(among)
        found = self._file.rows(
            "select within, handle, rank from word cross join entry on number = word.rowid"
            f" where word match ?{conditions} order by rank limit ?",
            expression(parts),
            *values,
            most,
        )
        return [((SearchedIn(within), handle), badness) for within, handle, badness in found]

    def count(self, parts: Sequence[Part], among: Among) -> int:
        """How many hold every part."""
        conditions, values = _conditions(among)
        joined = " cross join entry on number = word.rowid" if conditions else ""
        found = self._file.row(
            f"select count(*) from word{joined} where word match ?{conditions}", expression(parts), *values
        )
        return int(found[0])

    def holding(self, parts: Sequence[Part], among: Among, handles: Sequence[str]) -> set[str]:
        """Those of some evidence whose quote holds every part."""
        if not handles:
            return set()
        conditions, values = _conditions(among)
        found = self._file.rows(
            "select handle from word cross join entry on number = word.rowid"
            f" where word match ?{conditions} and within = 'evidence'"
            " and handle in (select value from json_each(?))",
            expression(parts),
            *values,
            json.dumps(handles),
        )
        return {handle for (handle,) in found}

    def slugs(self, parts: Sequence[Part], among: Among) -> list[str]:
        """The documents in which a claim holds every part."""
        conditions, values = _conditions(among)
        found = self._file.rows(
            "select distinct slug from word cross join entry on number = word.rowid"
            f" where word match ?{conditions} order by slug",
            expression(parts),
            *values,
        )
        return [slug for (slug,) in found]

    def badness(self, parts: Sequence[Part], often: Sequence[int], words: int) -> float:
        """How badly a text of so many `words` fits that holds each part so `often`, as `ranked` has it.

        For text that is not in the index; it takes what is in it for the measure of what is rare.
        """
        state = self._state
        length = words / (state.words / state.entries) if state.words else 1.0
        dampening = _SATURATION * (1 - _LENGTH + _LENGTH * length)
        return -sum(
            self._rarity(part) * count * (_SATURATION + 1) / (count + dampening)
            for part, count in zip(parts, often, strict=True)
        )

    def _rarity(self, part: Part) -> float:
        """The inverse document frequency of the rarest word of a part."""
        words = set(chain.from_iterable(part.ways))
        holders = min(_number(self._file, "select doc from spoken where term = ?", word) for word in words)
        return log(1 + (self._state.entries - holders + 0.5) / (holders + 0.5))


class OtherClaims:
    """What ranking asks of the claims of a ledger when one of them is the question."""

    def __init__(self, file: IndexFile, state: State, but: CheckedClaim | None) -> None:
        self._file = file
        self._own: frozenset[str] = frozenset()
        self.size, self._terms = state.claims, state.terms
        if but is not None:
            inside, above, terms = indexed(but.text, but.title)
            self._own = frozenset(inside.split() + above.split())
            self.size -= 1
            self._terms -= terms

    @property
    def mean_length(self) -> float:
        """How many terms a claim and its title have between them, in the mean."""
        return self._terms / self.size if self.size else 0.0

    def holders(self, term: str) -> int:
        """How many of the other claims hold a term, in their text or their title."""
        return _number(self._file, HOLDERS, term) - (term in self._own)


def _number(file: IndexFile, statement: str, word: str) -> int:
    found = file.row(statement, word)
    return int(found[0]) if found else 0


def _conditions(among: Among) -> tuple[str, list[Any]]:
    """What is looked through, as conditions on entries; empty where it is everything."""
    conditions = ""
    values: list[Any] = []
    if set(among.within) != set(SearchedIn):
        conditions += f" and within in ({_marks(among.within)})"
        values += among.within
    if among.claims_of is not None:
        conditions += f" and (within <> 'claims' or slug in ({_marks(among.claims_of)}))"
        values += among.claims_of
    if among.since is not None:
        conditions += " and (within <> 'claims' or at >= ?)"
        values.append(among.since)
    if among.listed:
        allowed = "(within, handle) in (select within, handle from allowed)"
        conditions += f" and (within not in ({_marks(among.listed)}) or {allowed})"
        values += among.listed
    return conditions, values


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
