"""What a person has to find out: figures that can't both hold, and parts of a whole not accounted for.

Messages name the numbers and what they measure, never ids; the pages add where they stand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from claims.kinds import Relation
from claims.reading.record import plain
from claims.reconcile.lexicon import accounting_steps, outer_measures
from claims.reconcile.likeness import likeness
from claims.reconcile.quantities import Story
from claims.reconcile.record import OpenTask
from claims.reconcile.relating import Related
from claims.reconcile.side import Side


def tasks_of(story: Story, quantity: Sequence[int], labels: Sequence[str]) -> list[OpenTask]:
    """Every conflict, and every whole of which something is left that no figure accounts for.

    `quantity` gives the quantity of each group, `labels` the name of each quantity.
    """
    return [*_conflicts(story, quantity, labels), *_remainders(story, quantity, labels)]


def _conflicts(story: Story, quantity: Sequence[int], labels: Sequence[str]) -> list[OpenTask]:
    tasks: dict[tuple[object, ...], OpenTask] = {}
    for relation in story.related:
        if relation.finding.relation is not Relation.CONFLICT:
            continue
        one, other = sorted((relation.a, relation.b), key=lambda group: -len(story.groups[group].members))
        amounts = frozenset((story.groups[one].side.amount, story.groups[other].side.amount))
        message = (
            f"{story.groups[one].side.quote} ({_times(one, story)}) or "
            f"{story.groups[other].side.quote} ({_times(other, story)})? "
            f"Both are given for {labels[quantity[one]]}, and they can't both hold."
        )
        task = OpenTask(Relation.CONFLICT, (_first(one, story), _first(other, story)), message)
        tasks.setdefault((amounts, quantity[one]), task)
    return list(tasks.values())


def _remainders(story: Story, quantity: Sequence[int], labels: Sequence[str]) -> list[OpenTask]:
    """Of each whole, what is left when everyone who turns up in its parts is taken away."""
    parts: dict[int, dict[int, int]] = defaultdict(dict)
    for relation in story.related:
        if relation.finding.residual is not None and _accounts(relation, story):
            parts[relation.b].setdefault(quantity[relation.a], relation.a)
    tasks: dict[tuple[int, Decimal], OpenTask] = {}
    for whole, by_quantity in parts.items():
        side, members = story.groups[whole].side, list(by_quantity.values())
        left = _left(side, [story.groups[part].side for part in members])
        if left is None or left <= 0 or (quantity[whole], left) in tasks or _turns_up(left, side, story):
            continue
        found = " and ".join(f"{story.groups[part].side.quote} {labels[quantity[part]]}" for part in members)
        message = (
            f"{plain(left)} of {side.quote} are not accounted for: "
            f"{side.quote} is given for {labels[quantity[whole]]}, against {found}."
        )
        figures = (_first(members[0], story), _first(whole, story))
        tasks[quantity[whole], left] = OpenTask(Relation.PART_OF, figures, message)
    return list(tasks.values())


def _left(whole: Side, parts: Sequence[Side]) -> Decimal | None:
    """What the parts leave of the whole: all of them together, or the largest where they overlap."""
    total = whole.amount.value
    values = [part.amount.value for part in parts if part.amount.value]  # nobody accounts for nobody
    if total is None or not values:
        return None
    together = sum(values, Decimal(0))
    if together <= total:
        return total - together
    rest = total - max(values)
    return Decimal(0) if rest in values else rest


def _turns_up(left: Decimal, whole: Side, story: Story) -> bool:
    """Whether a figure of the story gives just what is left, for something that the whole takes in."""
    return any(
        group.side.amount.value == left
        and group.side.amount.kind == whole.amount.kind
        and whole.meaning.measure in outer_measures().get(group.side.meaning.measure or "", ())
        for group in story.groups
    )


def _accounts(relation: Related, story: Story) -> bool:
    """Whether everyone of the whole is expected among such parts, as those released among those received."""
    if relation.finding.relation is not Relation.PART_OF:
        return False
    part, whole = story.groups[relation.a].side, story.groups[relation.b].side
    if (part.meaning.measure, whole.meaning.measure) not in accounting_steps():
        return False
    if part.meaning.people or part.besides or any(_is_loose(side) for side in (part, whole)):
        return False
    return likeness(part.meaning, whole.meaning, story.contrasts).narrower == {"measure"}


def _is_loose(side: Side) -> bool:
    return side.amount.is_bound or side.amount.is_loose or side.amount.value is None


def _times(group: int, story: Story) -> str:
    count = len(story.groups[group].members)
    return "once" if count == 1 else "twice" if count == 2 else f"{count} times"


def _first(group: int, story: Story) -> str:
    return story.found[story.groups[group].members[0]].id
