"""Two figures set side by side, and what a rule finds of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from claims.kinds import Relation
from claims.reconcile.likeness import Contrasts, Likeness
from claims.reconcile.side import Side


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two sides and how their meanings stand to each other.

    `one_breath` says that a sentence gives these two side by side without setting one account
    against another.
    """

    a: Side
    b: Side
    likeness: Likeness
    story: Contrasts
    one_breath: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found of `a` and `b`, with a reason that can be read aloud."""

    relation: Relation
    reason: str
    residual: Decimal | None = None


Rule = Callable[[Pairing], Finding | None]
"""A rule answers for `a` and then `b` as they stand, or doesn't know."""
