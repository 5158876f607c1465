"""The rules that relate two figures, in the order in which they are tried.

Each rule's docstring is what the fact-checker reads. A rule answers for the pair as it
stands, `a` and then `b`; the caller tries it the other way round as well. The first rule that
answers decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claims.kinds import Relation
from claims.reconcile.doubts import agree_by_chance, doubt_of, look_alike, merely_alike
from claims.reconcile.likeness import Facet, likeness
from claims.reconcile.order import can_change, one_month, order_of, same_side
from claims.reconcile.pairing import Finding, Pairing, Rule
from claims.reconcile.precision import far_apart, only_vague, rounds, same_direction
from claims.reconcile.remainders import left_in_words, left_over
from claims.reconcile.sameness import enough_is_said, side_by_side, surely_one


def counted_besides(pair: Pairing) -> Finding | None:
    """People who are named beside a number come on top of it: "X and eight others" are nine."""
    a, b = pair.a, pair.b
    if a.besides <= b.besides or a.amount.value is None or b.amount.value is None:
        return None
    if pair.likeness.any(Facet.DIFFERENT) or a.amount.value + a.besides != b.amount.value + b.besides:
        return None
    residual = b.amount.value - a.amount.value
    reason = f"{a.quote} leaves out {a.besides} named beside the number; with them it is {b.quote}."
    return Finding(Relation.PART_OF, reason, residual)


def part_as_the_text_says(pair: Pairing) -> Finding | None:
    """One is part of the other where the text says so ("74 of the 97", "among them", "including")."""
    whole = pair.a.whole
    if whole is None or not pair.a.amount.in_whole(pair.b.amount) or pair.a.amount == pair.b.amount:
        return None
    if whole.meaning.scopes != pair.b.meaning.scopes:
        return None
    alike = likeness(whole.meaning, pair.b.meaning, pair.story)
    if whole.amount.value == pair.b.amount.value:
        is_whole = not alike.any(Facet.DIFFERENT)
    else:
        is_same_whole = alike.is_same and alike.measure is Facet.EQUAL
        is_whole = is_same_whole and not rounds(pair.a.amount, pair.b.amount)
    return _part(pair, "the text counts it among them") if is_whole else None


def part_by_meaning(pair: Pairing) -> Finding | None:
    """One is part of the other where it counts a narrower group, place or period, or a later step."""
    a, b = pair.a.amount, pair.b.amount
    if not pair.likeness.lies_within or not a.in_whole(b) or a.value == b.value:
        return None
    if pair.likeness.measure is Facet.UNSAID or a.kind == "%":
        return None
    if pair.likeness.is_narrower_only_in_scope and (a.meets(b) or rounds(a, b) or rounds(b, a)):
        return None
    if not enough_is_said(pair.a, pair.b, pair.likeness):
        return None
    return _part(pair, pair.likeness.why(Facet.NARROWER))


def different_quantities(pair: Pairing) -> Finding | None:
    """Two figures are different where any part of what they measure differs, whatever the numbers."""
    if pair.likeness.any(Facet.DIFFERENT):
        return Finding(Relation.DIFFERENT, f"They measure two things: {pair.likeness.why(Facet.DIFFERENT)}.")
    if pair.likeness.any(Facet.NARROWER) and pair.likeness.any(Facet.WIDER):
        why = f"{pair.likeness.why(Facet.NARROWER)}, while {pair.likeness.why(Facet.WIDER)}"
        return Finding(Relation.DIFFERENT, f"They may overlap, but neither holds the other: {why}.")
    inner = pair.likeness.lies_within and not pair.likeness.is_narrower_only_in_scope
    if inner and pair.a.amount.value == pair.b.amount.value:
        why = pair.likeness.why(Facet.NARROWER)
        return Finding(Relation.DIFFERENT, f"They measure two things, though the number is the same: {why}.")
    if not enough_is_said(pair.a, pair.b, pair.likeness):
        return Finding(Relation.DIFFERENT, "Too little is said in the text to take them for one thing.")
    if agree_by_chance(pair):
        return Finding(Relation.DIFFERENT, "The numbers are so small that they may agree by chance.")
    if pair.a.amount.meets(pair.b.amount):
        return None
    if pair.likeness.lies_within and pair.a.amount.kind == "%":
        return Finding(
            Relation.DIFFERENT, f"They are shares of two things: {pair.likeness.why(Facet.NARROWER)}."
        )
    if pair.a.meaning.component and pair.b.meaning.component:
        return Finding(Relation.DIFFERENT, "They are two parts of one whole.")
    if side_by_side(pair.a, pair.b) and not can_change(pair):
        return Finding(Relation.DIFFERENT, "One sentence gives both side by side, so it means two things.")
    if pair.one_breath and order_of(pair.a, pair.b) is None and order_of(pair.b, pair.a) is None:
        return Finding(Relation.DIFFERENT, "One sentence gives both side by side, so it means two things.")
    if merely_alike(pair):
        return Finding(
            Relation.DIFFERENT, "One text gives both in its own voice, of things that only sound alike."
        )
    if pair.likeness.measure is Facet.UNSAID and not look_alike(pair):
        return Finding(Relation.DIFFERENT, "Nothing that is said makes them figures of one thing.")
    return None


def same_value(pair: Pairing) -> Finding | None:
    """Two figures are equal where they give the same number for the same thing, in whatever unit or words."""
    a, b = pair.a.amount, pair.b.amount
    if a.value != b.value or a.ends != b.ends:
        return None
    if a.modifier is not b.modifier:
        return None
    return Finding(Relation.EQUAL, f"Both say {pair.a.quote} of the same thing.")


def later_count(pair: Pairing) -> Finding | None:
    """A later count replaces an earlier one where the quantity can change."""
    a, b = pair.a, pair.b
    if a.amount.value == b.amount.value or not can_change(pair) or only_vague(a.amount, b.amount):
        return None
    order = order_of(a, b)
    if order is None or (order == "dated" and one_month(a, b) and not same_side(a, b)):
        return None
    if order == "said":
        return Finding(
            Relation.UPDATED, f"{b.quote} replaces {a.quote}: the text says which is the later count."
        )
    grew = (b.amount.low or Decimal(0)) >= (a.amount.low or Decimal(0))
    if not grew and not same_side(a, b):
        return None
    how = "" if grew else ", so the count went down"
    return Finding(Relation.UPDATED, f"{b.quote} was counted by {b.as_of}, {a.quote} by {a.as_of}{how}.")


def rounding(pair: Pairing) -> Finding | None:
    """One is the other, rounded as coarsely as it is written ("about 120" and 123, "1.5 million")."""
    a, b = pair.a.amount, pair.b.amount
    if a.is_bound or b.is_bound or (pair.likeness.measure is Facet.UNSAID and not a.meets(b)):
        return None
    if not rounds(a, b):
        return None
    return Finding(Relation.ROUNDED, f"{pair.a.quote} is a rounded form of {pair.b.quote}.")


def bound_kept(pair: Pairing) -> Finding | None:
    """One is a bound that the other keeps ("at least 114" and 123)."""
    a, b = pair.a.amount, pair.b.amount
    if not a.is_bound or not a.meets(b):
        return None
    if b.is_bound and same_direction(a, b) and far_apart(a, b):
        return None
    if b.is_bound and not same_direction(a, b):
        return None
    return Finding(Relation.BOUNDED, f"{pair.b.quote} fits {pair.a.quote}.")


def cannot_both_hold(pair: Pairing) -> Finding | None:
    """Two figures are in conflict where they measure the same and no number fits both."""
    a, b = pair.a.amount, pair.b.amount
    if a.meets(b) or not pair.likeness.is_same:
        return None
    if pair.likeness.measure is Facet.UNSAID and not surely_one(pair.a, pair.b, pair.likeness):
        return None
    if doubt_of(pair) is not None:
        return None
    return Finding(
        Relation.CONFLICT, f"{pair.a.quote} and {pair.b.quote} are given for the same thing; both can't hold."
    )


def cannot_tell(pair: Pairing) -> Finding | None:
    """Where a careful person couldn't choose, the answer is unclear, and says what is missing."""
    if pair.likeness.measure is Facet.UNSAID:
        return Finding(Relation.UNCLEAR, "It is not said of both what is measured.")
    if pair.likeness.lies_within:
        why = pair.likeness.why(Facet.NARROWER)
        return Finding(
            Relation.UNCLEAR,
            f"{pair.a.quote} ought to be part of {pair.b.quote} ({why}), but it is not smaller.",
        )
    if pair.likeness.any(Facet.WIDER):
        return None
    doubt = None if pair.a.amount.meets(pair.b.amount) else doubt_of(pair)
    return Finding(Relation.UNCLEAR, doubt or "They are too loose to tell whether they agree.")


RULES: list[Rule] = [
    counted_besides,
    part_as_the_text_says,
    part_by_meaning,
    different_quantities,
    same_value,
    later_count,
    rounding,
    bound_kept,
    cannot_both_hold,
    cannot_tell,
]

RULES_FOR_ONE_THING: list[Rule] = [
    same_value,
    later_count,
    rounding,
    bound_kept,
    cannot_both_hold,
    cannot_tell,
]
"""The rules for two figures of which a person says that they measure the same."""


def relate(forward: Pairing, backward: Pairing, *, rules: Sequence[Rule] = RULES) -> tuple[Finding, bool]:
    """The first rule's answer for a pair both ways round, and whether it runs from `b` to `a`."""
    for rule in rules:
        found = rule(forward)
        if found is not None:
            return found, False
        found = rule(backward)
        if found is not None:
            return found, True
    raise AssertionError("the last rule always answers")


def _part(pair: Pairing, why: str) -> Finding:
    residual = left_over(pair.a, pair.b)
    left = f", which leaves {left_in_words(pair.a, pair.b, residual)}" if residual is not None else ""
    return Finding(Relation.PART_OF, f"{pair.a.quote} is part of {pair.b.quote}: {why}{left}.", residual)
