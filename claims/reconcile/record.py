"""What reconciling yields: groups of figures that say the same, how they relate, what they measure.

Values only. A thousand repetitions of one figure are one `Group`, so that relating figures
stays linear in what was written; `Reconciliation.pairs` spells every pair out for programs
that want them, and that listing is quadratic in the figures of one quantity.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, product
from typing import Any

from claims.kinds import Party, QuantityStatus, Relation, Sureness
from claims.reading.record import Figure, Reading, plain


@dataclass(frozen=True, slots=True)
class Item:
    """One text of a story: a document, or one statement that somebody sent."""

    id: str
    reading: Reading
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class RelatedFigure:
    """A figure as reconciling knows it: `id` is "ITEM.N", N counting the figures of the item from 0.

    `decision` is the number of the decision that put it into its quantity; `None` where the machine did.
    `speaker` is whom its own text credits with it, under the name that stands there.
    """

    id: str
    item: str
    statement: int
    figure: Figure
    group: str
    quantity: str
    origin: str
    decision: int | None = None
    speaker: str | None = None

    def as_record(self) -> dict[str, Any]:
        """The figure as plain JSON values, with its place among the others."""
        return {
            "id": self.id,
            "item": self.item,
            **self.figure.as_record(),
            "quantity": self.quantity,
            "origin": self.origin,
            "speaker": self.speaker,
        }


@dataclass(frozen=True, slots=True)
class Group:
    """Figures of one quantity that say the very same: value, interval, modifier, unit and time."""

    id: str
    quantity: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupRelation:
    """How every figure of group `a` stands to every figure of group `b`.

    `part_of` and `updated` run from `a` to `b`: a is part of b; b updates a. `residual` is
    what is left of the whole when the part is taken away. Groups without a relation are
    `different`.
    """

    a: str
    b: str
    relation: Relation
    reason: str
    residual: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """One pair of figures, related."""

    a: str
    b: str
    relation: Relation
    reason: str
    residual: Decimal | None = None

    def as_record(self) -> dict[str, Any]:
        """The pair as plain JSON values."""
        return {
            "a": self.a,
            "b": self.b,
            "relation": self.relation.value,
            "reason": self.reason,
            "residual": plain(self.residual),
        }


@dataclass(frozen=True, slots=True)
class Flips:
    """The fewest origins without which a quantity would come out otherwise, and how."""

    origins: tuple[str, ...]
    otherwise: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """What several figures measure, and what they say of it together. A finding, not a verdict.

    `flips` is `None` where nothing that was tried would change what they say.
    """

    id: str
    label: str
    figures: tuple[str, ...]
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    status: QuantityStatus
    origins: int
    why: str
    flips: Flips | None = None

    def as_record(self) -> dict[str, Any]:
        """The quantity as plain JSON values; numbers as decimal strings."""
        return {
            "id": self.id,
            "label": self.label,
            "figures": list(self.figures),
            "value": plain(self.value),
            "low": plain(self.low),
            "high": plain(self.high),
            "unit": self.unit,
            "status": self.status.value,
            "origins": self.origins,
            "why": self.why,
            "flips": None if self.flips is None else list(self.flips.origins),
            "otherwise": None if self.flips is None else self.flips.otherwise,
        }


@dataclass(frozen=True, slots=True)
class Origin:
    """Where figures come from in the end, and by which signs that was seen.

    `party` tells who says that it has a part in the event; `None` where nobody does. `sure` is
    how sure the weakest of the signs is, and `None` where none put anything together, or a
    person has decided. `credited` tells a source that the texts name from a text that speaks
    for itself.
    """

    id: str
    name: str
    items: tuple[str, ...]
    why: str
    party: Party | None = None
    sure: Sureness | None = None
    credited: bool = False

    def as_record(self) -> dict[str, Any]:
        """The origin as plain JSON values."""
        return {
            "id": self.id,
            "name": self.name,
            "items": list(self.items),
            "why": self.why,
            "party": None if self.party is None else self.party.value,
            "sure": None if self.sure is None else self.sure.value,
            "credited": self.credited,
        }


@dataclass(frozen=True, slots=True)
class OpenTask:
    """Something that a person has to find out: figures that differ, or a remainder not accounted for.

    `relation` is the relation that raised it; `figures` are the ids of one figure of each side.
    """

    relation: Relation
    figures: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """The figures of one story, related."""

    figures: tuple[RelatedFigure, ...]
    groups: tuple[Group, ...]
    relations: tuple[GroupRelation, ...]
    quantities: tuple[Quantity, ...]
    origins: tuple[Origin, ...]
    tasks: tuple[OpenTask, ...]

    def pairs(self) -> Iterator[Pair]:
        """Every related pair of figures once; a pair that does not come is `different`."""
        members = {group.id: group.figures for group in self.groups}
        for group in self.groups:
            for a, b in combinations(group.figures, 2):
                yield Pair(a, b, Relation.EQUAL, "Both say the same of the same thing.")
        for related in self.relations:
            for a, b in product(members[related.a], members[related.b]):
                yield Pair(a, b, related.relation, related.reason, related.residual)
