"""Outcomes as they are shown: what was asked of a claim, how far it has come, and all that waits.

Frozen pages, made by queries and by the rules beside them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from claims.judging.people import is_same_person
from claims.kinds import Duty, OutcomeEnd, OutcomeKind, OutcomeState, TaskKind


@dataclass(frozen=True, slots=True)
class EndPage:
    """That a person said an outcome was done, or is no longer asked for."""

    end: OutcomeEnd
    because: str | None
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an outcome has come; `why` says it where the state alone doesn't.

    `revision` is the one that shows it first, `None` where none does.
    """

    state: OutcomeState
    revision: int | None = None
    why: str | None = None

    @property
    def is_owed(self) -> bool:
        """Whether anything is left to do, or to say."""
        return self.state in (OutcomeState.OPEN, OutcomeState.UNCLEAR)


@dataclass(frozen=True, slots=True)
class OutcomePage:
    """What somebody asked to become of a claim; `words` are those it had in `revision`, when that was said.

    `owed_by` is `None` where nobody was named, `due` where no time was set.
    """

    claim: str
    kind: OutcomeKind
    words: str
    wording: str | None
    because: str | None
    owed_by: str | None
    due: datetime | None
    revision: int
    by: str
    known: str
    at: datetime
    progress: Progress
    end: EndPage | None = None

    @property
    def is_owed(self) -> bool:
        """Whether something of it is left to do or to say."""
        return self.progress.is_owed


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that waits: whose work it is, at which handle, why, and what to do about it.

    `owed_by` and `due` are `None` where nobody was named, and where no time was set; `wording` is what was
    proposed to the writer.
    """

    duty: Duty
    kind: TaskKind
    handle: str
    says: str
    next_step: str
    owed_by: str | None = None
    wording: str | None = None
    due: datetime | None = None
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class TodoPage:
    """Everything that waits in a story or a document: by whose work it is, and the most urgent first.

    `slugs` are its documents.
    """

    name: str
    slugs: tuple[str, ...]
    tasks: tuple[Task, ...]

    def of(self, duty: Duty | None) -> TodoPage:
        """What is the work of one alone; of all where none is given."""
        return self._only(task for task in self.tasks if duty in (None, task.duty))

    def owed_by(self, name: str) -> TodoPage:
        """What one person owes."""
        return self._only(task for task in self.tasks if task.owed_by and is_same_person(task.owed_by, name))

    def _only(self, tasks: Iterable[Task]) -> TodoPage:
        return replace(self, tasks=tuple(tasks))
