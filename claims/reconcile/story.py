"""A story once its figures are related: what quantities, tasks and labels are read off. Values only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.reconcile.gathered import Gathered, Related, Relations
from claims.reconcile.likeness import Contrasts
from claims.reconcile.side import Found


@dataclass(frozen=True, slots=True)
class Story:
    """Everything that is known of a story's figures once they are related.

    `order` gives each group a place that doesn't depend on the order of the items.
    """

    found: Sequence[Found]
    groups: Sequence[Gathered]
    relations: Relations
    order: Sequence[int]
    contrasts: Contrasts
    origin_of: Sequence[str]
    first_hand: frozenset[str]

    @property
    def related(self) -> Sequence[Related]:
        """The relations of the groups."""
        return self.relations.related
