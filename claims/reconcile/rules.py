"""The rules that relate two figures, in the order in which they are tried.

Each rule's docstring is what the fact-checker reads. A rule answers for the pair as it
stands, `a` and then `b`; the caller tries it the other way round as well. The first rule that
answers decides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from claims.kinds import Modifier, Relation
from claims.reading.record import plain
from claims.reconcile.amounts import LOWER_BOUNDS, UPPER_BOUNDS, Amount
from claims.reconcile.lexicon import measures_marked
from claims.reconcile.likeness import Contrasts, Facet, Likeness, likeness
from claims.reconcile.sides import Side


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two sides and how their meanings stand to each other."""

    a: Side
    b: Side
    likeness: Likeness
    story: Contrasts


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found of `a` and `b`, with a reason that can be read aloud."""

    relation: Relation
    reason: str
    residual: Decimal | None = None


Rule = Callable[[Pairing], Finding | None]


def counted_besides(pair: Pairing) -> Finding | None:
    """"X and eight others" is one less than nine: the people named beside a number are added to it."""
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
    alike = likeness(whole.meaning, pair.b.meaning, pair.story)
    same_number = whole.amount.value == pair.b.amount.value
    if not (alike.is_same if not same_number else not alike.any(Facet.DIFFERENT)):
        return None
    if not same_number and alike.measure is not Facet.EQUAL:
        return None
    return _part(pair, "the text counts it among them")


def part_by_meaning(pair: Pairing) -> Finding | None:
    """One is part of the other where it counts a narrower group, place or period, or a later step."""
    if not pair.likeness.lies_within or not pair.a.amount.in_whole(pair.b.amount):
        return None
    if pair.likeness.measure is Facet.UNSAID or pair.a.amount.value == pair.b.amount.value:
        return None
    return _part(pair, pair.likeness.why(Facet.NARROWER))


def different_quantities(pair: Pairing) -> Finding | None:
    """Two figures are different where any part of what they measure differs."""
    if not pair.likeness.any(Facet.DIFFERENT):
        return None
    return Finding(Relation.DIFFERENT, f"They measure two things: {pair.likeness.why(Facet.DIFFERENT)}.")


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
    if a.amount.value == b.amount.value or not _can_change(pair):
        return None
    said = (a.state == "earlier" and b.state != "earlier") or (b.state == "later" and a.state != "later")
    contrary = (b.state == "earlier" and a.state != "earlier") or (a.state == "later" and b.state != "later")
    if said and not contrary and not _is_later(a, b):
        return Finding(Relation.UPDATED, f"{b.quote} replaces {a.quote}: the text says which is the later count.")
    if contrary or not _is_later(b, a):
        return None
    grew = (b.amount.low or Decimal(0)) >= (a.amount.low or Decimal(0))
    if not _same_side(a, b) and not grew:
        return None
    how = "" if grew else ", a restatement downwards"
    return Finding(Relation.UPDATED, f"{b.quote} was counted on {b.as_of}, {a.quote} on {a.as_of}{how}.")


def rounding(pair: Pairing) -> Finding | None:
    """One is a rounding of the other at its own precision ("about 120" and 123, "1.5 million" and 1,520,000)."""
    a, b = pair.a.amount, pair.b.amount
    if a.is_bound or b.is_bound:
        return None
    if a.is_loose and a.meets(b):
        return Finding(Relation.ROUNDED, f"{pair.a.quote} is a rounded form of {pair.b.quote}.")
    if a.value is None or b.value is None or a.grain <= b.grain:
        return None
    if a.grain >= 10 * b.grain and a.grain > 1 and abs(a.value - b.value) * 2 <= a.grain:
        return Finding(Relation.ROUNDED, f"{pair.a.quote} is {pair.b.quote} rounded.")
    return None


def bound_kept(pair: Pairing) -> Finding | None:
    """One is a bound that the other keeps ("at least 114" and 123)."""
    a, b = pair.a.amount, pair.b.amount
    if not a.is_bound or not a.meets(b):
        return None
    if b.is_bound and _same_direction(a, b) and _far_apart(a, b):
        return None
    if b.is_bound and not _same_direction(a, b):
        return None
    return Finding(Relation.BOUNDED, f"{pair.b.quote} fits {pair.a.quote}.")


def cannot_both_hold(pair: Pairing) -> Finding | None:
    """Two figures are in conflict where they measure the same and no number fits both."""
    a, b = pair.a.amount, pair.b.amount
    if a.meets(b) or pair.likeness.measure is Facet.UNSAID or pair.likeness.any(Facet.NARROWER):
        return None
    if pair.likeness.any(Facet.WIDER) or _touch(a, b) or _within_first_digit(a, b):
        return None
    return Finding(Relation.CONFLICT, f"{pair.a.quote} and {pair.b.quote} are given for the same thing; both can't hold.")


def cannot_tell(pair: Pairing) -> Finding | None:
    """Where the text doesn't allow a careful person to choose, the answer is unclear, with what is missing."""
    if pair.likeness.measure is Facet.UNSAID:
        return Finding(Relation.UNCLEAR, "It is not said of both what is measured.")
    if pair.likeness.any(Facet.NARROWER) or pair.likeness.any(Facet.WIDER):
        return Finding(Relation.UNCLEAR, "It can't be told which of the two lies within the other.")
    return Finding(Relation.UNCLEAR, f"{pair.a.quote} and {pair.b.quote} are too loose to tell whether they agree.")


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


def relate(a: Side, b: Side, story: Contrasts) -> tuple[Finding, bool]:
    """The first rule's answer for two sides of one kind, and whether it runs from `b` to `a`."""
    forward = Pairing(a, b, likeness(a.meaning, b.meaning, story), story)
    backward = Pairing(b, a, likeness(b.meaning, a.meaning, story), story)
    for rule in RULES:
        found = rule(forward)
        if found is not None:
            return found, False
        found = rule(backward)
        if found is not None:
            return found, True
    raise AssertionError("the last rule always answers")


def _part(pair: Pairing, why: str) -> Finding:
    a, b = pair.a.amount, pair.b.amount
    residual = b.value - a.value if a.value is not None and b.value is not None else None
    left = f", which leaves {plain(residual)}" if residual is not None else ""
    return Finding(Relation.PART_OF, f"{pair.a.quote} is part of {pair.b.quote}: {why}{left}.", residual)


def _can_change(pair: Pairing) -> bool:
    measure = pair.a.meaning.measure or pair.b.meaning.measure
    return measure in measures_marked("*") or pair.a.amount.kind == "%"


def _is_later(later: Side, earlier: Side) -> bool:
    return bool(later.as_of and earlier.as_of and later.as_of[:10] > earlier.as_of[:10])


def _same_side(a: Side, b: Side) -> bool:
    return not a.speakers or not b.speakers or bool(a.speakers & b.speakers)


def _same_direction(a: Amount, b: Amount) -> bool:
    return (a.modifier in LOWER_BOUNDS) == (b.modifier in LOWER_BOUNDS) and b.is_bound


def _far_apart(a: Amount, b: Amount) -> bool:
    small, large = sorted((a.value or Decimal(0), b.value or Decimal(0)))
    return large > 2 * small


def _touch(a: Amount, b: Amount) -> bool:
    open_ends = {Modifier.MORE_THAN, Modifier.LESS_THAN}
    return a.value == b.value and bool({a.modifier, b.modifier} & open_ends)


def _within_first_digit(a: Amount, b: Amount) -> bool:
    """Whether an approximate figure of one digit may be meant more loosely than its second digit."""
    return any(
        one.is_loose and one.value and other.value and one.grain.adjusted() < one.value.adjusted()
        and len(one.value.normalize().as_tuple().digits) == 1
        and abs(one.value - other.value) * 2 <= Decimal(1).scaleb(one.value.adjusted())
        for one, other in ((a, b), (b, a))
    )  # fmt: skip


_UPPER = UPPER_BOUNDS
