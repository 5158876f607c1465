"""Which figures of a story measure the same, how they relate, and what that leaves open.

`reconcile` takes what was read in each text and gives findings with reasons; it reads no file
and no clock, and nothing that it finds changes the status of a claim.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.reconcile.origins import origins_of
from claims.reconcile.quantities import clusters, quantity_of
from claims.reconcile.record import Group, GroupRelation, Item, Reconciliation, RelatedFigure
from claims.reconcile.relating import contrasts_of, gather, relations_of
from claims.reconcile.sides import sides_of
from claims.reconcile.tasks import tasks_of

__all__ = ["reconcile"]


def reconcile(items: Sequence[Item]) -> Reconciliation:
    """Relates the figures of the items of one story two by two, each relation with its reason."""
    found = [figure for item in items for figure in sides_of(item)]
    groups = gather(found)
    related = relations_of(groups, contrasts_of(groups))
    origins = origins_of(items)
    origin_of = {item: origin.id for origin in origins for item in origin.items}
    members = clusters(groups, related)
    quantity_ids = {group: f"q{index}" for index, cluster in enumerate(members, start=1) for group in cluster}
    quantities = [
        quantity_of(f"q{index}", cluster, groups, related, found, origin_of)
        for index, cluster in enumerate(members, start=1)
    ]
    labels = {group: quantities[int(id[1:]) - 1].label for group, id in quantity_ids.items()}
    group_of = {number: index for index, group in enumerate(groups) for number in group.members}
    return Reconciliation(
        figures=tuple(
            RelatedFigure(
                id=f"{figure.item}.{figure.number}",
                item=figure.item,
                statement=figure.statement,
                figure=figure.figure,
                group=f"g{group_of[number] + 1}",
                quantity=quantity_ids[group_of[number]],
                origin=origin_of[figure.item],
            )
            for number, figure in enumerate(found)
        ),
        groups=tuple(
            Group(f"g{index}", quantity_ids[index - 1], tuple(f"{found[number].item}.{found[number].number}" for number in group.members))
            for index, group in enumerate(groups, start=1)
        ),
        relations=tuple(
            GroupRelation(f"g{r.a + 1}", f"g{r.b + 1}", r.finding.relation, r.finding.reason, r.finding.residual)
            for r in related
        ),
        quantities=tuple(quantities),
        origins=tuple(origins),
        tasks=tuple(tasks_of(groups, related, found, labels)),
    )
