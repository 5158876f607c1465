from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from claims.kinds import Relation
from claims.reading.record import Figure
from claims.reconcile.record import Group, GroupRelation, Reconciliation, RelatedFigure
from reports.alike import alike

NOTHING = Reconciliation((), (), (), (), (), ())


def findings(*equal: tuple[str, str], relation: Relation = Relation.EQUAL) -> Reconciliation:
    """Groups a to d of one figure each, of which some pairs are related."""
    groups = tuple(Group(name, "q", (f"{name}.0",)) for name in "abcd")
    relations = tuple(GroupRelation(a, b, relation, "") for a, b in equal)
    return replace(NOTHING, figures=figures_of(groups), groups=groups, relations=relations)


def figures_of(groups: Iterable[Group]) -> tuple[RelatedFigure, ...]:
    """The figures of some groups, in the order of the groups."""
    one = Decimal(1)
    figure = Figure(0, 1, "1", one, one, one)
    return tuple(
        RelatedFigure(id, "a", 0, figure, group.id, group.quantity, "o1")
        for group in groups
        for id in group.figures
    )


def test_figures_that_are_equal_are_put_together_under_the_first() -> None:
    together = alike(findings(("c", "b"), ("d", "c")))

    assert together.figures == {"a": ("a.0",), "b": ("b.0", "c.0", "d.0")}
    assert together.leader == {"a": "a", "b": "b", "c": "b", "d": "b"}


def test_figures_that_only_fit_each_other_stay_apart() -> None:
    together = alike(findings(("a", "b"), relation=Relation.ROUNDED))

    assert together.figures == {name: (f"{name}.0",) for name in "abcd"}


def test_figures_come_in_the_order_of_the_text_and_not_of_their_groups() -> None:
    told = findings(("a", "c"), ("a", "b"))

    together = alike(replace(told, figures=told.figures[::-1]))

    assert together.figures["a"] == ("c.0", "b.0", "a.0")


def test_nothing_found_is_nothing_together() -> None:
    assert alike(NOTHING).figures == {}


def test_a_long_chain_is_no_deep_recursion() -> None:
    names = [f"g{number:05}" for number in range(5_000)]
    groups = tuple(Group(name, "q", (name,)) for name in names)
    relations = tuple(GroupRelation(b, a, Relation.EQUAL, "") for a, b in pairwise(names))

    told = replace(NOTHING, figures=figures_of(groups), groups=groups, relations=relations[::-1])

    together = alike(told)

    assert list(together.figures) == [names[0]]
