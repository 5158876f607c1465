"""Keeping the index of a ledger up to date: from the log, in one transaction of the index's own.

Whoever writes to the ledger knows nothing of the index. It can be deleted at any time: it is made anew, as it
is where the file is another version's, or the ledger is not the one that it was made of.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from claims.evidence.models import EvidenceRow
from claims.factchecks.models import FactCheckRow
from claims.finding.entries import (
    captures_in,
    claims_in,
    evidence_in,
    factchecks_in,
    sources_in,
    touched,
)
from claims.finding.file import IndexFile, opened
from claims.finding.filling import Filling, State, make_anew, state_of
from claims.finding.index import Index
from claims.kinds import SearchedIn
from claims.models import CaptureRow, ClaimRow
from ledger.engine import Ledger
from ledger.events import EVENTS

VERSION = 1
"""Of the tables, and of how words are folded and stemmed: with another the index is made anew."""

_CAPTURES_AT_ONCE = 10
_WORTH_COUNTING = 2_000
"""From so many entries on it is shown how far it has got."""

Counting: TypeAlias = Callable[[int], AbstractContextManager[Callable[[], None]]]
"""Shows how much of so many is done; what it gives is called once for each."""


@contextmanager
def index_of(ledger: Ledger, *, counting: Counting | None = None) -> Iterator[Index]:
    """The index of a ledger as the ledger stands now; a session on the ledger is to be opened after it.

    `counting` is asked to show how far it has got where that takes long. Raises `UnusableIndex`.
    """
    with opened(ledger.path) as file:
        file.run("begin")
        if not _is_current(file, ledger):
            file.run("commit")
            file.run("begin immediate")
            with ledger.reading() as session:
                _bring_up_to_date(file, session, counting)
            file.run("commit")
            file.run("begin")
        yield Index(file)


def _is_current(file: IndexFile, ledger: Ledger) -> bool:
    state = state_of(file)
    with ledger.reading() as session:
        return state is not None and _fits(session, state) and _last(session) == state.seq


def _bring_up_to_date(file: IndexFile, session: Session, counting: Counting | None) -> None:
    """Put in what the ledger has had since; everything, where the index is none of this ledger's."""
    state = state_of(file)
    documents: tuple[UUID, ...] | None = None
    sources = True
    if state is None or not _fits(session, state):
        make_anew(file)
        state = State()
    else:
        written = touched(session, after=state.seq)
        documents, sources = written.documents, written.sources
    expected = _expected(session, state, documents)
    shown = counting(expected) if counting and expected >= _WORTH_COUNTING else nullcontext(_nobody)
    filling = Filling(file, state)
    with shown as count:
        filling.put(claims_in(session, documents), count)
        filling.put(evidence_in(session, after=state.evidence), count)
        filling.put(captures_in(session, after=state.captures), count, at_once=_CAPTURES_AT_ONCE)
        filling.put(factchecks_in(session, after=state.factchecks), count)
        if sources:
            filling.put_all(SearchedIn.SOURCES, list(sources_in(session)), count)
    filling.end(_position(session, filling.state))


def _fits(session: Session, state: State) -> bool:
    """Whether the ledger has the event up to which the index was made."""
    leaf = session.scalar(select(EVENTS.c.leaf).where(EVENTS.c.seq == state.seq))
    return state.version == VERSION and leaf == state.leaf


def _last(session: Session) -> int:
    return session.scalar(select(func.max(EVENTS.c.seq))) or 0


def _position(session: Session, state: State) -> State:
    """How far the index has got when everything is in that the session sees."""
    seq = _last(session)
    return replace(
        state,
        version=VERSION,
        seq=seq,
        leaf=session.scalar(select(EVENTS.c.leaf).where(EVENTS.c.seq == seq)),
        evidence=session.scalar(select(func.max(EvidenceRow.number))) or 0,
        captures=session.scalar(select(func.max(CaptureRow.number))) or 0,
        factchecks=session.scalar(select(func.max(FactCheckRow.number))) or 0,
    )


def _expected(session: Session, state: State, documents: Collection[UUID] | None) -> int:
    """How many entries are to be looked at."""
    claims = select(func.count()).select_from(ClaimRow)
    if documents is not None:
        claims = claims.where(ClaimRow.document_id.in_(documents))
    evidence = select(func.count()).where(EvidenceRow.number > state.evidence, EvidenceRow.quote.is_not(None))
    captures = select(func.count()).where(CaptureRow.number > state.captures)
    factchecks = select(func.count()).where(FactCheckRow.number > state.factchecks)
    return sum(session.scalar(query) or 0 for query in (claims, evidence, captures, factchecks))


def _nobody() -> None:
    """Nobody counts."""
