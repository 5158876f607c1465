"""How much is said for taking two figures for reports of one quantity, and how much is asked.

Short statements that were sent as being about one event need little: nothing that they say may
set them apart. An article gives many numbers and seldom gives one of them twice, so there the
noun, the verb or the words around must speak for it as well.
"""

from __future__ import annotations

from decimal import Decimal

from claims.kinds import Modifier
from claims.reconcile.amounts import Amount
from claims.reconcile.cues import DURATIONS, is_money
from claims.reconcile.lexicon import synonyms
from claims.reconcile.likeness import Facet, Likeness
from claims.reconcile.side import Side

ASKED_OF_ONE_TEXT = 3
"""How much must speak for it that a text gives one quantity twice."""

_MOST_WORDS = 2
_SMALL = 10
_FURTHEST = 10
_TELLING_DIGITS = 3
_ANYONE = "anyone"


def enough_is_said(a: Side, b: Side, alike: Likeness) -> bool:
    """Whether enough is said to take two figures for one quantity, or one for a part of the other."""
    if are_rival_counts(a, b):
        return True
    return not in_one_article(a, b) or said_for(a, b, alike) >= ASKED_OF_ONE_TEXT


def surely_one(a: Side, b: Side, alike: Likeness) -> bool:
    """Whether the words of an article make two figures one quantity, though no listed verb does."""
    same_noun = a.head is not None and a.head == b.head and a.qualifiers == b.qualifiers
    return are_rival_counts(a, b) or (
        in_one_article(a, b)
        and (same_noun or a.definite or b.definite)
        and (said_for(a, b, alike) > ASKED_OF_ONE_TEXT)
    )


def side_by_side(a: Side, b: Side) -> bool:
    """Whether one sentence of an article gives both, and not as what two speakers say."""
    two_speakers = bool(a.speakers) and bool(b.speakers) and not a.speakers & b.speakers
    rivals = two_speakers or are_rival_counts(a, b)
    return in_one_article(a, b) and bool(a.statements & b.statements) and not rivals


def in_one_article(a: Side, b: Side) -> bool:
    """Whether both stand in one text of more than a few sentences."""
    return a.home == b.home and a.in_long_text


def said_for(a: Side, b: Side, alike: Likeness) -> int:
    """How much speaks for it: the same verb beside both, the same noun, shared words, the number itself."""
    apart = (nouns_differ, _qualified_apart, _in_two_cells, _too_far_apart, _of_two_years, _both_small)
    if any(sets_apart(a, b) for sets_apart in apart):
        return 0
    same_verb = a.meaning.outright and b.meaning.outright and alike.measure is not Facet.UNSAID
    same_noun = 0 if a.head is None or b.head is None else 1 + (a.head == b.head and _is_own(a.head))
    words = min(len(a.words & b.words), _MOST_WORDS)
    points_back = a.definite or b.definite
    rival_counts = same_verb and bool(same_noun) and two_voices(a, b)
    return same_verb + same_noun + words + points_back + rival_counts + _said_by_number(a.amount, b.amount)


def nouns_differ(a: Side, b: Side) -> bool:
    """Whether two figures count nouns that no story uses for the same people or things."""
    if a.head is None or b.head is None or a.head == b.head:
        return False
    one, other = (synonyms().get(head, frozenset({head})) for head in (a.head, b.head))
    if _ANYONE in one | other:
        return a.meaning.noun != b.meaning.noun
    return one.isdisjoint(other)


def near_in_value(a: Amount, b: Amount) -> bool:
    """Whether two numbers may be two reports of one: neither is more than twice the other."""
    return _ratio(a, b) <= 2 or _same_digits(a, b)


def two_voices(a: Side, b: Side) -> bool:
    """Whether two speakers give them, or the text sets one against the other."""
    credited = bool(a.speakers) and bool(b.speakers) and not a.speakers & b.speakers
    return credited or set_against(a, b)


def are_rival_counts(a: Side, b: Side) -> bool:
    """Whether the text gives one in place of the other, as a bare number.

    "They planted 512 trees; the growers count 470", "Organisers spoke of 900. The police figure was 300."
    """
    if a.home != b.home:
        return False
    if a.statements & b.statements:
        return a.instead_of == b.amount or b.instead_of == a.amount
    return any(
        one.rival
        and one.head is None
        and not {number - 1 for number in one.statements}.isdisjoint(other.statements)
        for one, other in ((a, b), (b, a))
    )


def set_against(a: Side, b: Side) -> bool:
    """Whether a sentence sets the two against each other, or one sentence its figure against the last."""
    if a.home != b.home:
        return False
    if are_rival_counts(a, b):
        return True
    if a.statements & b.statements:
        return a.contrasted or b.contrasted
    beside = {number + step for number in a.statements for step in (-1, 1)}
    return (a.rival or b.rival) and not beside.isdisjoint(b.statements)


def _is_own(head: str) -> bool:
    """Whether a noun is no mere word for people of any sort."""
    return _ANYONE not in synonyms().get(head, ())


def _said_by_number(a: Amount, b: Amount) -> int:
    """A long number says by itself that it is the same one; a round or small one says less or nothing."""
    if a.value is not None and a.value == b.value:
        if a.kind in DURATIONS:
            return 0
        if abs(a.value) < _SMALL and a.value == a.value.to_integral_value():
            return 0
        return _TELLING_DIGITS if len(a.value.normalize().as_tuple().digits) >= _TELLING_DIGITS else 1
    nearness = 2 if is_money(a.kind) else Decimal("1.5")
    return 1 if a.meets(b) or _ratio(a, b) <= nearness or _same_digits(a, b) else 0


def _qualified_apart(a: Side, b: Side) -> bool:
    """Whether a word before the noun parts them: "27 jet engines" and "27 steam engines"."""
    if a.amount.kind == "%" and a.qualifiers != b.qualifiers:
        return True
    return bool(a.qualifiers and b.qualifiers) and a.qualifiers.isdisjoint(b.qualifiers)


def _too_far_apart(a: Side, b: Side) -> bool:
    """Whether no two reports of one thing would lie so far apart; two voices may differ more than one."""
    if a.amount.meets(b.amount) and not (a.amount.is_bound and b.amount.is_bound):
        return a.amount.modifier is not Modifier.VAGUE and _ratio(a.amount, b.amount) > _FURTHEST
    if a.statements & b.statements and {a.state, b.state} == {"earlier", "later"}:
        return False
    disputed = set_against(a, b) or (two_voices(a, b) and a.amount.kind == "count")
    furthest = _FURTHEST if disputed else 2
    return not _same_digits(a.amount, b.amount) and _ratio(a.amount, b.amount) > furthest


def _in_two_cells(a: Side, b: Side) -> bool:
    """Whether both stand in tables, where every cell has a meaning of its own."""
    return a.tabled and b.tabled and a.amount != b.amount


def _of_two_years(a: Side, b: Side) -> bool:
    """Whether two numbers differ and other years stand before them: "since 1998, when 22 people died"."""
    return a.years != b.years and not a.amount.meets(b.amount)


def _both_small(a: Side, b: Side) -> bool:
    """Whether two counts differ that are so small that a text may well give both of something."""
    values = (a.amount.value, b.amount.value)
    small = all(value is not None and abs(value) <= _SMALL for value in values)
    return a.amount.kind == "count" and small and values[0] != values[1] and not two_voices(a, b)


def _ratio(a: Amount, b: Amount) -> Decimal:
    ends = [abs(end) for amount in (a, b) if (end := _size(amount)) is not None]
    if len(ends) < 2 or not all(ends):
        return Decimal(1) if len(ends) < 2 or not any(ends) else Decimal("Infinity")
    return max(ends) / min(ends)


def _same_digits(a: Amount, b: Amount) -> bool:
    """Whether two numbers have the same digits in another order: 123 and 132."""
    if a.value is None or b.value is None or a.value.adjusted() != b.value.adjusted():
        return False
    one, other = (sorted(str(number.normalize().as_tuple().digits)) for number in (a.value, b.value))
    return one == other and len(a.value.normalize().as_tuple().digits) > 1


def _size(amount: Amount) -> Decimal | None:
    return next((end for end in (amount.value, amount.low, amount.high) if end is not None), None)
