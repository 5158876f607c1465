"""Which figures of a story measure the same, how they relate, and what that leaves open.

`reconcile` takes what was read in each text and gives findings with reasons; it reads no file
and no clock, and nothing that it finds changes the status of a claim.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from claims.reconcile.decisions import Decisions, Ruling
from claims.reconcile.gathered import Related
from claims.reconcile.origins import origins_of
from claims.reconcile.placing import placed
from claims.reconcile.quantities import clusters, quantities_of
from claims.reconcile.record import Group, GroupRelation, Item, Reconciliation, RelatedFigure
from claims.reconcile.relating import contrasts_of, gather, places_in_order, relations_of
from claims.reconcile.rivals import with_doubts
from claims.reconcile.sides import sides_of
from claims.reconcile.story import Story
from claims.reconcile.tasks import tasks_of

__all__ = ["reconcile"]


def reconcile(items: Sequence[Item], decisions: Decisions = ()) -> Reconciliation:
    """Relates the figures of the items of one story two by two, each relation with its reason.

    What people decided about these figures stands before what is found; every figure that a
    decision names must be among them.
    """
    found = [figure for item in items for figure in sides_of(item)]
    groups = gather(found)
    contrasts = contrasts_of(groups)
    relations = relations_of(groups, contrasts)
    order = places_in_order([group.side for group in groups])
    origins = origins_of(items, found, decisions)
    story = Story(found, groups, relations, order, contrasts, origins.of_figure, origins.first_hand)
    after = placed(story, clusters(story), decisions)
    story = replace(after.story, relations=with_doubts(after.story.groups, after.story.relations))
    cluster_of = {group: index for index, cluster in enumerate(after.clusters) for group in cluster}
    quantity = [cluster_of[group] for group in range(len(story.groups))]
    tasks = tasks_of(story, quantity, after.labels)
    return Reconciliation(
        figures=_figures(story, quantity, after.rulings),
        groups=_groups(story, quantity),
        relations=tuple(_relation(relation) for relation in story.related),
        quantities=tuple(quantities_of(story, after.clusters, tasks, after.labels)),
        origins=origins.all,
        tasks=tuple(tasks),
    )


def _figures(
    story: Story, quantity: Sequence[int], rulings: Mapping[int, Ruling]
) -> tuple[RelatedFigure, ...]:
    group_of = {number: index for index, group in enumerate(story.groups) for number in group.members}
    return tuple(
        RelatedFigure(
            id=figure.id,
            item=figure.item,
            statement=figure.statement,
            figure=figure.figure,
            group=f"g{group_of[number] + 1}",
            quantity=f"q{quantity[group_of[number]] + 1}",
            origin=story.origin_of[number],
            decision=ruling.number if (ruling := rulings.get(group_of[number])) else None,
            speaker=figure.voice.name if figure.voice else None,
        )
        for number, figure in enumerate(story.found)
    )


def _groups(story: Story, quantity: Sequence[int]) -> tuple[Group, ...]:
    return tuple(
        Group(
            f"g{index + 1}",
            f"q{quantity[index] + 1}",
            tuple(story.found[number].id for number in group.members),
        )
        for index, group in enumerate(story.groups)
    )


def _relation(related: Related) -> GroupRelation:
    finding = related.finding
    return GroupRelation(
        f"g{related.a + 1}", f"g{related.b + 1}", finding.relation, finding.reason, finding.residual
    )
