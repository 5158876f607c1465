"""What the page of a revision shows: the claims by what became of them, with the words that differ."""

from __future__ import annotations

from dataclasses import dataclass

from reports.views.basic import Fact


@dataclass(frozen=True, slots=True)
class RunView:
    """Words that stayed (`kept`), or were `cut` and `added` in one place, with the blanks around them."""

    kept: str = ""
    before: str = ""
    cut: str = ""
    between: str = ""
    added: str = ""
    behind: str = ""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One claim: its words, or the runs of them; `beside` are those of the neighbour that `why` speaks of.

    `asked` is what was asked to become of it, and how far that has come.
    """

    handle: str
    why: str | None
    text: str
    runs: tuple[RunView, ...]
    beside: tuple[RunView, ...]
    asked: str | None


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The claims of which a revision made the same; those that nobody has to look at are `folded`."""

    id: str
    title: str
    lead: str
    folded: bool
    claims: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True)
class RevisionView:
    """Everything that the page of a revision shows."""

    title: str
    over: str
    facts: tuple[Fact, ...]
    result: str
    groups: tuple[ChangesView, ...]
