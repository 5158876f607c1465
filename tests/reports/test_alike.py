from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from claims.kinds import Relation
from claims.reconcile.record import Group, GroupRelation, Reconciliation
from reports.alike import alike

NOTHING = Reconciliation((), (), (), (), (), ())


def findings(*equal: tuple[str, str], relation: Relation = Relation.EQUAL) -> Reconciliation:
    """Groups a to d of one figure each, of which some pairs are related."""
    groups = tuple(Group(name, "q", (f"{name}.0",)) for name in "abcd")
    relations = tuple(GroupRelation(a, b, relation, "") for a, b in equal)
    return replace(NOTHING, groups=groups, relations=relations)


def test_figures_that_are_equal_are_put_together_under_the_first() -> None:
    together = alike(findings(("c", "b"), ("d", "c")))

    assert together.figures == {"a": ("a.0",), "b": ("b.0", "c.0", "d.0")}
    assert together.leader == {"a": "a", "b": "b", "c": "b", "d": "b"}


def test_figures_that_only_fit_each_other_stay_apart() -> None:
    together = alike(findings(("a", "b"), relation=Relation.ROUNDED))

    assert together.figures == {name: (f"{name}.0",) for name in "abcd"}


def test_nothing_found_is_nothing_together() -> None:
    assert alike(NOTHING).figures == {}


def test_a_long_chain_is_no_deep_recursion() -> None:
    names = [f"g{number:05}" for number in range(5_000)]
    groups = tuple(Group(name, "q", (name,)) for name in names)
    relations = tuple(GroupRelation(b, a, Relation.EQUAL, "") for a, b in pairwise(names))

    together = alike(replace(NOTHING, groups=groups, relations=relations[::-1]))

    assert list(together.figures) == [names[0]]
