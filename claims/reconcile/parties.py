"""Who has a part in the event that the figures are about, and so speaks for a side when giving one.

Suggested where a source did what is counted, or received it; settled where a person says so.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from claims.kinds import Party
from claims.reconcile.decisions import Decisions, PartyNamed
from claims.reconcile.side import Found
from claims.reconcile.speakers import keys_of


class Parties:
    """The parties to a story's event."""

    def __init__(self, found: Sequence[Found], decisions: Decisions) -> None:
        names = {figure.doer for figure in found if figure.doer}
        names |= {name for figure in found for name in figure.side.meaning.receivers}
        self._suggested = frozenset(key for name in names for key in keys_of(name))
        self._named = [
            (keys_of(decision.name), decision.is_party)
            for decision in decisions
            if isinstance(decision, PartyNamed) and keys_of(decision.name)
        ]

    def standing_of(self, name: str, speakers: Collection[frozenset[str]]) -> Party | None:
        """Whether an origin of that name and those speakers is a party; the last word of a person counts."""
        known_as = [keys for keys in (keys_of(name), *speakers) if keys]
        for keys, is_party in reversed(self._named):
            if any(keys <= known or known <= keys for known in known_as):
                return Party.NAMED if is_party else None
        if any(not self._suggested.isdisjoint(keys) for keys in speakers):
            return Party.SUGGESTED
        return None
