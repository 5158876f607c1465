"""What a person has to find out: figures that can't both hold, and parts of a whole not accounted for.

Messages name the numbers and what they measure, never ids; the pages add where they stand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from claims.kinds import Relation
from claims.reconcile.gathered import Related
from claims.reconcile.lexicon import accounting_steps, closing_steps, outer_measures
from claims.reconcile.likeness import likeness
from claims.reconcile.record import OpenTask
from claims.reconcile.side import Side
from claims.reconcile.story import Story


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
    """Of each whole, what is left when everyone who turns up in its parts is taken away.

    The question is open only where the story sets out to say what became of all: where more of
    them turn up than are left.
    """
    parts: dict[int, dict[int, int]] = defaultdict(dict)
    expected: set[int] = set()
    for relation in story.related:
        if relation.finding.residual is not None and (step := _step_of(relation, story)):
            known = parts[relation.b].get(quantity[relation.a], relation.a)
            parts[relation.b][quantity[relation.a]] = max(
                known, relation.a, key=lambda part: _worth(part, story)
            )
            expected |= {relation.b} if step in accounting_steps() else set()
    tasks: dict[tuple[int, Decimal], OpenTask] = {}
    for whole, by_quantity in parts.items():
        side, members = story.groups[whole].side, list(by_quantity.values())
        left = _left(side, [story.groups[part].side for part in members])
        if whole not in expected or left is None or left <= 0 or left * 2 > (side.amount.value or 0):
            continue
        if (quantity[whole], left) in tasks or _turns_up(left, side, story):
            continue
        found = " and ".join(f"{story.groups[part].side.quote} {labels[quantity[part]]}" for part in members)
        message = (
            f"{left.normalize():,f} of {side.quote} are not accounted for: "
            f"{side.quote} is given for {labels[quantity[whole]]}, against {found}."
        )
        figures = (_first(members[0], story), _first(whole, story))
        tasks[quantity[whole], left] = OpenTask(Relation.PART_OF, figures, message)
    return list(tasks.values())


def _worth(part: int, story: Story) -> tuple[Decimal, int]:
    """Of several figures of one part the largest counts, whatever the order of the texts."""
    return story.groups[part].side.amount.value or Decimal(0), story.order[part]


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


def _step_of(relation: Related, story: Story) -> tuple[str, str] | None:
    """The step of a part within its whole, where those of the part are told to be some of the whole.

    As those received among those released; not where only some people, or some places, are meant.
    """
    part, whole = story.groups[relation.a].side, story.groups[relation.b].side
    step = (part.meaning.measure or "", whole.meaning.measure or "")
    if relation.finding.relation is not Relation.PART_OF or step not in accounting_steps() | closing_steps():
        return None
    if part.meaning.people or part.besides or any(_is_loose(side) for side in (part, whole)):
        return None
    alike = likeness(part.meaning, whole.meaning, story.contrasts)
    return step if alike.narrower == {"measure"} else None


def _is_loose(side: Side) -> bool:
    return side.amount.is_bound or side.amount.is_loose or side.amount.value is None


def _times(group: int, story: Story) -> str:
    count = len(story.groups[group].members)
    return "once" if count == 1 else "twice" if count == 2 else f"{count} times"


def _first(group: int, story: Story) -> str:
    return story.found[story.groups[group].members[0]].id
