"""What keeps a careful person from calling two figures one thing, or from calling them a conflict."""

from __future__ import annotations

from claims.kinds import Modifier
from claims.reconcile.lexicon import measures_marked
from claims.reconcile.likeness import Facet
from claims.reconcile.order import can_change, one_period, one_voice, order_of
from claims.reconcile.pairing import Pairing
from claims.reconcile.precision import look_like_a_slip, may_be_round, nearly_meet, touch
from claims.reconcile.sameness import near_in_value, set_against, surely_one, two_voices
from claims.reconcile.side import Side

_SMALL = 10
"""Below it, two counts of one text agree by chance often enough."""


def doubt_of(pair: Pairing) -> str | None:
    """What keeps a careful person from calling two figures that don't meet a conflict."""
    a, b = pair.a, pair.b
    said = (a.meaning.outright and b.meaning.outright) or surely_one(a, b, pair.likeness)
    if not said and not set_against(a, b):
        return "It is not said right beside both what they measure."
    if a.qualifiers and b.qualifiers and not a.qualifiers & b.qualifiers:
        return f"One counts {_words(a.qualifiers)} ones, the other {_words(b.qualifiers)} ones."
    if a.besides != b.besides:
        return "One of them leaves out people who are named beside it."
    if touch(a.amount, b.amount) or nearly_meet(a.amount, b.amount):
        return f"{a.quote} and {b.quote} are too loose to tell whether they agree."
    if Modifier.VAGUE in (a.amount.modifier, b.amount.modifier):
        return "One of them is too vague to tell."
    if may_be_round(a.amount, b.amount) or may_be_round(b.amount, a.amount):
        return f"One of {a.quote} and {b.quote} may be a round number."
    if a.meaning.change != b.meaning.change:
        return "Only one of them is said to be a change."
    if a.meaning.only_some != b.meaning.only_some:
        return "One of them counts all, where its sentence speaks of some of them."
    if _holder_missing(pair):
        return "It is not said of both whose it is."
    if a.home == b.home:
        return None
    if which := _which_missing(a, b):
        return f"One is of the {which} of several, and it is not said of which the other is."
    if _day_missing(a, b) or _day_missing(b, a):
        return "One is dated, and it is not said when the other was."
    if a.meaning.told and b.meaning.told and _months_apart(a.meaning.told, b.meaning.told) >= 2:
        return f"One is told as news of {a.meaning.told}, the other of {b.meaning.told}."
    if can_change(pair) and pair.a.meaning.measure in measures_marked("*") and not one_period(a, b):
        if not (a.as_of and b.as_of):
            return "It is not said of both when they were counted, and the count can change."
        if one_voice(a, b) and not (a.amount.is_bound and b.amount.is_bound):
            return "One speaker gives both on one day, so that one may be the later count."
    return None


def merely_alike(pair: Pairing) -> bool:
    """Whether one text gives two numbers far apart in its own voice, and nothing orders them.

    A text contradicts itself by a slip of the pen or in the words of two speakers; other numbers
    of one sort, the wounded here and the wounded there, are its own business.
    """
    a, b = pair.a, pair.b
    if a.home != b.home or a.besides != b.besides or two_voices(a, b):
        return False
    if order_of(a, b) is not None or order_of(b, a) is not None or pair.likeness.any(Facet.NARROWER):
        return False
    if surely_one(a, b, pair.likeness):
        return not near_in_value(a.amount, b.amount)
    sure = a.meaning.outright and b.meaning.outright and not pair.likeness.any(Facet.WIDER)
    return not (sure and look_like_a_slip(a.amount, b.amount))


def agree_by_chance(pair: Pairing) -> bool:
    """Whether two small counts of one text are equal, but not said to be of the same people or things."""
    a, b = pair.a, pair.b
    if a.amount.kind != "count" or a.amount.value is None or a.amount.value != b.amount.value:
        return False
    alike = pair.likeness.is_same and a.meaning.outright and b.meaning.outright
    return a.amount.value < _SMALL and not alike and a.home == b.home


def look_alike(pair: Pairing) -> bool:
    """Whether two figures, one of which doesn't say what it measures, share at least a noun or a holder."""
    if surely_one(pair.a, pair.b, pair.likeness):
        return True
    a, b = pair.a.meaning, pair.b.meaning
    return (a.noun is not None and a.noun == b.noun) or (a.holder is not None and a.holder == b.holder)


def _holder_missing(pair: Pairing) -> bool:
    measure, holders = pair.a.meaning.measure, (pair.a.meaning.holder, pair.b.meaning.holder)
    return measure in measures_marked("@") and measure in pair.story.held and None in holders


def _which_missing(a: Side, b: Side) -> str | None:
    """Where only one is said to be of a later event of several; the first may well be the only one so far."""
    said = {a.meaning.which, b.meaning.which} - {None, "first"}
    return said.pop() if len(said) == 1 and a.meaning.which != b.meaning.which else None


def _day_missing(dated: Side, undated: Side) -> bool:
    return bool(dated.meaning.period) and not undated.meaning.period and undated.meaning.told is None


def _months_apart(one: str, other: str) -> int:
    return abs((int(one[:4]) - int(other[:4])) * 12 + int(one[5:7]) - int(other[5:7]))


def _words(qualifiers: frozenset[str]) -> str:
    return " ".join(sorted(qualifiers))
