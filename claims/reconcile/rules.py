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
from claims.reconcile.amounts import LOWER_BOUNDS, Amount
from claims.reconcile.cues import DURATIONS
from claims.reconcile.lexicon import measures_marked
from claims.reconcile.likeness import Contrasts, Facet, Likeness, likeness
from claims.reconcile.sides import Side

_SMALL = 10
"""Below it, two counts of one text agree by chance often enough."""


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


def counted_besides(pair: Pairing) -> Finding | None:
    """ "X and eight others" is one less than nine: the people named beside a number are added to it."""
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
        is_whole = alike.is_same and alike.measure is Facet.EQUAL
    return _part(pair, "the text counts it among them") if is_whole else None


def part_by_meaning(pair: Pairing) -> Finding | None:
    """One is part of the other where it counts a narrower group, place or period, or a later step."""
    a, b = pair.a.amount, pair.b.amount
    if not pair.likeness.lies_within or not a.in_whole(b) or a.value == b.value:
        return None
    if pair.likeness.measure is Facet.UNSAID or a.kind == "%":
        return None
    if pair.likeness.is_narrower_only_in_scope and (a.meets(b) or _rounds(a, b) or _rounds(b, a)):
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
    if _agree_by_chance(pair):
        return Finding(Relation.DIFFERENT, "The numbers are so small that they may agree by chance.")
    if pair.a.amount.meets(pair.b.amount):
        return None
    if pair.likeness.lies_within and pair.a.amount.kind == "%":
        return Finding(
            Relation.DIFFERENT, f"They are shares of two things: {pair.likeness.why(Facet.NARROWER)}."
        )
    if pair.a.meaning.component and pair.b.meaning.component:
        return Finding(Relation.DIFFERENT, "They are two parts of one whole.")
    if pair.one_breath and _order(pair.a, pair.b) is None and _order(pair.b, pair.a) is None:
        return Finding(Relation.DIFFERENT, "One sentence gives both side by side, so it means two things.")
    if _merely_alike(pair):
        return Finding(
            Relation.DIFFERENT, "One text gives both in its own voice, of things that only sound alike."
        )
    if pair.likeness.measure is Facet.UNSAID and not _look_alike(pair):
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
    if a.amount.value == b.amount.value or not _can_change(pair) or _only_vague(a.amount, b.amount):
        return None
    order = _order(a, b)
    if order is None:
        return None
    if order == "said":
        return Finding(
            Relation.UPDATED, f"{b.quote} replaces {a.quote}: the text says which is the later count."
        )
    grew = (b.amount.low or Decimal(0)) >= (a.amount.low or Decimal(0))
    if not grew and not _same_side(a, b):
        return None
    how = "" if grew else ", a restatement downwards"
    return Finding(Relation.UPDATED, f"{b.quote} was counted by {b.as_of}, {a.quote} by {a.as_of}{how}.")


def rounding(pair: Pairing) -> Finding | None:
    """One is a rounding of the other at its own precision ("about 120" and 123, "1.5 million")."""
    a, b = pair.a.amount, pair.b.amount
    if a.is_bound or b.is_bound or (pair.likeness.measure is Facet.UNSAID and not a.meets(b)):
        return None
    if not _rounds(a, b):
        return None
    return Finding(Relation.ROUNDED, f"{pair.a.quote} is a rounded form of {pair.b.quote}.")


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
    if a.meets(b) or not pair.likeness.is_same or pair.likeness.measure is Facet.UNSAID:
        return None
    if _doubt(pair) is not None:
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
    doubt = None if pair.a.amount.meets(pair.b.amount) else _doubt(pair)
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


def relate(forward: Pairing, backward: Pairing) -> tuple[Finding, bool]:
    """The first rule's answer for a pair both ways round, and whether it runs from `b` to `a`."""
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
    if pair.a.amount.kind in DURATIONS:
        return False
    return measure in measures_marked("*") or pair.a.amount.kind == "%"


def _order(a: Side, b: Side) -> str | None:
    """Whether b is the later count: "dated" by the time of counting, "said" by words, else `None`.

    Words order the counts of one text; between texts they stand back where both are dated.
    """
    if a.home != b.home and a.as_of and b.as_of:
        return "dated" if _is_later(b, a) else None
    said = (a.state == "earlier" and b.state != "earlier") or (b.state == "later" and a.state != "later")
    contrary = (b.state == "earlier" and a.state != "earlier") or (a.state == "later" and b.state != "later")
    if said and not contrary:
        return "said"
    return "dated" if _is_later(b, a) and not contrary else None


def _is_later(later: Side, earlier: Side) -> bool:
    if later.as_of is None or earlier.as_of is None:
        return False
    one, other = later.as_of[:10], earlier.as_of[:10]
    if one.startswith("-") or other.startswith("-"):
        one, other = (date[-5:] if len(date) >= 6 else date for date in (one, other))
    return one > other


def _same_side(a: Side, b: Side) -> bool:
    return not a.speakers or not b.speakers or bool(a.speakers & b.speakers)


def _doubt(pair: Pairing) -> str | None:
    """What keeps a careful person from calling two figures that don't meet a conflict."""
    a, b = pair.a, pair.b
    if not (a.meaning.outright and b.meaning.outright) and not _set_against(a, b):
        return "It is not said right beside both what they measure."
    if a.qualifiers and b.qualifiers and not a.qualifiers & b.qualifiers:
        return f"One counts {_words(a.qualifiers)} ones, the other {_words(b.qualifiers)} ones."
    if a.besides != b.besides:
        return "One of them leaves out people who are named beside it."
    if _touch(a.amount, b.amount) or _nearly_meet(a.amount, b.amount):
        return f"{a.quote} and {b.quote} are too loose to tell whether they agree."
    if Modifier.VAGUE in (a.amount.modifier, b.amount.modifier):
        return "One of them is too vague to tell."
    if _may_be_round(a.amount, b.amount) or _may_be_round(b.amount, a.amount):
        return f"One of {a.quote} and {b.quote} may be a round number."
    if a.meaning.change != b.meaning.change:
        return "Only one of them is said to be a change."
    if _holder_missing(pair):
        return "It is not said of both whose it is."
    if a.home == b.home:
        return None
    if _day_missing(a, b) or _day_missing(b, a):
        return "One is dated, and it is not said when the other was."
    if a.meaning.told and b.meaning.told and _months_apart(a.meaning.told, b.meaning.told) >= 2:
        return f"One is told as news of {a.meaning.told}, the other of {b.meaning.told}."
    if _can_change(pair) and pair.a.meaning.measure in measures_marked("*") and not _one_period(a, b):
        if not (a.as_of and b.as_of):
            return "It is not said of both when they were counted, and the count can change."
        if _one_voice(a, b) and not (a.amount.is_bound and b.amount.is_bound):
            return "One speaker gives both on one day, so that one may be the later count."
    return None


def _one_period(a: Side, b: Side) -> bool:
    """Whether both are said to be of one month or year, so that neither can be a later state."""
    return bool(a.meaning.period) and a.meaning.period == b.meaning.period


def _one_voice(a: Side, b: Side) -> bool:
    """Whether one speaker gives both, so far as the names tell."""
    return bool(a.speakers and b.speakers) and (a.speakers <= b.speakers or b.speakers <= a.speakers)


def _agree_by_chance(pair: Pairing) -> bool:
    """Whether two small counts of one text are equal, but not said to be of the same people or things."""
    a, b = pair.a, pair.b
    if a.amount.kind != "count" or a.amount.value is None or a.amount.value != b.amount.value:
        return False
    alike = pair.likeness.is_same and a.meaning.outright and b.meaning.outright
    return a.amount.value < _SMALL and not alike and a.home == b.home


def _merely_alike(pair: Pairing) -> bool:
    """Whether one text gives two numbers far apart in its own voice, and nothing orders them.

    A text contradicts itself by a slip of the pen or in the words of two speakers; other numbers
    of one sort, the wounded here and the wounded there, are its own business.
    """
    a, b = pair.a, pair.b
    if a.home != b.home or a.besides != b.besides or _two_voices(a, b):
        return False
    if _order(a, b) is not None or _order(b, a) is not None or pair.likeness.any(Facet.NARROWER):
        return False
    sure = a.meaning.outright and b.meaning.outright and not pair.likeness.any(Facet.WIDER)
    return not (sure and _look_like_a_slip(a.amount, b.amount))


def _two_voices(a: Side, b: Side) -> bool:
    credited = bool(a.speakers) and bool(b.speakers) and not a.speakers & b.speakers
    return credited or _set_against(a, b)


def _set_against(a: Side, b: Side) -> bool:
    """Whether a sentence sets the two against each other, or one sentence its figure against the last."""
    if a.home != b.home:
        return False
    if a.statements & b.statements:
        return a.contrasted or b.contrasted
    beside = {number + step for number in a.statements for step in (-1, 1)}
    return (a.rival or b.rival) and not beside.isdisjoint(b.statements)


def _look_like_a_slip(a: Amount, b: Amount) -> bool:
    """Whether two numbers lie close, or have the same digits in another order or with another nought."""
    if a.value is None or b.value is None or not a.value or not b.value:
        return True
    small, large = sorted((abs(a.value), abs(b.value)))
    digits = [sorted(str(number.normalize().as_tuple().digits)) for number in (small, large)]
    return large * 2 < small * 3 or digits[0] == digits[1]


def _words(qualifiers: frozenset[str]) -> str:
    return " ".join(sorted(qualifiers))


def _look_alike(pair: Pairing) -> bool:
    """Whether two figures, one of which doesn't say what it measures, share at least a noun or a holder."""
    a, b = pair.a.meaning, pair.b.meaning
    return (a.noun is not None and a.noun == b.noun) or (a.holder is not None and a.holder == b.holder)


def _holder_missing(pair: Pairing) -> bool:
    measure, holders = pair.a.meaning.measure, (pair.a.meaning.holder, pair.b.meaning.holder)
    return measure in measures_marked("@") and measure in pair.story.held and None in holders


def _day_missing(dated: Side, undated: Side) -> bool:
    return bool(dated.meaning.period) and not undated.meaning.period and undated.meaning.told is None


def _months_apart(one: str, other: str) -> int:
    return abs((int(one[:4]) - int(other[:4])) * 12 + int(one[5:7]) - int(other[5:7]))


def _only_vague(a: Amount, b: Amount) -> bool:
    return Modifier.VAGUE in (a.modifier, b.modifier) and a.meets(b)


def _rounds(a: Amount, b: Amount) -> bool:
    """Whether a is a rounding of b: by its words, or by the zeros at its end."""
    if a.is_loose and a.meets(b):
        return True
    if a.value is None or b.value is None or b.is_bound or a.is_bound:
        return _same_range(a, b)
    coarser = a.grain >= 10 * b.grain and a.may_be_rounded
    return coarser and abs(a.value - b.value) * 2 <= a.grain


def _may_be_round(a: Amount, b: Amount) -> bool:
    """Whether a small number that ends in nought may stand for the other: 120 for 123, 100 for 99."""
    if a.value is None or b.value is None or a.is_bound or b.is_bound:
        return False
    return a.grain >= 10 * b.grain and abs(a.value - b.value) * 2 <= a.grain


def _same_range(a: Amount, b: Amount) -> bool:
    """Whether two ranges have nearly the same ends, as after a conversion to round numbers."""
    if Modifier.RANGE not in (a.modifier,) or a.modifier is not b.modifier:
        return False
    ends = [(x, y) for x, y in zip(a.ends, b.ends, strict=True) if x is not None and y is not None]
    return len(ends) == 2 and all(abs(x - y) * 50 <= abs(x) for x, y in ends) and a.ends != b.ends


def _same_direction(a: Amount, b: Amount) -> bool:
    return (a.modifier in LOWER_BOUNDS) == (b.modifier in LOWER_BOUNDS) and b.is_bound


def _far_apart(a: Amount, b: Amount) -> bool:
    small, large = sorted((a.value or Decimal(0), b.value or Decimal(0)))
    return large > 2 * small


def _touch(a: Amount, b: Amount) -> bool:
    """Whether one says "more than 400" and the other 400: careless wording more often than a conflict."""
    open_ends = {Modifier.MORE_THAN, Modifier.LESS_THAN}
    return (
        a.value == b.value and bool({a.modifier, b.modifier} & open_ends) and not (a.is_bound and b.is_bound)
    )


def _nearly_meet(a: Amount, b: Amount) -> bool:
    """Whether an approximate figure may be meant a little more loosely than its digits say."""
    return any(_loosely_holds(one, other) for one, other in ((a, b), (b, a)))


def _loosely_holds(loose: Amount, other: Amount) -> bool:
    if not loose.is_loose or loose.value is None or other.value is None:
        return False
    digits = len(loose.value.normalize().as_tuple().digits)
    slack = Decimal(1).scaleb(loose.value.adjusted()) / 2 if digits == 1 else loose.grain
    return abs(loose.value - other.value) <= slack
