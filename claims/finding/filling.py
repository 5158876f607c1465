"""The tables of an index, and how entries get into them and out again.

What has to go in is decided elsewhere; transactions are the caller's.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields, replace
from itertools import islice
from typing import Any, TypeAlias

from claims.finding.entries import Entry, Name
from claims.finding.file import APPLICATION_ID, IndexFile
from claims.finding.terms import PUT_IN, TABLES, TAKE_OUT, indexed
from claims.finding.words import folded_words
from claims.kinds import SearchedIn

Row: TypeAlias = tuple[Any, ...]

_AT_ONCE = 500
_TABLES = (
    """create table entry (
        number integer primary key, handle text not null, within text not null, text text not null,
        title text, about text, slug text, at text, cut integer, alike integer not null,
        unique (handle, within)
    )""",
    """create virtual table word using fts5(
        text, title, about, content='', tokenize="unicode61 remove_diacritics 0 tokenchars '.'"
    )""",
    "create virtual table spoken using fts5vocab(word, row)",
    *TABLES,
)
_NAMES = ("entry", "spoken", "word", "held", "term", "state")
_COLUMNS = ("number", *(field.name for field in fields(Entry)))
_FIND = f"select {', '.join(_COLUMNS)} from entry where handle in (select value from json_each(?))"
_ENTRY_IN = f"insert into entry ({', '.join(_COLUMNS)}) values ({', '.join('?' for _ in _COLUMNS)})"
_WORDS_IN = "insert into word (rowid, text, title, about) values (?, ?, ?, ?)"
_WORDS_OUT = "insert into word (word, rowid, text, title, about) values ('delete', ?, ?, ?, ?)"
_CHANGING = frozenset({SearchedIn.CLAIMS, SearchedIn.SOURCES})
"""What may read otherwise later. Of the rest the words are not kept, since they never have to go."""


@dataclass(frozen=True, slots=True)
class State:
    """How far an index has got and how much is in it.

    `seq` is the last event, `leaf` its leaf; `claims` are those compared with others, `terms` the stems in
    them; `entries` and `words` are of everything; the rest are the last numbers of each kind.
    """

    version: int = 0
    seq: int = 0
    leaf: bytes | None = None
    claims: int = 0
    terms: int = 0
    entries: int = 0
    words: int = 0
    evidence: int = 0
    captures: int = 0
    factchecks: int = 0


def state_of(file: IndexFile) -> State | None:
    """The state of an index; `None` where the file is new."""
    if not file.rows("select 1 from sqlite_master where name = 'state'"):
        return None
    found = file.row(f"select {', '.join(field.name for field in fields(State))} from state")
    return State(*found)


def make_anew(file: IndexFile) -> None:
    """Empty an index, or make its tables."""
    for name in _NAMES:
        file.run(f"drop table if exists {name}")
    for statement in _TABLES:
        file.run(statement)
    file.run(f"create table state ({', '.join(field.name for field in fields(State))})")
    file.run(f"pragma application_id = {APPLICATION_ID}")


class Filling:
    """Entries on their way into an index; `state` counts what is in, and `end` writes it down."""

    def __init__(self, file: IndexFile, state: State) -> None:
        self.state = state
        self._file = file
        self._number: int = file.row("select coalesce(max(number), 0) from entry")[0]

    def put(self, entries: Iterator[Entry], count: Callable[[], None], *, at_once: int = _AT_ONCE) -> None:
        """Put entries in, so many at a time; one that is in gives way where it reads otherwise by now."""
        while some := list(islice(entries, at_once)):
            known = self._known([entry.handle for entry in some])
            new = [entry for entry in some if entry.name not in known]
            changed = [
                entry
                for entry in some
                if entry.within in _CHANGING and known.get(entry.name, (0, entry))[1] != entry
            ]
            self._take_out([known[entry.name] for entry in changed])
            self._put_in([*new, *changed])
            for _ in some:
                count()

    def put_all(self, within: SearchedIn, entries: Sequence[Entry], count: Callable[[], None]) -> None:
        """Put in all entries of a kind that there are, and take out those that are there no more."""
        self.put(iter(entries), count)
        there = {entry.handle for entry in entries}
        handles = (
            handle for (handle,) in self._file.rows("select handle from entry where within = ?", within)
        )
        gone = self._known([handle for handle in handles if handle not in there])
        self._take_out([one for name, one in gone.items() if name[0] is within])

    def end(self, state: State) -> None:
        """Write down how far the index has got."""
        self._file.run("delete from state")
        self._file.run(f"insert into state values ({', '.join('?' for _ in fields(State))})", *astuple(state))

    def _known(self, handles: Sequence[str]) -> dict[Name, tuple[int, Entry]]:
        """What is in under some handles, each with its number and what is kept of it."""
        found = self._file.rows(_FIND, json.dumps(handles))
        return {entry.name: (number, entry) for number, *columns in found for entry in [_entry(*columns)]}

    def _put_in(self, entries: Sequence[Entry]) -> None:
        first = self._number + 1
        self._number += len(entries)
        numbered = list(enumerate(entries, first))
        self._file.run_many(_ENTRY_IN, ((number, *_kept(entry)) for number, entry in numbered))
        words = [(number, *_words(entry)) for number, entry in numbered]
        terms = [(number, *indexed(entry.text, entry.title)) for number, entry in numbered if entry.alike]
        self._file.run_many(_WORDS_IN, words)
        self._file.run_many(PUT_IN, (row[:3] for row in terms))
        self._count(words, terms, 1)

    def _take_out(self, known: Sequence[tuple[int, Entry]]) -> None:
        words = [(number, *_words(entry)) for number, entry in known]
        terms = [(number, *indexed(entry.text, entry.title)) for number, entry in known if entry.alike]
        self._file.run_many(_WORDS_OUT, words)
        self._file.run_many(TAKE_OUT, (row[:3] for row in terms))
        self._file.run_many("delete from entry where number = ?", ((number,) for number, _ in known))
        self._count(words, terms, -1)

    def _count(self, words: Sequence[Row], terms: Sequence[Row], sign: int) -> None:
        state = self.state
        self.state = replace(
            state,
            entries=state.entries + sign * len(words),
            words=state.words + sign * sum(len(text.split()) for _, *texts in words for text in texts),
            claims=state.claims + sign * len(terms),
            terms=state.terms + sign * sum(count for *_, count in terms),
        )


def _words(entry: Entry) -> tuple[str, str, str]:
    return folded_words(entry.text), folded_words(entry.title), folded_words(entry.about)


def _entry(handle: str, within: str, *rest: Any) -> Entry:
    return Entry(handle, SearchedIn(within), *rest)


def _kept(entry: Entry) -> Row:
    """What is kept of an entry: its text only where that is needed again."""
    kept = entry if entry.alike or entry.within in _CHANGING else replace(entry, text="")
    return tuple(getattr(kept, name) for name in _COLUMNS[1:])
