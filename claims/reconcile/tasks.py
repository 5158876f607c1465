"""What a person has to find out: figures that can't both hold, and parts of a whole not accounted for.

Messages name the numbers and what they measure, never ids; the pages add where they stand.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.kinds import Relation
from claims.reading.record import plain
from claims.reconcile.lexicon import accounting_steps
from claims.reconcile.likeness import likeness
from claims.reconcile.quantities import Story
from claims.reconcile.record import OpenTask
from claims.reconcile.relating import Related


def tasks_of(story: Story, labels: Sequence[str]) -> list[OpenTask]:
    """Every conflict and every remainder that no figure closes; `labels` names the quantity of each group."""
    return [*_conflicts(story, labels), *_remainders(story, labels)]


def _conflicts(story: Story, labels: Sequence[str]) -> list[OpenTask]:
    tasks: dict[tuple[str, ...], OpenTask] = {}
    for relation in story.related:
        if relation.finding.relation is not Relation.CONFLICT:
            continue
        one, other = sorted((relation.a, relation.b), key=lambda number: -len(story.groups[number].members))
        quotes = story.groups[one].side.quote, story.groups[other].side.quote
        message = (
            f"{quotes[0]} ({_times(one, story)}) or {quotes[1]} ({_times(other, story)})? "
            f"Both are given for {labels[one]}, and they can't both hold."
        )
        task = OpenTask(Relation.CONFLICT, (_first(one, story), _first(other, story)), message)
        tasks.setdefault((*sorted(quotes), labels[one]), task)
    return list(tasks.values())


def _remainders(story: Story, labels: Sequence[str]) -> list[OpenTask]:
    closing = _parts_of_wholes(story)
    tasks: dict[tuple[str, ...], OpenTask] = {}
    for relation in story.related:
        residual = relation.finding.residual
        if residual is None or residual <= 0 or not _accounts(relation, story):
            continue
        if any(story.groups[part].side.amount.value == residual for part in closing.get(relation.b, ())):
            continue
        part, whole = story.groups[relation.a].side.quote, story.groups[relation.b].side.quote
        message = (
            f"{plain(residual)} of {whole} are not accounted for: "
            f"{whole} is given for {labels[relation.b]}, {part} for {labels[relation.a]}."
        )
        task = OpenTask(Relation.PART_OF, (_first(relation.a, story), _first(relation.b, story)), message)
        tasks.setdefault((part, whole), task)
    return list(tasks.values())


def _accounts(relation: Related, story: Story) -> bool:
    """Whether every one of the whole is expected among the parts, as those released among those received."""
    if relation.finding.relation is not Relation.PART_OF:
        return False
    part, whole = story.groups[relation.a].side, story.groups[relation.b].side
    if not likeness(part.meaning, whole.meaning, story.contrasts).is_narrower_only_in_measure:
        return False
    if (
        part.besides
        or part.amount.is_bound
        or part.amount.is_loose
        or whole.amount.is_bound
        or whole.amount.is_loose
    ):
        return False
    return (part.meaning.measure, whole.meaning.measure) in accounting_steps() and not part.meaning.people


def _parts_of_wholes(story: Story) -> dict[int, list[int]]:
    parts: dict[int, list[int]] = {}
    for relation in story.related:
        if relation.finding.relation is Relation.PART_OF:
            parts.setdefault(relation.b, []).append(relation.a)
    return parts


def _times(group: int, story: Story) -> str:
    count = len(story.groups[group].members)
    return "once" if count == 1 else "twice" if count == 2 else f"{count} times"


def _first(group: int, story: Story) -> str:
    return story.found[story.groups[group].members[0]].id
