"""What the figures of one quantity say together: its status, its value, and how many stand behind it.

Looks only at the groups it is given, so that the same can be asked of some of them (see
`stability.py`). A finding of the machine, never a verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from claims.kinds import QuantityStatus, Relation
from claims.reconcile.amounts import in_unit
from claims.reconcile.gathered import Related
from claims.reconcile.lexicon import measures_marked
from claims.reconcile.precision import stands_beside
from claims.reconcile.story import Story

_STILL_OPEN = frozenset({"missing", "unidentified"})
"""The measures whose very meaning is that something is not accounted for."""

_AGREEING = frozenset({Relation.EQUAL, Relation.ROUNDED, Relation.BOUNDED})


@dataclass(frozen=True, slots=True)
class Resolution:
    """What some figures say together; `value` is `None` for a range and where no value is chosen."""

    status: QuantityStatus
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    origins: int
    why: str

    @property
    def result(self) -> tuple[object, ...]:
        """What a reader would take away: the status, and the value where one stands."""
        if self.status is QuantityStatus.DISPUTED:
            return (self.status,)
        return self.status, self.value, self.low, self.high


def resolve(
    members: Sequence[int], inside: Sequence[Related], story: Story, *, open_part: bool
) -> Resolution:
    """What some groups of one quantity say together; `inside` are the relations among them."""
    standing = _standing(members, inside)
    rivals = _rivals(standing, inside)
    best = _best(standing, story)
    backing = rivals or _agreeing(best, inside, story)
    status, why = _status(members, standing, rivals, best, story, open_part=open_part)
    unit = story.found[story.groups[best].members[0]].figure.unit
    value, low, high = _spread(rivals, unit, story) if rivals else _value(best, story)
    return Resolution(status, value, low, high, unit, _origins(backing, story), why)


def _standing(members: Sequence[int], inside: Sequence[Related]) -> list[int]:
    """The groups that no later count replaces; all of them, should each replace another in a ring."""
    replaced = {relation.a for relation in inside if relation.finding.relation is Relation.UPDATED}
    return [member for member in members if member not in replaced] or list(members)


def _rivals(standing: Sequence[int], inside: Sequence[Related]) -> list[int]:
    """The standing groups that can't hold together with another standing group."""
    own = set(standing)
    found = {
        number
        for relation in inside
        if relation.finding.relation is Relation.CONFLICT and {relation.a, relation.b} <= own
        for number in (relation.a, relation.b)
    }
    return sorted(found)


def _agreeing(best: int, inside: Sequence[Related], story: Story) -> list[int]:
    """The groups that give the same number, exact or rounded; a bound stands behind none far from it."""
    near = {best}
    for relation in inside:
        if relation.finding.relation in _AGREEING and best in (relation.a, relation.b):
            near |= {relation.a, relation.b}
    best_amount = story.groups[best].side.amount
    return sorted(group for group in near if stands_beside(story.groups[group].side.amount, best_amount))


def _best(standing: Sequence[int], story: Story) -> int:
    """The group that says most: exact before loose, then the latest count, most digits, most texts."""

    def worth(member: int) -> tuple[object, ...]:
        side = story.groups[member].side
        exact = side.amount.value is not None and not side.amount.is_bound and not side.amount.is_loose
        digits = len(side.amount.value.normalize().as_tuple().digits) if side.amount.value is not None else 0
        texts = len({story.found[number].item for number in story.groups[member].members})
        latest = (side.as_of or "") if side.meaning.measure in measures_marked("*") else ""
        return (exact, not side.amount.is_bound, latest, digits, texts, -story.order[member])

    return max(standing, key=worth)


def _status(
    members: Sequence[int],
    standing: Sequence[int],
    rivals: Sequence[int],
    best: int,
    story: Story,
    *,
    open_part: bool,
) -> tuple[QuantityStatus, str]:
    quote = story.groups[best].side.quote
    if rivals:
        in_order = sorted(rivals, key=lambda rival: story.order[rival])
        quotes = list(dict.fromkeys(story.groups[rival].side.quote for rival in in_order))
        return QuantityStatus.DISPUTED, f"{_listed(quotes)} are given for it, and they can't all hold."
    if all(story.groups[member].side.state == "earlier" for member in standing):
        return QuantityStatus.SUPERSEDED, f"The text gives {quote} as an earlier count and no later one."
    if story.groups[best].side.meaning.measure in _STILL_OPEN and story.groups[best].side.amount.value:
        return QuantityStatus.INCOMPLETE, f"The figures agree on {quote}, of whom nothing more is known."
    if open_part:
        return QuantityStatus.INCOMPLETE, f"The figures agree on {quote}, but not all of it is accounted for."
    if len(standing) < len(members):
        return QuantityStatus.SETTLED, f"{quote} is the latest count; earlier ones are replaced."
    if len(members) == 1 and len(story.groups[members[0]].members) == 1:
        return QuantityStatus.SETTLED, f"{quote} is the only figure given for it."
    return QuantityStatus.SETTLED, f"All figures agree on {quote}."


def _value(best: int, story: Story) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    figure = story.found[story.groups[best].members[0]].figure
    return figure.value, figure.low, figure.high


def _spread(
    rivals: Iterable[int], unit: str | None, story: Story
) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """From the lowest to the highest of the rival figures, in one unit; no value among them is chosen."""
    amounts = [story.groups[rival].side.amount for rival in rivals]
    lows = [amount.value if amount.value is not None else amount.low for amount in amounts]
    highs = [amount.value if amount.value is not None else amount.high for amount in amounts]
    low = min((end for end in lows if end is not None), default=None)
    high = max((end for end in highs if end is not None), default=None)
    return None, in_unit(low, unit), in_unit(high, unit)


def _origins(backing: Sequence[int], story: Story) -> int:
    """How many origins stand behind some groups, for certain.

    Two speakers are two origins, unless a sign has joined them. A text that credits nobody, and
    a paper that another paper quotes, may have their figure from one of the speakers, so they
    add none; where nobody speaks there is one.
    """
    origins = {story.origin_of[number] for member in backing for number in story.groups[member].members}
    return max(1, len(origins & story.first_hand))


def _listed(quotes: Sequence[str]) -> str:
    return " and ".join((", ".join(quotes[:-1]), quotes[-1])) if len(quotes) > 1 else quotes[0]
