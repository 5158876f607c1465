"""What a statement says of how its own figures belong together.

"74 of the 97", "820 people, at least 30 infants among them", "266 …: 6 … and 260 …", "50 miles
(80 km)", "X and eight others". A sum is believed only where the parts stand in order behind
their whole in one statement; no sum is looked for across statements.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal

from claims.reading.record import Figure
from claims.reconcile.amounts import Amount
from claims.reconcile.clauses import BREAKS, Stretch
from claims.reconcile.cues import Hit
from claims.reconcile.lexicon import part_phrases, word_list
from claims.reconcile.words import Word

_LEADING = frozenset({"it", "at", "of", "only", "just", "no", "them", "the", "number", "figure", "toll"})
_NEW_CLAUSE = frozenset({";", ",", "while", "but", "whereas", "and", "—", "–", "."})
_RESTATING = frozenset(
    {"(", "or", ",", "/", "about", "roughly", "around", "long", "tall", "wide", "high", "-"}
)


def links_of(words: Sequence[Word], spans: Sequence[Stretch], amounts: Sequence[Amount]) -> dict[int, int]:
    """For each figure that the statement calls a part, the figure that it calls its whole."""
    links = _worded(words, spans)
    for whole, members in _breakdowns(amounts):
        for member in members:
            links.setdefault(member, whole)
    return {part: whole for part, whole in links.items() if _fits(amounts[part], amounts[whole])}


def is_restated(
    spans: Sequence[Stretch], figures: Sequence[Figure], amounts: Sequence[Amount]
) -> frozenset[int]:
    """The figures that give the one before them in another unit: "50 miles (80 km)"."""
    found = set()
    for index in range(1, len(spans)):
        here, there = spans[index - 1], spans[index]
        between = [word.key for word in here.words[here.after : there.at]]
        same_kind = amounts[index - 1].kind == amounts[index].kind != "count"
        other_unit = figures[index - 1].unit != figures[index].unit
        if same_kind and other_unit and len(between) <= 4 and between and set(between) <= _RESTATING:
            found.add(index)
    return frozenset(found)


def rival_counts(spans: Sequence[Stretch], amounts: Sequence[Amount]) -> dict[int, int]:
    """For each bare number that somebody gives in place of the one before, that one.

    "The council planted 512 trees; the growers count 470": the second number is one of trees too.
    """
    return {
        index: index - 1
        for index in range(1, len(spans))
        if amounts[index].kind == amounts[index - 1].kind and _is_own_count(spans[index - 1], spans[index])
    }


def giver_of(before: Stretch, here: Stretch) -> str:
    """Who gives a rival count: the words between the start of its clause and the verb of counting."""
    at = _verb_before(before, here)
    first = at
    while first > before.after and here.words[first - 1].key not in _NEW_CLAUSE:
        first -= 1
    return " ".join(word.text for word in here.words[first:at])


def moves_of(words: Sequence[Word], spans: Sequence[Stretch]) -> dict[int, str]:
    """For figures of "from 97 to 99" and "to 97 from 115" which is the "earlier", which the "later"."""
    states: dict[int, str] = {}
    before = [words[span.at - 1].key if span.at else "" for span in spans]
    for index in range(len(spans) - 1):
        pair = before[index], before[index + 1]
        if pair == ("from", "to"):
            states[index], states[index + 1] = "earlier", "later"
        elif pair == ("to", "from"):
            states[index], states[index + 1] = "later", "earlier"
    return states


def besides_of(stretch: Stretch) -> int:
    """How many named people come on top of the number: "X and eight others", "besides X, another 122"."""
    words = stretch.words
    after = {word.key for word in words[stretch.after : stretch.after + 1]}
    before = {word.key for word in words[max(0, stretch.at - 1) : stretch.at]}
    if not (after & {"other", "others", "more"} or before & {"another", "other"}):
        return 0
    opening = words[stretch.left].key if stretch.left < stretch.right else ""
    if opening in {"besides", "apart", "alongside"}:
        return max(1, _people_named(stretch))
    return _people_named(stretch)


def _is_own_count(before: Stretch, here: Stretch) -> bool:
    """Whether a new clause ends in a verb of counting and a number without a noun of its own."""
    words = here.words
    is_bare = here.after >= len(words) or not words[here.after].key[0].isalnum()
    at = _verb_before(before, here)
    clause = {word.key for word in words[before.after : at]}
    return is_bare and words[at].key in word_list("counting_verbs.txt") and bool(clause & _NEW_CLAUSE)


def _verb_before(before: Stretch, here: Stretch) -> int:
    at = here.at - 1
    while at > before.after and here.words[at].key in _LEADING:
        at -= 1
    return at


def _fits(part: Amount, whole: Amount) -> bool:
    return part.kind == whole.kind and part.in_whole(whole) and part.kind != "%"


def _worded(words: Sequence[Word], spans: Sequence[Stretch]) -> dict[int, int]:
    """Part to whole, by the words between and around neighbouring figures."""
    phrases = part_phrases().find(words)
    links: dict[int, int] = {}
    for index in range(len(spans) - 1):
        here, there = spans[index], spans[index + 1]
        nearby = phrases[bisect_left(phrases, (here.after,)) : bisect_left(phrases, (there.right,))]
        if _opens_with_of(here):
            links.setdefault(index + 1, index)
        elif _joined_by_of(nearby, here, there):
            links.setdefault(index, index + 1)
        elif _has_part_after(nearby, here, there):
            links.setdefault(index + 1, index)
    return links


def _opens_with_of(here: Stretch) -> bool:
    """Whether it opens its clause with "of" or "among": "Of the 123 people set free, 114 …"."""
    at = here.at - 1
    while at >= here.left and here.words[at].key in {"the", "all", "those", "these"}:
        at -= 1
    if at < here.left or here.words[at].key not in {"of", "among"}:
        return False
    return at == 0 or here.words[at - 1].key in BREAKS or here.words[at - 1].key == ","


def _joined_by_of(phrases: Sequence[Hit], here: Stretch, there: Stretch) -> bool:
    """Whether the words just before the second figure join them: "74 of the 97"."""
    return any(
        name == "part then whole" and first >= here.after and last <= there.at <= last + 1
        for first, last, name in phrases
    )


def _has_part_after(phrases: Sequence[Hit], here: Stretch, there: Stretch) -> bool:
    """Whether the second is called a part: "820 people, at least 30 infants among them"."""
    return any(
        name == "whole then part"
        and ((here.after <= first and last <= there.at) or there.after <= first < there.right)
        for first, last, name in phrases
    )


def _breakdowns(amounts: Sequence[Amount]) -> list[tuple[int, list[int]]]:
    """A figure that the next two or three figures of its statement add up to, exactly."""
    found = []
    for index, whole in enumerate(amounts):
        for count in (2, 3):
            members = list(range(index + 1, index + 1 + count))
            if members[-1] >= len(amounts) or whole.value is None or whole.kind == "%":
                continue
            values = [amounts[member].value for member in members if amounts[member].kind == whole.kind]
            if len(values) == count and all(values) and _sum(values) == whole.value:
                found.append((index, members))
    return found


def _sum(values: Sequence[Decimal | None]) -> Decimal:
    return sum((value for value in values if value is not None), Decimal(0))


def _people_named(stretch: Stretch) -> int:
    """How many names of two words and more stand in the figure's stretch."""
    names, index = 0, stretch.left
    while index < stretch.right:
        end = index
        while end < stretch.right and stretch.words[end].is_name:
            end += 1
        names += end - index >= 2
        index = end + 1
    return names
